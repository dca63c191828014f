// What stands around every view: the name, the navigation, the other language, the footer.

import type { ComponentChildren, VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Language } from "../text/format.ts";
import { address, type ViewId, viewIds } from "../addresses.ts";
import { Boundary, Broken } from "./broken.tsx";
import type { FrameText } from "./text.ts";
import { Unkept } from "./Unkept.tsx";

interface Props {
  view: ViewId;
  language: Language;
  text: FrameText;
  title: string;
  children: ComponentChildren;
}

/** What the first view needs comes first: the rest waits until the page has loaded and has nothing to do. */
function afterFirstView(run: () => void): void {
  const idle = () => ("requestIdleCallback" in globalThis ? requestIdleCallback(run) : setTimeout(run, 1000));
  if (document.readyState === "complete") idle();
  else addEventListener("load", idle, { once: true });
}

/** What is on the device: loaded late, and after a lost network once it is back. */
function OnDevice({ language }: { language: Language }) {
  const [shown, show] = useState<VNode | null>(null);
  useEffect(() => {
    const load = () =>
      import("../device/Device.tsx")
        .then(({ loadDevice }) => loadDevice(language))
        .then(show)
        .catch(() => addEventListener("online", load, { once: true }));
    afterFirstView(load);
  }, [language]);
  return shown;
}

export function Frame({ view, language, text, children }: Props) {
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
        <Broken text={text.broken} />
        <Unkept text={text.unkept} />
        <Boundary>{children}</Boundary>
      </main>
      <footer class="footer">
        <p>{text.footer.what}</p>
        <p>{text.footer.privacy}</p>
        <p>
          <a href={link("licences.txt")}>{text.footer.licences}</a>
        </p>
        <OnDevice language={language} />
      </footer>
    </>
  );
}
