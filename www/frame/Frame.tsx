// What stands around every view: the name, the navigation, the other language, the footer.

import type { ComponentChildren } from "preact";
import type { Language } from "../text/format.ts";
import { address, type ViewId, viewIds } from "../addresses.ts";
import { type Parts, Place } from "./Place.tsx";
import type { FrameText } from "./text.ts";

interface Props {
  view: ViewId;
  language: Language;
  text: FrameText;
  /** What lives around the view. */
  parts: Parts;
  children: ComponentChildren;
}

export function Frame({ view, language, text, parts, children }: Props) {
  const here = address(view, language);
  const up = "../".repeat(here.split("/").length - 1);
  const link = (to: string) => `${up}${to}` || "./";
  const other: Language = language === "sv" ? "en" : "sv";
  return (
    <>
      <a class="skip" href="#content">
        {text.skip}
      </a>
      <header class="masthead">
        <a class="masthead-name" href={link(address("area", language))}>
          {text.product}
        </a>
        <nav class="masthead-views" aria-label={text.navigation}>
          {viewIds.map((id) => (
            <a key={id} data-view={id} href={link(address(id, language))} aria-current={id === view ? "page" : undefined}>
              {text.views[id]}
            </a>
          ))}
        </nav>
        <a class="masthead-language" href={link(address(view, other))} hreflang={other} lang={other}>
          {text.other.name}
        </a>
      </header>
      <main id="content" tabIndex={-1}>
        <Place part="told" of={parts} />
        {children}
      </main>
      <footer class="footer">
        <p>{text.footer.what}</p>
        <p>{text.footer.privacy}</p>
        <p>
          <a href={link("licences.txt")}>{text.footer.licences}</a>
        </p>
        <Place part="device" of={parts} />
      </footer>
    </>
  );
}
