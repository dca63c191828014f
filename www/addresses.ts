// Where each view stands, in the order of the navigation.

import type { Language } from "./text/format.ts";

const both = (path: string) => ({ sv: path, en: path });

/** The path of each view below the language's root. */
const paths = { area: both(""), areas: both("many"), fetch: { sv: "hamta", en: "fetch" }, about: both("about") } as const;

export type ViewId = keyof typeof paths;

export const viewIds = Object.keys(paths) as ViewId[];

/** Returns the address of a view from the site's root, without a leading slash: `` , `en/`, `en/many/`. */
export function address(view: ViewId, language: Language): string {
  const path: string = paths[view][language];
  return [language === "en" ? "en/" : "", path === "" ? "" : `${path}/`].join("");
}
