// What is loaded in the language of a page.

import type { Language } from "./format.ts";

/** Loads what is of a language. Each is imported in a function of its own: as branches the bundler would take them for one. */
export const spoken = <T>(language: Language, of: Readonly<Record<Language, () => Promise<T>>>): Promise<T> => of[language]();
