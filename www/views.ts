// The views of the page: where each stands, and what it takes to show it. Code and texts of a view are loaded with it.

import type { ComponentType } from "preact";
import type { Language } from "./text/format.ts";

export interface ViewTexts {
  readonly title: string;
  readonly metaTitle: string;
  readonly metaDescription: string;
}

export interface LoadedView {
  readonly Component: ComponentType;
  readonly text: ViewTexts;
}

interface View {
  readonly path: Readonly<Record<Language, string>>;
  readonly load: (language: Language) => Promise<LoadedView>;
}

const both = (path: string) => ({ sv: path, en: path });

/** Each view by its id, in the order of the navigation; the path is below the language's root. */
export const views = {
  area: { path: both(""), load: (language) => import("./area/view.tsx").then((view) => view.load(language)) },
  areas: { path: both("many"), load: (language) => import("./areas/view.tsx").then((view) => view.load(language)) },
  fetch: { path: { sv: "hamta", en: "fetch" }, load: (language) => import("./fetch/view.tsx").then((view) => view.load(language)) },
  about: { path: both("about"), load: (language) => import("./about/view.tsx").then((view) => view.load(language)) },
} as const satisfies Record<string, View>;

export type ViewId = keyof typeof views;

export const viewIds = Object.keys(views) as ViewId[];

/** Returns the address of a view from the site's root, without a leading slash: `` , `en/`, `en/many/`. */
export function address(view: ViewId, language: Language): string {
  const path: string = views[view].path[language];
  return [language === "en" ? "en/" : "", path === "" ? "" : `${path}/`].join("");
}
