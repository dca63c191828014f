// An error of a figure: what it says, and which field it is about.

import type { Criterion } from "../engine/criteria.ts";
import type { CoreError } from "../engine/page.ts";
import { type Language, whole } from "../text/format.ts";
import type { Mode, Part } from "../model/entry.ts";
import type { AreaText } from "./text.sv.ts";

/** The parts that say how exact the figure is; their fields stand among the explanations. */
const ofPrecision: readonly Part[] = ["known", "noise"];

/** Returns the parts that an error is about, the first of them first; count and total both where they don't fit together. */
export function wrongParts({ place }: CoreError, mode: Mode): readonly [Part, ...Part[]] {
  switch (place?.path) {
    case "of":
      return ["known"];
    case "noise":
      return ["noise"];
    case "count":
    case "total":
      return [place.path];
    default:
      return mode === "count" ? ["count", "total"] : [mode];
  }
}

/** Whether an error is about how exact the figure is, rather than about the figure. */
export function isOfPrecision(error: CoreError | null, mode: Mode): boolean {
  return error !== null && ofPrecision.includes(wrongParts(error, mode)[0]);
}

/** The id of the sentence that says what is wrong. */
export function errorId(criterion: Criterion): string {
  return `error-${criterion.id}`;
}

/** Says an error of a figure: what was found, what was expected, what to do. */
export function errorText({ problem, place }: CoreError, text: AreaText, language: Language): string {
  const beside = place?.path === "of" || place?.path === "noise";
  const isCount = beside || place?.path === "count" || place?.path === "total" || place?.path === "amount";
  switch (problem.code) {
    case "too-many-digits":
      return place?.path === "noise" ? text.errors["noise-too-large"](problem.text) : text.errors[problem.code](problem.text);
    case "not-whole":
      return beside ? text.errors["not-whole-beside"](problem.text) : text.errors[problem.code](problem.text);
    case "not-a-number":
      return isCount ? text.errors["not-a-count"](problem.text) : text.errors[problem.code](problem.text);
    case "two-marks":
    case "negative":
    case "above-hundred":
    case "ambiguous":
      return text.errors[problem.code](problem.text);
    case "count-above-total":
      return text.errors[problem.code](whole(problem.count, language), whole(problem.total, language));
    case "total-zero":
    case "total-missing":
    case "count-missing":
      return text.errors[problem.code];
    default:
      return text.errors.other;
  }
}
