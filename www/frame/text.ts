// The texts around every view.

import type { Language } from "../text/format.ts";
import type { FrameText } from "./text.sv.ts";
import { spoken } from "../text/spoken.ts";

export type { FrameText } from "./text.sv.ts";

/** Loads the texts of a language. */
export async function frameText(language: Language): Promise<FrameText> {
  const { text } = await spoken(language, { sv: () => import("./text.sv.ts"), en: () => import("./text.en.ts") });
  return text;
}
