// What lives around every view: what has stopped or could not be kept, and what is on the device.

import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Language } from "../text/format.ts";
import { Broken } from "./broken.tsx";
import type { Parts } from "./Place.tsx";
import { Unkept } from "./Unkept.tsx";
import { spoken } from "../text/spoken.ts";

/** A browser that draws nothing more may never tell that it is idle. */
const NO_LATER_MS = 2000;

/** What the first view needs comes first: the rest waits until the page has loaded and has nothing to do. */
function afterFirstView(run: () => void): void {
  const idle = () => ("requestIdleCallback" in globalThis ? requestIdleCallback(run, { timeout: NO_LATER_MS }) : setTimeout(run, 1000));
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

/** Loads the parts in a language. */
export async function frameParts(language: Language): Promise<Parts> {
  const { text } = await spoken(language, { sv: () => import("./live.sv.ts"), en: () => import("./live.en.ts") });
  return {
    told: () => (
      <>
        <Broken text={text.broken} />
        <Unkept text={text.unkept} />
      </>
    ),
    device: () => <OnDevice language={language} />,
  };
}
