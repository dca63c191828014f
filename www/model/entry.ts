// What a person has entered for one criterion. Both ways of giving a figure are kept, so that switching loses nothing.

import type { Calculator, Given } from "../engine/page.ts";
import type { Criterion } from "../engine/criteria.ts";

export type Mode = Given["mode"];

export interface Entry {
  mode: Mode;
  percent: string;
  /** The percentage is exact as it stands. */
  exact: boolean;
  /** How many persons the percentage is of, where known. */
  known: string;
  count: string;
  total: string;
  amount: string;
  /** By how many persons counts may be off. */
  noise: string;
}

/** A part of an entry that has a field of its own. */
export type Part = Exclude<keyof Entry, "mode" | "exact">;

/** The id of the field of a part in the page. */
export function fieldId(criterion: Criterion, part: Part | "exact"): string {
  return `figure-${criterion.id}-${part}`;
}

export type Entries = Readonly<Record<string, Entry>>;

/** The ways in which a criterion's figure can be given; the first is the one a person meets. */
export function modes(criterion: Criterion): readonly [Mode, ...Mode[]] {
  return criterion.unit === "persons" ? ["amount"] : ["percent", "count"];
}

export function emptyEntry(criterion: Criterion): Entry {
  return { mode: modes(criterion)[0], percent: "", exact: false, known: "", count: "", total: "", amount: "", noise: "" };
}

export function isEmpty(entry: Entry): boolean {
  return [entry.percent, entry.known, entry.count, entry.total, entry.amount, entry.noise].every((text) => text.trim() === "");
}

/** Returns what the core reads: the figure in the mode in use, as text. */
export function given(entry: Entry): Given {
  switch (entry.mode) {
    case "percent":
      return { mode: "percent", text: entry.percent, exact: entry.exact, of: entry.known };
    case "count":
      return { mode: "count", count: entry.count, total: entry.total, noise: entry.noise };
    case "amount":
      return { mode: "amount", text: entry.amount, noise: entry.noise };
  }
}

/** Enters the same as the figure of the criterion at that position. */
export function enter(core: Calculator, nth: number, entry: Entry): void {
  switch (entry.mode) {
    case "percent":
      core.enterPercent(nth, entry.percent, entry.exact, entry.known);
      break;
    case "count":
      core.enterCount(nth, entry.count, entry.total, entry.noise);
      break;
    case "amount":
      core.enterAmount(nth, entry.amount, entry.noise);
      break;
  }
}
