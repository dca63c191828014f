// What lives of *Om kriterierna*: choosing a municipality, and the planner.

import "../municipality/municipality.css";
import "./about.css";
import "./who.css";
import "./money.css";
import "./rest.css";
import { loadPlanEngine } from "../engine/plan.ts";
import type { Live } from "../frame/Place.tsx";
import { municipalityText } from "../municipality/text.ts";
import type { Language } from "../text/format.ts";
import { Choose } from "./Choose.tsx";
import { Day } from "./Day.tsx";
import { unfoldWhenNamed } from "./fold.ts";
import { Period } from "./Period.tsx";
import { spoken } from "../text/spoken.ts";

/** Loads the live parts in a language. */
export async function load(language: Language): Promise<Live> {
  const [{ text }, municipality] = await Promise.all([
    spoken(language, { sv: () => import("./live.sv.ts"), en: () => import("./live.en.ts") }),
    municipalityText(language),
  ]);
  return {
    parts: {
      who: () => <Choose language={language} text={text} municipality={municipality} />,
      period: () => <Period language={language} text={text} />,
      day: () => <Day language={language} text={text} />,
    },
    begin: () => {
      unfoldWhenNamed();
      void loadPlanEngine();
    },
  };
}
