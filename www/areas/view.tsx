// *Många områden*: a person brings whole statistics files and sees which of their areas meet the criteria.

import type { Language } from "../text/format.ts";
import type { LivingView } from "../views.ts";
import { Areas } from "./Areas.tsx";
import "../look/scrolls.css";
import "./areas.css";
import "./explore.css";
import "./report.css";
import "./table.css";
import "./understood.css";
import "./workbench.css";
import "./years.css";
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
          <Areas />
        </SpokenContext.Provider>
      ),
    },
  };
}
