// *Ett område*: a person enters an area's figures and sees at once which thresholds it is past.

import type { Language } from "../text/format.ts";
import type { LoadedView } from "../views.ts";
import "./area.css";
import { Area } from "./Area.tsx";
import { SpokenContext } from "./language.ts";

/** Loads the view in a language. */
export async function load(language: Language): Promise<LoadedView> {
  const { text } = await (language === "sv" ? import("./text.sv.ts") : import("./text.en.ts"));
  return {
    text,
    Component: () => (
      <SpokenContext.Provider value={{ language, text }}>
        <Area />
      </SpokenContext.Provider>
    ),
  };
}
