// Fetched files on their way to *Många områden*: their names for the next page of this tab, the files from the device.

import { type Fetched, fileOf, kept } from "./keep.ts";
import { HANDED_OVER } from "./handed-over.ts";
import { fileName } from "./sources.ts";

/** Leaves word of which files the view is to open. */
export function handOver(all: readonly Fetched[]): void {
  try {
    sessionStorage.setItem(HANDED_OVER, JSON.stringify(all.map(({ query }) => fileName(query))));
  } catch {
    // Storage may be refused; then the view opens empty, and the files can be saved and dropped.
  }
}

/** Takes the files that were left word of, once. */
export async function takeFiles(): Promise<File[]> {
  let names: unknown;
  try {
    names = JSON.parse(sessionStorage.getItem(HANDED_OVER) ?? "null");
    sessionStorage.removeItem(HANDED_OVER);
  } catch {
    return [];
  }
  if (!Array.isArray(names)) return [];
  const all = new Map((await kept()).map((one) => [fileName(one.query), one]));
  return names.flatMap((name) => {
    const found = all.get(String(name));
    return found === undefined ? [] : [fileOf(found)];
  });
}
