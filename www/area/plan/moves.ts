// Changes for the eye: another number beside the one that stands there, or so many people moving in or out.

import type { Criterion } from "../../engine/criteria.ts";
import type { Persons } from "../../engine/plan.ts";
import { type Language, whole } from "../../text/format.ts";
import { own } from "../../text/own.ts";
import { figureText } from "./figures.ts";
import type { PlanText } from "./text.sv.ts";

/** Says who would move in or out: `2 inflyttade personer som förvärvsarbetar`. */
export function movingText(
  way: "movingIn" | "movingOut",
  { persons, who }: Persons,
  { id }: Criterion,
  text: PlanText,
  language: Language,
): string {
  const phrases: Readonly<Record<string, PlanText["who"]["other"]>> = text.who;
  const phrase = own(phrases, id) ?? text.who.other;
  return text.move[way](whole(persons, language), phrase[who][persons === 1 ? "one" : "many"]);
}

/** Says a figure beside the one that stands there: `351 i stället för 350 av 1 250`. */
export function insteadText(after: string, before: string | null, criterion: Criterion, text: PlanText, language: Language): string {
  if (before === null) return figureText(after, criterion, text, language);
  const [count = "", total] = after.split("/");
  const sameTotal = total !== undefined && before.split("/")[1] === total;
  const now = sameTotal ? whole(count, language) : figureText(after, criterion, text, language);
  return text.move.instead(now, figureText(before, criterion, text, language));
}
