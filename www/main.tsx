// Brings the prerendered page to life: the view and the language stand in the page itself.

import { frameParts } from "./frame/live.tsx";
import { bringToLife, hold } from "./frame/life.tsx";
import { lives } from "./live.ts";
import "./look/look.css";
import type { Language } from "./text/format.ts";
import type { ViewId } from "./addresses.ts";

const { lang, dataset } = document.documentElement;
const language: Language = lang === "en" ? "en" : "sv";

const release = hold();
try {
  const [{ parts, begin }, frame] = await Promise.all([lives[dataset["view"] as ViewId](language), frameParts(language)]);
  await bringToLife({ ...parts, ...frame });
  begin?.();
} finally {
  release();
}
