// Municipalities and counties by code, and what the memo's list says of a municipality.

import { municipalities as designated } from "@data/memo/designated.json";
import { counties as countyList, municipalities as municipalityList } from "@data/memo/municipalities.json";
import { designationSentence } from "../municipality/designation.ts";
import type { Language } from "../text/format.ts";

export interface Place {
  readonly code: string;
  readonly name: string;
}

function sort(places: readonly Place[]): readonly Place[] {
  const { compare } = new Intl.Collator("sv");
  return [...places].sort((one, other) => compare(one.name, other.name));
}

/** Orders places once they are asked for: to make a collator would hold up the first view. */
function inOrder(places: readonly Place[]): () => readonly Place[] {
  let sorted: readonly Place[] | undefined;
  return () => {
    sorted ??= sort(places);
    return sorted;
  };
}

/** The municipalities by their names. */
export const municipalities = inOrder(municipalityList);
/** The counties by their names. */
export const counties = inOrder(countyList);

const names = new Map([...municipalityList, ...countyList].map(({ code, name }) => [code, name]));

/** Returns the name of a municipality or a county, or the code where there is none. */
export const placeName = (code: string): string => names.get(code) ?? code;

/** Says whether a municipality is on the memo's list. */
export function listSentence(code: string, language: Language): string {
  const name = names.get(code);
  if (name === undefined) return designationSentence({ kind: "no-such-municipality", municipalityCode: code }, language);
  const isListed = designated.some((one) => one.code === code);
  const municipality = { code, name, county: placeName(code.slice(0, 2)), designated: isListed };
  return designationSentence({ kind: isListed ? "designated" : "not-designated", municipality, listed: designated.length }, language);
}
