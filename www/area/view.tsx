// *Ett område*: a person enters an area's figures and sees at once which thresholds it is past.

import type { Language } from "../text/format.ts";
import type { LoadedView } from "../views.ts";
import { Area } from "./Area.tsx";
import { loadExplanation } from "./explanation.ts";
import { load as loadLive } from "./live.tsx";
import { spoken } from "../text/spoken.ts";

/** Loads the view in a language. */
export async function load(language: Language): Promise<LoadedView> {
  const [{ text }, { parts }] = await Promise.all([
    spoken(language, { sv: () => import("./text.sv.ts"), en: () => import("./text.en.ts") }),
    loadLive(language),
    loadExplanation(language),
  ]);
  return { text, Component: () => <Area parts={parts} text={text} /> };
}
