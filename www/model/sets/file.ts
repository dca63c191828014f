// A criteria set from a file, checked by the core; what becomes of it is for the one who opens it.

import { builtIn, type CriteriaSet, withoutNulls } from "../../engine/criteria.ts";
import type { CoreError } from "../../engine/page.ts";
import { hashOf, planEngine } from "../../engine/plan.ts";
import { check } from "./check.ts";

const LARGEST_FILE = 1_000_000;

export type SetFile =
  /** A set that comes with the product, unchanged; one under such a set's id that is not that set; or any other. */
  | { readonly result: "known" | "disguised" | "own"; readonly set: CriteriaSet }
  | { readonly result: "too-large" | "not-loaded" | "not-json" }
  | { readonly result: "refused"; readonly problems: readonly CoreError[] };

/** Reads a set from a file. */
export async function readSet(file: File): Promise<SetFile> {
  if (file.size > LARGEST_FILE) return { result: "too-large" };
  let document: unknown;
  try {
    document = JSON.parse(await file.text());
  } catch {
    return { result: "not-json" };
  }
  const loaded = planEngine.value;
  const problems = check(document);
  if (loaded.state !== "ready" || problems === null) return { result: "not-loaded" };
  if (problems.length > 0) return { result: "refused", problems };
  const set = withoutNulls(document as CriteriaSet);
  const known = builtIn.find(({ id }) => id === set.id);
  if (known === undefined) return { result: "own", set };
  const isKnown = hashOf(loaded.core, known) === hashOf(loaded.core, set);
  return isKnown ? { result: "known", set: known } : { result: "disguised", set };
}
