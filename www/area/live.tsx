// What lives of *Ett område*: nearly all of it, the fields first and the answer next.

import { effect } from "@preact/signals";
import type { ComponentType } from "preact";
import { loadEngine, prepareEngine } from "../engine/page.ts";
import type { Live } from "../frame/Place.tsx";
import { adoptTyped, keptSets } from "../model/area.ts";
import { keepHandingOver, takeOver } from "../model/handover.ts";
import "../municipality/municipality.css";
import { municipalityText } from "../municipality/text.ts";
import type { Language } from "../text/format.ts";
import { Answer } from "./Answer.tsx";
import "./area.css";
import { Bar } from "./Bar.tsx";
import { Designation } from "./Designation.tsx";
import { tookOver } from "./explanation.ts";
import { answerOnEnter, figureParts } from "./Figures.tsx";
import { SpokenContext } from "./language.ts";
import { Notes } from "./Notes.tsx";
import { Notices } from "./Notices.tsx";
import { arrive } from "./plan/arrive.ts";
import { Panels } from "./plan/Panels.tsx";
import { ReadingChoice } from "./ReadingChoice.tsx";
import "./row.css";
import "./scale.css";
import { Ways } from "./Ways.tsx";
import { spoken } from "../text/spoken.ts";

/** Loads the live parts in a language. */
export async function load(language: Language): Promise<Live> {
  prepareEngine();
  const [{ text }, municipality] = await Promise.all([
    spoken(language, { sv: () => import("./text.sv.ts"), en: () => import("./text.en.ts") }),
    municipalityText(language),
  ]);
  const speaking = (Part: ComponentType) => () => (
    <SpokenContext.Provider value={{ language, text, municipality }}>
      <Part />
    </SpokenContext.Provider>
  );
  return {
    parts: {
      ...Object.fromEntries(Object.entries(figureParts).map(([name, Part]) => [name, speaking(Part)])),
      answer: speaking(Answer),
      bar: speaking(Bar),
      ways: speaking(Ways),
      notices: speaking(Notices),
      designation: speaking(Designation),
      panels: speaking(Panels),
      reading: speaking(ReadingChoice),
      notes: speaking(Notes),
    },
    begin: () => {
      tookOver();
      takeOver();
      adoptTyped(document);
      answerOnEnter();
      void loadEngine();
      arrive(language, text);
      keepHandingOver();
      effect(() => {
        if (keptSets.value.length > 0) void import("../model/sets/kept.ts").then(({ startKeepingSets }) => startKeepingSets());
      });
    },
  };
}
