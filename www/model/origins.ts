// Where files came from: of those that a page fetched, for as long as it has them. A file that a person chose has no origin.

import type { Origin } from "../generated/tables/tables.js";
import type { Language } from "../text/format.ts";

/** The longest note of a source that the core takes. */
const LONGEST = 1_000;

const updatedOn = { sv: "uppdaterad", en: "updated" };

const origins = new WeakMap<File, Origin>();

/** Returns the file with its origin known. */
export function withOrigin(file: File, origin: Origin): File {
  origins.set(file, origin);
  return file;
}

/** Returns the origins of files, in their order; null for each that has none. */
export function originsOf(files: readonly File[]): (Origin | null)[] {
  return files.map((file) => origins.get(file) ?? null);
}

/** Whether an origin's address asked for an area, by its code: with a code, or a mask in which `?` stands for any character. */
export function asksFor({ address }: Origin, code: string): boolean {
  const asked = URL.canParse(address) ? (new URL(address).searchParams.get("valueCodes[Region]") ?? "") : "";
  return asked.split(",").some((one) => {
    const [mask = ""] = one.split("_");
    return mask.length === code.length && [...mask].every((character, at) => character === "?" || character === code[at]);
  });
}

/** Returns an origin as a note at a figure: what it is called, then where it came from. The hash is never cut. */
export function noteOf(called: string, { address, updated, sha256 }: Origin, language: Language): string {
  const day = updated === null ? [] : [`${updatedOn[language]} ${updated.slice(0, 10)}`];
  const hash = sha256 === null ? [] : [`SHA-256 ${sha256}`];
  const note = [called, ...day, address, ...hash].join(", ");
  return note.length <= LONGEST ? note : [called, ...day, ...hash].join(", ").slice(0, LONGEST);
}
