// Made-up figures to start from, for the sets that come with the product. They are of no real area.

import { builtIn } from "../engine/criteria.ts";
import { type Language, typed } from "../text/format.ts";
import { emptyEntry, type Entries, type Entry } from "./entry.ts";

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
    const example = madeUp[set.id];
    if (example === undefined) return [];
    const entries = (language: Language) =>
      Object.fromEntries(
        set.criteria.map((criterion) => {
          const entry = { ...emptyEntry(criterion), ...example[criterion.id] };
          return [criterion.id, { ...entry, percent: typed(entry.percent, language) }];
        }),
      );
    return [[set.id, entries]];
  }),
);
