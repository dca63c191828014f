// What of each view comes to life in the browser. Code and texts of a view are loaded with it.

import type { ViewId } from "./addresses.ts";
import type { Live } from "./frame/Place.tsx";
import type { Language } from "./text/format.ts";

export const lives: Readonly<Record<ViewId, (language: Language) => Promise<Live>>> = {
  area: (language) => import("./area/live.tsx").then((live) => live.load(language)),
  areas: (language) => import("./areas/view.tsx").then((view) => view.load(language)),
  fetch: (language) => import("./fetch/view.tsx").then((view) => view.load(language)),
  about: (language) => import("./about/live.tsx").then((live) => live.load(language)),
};
