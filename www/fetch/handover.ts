// Fetched files on their way to *Många områden*: their names for the next page of this tab, the files from the device.

import { fetched } from "../device/storage.ts";
import { type Fetched, fileOf, kept } from "./keep.ts";
import { fileName } from "./sources.ts";

/** Leaves word of which files the view is to open; without room for it, that is told, and the files can be saved and dropped. */
export function handOver(all: readonly Fetched[]): void {
  fetched.write(JSON.stringify(all.map(({ query }) => fileName(query))));
}

/** Takes the files that were left word of, once. */
export async function takeFiles(): Promise<File[]> {
  let names: unknown;
  try {
    names = JSON.parse(fetched.read() ?? "null");
  } catch {
    return [];
  } finally {
    fetched.clear();
  }
  if (!Array.isArray(names)) return [];
  const all = new Map((await kept()).map((one) => [fileName(one.query), one]));
  return names.flatMap((name) => {
    const found = all.get(String(name));
    return found === undefined ? [] : [fileOf(found)];
  });
}
