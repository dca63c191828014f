// Takes an area of the table along to *Ett område*, in the form in which that view keeps what is entered.

import { type CriteriaSet, isOwn } from "../engine/criteria.ts";
import type { Row } from "../engine/tables.ts";
import { area as slot } from "../device/storage.ts";
import { emptyEntry, type Entries } from "../model/entry.ts";
import { type Language, typed } from "../text/format.ts";

/** Returns an area's figures as a person would have entered them. */
export function entriesOf(row: Row, set: CriteriaSet, language: Language): Entries {
  const entries = set.criteria.map((criterion) => {
    const empty = emptyEntry(criterion);
    const figure = row.assessment.findings.find((finding) => finding.criterion === criterion.id)?.figure ?? null;
    if (figure === null) return [criterion.id, empty];
    const [count, total] = figure.split("/");
    if (total !== undefined) return [criterion.id, { ...empty, mode: "count", count, total }];
    return [criterion.id, { ...empty, [empty.mode]: typed(figure, language) }];
  });
  return Object.fromEntries(entries);
}

/**
 * Puts an area where a tab that is opened now finds it. A new tab begins with a copy of this one's storage, so that
 * what this one kept is put back afterwards.
 */
export function handOver(row: Row, set: CriteriaSet, reading: { tie: string | null; require: string | null }, language: Language): void {
  const kept = slot.read();
  const area = {
    set: set.id,
    own: isOwn(set) ? set : ownIn(kept),
    entries: entriesOf(row, set, language),
    reading,
    example: false,
    municipality: row.municipality,
  };
  // Without room for it the view opens with what it had, and that is told here.
  if (!slot.write(JSON.stringify(area))) return;
  setTimeout(() => {
    if (kept === null) slot.clear();
    else slot.write(kept);
  }, 0);
}

/** The set of one's own in what the tab kept, which may be anything. */
function ownIn(kept: string | null): unknown {
  try {
    return JSON.parse(kept ?? "{}").own ?? null;
  } catch {
    return null;
  }
}
