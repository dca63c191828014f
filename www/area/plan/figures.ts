// Exact figures of the core (`58.2`, `742/1237`, `4000`) for the eye.

import type { Criterion } from "../../engine/criteria.ts";
import { type Language, percent, whole } from "../../text/format.ts";
import type { PlanText } from "./text.sv.ts";

/** Writes a figure as a percentage, a count of a total, or a number of persons. */
export function figureText(figure: string, criterion: Criterion, text: PlanText, language: Language): string {
  const [count, total] = figure.split("/");
  if (count !== undefined && total !== undefined) return text.figure.share(whole(count, language), whole(total, language));
  return criterion.unit === "persons" ? text.figure.persons(whole(figure, language)) : percent(figure, language);
}
