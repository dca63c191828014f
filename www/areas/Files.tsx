// Bringing files: choosing, dropping, pasting; how far reading is; what is loaded; and why a file could not be used.

import { useEffect, useRef, useState } from "preact/hooks";
import { hasSimd } from "../engine/simd.ts";
import { fetched } from "../device/storage.ts";
import { type Language, percent, whole } from "../text/format.ts";
import { address } from "../addresses.ts";
import { exampleFiles } from "./example.ts";
import { useText } from "./language.ts";
import { isProjectFile, openProject, takenUp } from "./project.ts";
import { Awaited } from "./Project.tsx";
import { recipesIn } from "./recipe-file.ts";
import { failureText } from "./sentences.ts";
import { isSet, openSet } from "./sets.ts";
import {
  add,
  cancel,
  cancelled,
  criteriaSet,
  forgetWaiting,
  type Loaded,
  loaded,
  loading,
  problem,
  read,
  retry,
  waiting,
} from "./state.ts";
import { Understood } from "./Understood.tsx";

export function Files() {
  const { text, language } = useText();
  const isOver = useDrop(language);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // What was chosen before the page came to life has told nobody.
    if (input.current !== null) take(input.current, language);
  }, [language]);
  useEffect(() => {
    // Fetched files come as if they were dropped.
    if (fetched.read() !== null)
      void import("../fetch/handover.ts").then(({ takeFiles }) => takeFiles()).then((files) => bring(files, language));
  }, [language]);
  const run = loaded.value;
  return (
    <section class="files" aria-labelledby="files-title">
      <h2 id="files-title" class="visually-hidden">
        {text.files.label}
      </h2>
      <div class="files-drop" data-over={isOver ? "" : undefined} data-folded={run === null ? undefined : ""}>
        <label class="files-choose">
          <input
            class="visually-hidden"
            type="file"
            name="files"
            multiple
            aria-describedby="files-formats"
            ref={input}
            onChange={(event) => take(event.currentTarget, language)}
          />
          <span class="button">{run === null ? text.files.choose : text.files.add}</span> {run === null && <span>{text.files.drop}</span>}
        </label>
        {run === null ? <Formats /> : <Folded run={run} />}
      </div>
      {run === null && <Paste />}
      {run === null && loading.value === null && (
        <p class="files-ways">
          <a href={`${"../".repeat(address("areas", language).split("/").length - 1)}${address("fetch", language)}`}>{text.files.fetch}</a>{" "}
          <button
            type="button"
            class="link"
            onClick={() => void read({ files: exampleFiles(language, criteriaSet.value), isExample: true })}
          >
            {text.files.example}
          </button>
        </p>
      )}
      {waiting.value.length > 0 && takenUp.value === null && (
        <p class="notice">
          {text.correct.waiting}{" "}
          <button type="button" class="link" onClick={forgetWaiting}>
            {text.correct.forget}
          </button>
        </p>
      )}
      <Awaited />
      <Reading />
      <Problem />
      <Unread />
    </section>
  );
}

function Formats() {
  const { text } = useText();
  return (
    <p id="files-formats" class="help">
      {text.files.formats}
    </p>
  );
}

/** The files and how they were understood, in one line that opens; open from the start where no measure was found. */
function Folded({ run }: { run: Loaded }) {
  const { text } = useText();
  const assumed = run.summary.tables.reduce((sum, table) => sum + table.assumed.length, 0);
  const isFound = run.summary.tables.some(({ measures, questions }) => measures.length + questions.length > 0);
  const [isOpen, setOpen] = useState(!isFound);
  useEffect(() => {
    if (!isFound) setOpen(true);
  }, [isFound]);
  return (
    <details class="fold" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span class="fold-name">{text.workbench.files(run.files.length)}</span>{" "}
        {assumed > 0 && <span class="fold-note">{text.workbench.assumed(assumed)}</span>}{" "}
        <span class="fold-line">{run.files.map(({ name }) => name).join(", ")}</span>
      </summary>
      <Formats />
      <Paste />
      <Understood run={run} />
    </details>
  );
}

/** Brings what was chosen in a field, and empties it, so that the same file may be chosen again after it was changed. */
function take(input: HTMLInputElement, language: Language): void {
  const chosen = [...(input.files ?? [])];
  if (chosen.length === 0) return;
  input.value = "";
  void bring(chosen, language);
}

