// The texts of the search for a municipality.

import type { Language } from "../text/format.ts";
import type { MunicipalityText } from "./text.sv.ts";
import { spoken } from "../text/spoken.ts";

export type { MunicipalityText } from "./text.sv.ts";

/** Loads the texts of a language. */
export async function municipalityText(language: Language): Promise<MunicipalityText> {
  const { text } = await spoken(language, { sv: () => import("./text.sv.ts"), en: () => import("./text.en.ts") });
  return text;
}
