// Made-up figures to start from, for the sets that come with the product. They are of no real area.

import { builtIn } from "../engine/criteria.ts";
import { type Language, typed } from "../text/format.ts";
import { emptyEntry, type Entries, type Entry } from "./entry.ts";
import { own } from "../text/own.ts";

type Example = Readonly<Record<string, Partial<Entry>>>;

const madeUp: Readonly<Record<string, Example>> = {
  "promemoria-2018": {
    employment: { mode: "count", count: "742", total: "1237" },
    "long-term-unemployment": { percent: "11.2" },
    "low-education": { mode: "count", count: "350", total: "1250" },
    turnout: { percent: "71.4" },
  },
  "scb-2012": {
    employment: { percent: "47.6" },
    "long-term-income-support": { percent: "6.1" },
    "upper-secondary-eligibility": { percent: "64.0" },
    population: { amount: "4120" },
  },
};

/** The example of each set by its id, in the notation of a language. */
export const examples: Readonly<Record<string, (language: Language) => Entries>> = Object.fromEntries(
  builtIn.flatMap((set) => {
    const example = own(madeUp, set.id);
    if (example === undefined) return [];
    const entries = (language: Language) =>
      Object.fromEntries(
        set.criteria.map((criterion) => {
          const entry = { ...emptyEntry(criterion), ...own(example, criterion.id) };
          return [criterion.id, { ...entry, percent: typed(entry.percent, language) }];
        }),
      );
    return [[set.id, entries]];
  }),
);

/** What stands before the name of an example in a link, a file, a record and on paper, in the language it was made in. */
const marks = { sv: "Exempel med påhittade siffror", en: "Example with made-up figures" } as const;

export const LONGEST_NAME = 120;

/** Returns the name under which an area leaves the page: an example says so itself. */
export function markedName(name: string, isExample: boolean): string {
  if (!isExample) return name;
  const mark = typeof document !== "undefined" && document.documentElement.lang === "en" ? marks.en : marks.sv;
  return (name.trim() === "" ? mark : `${mark}: ${name}`).slice(0, LONGEST_NAME);
}

/** Whether a name is that of an example. */
export function isMarked(name: string): boolean {
  return Object.values(marks).some((mark) => name.startsWith(mark));
}

/** Returns the name without the mark. */
export function unmarked(name: string): string {
  const mark = Object.values(marks).find((one) => name.startsWith(one));
  return mark === undefined ? name : name.slice(mark.length).replace(/^: /, "");
}
