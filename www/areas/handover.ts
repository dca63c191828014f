// Takes an area of the table along to *Ett område*, in the form in which that view keeps what is entered.

import { type ChosenReading, type CriteriaSet, isOwn } from "../engine/criteria.ts";
import type { Row, Understanding } from "../engine/tables.ts";
import { area as slot, brought } from "../device/storage.ts";
import { emptyEntry, type Entries, given, isEmpty } from "../model/entry.ts";
import { asksFor, noteOf } from "../model/origins.ts";
import { type Language, typed } from "../text/format.ts";

/** Returns an area's figures as a person would have entered them. */
export function entriesOf(row: Row, set: CriteriaSet, language: Language): Entries {
  const entries = set.criteria.map((criterion) => {
    const empty = emptyEntry(criterion);
    const figure = row.assessment.findings.find((finding) => finding.criterion === criterion.id)?.figure ?? null;
    // What is only known to lie between bounds can't be entered.
    if (figure === null || figure.includes("–")) return [criterion.id, empty];
    const [count, total] = figure.split("/");
    if (total !== undefined) return [criterion.id, { ...empty, mode: "count", count, total }];
    return [criterion.id, { ...empty, [empty.mode]: typed(figure, language) }];
  });
  return Object.fromEntries(entries);
}

/** Returns what an area is called: by its name, or else by its code. */
function nameOf({ name, code }: Row): string {
  return name ?? code ?? "";
}

/** What the table's areas were assessed by, and what they came from. */
interface Standing {
  readonly set: CriteriaSet;
  readonly reading: ChosenReading;
  readonly tables: readonly Understanding[];
  /** Whether they are made up. */
  readonly isExample: boolean;
}

/**
 * Puts an area where a tab that is opened now finds it. A new tab begins with a copy of this one's storage, so that
 * what this one kept is put back afterwards.
 */
export function handOver(row: Row, { set, reading, tables, isExample }: Standing, language: Language): void {
  const kept = slot.read();
  const entries = entriesOf(row, set, language);
  const area = {
    set: set.id,
    own: isOwn(set) ? set : ownIn(kept),
    entries,
    reading,
    example: isExample,
    municipality: row.municipality,
    name: nameOf(row),
  };
  // Without room for it the view opens with what it had, and that is told here.
  if (!slot.write(JSON.stringify(area))) return;
  const known = brought.read();
  const figures = Object.entries(entries).flatMap(([id, entry]) => {
    const notes = isEmpty(entry) ? null : notesOf(id, row.code, tables, language);
    return notes === null ? [] : [[id, { given: given(entry), notes }]];
  });
  if (figures.length === 0) brought.clear();
  else brought.write(JSON.stringify(Object.fromEntries(figures)));
  setTimeout(() => {
    for (const [one, before] of [[slot, kept] as const, [brought, known] as const]) {
      if (before === null) one.clear();
      else one.write(before);
    }
  }, 0);
}

/** What is known of a criterion's figure of an area: where it came from, if that is known of the one table that can have it. */
function notesOf(id: string, code: string | null, tables: readonly Understanding[], language: Language) {
  const all = tables.flatMap(({ table, origin, measures }) =>
    measures.filter(({ criterion, figures }) => criterion === id && figures > 0).map(({ period }) => ({ table, origin, period })),
  );
  // Of tables that were fetched place by place, the one that asked for the area; one of an unknown origin may have any.
  const isElsewhere = (origin: Understanding["origin"]) => origin != null && code !== null && !asksFor(origin, code);
  const [only, more] = all.length > 1 ? all.filter(({ origin }) => !isElsewhere(origin)) : all;
  if (only?.origin == null || more !== undefined) return null;
  return { year: only.period ?? "", ages: "", source: noteOf(only.table.file, only.origin, language), division: "" };
}

/** The set of one's own in what the tab kept, which may be anything. */
function ownIn(kept: string | null): unknown {
  try {
    return JSON.parse(kept ?? "{}").own ?? null;
  } catch {
    return null;
  }
}
