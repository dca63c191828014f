// *Om kriterierna*: everything the memo says, where each fact comes from, and what is not known.

import type { Language } from "../text/format.ts";
import type { LoadedView } from "../views.ts";
import { About } from "./About.tsx";
import { load as loadLive } from "./live.tsx";
import { spoken } from "../text/spoken.ts";

/** Loads the view in a language. */
export async function load(language: Language): Promise<LoadedView> {
  const [{ text }, { parts }] = await Promise.all([
    spoken(language, { sv: () => import("./text.sv.ts"), en: () => import("./text.en.ts") }),
    loadLive(language),
  ]);
  return { text, Component: () => <About language={language} text={text} parts={parts} /> };
}
