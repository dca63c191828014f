// The end of every page: whether it works without a network, whether a newer one waits, and removing everything.

import { useEffect, useRef, useState } from "preact/hooks";
import type { Language } from "../text/format.ts";
import { changeOver, keepSite, offline, register, update } from "./offline.ts";
import { afterRemoval, joinRemoval, removeEverything } from "./remove.ts";
import type { DeviceText } from "./text.sv.ts";
import { spoken } from "../text/spoken.ts";

type Removal = ReturnType<typeof afterRemoval>;

function Device({ text, removed }: { text: DeviceText; removed: Removal }) {
  useEffect(() => {
    // After a removal nothing is put back in the same breath.
    if (removed === null) void keepSite();
    return joinRemoval();
  }, [removed]);
  const state = offline.value;
  return (
    <div class="device">
      <p role="status">
        {removed !== null && text.remove[removed]}
        {state !== "off" && text.offline[state]}
      </p>
      {state === "failed" && (
        <button type="button" class="link" onClick={() => void register()}>
          {text.offline.retry}
        </button>
      )}
      <Remove text={text.remove} />
      <Update text={text.update} />
    </div>
  );
}

function Remove({ text }: { text: DeviceText["remove"] }) {
  const [asked, setAsked] = useState(false);
  const ask = useRef<HTMLButtonElement>(null);
  const what = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (asked) what.current?.focus();
  }, [asked]);
  const cancel = () => {
    setAsked(false);
    ask.current?.focus();
  };
  return (
    <div>
      <button ref={ask} type="button" class="link" aria-expanded={asked} onClick={() => setAsked(!asked)}>
        {text.ask}
      </button>
      {asked && (
        <div class="device-confirm">
          <p ref={what} tabIndex={-1}>
            {text.what}
          </p>
          <button type="button" class="button" onClick={() => void removeEverything()}>
            {text.confirm}
          </button>{" "}
          <button type="button" class="button" onClick={cancel}>
            {text.cancel}
          </button>
        </div>
      )}
    </div>
  );
}

function Update({ text }: { text: DeviceText["update"] }) {
  const [put, setPut] = useState<"waiting" | "elsewhere" | null>(null);
  const state = update.value;
  const shown = state !== "none" && state !== put;
  return (
    <section class="update" aria-label={text.label} hidden={!shown}>
      <p role="status">{shown && text[state]}</p>
      {shown && (
        <p class="update-choice">
          <button type="button" class="link" onClick={changeOver}>
            {text.change}
          </button>{" "}
          <button type="button" class="link" onClick={() => setPut(state)}>
            {text.later}
          </button>
        </p>
      )}
    </section>
  );
}

/** Loads what it takes in a language, and returns the element. */
export async function loadDevice(language: Language) {
  const { text } = await spoken(language, { sv: () => import("./text.sv.ts"), en: () => import("./text.en.ts") });
  const removed = afterRemoval();
  return <Device text={text} removed={removed} />;
}
