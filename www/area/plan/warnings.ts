// What the notes at the figures speak against: different years, ages or divisions, and what is known of each measure.

import measures from "@data/memo/measures.json";
import type { CriteriaSet } from "../../engine/criteria.ts";
import type { Language } from "../../text/format.ts";
import type { PlanText } from "./text.sv.ts";
import type { Notes } from "../../engine/plan.ts";
import { labelOf } from "../../model/labels.ts";

const compared = ["year", "ages", "division"] as const;

/** Writes what differs in dashes and blanks alike: `20-64` and `20 – 64` are the same ages. */
function plain(note: string): string {
  return note
    .toLocaleLowerCase("sv")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, "")
    .replace(/år$|years$/, "");
}

/** Returns the first year in a note, such as 2023 in `2023` or `nov 2023`. */
function yearIn(note: string): number | null {
  const found = /(?:19|20)\d\d/.exec(note);
  return found === null ? null : Number(found[0]);
}

/** Returns the warnings in a stable order: first between the figures, then against what is known of the memo's. */
export function warningsOf(set: CriteriaSet, notesOf: (id: string) => Notes, text: PlanText, language: Language): string[] {
  const noted = set.criteria.map((criterion) => ({ criterion, notes: notesOf(criterion.id) }));
  const between = compared.flatMap((part) => {
    const said = noted.filter(({ notes }) => notes[part].trim() !== "");
    const values = new Set(said.map(({ notes }) => plain(notes[part])));
    if (values.size < 2) return [];
    return [
      text.definitions.differ[part](
        said.map(({ criterion, notes }) => text.definitions.of(labelOf(criterion)[language], notes[part].trim())),
      ),
    ];
  });
  if (set.id !== measures.set) return between;
  const memoYear = Number(set.date.slice(0, 4));
  const known = noted.flatMap(({ criterion, notes }) => {
    const year = yearIn(notes.year);
    if (year === null) return [];
    const breaks = measures.measures.find((measure) => measure.criterion === criterion.id)?.breaks ?? [];
    const name = labelOf(criterion)[language];
    return [
      ...(year > memoYear ? [text.definitions.later(name)] : []),
      ...breaks.filter((one) => year >= one.year).map((one) => text.definitions.broken(name, one.text[language])),
    ];
  });
  return [...between, ...known];
}
