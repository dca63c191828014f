// *Om kriterierna*: everything the memo says, where each fact comes from, and what is not known.

import "../municipality/municipality.css";
import "./about.css";
import "./who.css";
import "./money.css";
import "./rest.css";
import { planEngine as engine } from "../engine/plan.ts";
import { municipalityText } from "../municipality/text.ts";
import type { Language } from "../text/format.ts";
import type { LoadedView } from "../views.ts";
import { About } from "./About.tsx";

/** Loads the view in a language. */
export async function load(language: Language): Promise<LoadedView> {
  const [{ text }, municipality] = await Promise.all([
    language === "sv" ? import("./text.sv.ts") : import("./text.en.ts"),
    municipalityText(language),
  ]);
  return {
    text,
    Component: () => <About language={language} text={text} municipality={municipality} engine={engine.value} />,
  };
}