/** Tells criteria and recipes from tables among files, takes the criteria into use, and reads the tables. */
async function bring(all: readonly File[], language: Language): Promise<void> {
  const areProjects = await Promise.all(all.map(isProjectFile));
  const project = all.find((_, nth) => areProjects[nth]);
  if (project !== undefined) {
    await openProject(project, language);
    return;
  }
  const areSets = await Promise.all(all.map(isSet));
  const criteria = all.find((_, nth) => areSets[nth]);
  if (criteria !== undefined) await openSet(criteria, language);
  const files = all.filter((_, nth) => !areSets[nth]);
  const found = await Promise.all(files.map(recipesIn));
  add(
    files.filter((_, nth) => found[nth] === null),
    found.flatMap((recipes) => recipes ?? []),
  );
}

/** Takes files that are dropped anywhere in the page, which the browser would otherwise leave it for. */
function useDrop(language: Language): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (event.dataTransfer === null || !hasFiles(event)) return;
      event.preventDefault();
      void bring([...event.dataTransfer.files], language);
    };
    addEventListener("dragover", over);
    addEventListener("dragleave", leave);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragover", over);
      removeEventListener("dragleave", leave);
      removeEventListener("drop", drop);
    };
  }, [language]);
  return isOver;
}

function Reading() {
  const { text, language } = useText();
  const state = loading.value;
  if (state === null) return cancelled.value ? <p class="notice">{text.files.cancelled}</p> : null;
  const { progress } = state;
  const done = progress !== null && progress.percent >= 100;
  return (
    <div class="files-progress">
      <progress aria-label={text.files.progressLabel} max={100} value={progress?.percent ?? 0} />
      <p>
        {progress === null || done
          ? done
            ? text.files.finishing
            : text.answer.loading
          : text.files.progress(percent(String(progress.percent), language), progress.file)}
        {progress !== null && progress.areas > 0 && ` · ${text.files.areasSoFar(whole(progress.areas, language))}`}
      </p>
      <button type="button" class="button" onClick={cancel}>
        {text.files.cancel}
      </button>
    </div>
  );
}

/** Files that could not be read beside those that were: each by its name, with why and what to do. */
function Unread() {
  const { text, language } = useText();
  const unread = loaded.value?.unread ?? [];
  if (unread.length === 0) return null;
  return (
    // Another file is another message, and is told anew.
    <div class="notice" role="alert" key={unread.map(({ name }) => name).join("\n")}>
      <h3>{text.problem.unread(unread.length)}</h3>
      <ul class="files-unread">
        {unread.map(({ name, failure }) => (
          <li key={name} data-unread={name}>
            {failureText(failure, text, language)}
          </li>
        ))}
      </ul>
      <p>{text.problem.others}</p>
    </div>
  );
}

function Problem() {
  const { text, language } = useText();
  const said = problem.value;
  if (said === null) return null;
  const canBeRetried = said.failure.kind === "broken" || (said.failure.kind === "missing" && hasSimd());
  return (
    <div class="notice" role="alert">
      <h3>{said.lost ? text.problem.lost : text.problem.label}</h3>
      {!said.lost && <p>{failureText(said.failure, text, language)}</p>}
      {!said.lost && loaded.value !== null && <p>{text.problem.stays}</p>}
      {!said.lost && canBeRetried && (
        <button type="button" class="button" onClick={retry}>
          {text.problem.retry}
        </button>
      )}
    </div>
  );
}

let pasted = 0;

function Paste() {
  const { text } = useText();
  const field = useRef<HTMLTextAreaElement>(null);
  const details = useRef<HTMLDetailsElement>(null);
  const use = () => {
    const cells = field.current?.value ?? "";
    if (cells.trim() === "" || field.current === null) return;
    pasted += 1;
    add([new File([cells], text.files.pasted(pasted), { type: "text/plain" })]);
    field.current.value = "";
    if (details.current !== null) details.current.open = false;
  };
  return (
    <details ref={details} class="files-paste">
      <summary>{text.files.paste}</summary>
      <label>
        <span class="help">{text.files.pasteHelp}</span>
        <textarea ref={field} class="field" rows={6} spellcheck={false} autocomplete="off" />
      </label>
      <button type="button" class="button" onClick={use}>
        {text.files.pasteUse}
      </button>
    </details>
  );
}
