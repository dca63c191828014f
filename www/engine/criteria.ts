// Criteria sets as the documents they are; the core checks them.

import promemoria2018 from "@data/criteria/promemoria-2018.json";
import scb2012 from "@data/criteria/scb-2012.json";
import type { ChosenReading, Citation, Cited, CriteriaSet, Criterion, Point, Text } from "../generated/page/page.js";

export type { ChosenReading, Citation, Cited, CriteriaSet, Criterion, Point, Text };

/** The sets that come with the product; the first is the one a person meets. */
export const builtIn = [promemoria2018, scb2012] as readonly CriteriaSet[] as readonly [CriteriaSet, CriteriaSet];

/** Whether a set is a person's own rather than one of those that come with the product. */
export function isOwn(set: CriteriaSet): boolean {
  return builtIn.every(({ id }) => id !== set.id);
}

/** Returns a checked set with what is null left out: a document may say so of what it lacks, and the page asks whether it is there. */
export function withoutNulls(set: CriteriaSet): CriteriaSet {
  return JSON.parse(JSON.stringify(set), (_, value: unknown) => value ?? undefined);
}

/** Returns as much of a reading as a set allows: what its source settles, and what it has no criteria for, is its own. */
export function allowed(set: CriteriaSet, { tie, require }: ChosenReading): ChosenReading {
  return {
    tie: set.reading.tie.settled ? null : tie,
    require: require === null || set.reading.require.settled || !requires(set).includes(require) ? null : require,
  };
}

/** How a figure exactly on the threshold can be read. */
export const ties = ["strict", "inclusive"] as const;

/** How many criteria can be required, from all down to any. */
export function requires(set: CriteriaSet): string[] {
  const of = set.criteria.length;
  const between = Array.from({ length: Math.max(0, of - 2) }, (_, nth) => String(of - 1 - nth));
  return ["all", ...between, ...(of > 1 ? ["any"] : [])];
}
