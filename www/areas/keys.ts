// Keys: files by which counts are put together to larger areas, and logs of changed areas, by which those of two years'
// divisions are compared; in place of being read for figures.

import type { KeyInUse } from "../engine/tables.ts";
import { clear, type Loaded, read } from "./state.ts";

/** Whether it is a log of changed areas, and puts no counts together. */
export function isChangeLog({ ways }: Loaded["keys"][number]): boolean {
  return ways.length === 0;
}

/** Takes a file as a key; where it is none, that is said, and everything stays as it is. */
export function useAsKey(run: Loaded, file: File): void {
  void read({ ...run, files: run.files.filter((one) => one !== file), keys: [...run.keys, { file, to: null }] });
}

/** Takes a key away. */
export function removeKey(run: Loaded, { file }: KeyInUse): void {
  const keys = run.keys.filter((one) => one.file !== file);
  if (keys.length === 0 && run.files.length === 0) clear();
  else void read({ ...run, keys });
}

/** Puts counts together to another division that a key has. */
export function putTogetherTo(run: Loaded, { file }: KeyInUse, to: "regso" | "deso"): void {
  void read({ ...run, keys: run.keys.map((one) => (one.file === file ? { ...one, to } : one)) });
}
