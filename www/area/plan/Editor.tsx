// The editor of one scenario: its name, its figures with steps and sliders, and what it would take.

import { type Criterion, requires } from "../../engine/criteria.ts";
import type { Finding } from "../../engine/page.ts";
import { announce } from "../../model/announce.ts";
import { useState } from "preact/hooks";
import { percent, typed, whole } from "../../text/format.ts";
import { errorText } from "../errors.ts";
import type { Entry, Mode } from "../../model/entry.ts";
import { Mark } from "../../look/Mark.tsx";
import { criteriaSet, entryOf } from "../../model/area.ts";
import { usePlan } from "./language.ts";
import {
  type AssessedScenario,
  plannerOf,
  changeFigure,
  changeScenario,
  copyScenario,
  freeName,
  removeScenario,
  requestOf,
  type Scenario,
  selected,
} from "../../model/scenarios.ts";
import { fieldsOf, figureOf, moved, readStep } from "../../model/steps.ts";
import { own } from "../../text/own.ts";
import { labelOf } from "../../model/labels.ts";

export function Editor({ scenario, assessed }: AssessedScenario) {
  const { text } = usePlan();
  const [persons, setPersons] = useState("50");
  const [points, setPoints] = useState("1");
  const nameId = `scenario-name-${scenario.id}`;
  return (
    <section class="editor" aria-labelledby="editor-title">
      <h3 id="editor-title">{text.editor.title(scenario.name)}</h3>
      <div class="editor-top">
        <label class="editor-name" for={nameId}>
          {text.editor.name}
          <input
            id={nameId}
            class="field"
            type="text"
            autocomplete="off"
            maxLength={120}
            value={scenario.name}
            onInput={(event) => changeScenario(scenario, { name: event.currentTarget.value }, "name")}
          />
        </label>
        <label class="editor-step">
          {text.editor.stepPersons}
          <input
            class="field"
            type="text"
            inputMode="numeric"
            autocomplete="off"
            maxLength={9}
            value={persons}
            onInput={(event) => setPersons(event.currentTarget.value)}
          />
        </label>
        <label class="editor-step">
          {text.editor.stepPoints}
          <input
            class="field"
            type="text"
            inputMode="decimal"
            autocomplete="off"
            maxLength={9}
            value={points}
            onInput={(event) => setPoints(event.currentTarget.value)}
          />
        </label>
      </div>
      <div class="editor-figures">
        {criteriaSet.value.criteria.map((criterion, nth) => (
          <EditFigure
            key={criterion.id}
            scenario={scenario}
            criterion={criterion}
            finding={assessed?.assessment.findings[nth]}
            error={errorOf(assessed, nth)}
            step={entryOf(criterion, scenario.entries).mode === "percent" ? readStep(points, false) : readStep(persons, true)}
          />
        ))}
      </div>
      <EditReading scenario={scenario} />
      <EditThresholds scenario={scenario} />
      <p class="compare-actions">
        <ApplyCheapest scenario={scenario} />
        <button
          type="button"
          class="button"
          onClick={() => {
            const name = freeName(text.compare.name);
            copyScenario(scenario, name);
            announce(text.compare.added(name));
          }}
        >
          {text.editor.copy}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            removeScenario(scenario);
            announce(text.editor.removed(scenario.name));
            document.getElementById("panel-title-compare")?.focus();
          }}
        >
          {text.editor.remove}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            selected.value = null;
            document.getElementById("panel-title-compare")?.focus();
          }}
        >
          {text.editor.close}
        </button>
      </p>
    </section>
  );
}

function errorOf(assessed: AssessedScenario["assessed"], nth: number) {
  return assessed?.errors[nth] ?? null;
}

