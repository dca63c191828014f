// Going to a field of a criteria set, in whichever step it stands.

import type { Language } from "../../text/format.ts";
import { allAtOnce, stage, stageOf } from "../../model/sets/stages.ts";
import { fieldId } from "./Fields.tsx";

/** Goes to an element once it is drawn; it may stand in what is folded away. */
export function goTo(find: () => HTMLElement | null): void {
  requestAnimationFrame(() => {
    const element = find();
    const folded = element?.closest("details");
    if (folded) folded.open = true;
    element?.focus();
  });
}

/** Goes to the field of a place in the set: a text has one for each language, or one for both. */
export function goToField(path: string, language: Language): void {
  if (!allAtOnce.value) stage.value = stageOf(path);
  const places = [path, `${path}.${language}`, path.replace(/\.(sv|en)$/, `.${language}`), "criteria"];
  goTo(() => {
    const found = places.map((place) => document.getElementById(fieldId(place)));
    return found.find((field) => field !== null) ?? null;
  });
}
