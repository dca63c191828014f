// What it takes to show each view. Code and texts of a view are loaded with it.

import type { ComponentType } from "preact";
import type { ViewId } from "./addresses.ts";
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

export const views: Readonly<Record<ViewId, { readonly load: (language: Language) => Promise<LoadedView> }>> = {
  area: { load: (language) => import("./area/view.tsx").then((view) => view.load(language)) },
  areas: { load: (language) => import("./areas/view.tsx").then((view) => view.load(language)) },
  fetch: { load: (language) => import("./fetch/view.tsx").then((view) => view.load(language)) },
  about: { load: (language) => import("./about/view.tsx").then((view) => view.load(language)) },
};
