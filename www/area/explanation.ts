// Loading what stands behind the figures, once it is wanted.

import type { Language } from "../text/format.ts";
import type { Explanation } from "./Behind.tsx";
import { spoken } from "../text/spoken.ts";

let loaded: Explanation | null = null;
let takingOver = true;

/** Returns what was loaded, or null before that. */
export const explanation = (): Explanation | null => loaded;

/** Loads it in a language; rejects where the network is lost. */
export async function loadExplanation(language: Language): Promise<Explanation> {
  const [{ text: words }, { Behind }] = await Promise.all([
    spoken(language, { sv: () => import("./explanation.sv.ts"), en: () => import("./explanation.en.ts") }),
    import("./Behind.tsx"),
  ]);
  loaded = { Behind, words };
  return loaded;
}

/** Whether what is drawn now takes over what was prerendered; what is drawn later finds nothing there. */
export const isTakingOver = (): boolean => takingOver;

/** Says that the prerendered page was taken over. */
export function tookOver(): void {
  takingOver = false;
}
