// Sharing: a link that holds everything, made on request, and a file to keep.

import { useRef, useState } from "preact/hooks";
import { type PlanCore, planEngine } from "../../engine/plan.ts";
import { passTrap } from "../../engine/trap.ts";
import { announce } from "../../model/announce.ts";
import { type Opening, openFile } from "../plan/begin.ts";
import { fileName, saveFile } from "../../device/files.ts";
import { usePlan } from "../plan/language.ts";
import { currentWork } from "../../model/work.ts";
import { areaName } from "../../model/area.ts";
import { Card } from "./Card.tsx";
import "./share.css";

export function Share() {
  const { text } = usePlan();
  return (
    <>
      <p class="panel-lead">{text.share.intro}</p>
      <label class="share-name">
        {text.share.name}
        <input
          class="field"
          type="text"
          autocomplete="off"
          maxLength={120}
          value={areaName.value}
          onInput={(event) => {
            areaName.value = event.currentTarget.value;
          }}
        />
      </label>
      <Link />
      <Card />
      <Files />
    </>
  );
}

/** The link to what stands there now, as it stands. */
function Link() {
  const { text } = usePlan();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<string | null>(null);
  const loaded = planEngine.value;
  const address = loaded.state === "ready" ? linkTo(loaded.core) : null;
  if (address === null) return <p class="notice">{text.share.tooLong}</p>;
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(address);
      setCopied(address);
      announce(text.share.copied);
    } catch {
      announce(text.share.copyByHand);
    }
  };
  const send = () => {
    // A person who changes their mind is no error.
    navigator.share({ title: document.title, url: address }).catch(() => undefined);
  };
  return (
    <div class="share-link">
      <label>
        {text.share.link}
        <input ref={field} class="field" type="text" readOnly value={address} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <p class="compare-actions">
        <button type="button" class="button" onClick={() => void copy()}>
          {copied === address ? text.share.done : text.share.copy}
        </button>
        {"share" in navigator && (
          <button type="button" class="button" onClick={send}>
            {text.share.send}
          </button>
        )}
      </p>
      <p class="help">{text.share.current}</p>
    </div>
  );
}

/** Makes the link; null where it would hold too much. */
function linkTo(core: PlanCore): string | null {
  try {
    const address = new URL(location.href);
    address.hash = core.writeLink(currentWork());
    return address.href;
  } catch (error) {
    passTrap(error);
    return null;
  }
}

function Files() {
  const { text, area, language } = usePlan();
  const [opening, setOpening] = useState<Opening | null>(null);
  const loaded = planEngine.value;
  if (loaded.state !== "ready") return null;
  const save = () => {
    const name = fileName(areaName.value, text.share.fileName, "json");
    saveFile(name, `${JSON.stringify(currentWork(), null, 2)}\n`, "application/json");
    announce(text.share.saved(name));
  };
  const open = async (file: File) => {
    const answer = await openFile(file, { text, area }, language);
    setOpening(answer);
    announce(answer.said);
  };
  return (
    <section class="share-files" aria-labelledby="share-files-title">
      <h3 id="share-files-title">{text.share.files}</h3>
      <p class="help">{text.share.filesHelp}</p>
      <p class="compare-actions">
        <button type="button" class="button" onClick={save}>
          {text.share.save}
        </button>
      </p>
      <label class="share-open">
        {text.share.open}
        <input
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file !== undefined) void open(file);
            event.currentTarget.value = "";
          }}
        />
      </label>
      {opening !== null && (
        <div class="notice">
          {opening.said} {opening.more}
        </div>
      )}
    </section>
  );
}
