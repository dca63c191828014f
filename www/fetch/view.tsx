// *Hämta siffror*: the only view that connects, to Statistics Sweden alone and once a person has pressed.

import type { Language } from "../text/format.ts";
import type { LivingView } from "../views.ts";
import { Fetch } from "./Fetch.tsx";
import "./fetch.css";
import { SpokenContext } from "./language.ts";
import { spoken } from "../text/spoken.ts";

/** Loads the view in a language. */
export async function load(language: Language): Promise<LivingView> {
  const { text } = await spoken(language, { sv: () => import("./text.sv.ts"), en: () => import("./text.en.ts") });
  return {
    text,
    parts: {
      view: () => (
        <SpokenContext.Provider value={{ language, text }}>
          <Fetch />
        </SpokenContext.Provider>
      ),
    },
  };
}
