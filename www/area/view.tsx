// *Ett område*: a person enters an area's figures and sees at once which thresholds it is past.

import "../municipality/municipality.css";
import { municipalityText } from "../municipality/text.ts";
import type { Language } from "../text/format.ts";
import type { LoadedView } from "../views.ts";
import "./area.css";
import "./scale.css";
import "./row.css";
import { Area } from "./Area.tsx";
import { SpokenContext } from "./language.ts";

/** Loads the view in a language. */
export async function load(language: Language): Promise<LoadedView> {
  const [{ text }, municipality] = await Promise.all([
    language === "sv" ? import("./text.sv.ts") : import("./text.en.ts"),
    municipalityText(language),
  ]);
  return {
    text,
    Component: () => (
      <SpokenContext.Provider value={{ language, text, municipality }}>
        <Area />
      </SpokenContext.Provider>
    ),
  };
}
