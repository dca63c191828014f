// What the memo's list says of one municipality, as a sentence.

import { answers, combinations, set as memosSet } from "@data/memo/designation.json";
import type { Designation, Verdict } from "../generated/plan/plan.js";
import type { Language } from "../text/format.ts";

/** Says whether the municipality is on the list, or that there is no such municipality. */
export function designationSentence(designation: Designation, language: Language): string {
  switch (designation.kind) {
    case "designated":
      return say(answers.designated[language], designation.municipality.name, designation.listed);
    case "not-designated":
      return say(answers.notDesignated[language], designation.municipality.name, designation.listed);
    case "no-such-municipality":
      return answers.unknown[language].replace("{code}", () => designation.municipalityCode);
  }
}

/** Returns the municipality's name; null where there is no such municipality, or none is chosen. */
export function nameOf(designation: Designation | null): string | null {
  return designation === null || designation.kind === "no-such-municipality" ? null : designation.municipality.name;
}

export type Combination = (typeof combinations)[number];

/**
 * Returns what the list and the verdict on an area mean together, or null where one of the two is open, or where the
 * verdict is by another criteria set than the one that the list belongs to.
 */
export function combination(designation: Designation, verdict: Verdict | null, set: string): Combination | null {
  if (designation.kind === "no-such-municipality" || set !== memosSet) return null;
  if (verdict === null || verdict === "undetermined") return null;
  const listed = designation.kind === "designated";
  const meets = verdict === "meets";
  return combinations.find((both) => both.designated === listed && both.meets === meets) ?? null;
}

function say(text: string, name: string, listed: number): string {
  return text.replace("{name}", () => name).replace("{count}", () => String(listed));
}
