// The steps in which a criteria set of one's own is made, and which of them a place in the set belongs to.

import { signal } from "@preact/signals";

/** What it is based on; which measures and thresholds it has; what it is called and where it comes from; whether it holds. */
export const stages = ["base", "measures", "about", "check"] as const;

export type Stage = (typeof stages)[number];

/** The step that is shown. */
export const stage = signal<Stage>("base");

/** Whether all of them are shown at once. */
export const allAtOnce = signal(false);

/** Returns the step in which a place is written. */
export function stageOf(path: string): Stage {
  return /^(?:id|date|name|source)\b/.test(path) ? "about" : "measures";
}
