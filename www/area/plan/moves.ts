// Changes for the eye: so many persons more or fewer, moving in or out, or a step in percentage points.

import type { Criterion } from "../../engine/criteria.ts";
import type { Persons, Step } from "../../engine/plan.ts";
import { decimal, type Language, magnitude, whole } from "../../text/format.ts";
import type { PlanText } from "./text.sv.ts";

/** Says a change in persons: `3 fler i arbete`, `2 inflyttade utan arbete`. */
export function personsText(
  way: "fixedTotal" | "movingIn" | "movingOut" | "amount",
  { persons, who }: Persons,
  criterion: Criterion,
  text: PlanText,
  language: Language,
): string {
  const phrases: Readonly<Record<string, PlanText["who"]["other"]>> = text.who;
  const phrase = phrases[criterion.id] ?? text.who.other;
  const form = persons === 1 ? "one" : "many";
  const number = whole(persons, language);
  // With the total fixed, and for plain counts, it is about those who are counted: more of them, or fewer.
  if (way === "fixedTotal" || way === "amount") return text.move[who === "with" ? "more" : "fewer"][form](number, phrase.with[form]);
  return text.move[way][form](number, phrase[who][form]);
}

/** Says a step of a percentage: `0,2 procentenheter högre`. */
export function stepText(step: Step, text: PlanText, language: Language): string {
  const size = decimal(magnitude(step), language);
  return step.startsWith("-") ? text.move.lower(size) : text.move.higher(size);
}
