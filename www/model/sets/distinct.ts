// Ids of sets of one's own: each its own, so that none passes for another.

import { builtIn, type CriteriaSet } from "../../engine/criteria.ts";
import { keptSets } from "../area.ts";

/** Whether a set that comes with the product, or another that was made here than the one of the id `own`, has an id. */
export function isTaken(id: string, own: string | null = null): boolean {
  return id !== own && [...builtIn, ...keptSets.value].some((set) => set.id === id);
}

/** Returns an id that no other set has: `own-criteria`, `own-criteria-2`. */
export function freeId(id: string): string {
  const base = id.slice(0, 60);
  let nth = 2;
  let free = id;
  while (isTaken(free)) {
    free = `${base}-${nth}`;
    nth += 1;
  }
  return free;
}

/** Returns a set that came from elsewhere as one that can stand beside those made here: the same one, or one with an id of its own. */
export function distinct(set: CriteriaSet): CriteriaSet {
  const text = JSON.stringify(set);
  return keptSets.value.find((one) => JSON.stringify(one) === text) ?? { ...set, id: freeId(set.id) };
}
