// The way from this view to the others, which holds before any script runs and below any path.

import type { Language } from "../text/format.ts";
import { address } from "../addresses.ts";

/** Returns the address of something below the site's root, relative to this view. */
export function below(path: string, language: Language): string {
  return "../".repeat(address("fetch", language).split("/").length - 1) + path;
}