/** Puts into the scenario what it would take to turn its answer: the first of the cheapest combinations. */
function ApplyCheapest({ scenario }: { scenario: Scenario }) {
  const { text, language } = usePlan();
  const cheapest = plannerOf(scenario)?.whatIf(requestOf(scenario)).cheapest;
  const [combination] = cheapest?.combinations ?? [];
  if (combination === undefined) return null;
  const apply = () => {
    const changed = combination.map((part) => {
      const criterion = criteriaSet.value.criteria.find(({ id }) => id === part.criterion);
      return criterion === undefined
        ? []
        : [[criterion.id, { ...entryOf(criterion, scenario.entries), ...fieldsOf(figureOf(part), criterion, language) }] as const];
    });
    changeScenario(scenario, { entries: { ...scenario.entries, ...Object.fromEntries(changed.flat()) } });
    announce(text.editor.applied);
  };
  return (
    <button type="button" class="button" onClick={apply}>
      {text.editor.apply}
    </button>
  );
}

interface FigureProps {
  scenario: Scenario;
  criterion: Criterion;
  finding: Finding | undefined;
  error: ReturnType<typeof errorOf>;
  step: string | null;
}

function EditFigure({ scenario, criterion, finding, error, step }: FigureProps) {
  const { language, area } = usePlan();
  const entry = entryOf(criterion, scenario.entries);
  const name = labelOf(criterion)[language];
  const other = entry.mode === "percent" ? "count" : "percent";
  const errorId = `scenario-error-${criterion.id}`;
  const field = (part: "percent" | "count" | "total" | "amount", label: string) => (
    <input
      class={`field field-${part}`}
      type="text"
      inputMode={part === "percent" ? "decimal" : "numeric"}
      autocomplete="off"
      spellcheck={false}
      maxLength={64}
      aria-label={label}
      aria-invalid={error === null ? undefined : true}
      aria-describedby={error === null ? undefined : errorId}
      value={entry[part]}
      onInput={(event) => changeFigure(scenario, criterion, { [part]: event.currentTarget.value })}
    />
  );
  return (
    <div class="edit" role="group" aria-label={name}>
      <span class="edit-name">{name}</span>
      <span class="edit-fields">
        {entry.mode === "percent" && (
          <>
            {field("percent", area.form.percentField(name))}
            <span aria-hidden="true">%</span>
          </>
        )}
        {entry.mode === "count" && (
          <>
            {field("count", area.form.countField(name))}
            <span class="figure-of">{area.form.of}</span>
            {field("total", area.form.totalField(name))}
          </>
        )}
        {entry.mode === "amount" && (
          <>
            {field("amount", area.form.amountField(name))}
            <span aria-hidden="true">{area.form.persons}</span>
          </>
        )}
        {entry.mode !== "amount" && (
          <button type="button" class="link" onClick={() => changeFigure(scenario, criterion, { mode: other })}>
            {area.form[other]}
            <span class="visually-hidden"> {name}</span>
          </button>
        )}
      </span>
      <Steps scenario={scenario} criterion={criterion} figure={finding?.figure ?? null} step={step} />
      <EditSlider scenario={scenario} criterion={criterion} finding={finding} />
      {finding !== undefined && (
        <span class="compare-outcome" data-tone={finding.outcome}>
          <Mark outcome={finding.outcome} />
          {area.outcome[finding.outcome]}
        </span>
      )}
      {error !== null && (
        <p id={errorId} class="figure-error">
          {errorText(error, area, language)}
        </p>
      )}
    </div>
  );
}

interface StepsProps {
  scenario: Scenario;
  criterion: Criterion;
  figure: string | null;
  step: string | null;
}

function Steps({ scenario, criterion, figure, step }: StepsProps) {
  const { text, language } = usePlan();
  const { mode } = entryOf(criterion, scenario.entries);
  const phrases: Readonly<Record<string, (typeof text.who)["other"]>> = text.who;
  const who = (own(phrases, criterion.id) ?? text.who.other).with[step === "1" ? "one" : "many"];
  const button = (by: string) => {
    const after = figure === null || step === null ? null : moved(figure, mode, by, language);
    const size = step === null ? "" : typed(step, language);
    const label = mode === "percent" ? text.editor.points : text.editor.persons;
    return (
      <button
        type="button"
        class="button edit-step"
        aria-disabled={after === null}
        onClick={() => {
          if (after !== null) changeFigure(scenario, criterion, after);
        }}
      >
        {label(`${by.startsWith("-") ? "−" : "+"}${size}`, who)}
      </button>
    );
  };
  return (
    <span class="edit-steps">
      {button(`-${step ?? "0"}`)}
      {button(step ?? "0")}
    </span>
  );
}

