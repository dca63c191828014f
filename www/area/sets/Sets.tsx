// Criteria of one's own: copied, changed, checked at every key, kept as a file or in a link, and never the memo's.

import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import { builtIn, type CriteriaSet, requires } from "../../engine/criteria.ts";
import type { CoreError } from "../../engine/page.ts";
import { announce } from "../../model/announce.ts";
import { fileName, saveFile } from "../../device/files.ts";
import { usePlan } from "../plan/language.ts";
import { openPanel } from "../../model/panels.ts";
import { criteriaSet, keptSets, ownSets, use } from "../../model/area.ts";
import { CriterionFields } from "./CriterionFields.tsx";
import { BothContext, ChoiceField, FlagField, fieldId, Group, TextField, WordField } from "./Fields.tsx";
import {
  addCriterion,
  begin,
  canRedo,
  canUndo,
  complete,
  copy,
  draft,
  open,
  problems,
  redo,
  remove,
  takeUp,
  undo,
} from "../../model/sets/own.ts";
import { pathOf, placeName, sentenceOf } from "../../model/sets/wrong.ts";
import "./sets.css";

export function Sets() {
  const { text } = usePlan();
  useEffect(takeUp, [criteriaSet.value]);
  const set = draft.value;
  const opening = useState<Said | null>(null);
  return (
    <>
      <p class="panel-lead">{text.sets.intro}</p>
      <Mine />
      <Steps />
      <SaidContext.Provider value={opening}>{set === null ? <Begin /> : <Editor set={set} />}</SaidContext.Provider>
    </>
  );
}

/** The sets of one's own, each to be gone on with, and the way to a new one. */
function Mine() {
  const { text, language } = usePlan();
  const sets = ownSets.value;
  const latest = complete.value;
  if (sets.length === 0) return null;
  return (
    <section class="own-mine" aria-labelledby="own-mine">
      <h3 id="own-mine">{text.sets.mine}</h3>
      <ul>
        {sets.map((set) => (
          <li key={set.id}>
            <button type="button" class="link" aria-current={set.id === latest?.id ? "true" : undefined} onClick={() => begin(set)}>
              {set.name[language]}
            </button>{" "}
            <span class="help">{text.sets.oneOf(set.date, set.criteria.length)}</span>
          </li>
        ))}
      </ul>
      {latest !== null && (
        <button type="button" class="button" onClick={() => begin(null)}>
          {text.sets.another}
        </button>
      )}
    </section>
  );
}

/** What was said of the latest file, for as long as the set is as it was then. */
interface Said {
  readonly sentence: string;
  readonly problems: readonly CoreError[];
  readonly of: CriteriaSet | null;
}

const SaidContext = createContext<[Said | null, (said: Said) => void]>([null, () => undefined]);

/** The day on the person's device, as a set is dated. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** Goes to a field, which may stand in what is folded away. */
function goTo(id: string): void {
  requestAnimationFrame(() => {
    const field = document.getElementById(id);
    const folded = field?.closest("details");
    if (folded) folded.open = true;
    field?.focus();
  });
}

function Begin() {
  const { text, language } = usePlan();
  return (
    <section aria-labelledby="own-begin">
      <h3 id="own-begin">{text.sets.begin}</h3>
      <p class="compare-actions">
        {builtIn.map((one) => (
          <button
            key={one.id}
            type="button"
            class="button"
            onClick={() => {
              copy(one, today());
              announce(text.sets.copied);
              goTo(fieldId(`name.${language}`));
            }}
          >
            {text.sets.copy(one.name[language])}
          </button>
        ))}
      </p>
      <Open />
    </section>
  );
}

/** Undoing and redoing; the buttons stay, so that the focus does. */
function Steps() {
  const { text } = usePlan();
  if (!canUndo.value && !canRedo.value) return null;
  const steps = [
    { label: text.sets.undo, can: canUndo.value, run: undo, said: text.sets.undone },
    { label: text.sets.redo, can: canRedo.value, run: redo, said: text.sets.redone },
  ];
  return (
    <p class="compare-actions">
      {steps.map(({ label, can, run, said }) => (
        <button
          key={label}
          type="button"
          class="button"
          aria-disabled={!can}
          onClick={() => {
            if (!can) return;
            run();
            announce(said);
          }}
        >
          {label}
        </button>
      ))}
    </p>
  );
}

