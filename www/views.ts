// What it takes to render each view as a whole, before any script runs.

import { type ComponentType, h } from "preact";
import type { ViewId } from "./addresses.ts";
import { type Live, Place } from "./frame/Place.tsx";
import type { Language } from "./text/format.ts";

export interface ViewTexts {
  readonly metaTitle: string;
  readonly metaDescription: string;
}

/** A view with all that it says. */
export interface LoadedView {
  readonly Component: ComponentType;
  readonly text: ViewTexts;
}

/** A view that lives as a whole. */
export interface LivingView extends Live {
  readonly parts: { readonly view: ComponentType };
  readonly text: ViewTexts;
}

const whole = ({ parts, text }: LivingView): LoadedView => ({ text, Component: () => h(Place, { part: "view", of: parts }) });

export const views: Readonly<Record<ViewId, (language: Language) => Promise<LoadedView>>> = {
  area: (language) => import("./area/view.tsx").then((view) => view.load(language)),
  areas: (language) => import("./areas/view.tsx").then((view) => view.load(language)).then(whole),
  fetch: (language) => import("./fetch/view.tsx").then((view) => view.load(language)).then(whole),
  about: (language) => import("./about/view.tsx").then((view) => view.load(language)),
};
