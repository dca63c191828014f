// Sharing: a link that holds everything, made on request, and a file to keep.

import { useRef, useState } from "preact/hooks";
import { planEngine } from "../../engine/plan.ts";
import { passTrap } from "../../engine/trap.ts";
import { announce } from "../announce.ts";
import { type Opening, openFile } from "../plan/begin.ts";
import { fileName, saveFile } from "../plan/files.ts";
import { usePlan } from "../plan/language.ts";
import { areaName, currentWork } from "../plan/work.ts";
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
      <MakeLink />
      <Files />
    </>
  );
}

function MakeLink() {
  const { text } = usePlan();
  const [link, setLink] = useState<{ address: string; of: string } | "failed" | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const loaded = planEngine.value;
  if (loaded.state !== "ready") return null;
  const work = JSON.stringify(currentWork());
  const make = () => {
    try {
      const address = new URL(location.href);
      address.hash = loaded.core.writeLink(JSON.parse(work));
      setLink({ address: address.href, of: work });
      announce(text.share.made);
      requestAnimationFrame(() => field.current?.select());
    } catch (error) {
      passTrap(error);
      setLink("failed");
    }
  };
  const copy = async (address: string) => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(address);
      announce(text.share.copied);
    } catch {
      announce(text.share.copyByHand);
    }
  };
  const send = (address: string) => {
    // A person who changes their mind is no error.
    navigator.share({ title: document.title, url: address }).catch(() => undefined);
  };
  return (
    <>
      <p class="compare-actions">
        <button type="button" class="button" onClick={make}>
          {text.share.make}
        </button>
      </p>
      {link === "failed" && <p class="notice">{text.share.tooLong}</p>}
      {link !== null && link !== "failed" && (
        <div class="share-link">
          <label>
            {text.share.link}
            <input ref={field} class="field" type="text" readOnly value={link.address} onFocus={(event) => event.currentTarget.select()} />
          </label>
          <p class="compare-actions">
            <button type="button" class="button" onClick={() => void copy(link.address)}>
              {text.share.copy}
            </button>
            {"share" in navigator && (
              <button type="button" class="button" onClick={() => send(link.address)}>
                {text.share.send}
              </button>
            )}
          </p>
          <p class="help">{link.of === work ? text.share.current : text.share.stale}</p>
        </div>
      )}
    </>
  );
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
