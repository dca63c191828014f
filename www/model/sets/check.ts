// What the core finds wrong with a document as a criteria set.

import type { CoreError } from "../../engine/page.ts";
import { planEngine } from "../../engine/plan.ts";
import { passTrap } from "../../engine/trap.ts";

/** Returns everything that is wrong; null until the module is there. */
export function check(document: unknown): readonly CoreError[] | null {
  const loaded = planEngine.value;
  if (loaded.state !== "ready") return null;
  try {
    return loaded.core.criteriaProblems(document);
  } catch (error) {
    passTrap(error);
    return [error as CoreError];
  }
}