function EditSlider({ scenario, criterion, finding }: { scenario: Scenario; criterion: Criterion; finding: Finding | undefined }) {
  const { language, area } = usePlan();
  const entry = entryOf(criterion, scenario.entries);
  const set = sliderOf(entry.mode, finding?.figure ?? null, criterion);
  if (set === null) return <span class="edit-slider" />;
  return (
    <input
      class="edit-slider"
      type="range"
      min="0"
      max={set.max}
      step={set.step}
      value={set.value}
      aria-label={area.form.slider(labelOf(criterion)[language])}
      onInput={(event) => {
        const { value } = event.currentTarget;
        const part: Partial<Entry> =
          entry.mode === "percent"
            ? { percent: typed(Number(value).toFixed(1), language) }
            : entry.mode === "count"
              ? { count: value }
              : { amount: value };
        changeFigure(scenario, criterion, part);
      }}
    />
  );
}

function sliderOf(mode: Mode, figure: string | null, criterion: Criterion): { max: string; step: string; value: string } | null {
  if (figure === null) return null;
  const [count = "0", total] = figure.split("/");
  if (mode === "percent") return { max: "100", step: "0.1", value: figure };
  if (total !== undefined) return { max: total, step: "1", value: count };
  return { max: String(2 * Number(criterion.threshold.value)), step: "1", value: count };
}

/** The reading of the scenario, where it is to be another than the area's. */
function EditReading({ scenario }: { scenario: Scenario }) {
  const { text, area } = usePlan();
  const set = criteriaSet.value;
  const of = set.criteria.length;
  const word = (require: string) =>
    require === "all" ? text.sure.all(of) : require === "any" ? text.sure.any : text.sure.atLeast(Number(require));
  return (
    <div class="editor-reading">
      {!set.reading.require.settled && (
        <label>
          {area.reading.require}
          <select
            class="field"
            value={scenario.reading.require ?? set.reading.require.value}
            onChange={(event) => changeScenario(scenario, { reading: { ...scenario.reading, require: event.currentTarget.value } })}
          >
            {requires(set).map((require) => (
              <option key={require} value={require}>
                {word(require)}
              </option>
            ))}
          </select>
        </label>
      )}
      {!set.reading.tie.settled && (
        <label>
          {area.reading.tie}
          <select
            class="field"
            value={scenario.reading.tie ?? set.reading.tie.value}
            onChange={(event) =>
              changeScenario(scenario, {
                reading: { ...scenario.reading, tie: event.currentTarget.value === "strict" ? "strict" : "inclusive" },
              })
            }
          >
            <option value="strict">{area.reading.strict}</option>
            <option value="inclusive">{area.reading.inclusive}</option>
          </select>
        </label>
      )}
    </div>
  );
}

/** Thresholds of one's own, each beside the source's. */
function EditThresholds({ scenario }: { scenario: Scenario }) {
  const { text, language } = usePlan();
  const show = (criterion: Criterion) =>
    criterion.unit === "persons" ? whole(criterion.threshold.value, language) : percent(criterion.threshold.value, language);
  return (
    <details class="own-thresholds" open={Object.values(scenario.thresholds).some((typedText) => typedText !== "")}>
      <summary>{text.editor.own}</summary>
      <p class="help">{text.editor.ownHelp}</p>
      <div class="own-thresholds-fields">
        {criteriaSet.value.criteria.map((criterion) => (
          <label key={criterion.id}>
            {text.editor.ownField(labelOf(criterion)[language])}
            <input
              class="field"
              type="text"
              inputMode="decimal"
              autocomplete="off"
              maxLength={64}
              aria-describedby={`own-${criterion.id}`}
              value={own(scenario.thresholds, criterion.id) ?? ""}
              onInput={(event) =>
                changeScenario(
                  scenario,
                  { thresholds: { ...scenario.thresholds, [criterion.id]: event.currentTarget.value } },
                  `threshold ${criterion.id}`,
                )
              }
            />
            <span id={`own-${criterion.id}`} class="help">
              {text.editor.ownSource(show(criterion))}
            </span>
          </label>
        ))}
      </div>
    </details>
  );
}
