// What the memo's list says of one municipality, as a sentence.

import { answers } from "@data/memo/designated.json";
import type { Designation } from "../generated/page/page.js";
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

function say(text: string, name: string, listed: number): string {
  return text.replace("{name}", () => name).replace("{count}", () => String(listed));
}
