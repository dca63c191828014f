// Brings the prerendered page to life: the view and the language stand in the page itself.

import { hydrate } from "preact";
import { Frame } from "./frame/Frame.tsx";
import { frameText } from "./frame/text.ts";
import "./look/look.css";
import type { Language } from "./text/format.ts";
import type { ViewId } from "./addresses.ts";
import { views } from "./views.ts";

const { lang, dataset } = document.documentElement;
const language: Language = lang === "en" ? "en" : "sv";
const view = dataset["view"] as ViewId;
const root = document.querySelector("#app");

const [{ Component, text }, frame] = await Promise.all([views[view].load(language), frameText(language)]);
if (root !== null) {
  hydrate(
    <Frame view={view} language={language} text={frame} title={text.title}>
      <Component />
    </Frame>,
    root,
  );
}