function Editor({ set }: { set: CriteriaSet }) {
  const { text, language, area } = usePlan();
  const [both, setBoth] = useState(false);
  const words = (require: string) =>
    require === "all" ? area.reading.all : require === "any" ? area.reading.any : area.reading.atLeast(Number(require));
  const ties = [
    ["strict", text.sets.tie.strict],
    ["inclusive", text.sets.tie.inclusive],
  ] as const;
  // One that the set has no criteria for is shown as it stands, with what is wrong about it.
  const least = [...new Set([...requires(set), set.reading.require.value])].map((require) => [require, words(require)] as const);
  return (
    <BothContext.Provider value={both}>
      <State set={set} />
      <label class="check">
        <input type="checkbox" checked={both} aria-describedby="own-both-help" onChange={(event) => setBoth(event.currentTarget.checked)} />
        {text.sets.both}
      </label>
      <p id="own-both-help" class="help">
        {text.sets.bothHelp}
      </p>
      <Group title={text.sets.about}>
        <TextField path="name" />
        <WordField path="date" />
        <TextField path="source.text" long />
        <WordField path="source.quote" optional long />
        <WordField path="source.url" optional />
        <WordField path="id" />
      </Group>
      {set.criteria.map((criterion, nth) => (
        // By place: an id is typed here, and its field must stay while it is
        <CriterionFields key={nth} criterion={criterion} nth={nth} goTo={goTo} />
      ))}
      <p class="compare-actions">
        <button
          id={fieldId("criteria")}
          type="button"
          class="button"
          onClick={() => {
            addCriterion();
            announce(text.sets.added);
            goTo(fieldId(`criteria[${set.criteria.length}].label.${language}`));
          }}
        >
          {text.sets.add}
        </button>
      </p>
      <Group title={text.sets.reading}>
        <ChoiceField path="reading.require.value" options={least} />
        <FlagField path="reading.require.settled" />
        <TextField path="reading.require.source.text" long />
        <ChoiceField path="reading.tie.value" options={ties} />
        <FlagField path="reading.tie.settled" />
        <TextField path="reading.tie.source.text" long />
      </Group>
      <Keep set={set} />
    </BothContext.Provider>
  );
}

/** Says whether the set is in use, or what has to be put right first, each with the way to it. */
function State({ set }: { set: CriteriaSet }) {
  const { text, language, area } = usePlan();
  const wrong = problems.value;
  if (wrong.length === 0) {
    return (
      <p class="own-state">
        {criteriaSet.value === set ? (
          text.sets.state.used
        ) : (
          <>
            {text.sets.state.unused}{" "}
            <button type="button" class="link" onClick={() => use(set)}>
              {text.sets.state.use}
            </button>
          </>
        )}
      </p>
    );
  }
  const fieldOf = (path: string) =>
    [path, `${path}.${language}`, path.replace(/\.(sv|en)$/, `.${language}`)]
      .map(fieldId)
      .find((id) => document.getElementById(id) !== null) ?? fieldId("criteria");
  return (
    <div class="own-state">
      <p>{text.sets.state.wrong(wrong.length)}</p>
      <ul>
        {wrong.map((error) => (
          <li key={`${pathOf(error)} ${error.problem.code}`}>
            <button type="button" class="link" onClick={() => goTo(fieldOf(pathOf(error)))}>
              {placeName(pathOf(error), set, text.sets, language)}
            </button>
            {": "}
            {sentenceOf(error, text.sets, area.errors)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Keep({ set }: { set: CriteriaSet }) {
  const { text, language } = usePlan();
  const save = () => {
    if (problems.value.length > 0) {
      announce(text.sets.notSaved);
      return;
    }
    const name = fileName(set.name[language], text.sets.fileName, "json");
    saveFile(name, `${JSON.stringify(set, null, 2)}\n`, "application/json");
    announce(text.sets.saved(name));
  };
  return (
    <section aria-labelledby="own-keep">
      <h3 id="own-keep">{text.sets.keep}</h3>
      <p class="help">{keptSets.value.some(({ id }) => id === complete.value?.id) ? text.sets.keepHelp : text.sets.keepHelpGuest}</p>
      <p class="compare-actions">
        <button type="button" class="button" aria-disabled={problems.value.length > 0} onClick={save}>
          {text.sets.save}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            openPanel.value = "share";
            requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-controls="panel-share"]')?.focus());
          }}
        >
          {text.sets.share}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            remove();
            announce(text.sets.removed);
            requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-controls="panel-sets"]')?.focus());
          }}
        >
          {text.sets.remove}
        </button>
      </p>
      <Open />
    </section>
  );
}

function Open() {
  const { text, language, area } = usePlan();
  const [latest, setSaid] = useContext(SaidContext);
  const said = latest?.of === draft.value ? latest : null;
  const read = async (file: File) => {
    const answer = await open(file);
    const sentence = text.sets.opened[answer.result];
    setSaid({ sentence, problems: answer.result === "refused" ? answer.problems : [], of: draft.value });
    announce(sentence);
    // The field that the file came through is another one now.
    if (answer.result === "opened" || answer.result === "renamed") goTo("own-file");
  };
  return (
    <>
      <label class="share-open">
        {text.sets.open}
        <input
          id="own-file"
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file !== undefined) void read(file);
            event.currentTarget.value = "";
          }}
        />
      </label>
      {said !== null && (
        <div class="notice own-opened">
          <p>{said.sentence}</p>
          {said.problems.length > 0 && (
            <ul>
              {said.problems.map((error) => (
                <li key={`${pathOf(error)} ${JSON.stringify(error.problem)}`}>
                  {pathOf(error) === "" ? text.sets.wholeFile : <code translate={false}>{pathOf(error)}</code>}
                  {": "}
                  {sentenceOf(error, text.sets, area.errors)}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      <p class="help">
        <a href={`${language === "sv" ? "./" : "../"}criteria-set.schema.json`}>{text.sets.schema}</a>
      </p>
    </>
  );
}
