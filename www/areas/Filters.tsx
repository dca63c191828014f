// Which areas the table shows: by text, municipality, verdict, and one criterion's outcome or distance.

import { labelOf } from "../model/labels.ts";
import { verdicts } from "../model/workbench.ts";
import { useEffect, useState } from "preact/hooks";
import type { MunicipalityTable } from "../engine/tables.ts";
import { useText } from "./language.ts";
import { periodOf, takeUpYear, useYear } from "./period.ts";
import { ask, criteriaSet, everything, isFiltered, type Loaded, loaded, want, wanted } from "./state.ts";

const outcomes = ["met", "at-threshold", "not-met", "unknown"] as const;

/** A person has stopped typing after this time. */
const PAUSE_MS = 200;

export function Filters() {
  const { text, language } = useText();
  const asked = wanted.value;
  const [municipalities, setMunicipalities] = useState<MunicipalityTable["municipalities"]>([]);
  const run = loaded.value;
  useEffect(() => {
    let isLatest = true;
    void ask((tables) => tables.ask("municipalities", { all: true })).then((answer) => {
      if (isLatest) setMunicipalities(answer?.municipalities ?? []);
    });
    return () => {
      isLatest = false;
    };
  }, [run?.tables]);
  return (
    <form class="filters" aria-label={text.filter.label} noValidate onSubmit={(event) => event.preventDefault()}>
      <div class="fields">
        <TextFilter />
        {run !== null && <YearControl run={run} />}
        <label>
          {text.filter.municipality}
          <select
            class="field"
            name="municipality"
            value={asked.municipality ?? ""}
            onChange={(event) => want({ municipality: event.currentTarget.value === "" ? null : event.currentTarget.value })}
          >
            <option value="">{text.filter.everyMunicipality}</option>
            {municipalities.flatMap(({ code, name }) =>
              code === null
                ? []
                : [
                    <option key={code} value={code}>
                      {name === null ? code : `${name} (${code})`}
                    </option>,
                  ],
            )}
          </select>
        </label>
        <label>
          {text.filter.verdict}
          <select
            class="field"
            name="verdict"
            value={asked.verdict ?? ""}
            onChange={(event) => want({ verdict: event.currentTarget.value === "" ? null : event.currentTarget.value })}
          >
            <option value="">{text.filter.everyVerdict}</option>
            {verdicts.map((verdict) => (
              <option key={verdict} value={verdict}>
                {text.verdict[verdict]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {text.filter.criterion}
          <select
            class="field"
            name="criterion"
            value={asked.criterion ?? ""}
            onChange={(event) => {
              const criterion = event.currentTarget.value;
              want(criterion === "" ? { criterion: null, outcome: null, within: null } : { criterion });
            }}
          >
            <option value="">{text.filter.everyCriterion}</option>
            {criteriaSet.value.criteria.map((criterion) => (
              <option key={criterion.id} value={criterion.id}>
                {labelOf(criterion)[language]}
              </option>
            ))}
          </select>
        </label>
        {asked.criterion !== null && (
          <>
            <label>
              {text.filter.outcome}
              <select
                class="field"
                name="outcome"
                value={asked.outcome ?? ""}
                onChange={(event) => want({ outcome: event.currentTarget.value === "" ? null : event.currentTarget.value })}
              >
                <option value="">{text.filter.everyOutcome}</option>
                {outcomes.map((outcome) => (
                  <option key={outcome} value={outcome}>
                    {text.outcome[outcome]}
                  </option>
                ))}
              </select>
            </label>
            <WithinFilter
              key={asked.criterion}
              unit={criteriaSet.value.criteria.find(({ id }) => id === asked.criterion)?.unit ?? "percent"}
            />
          </>
        )}
      </div>
      {isFiltered.value && (
        <button type="button" class="link" onClick={() => want({ ...everything, sort: asked.sort, descending: asked.descending })}>
          {text.filter.clear}
        </button>
      )}
    </form>
  );
}

/** The year of the figures, where the files have several. */
function YearControl({ run }: { run: Loaded }) {
  const { text } = useText();
  const [periods, setPeriods] = useState<readonly string[]>([]);
  useEffect(() => {
    let isLatest = true;
    void ask((tables) => tables.ask("years", null)).then((frame) => {
      if (!isLatest) return;
      const years = frame?.periods.map(({ period }) => period) ?? [];
      setPeriods(years);
      void takeUpYear(years);
    });
    return () => {
      isLatest = false;
    };
  }, [run.tables]);
  if (periods.length < 2) return null;
  return (
    <label>
      {text.years.control}
      <select
        class="field"
        name="period"
        value={periodOf(run) ?? ""}
        onChange={(event) => void useYear(event.currentTarget.value === "" ? null : event.currentTarget.value)}
      >
        <option value="">{text.years.newest}</option>
        {periods.map((period) => (
          <option key={period} value={period}>
            {period}
          </option>
        ))}
      </select>
    </label>
  );
}

function TextFilter() {
  const { text } = useText();
  const asked = wanted.value.text;
  const [typed, setTyped] = useState(asked);
  useEffect(() => setTyped(asked), [asked]);
  useEffect(() => {
    if (typed === wanted.value.text) return;
    const timer = setTimeout(() => want({ text: typed }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <label>
      {text.filter.text}
      <input
        class="field"
        type="search"
        name="text"
        autocomplete="off"
        maxLength={100}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
    </label>
  );
}

function WithinFilter({ unit }: { unit: "percent" | "persons" }) {
  const { text } = useText();
  const [typed, setTyped] = useState((wanted.value.within ?? "").replace(".", ","));
  const plain = typed.trim().replace(",", ".").replace(/^\./, "0.");
  const isRight = plain === "" || /^\d{1,9}(\.\d{1,6})?$/.test(plain);
  useEffect(() => {
    const within = plain === "" ? null : plain;
    if (!isRight || within === wanted.value.within) return;
    const timer = setTimeout(() => want({ within }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [plain, isRight]);
  return (
    <label>
      {text.filter.within[unit]}
      <input
        class="field"
        type="text"
        inputMode="decimal"
        name="within"
        autocomplete="off"
        maxLength={12}
        value={typed}
        aria-invalid={isRight ? undefined : true}
        aria-describedby={isRight ? undefined : "within-wrong"}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      {!isRight && (
        <span id="within-wrong" class="field-error">
          {text.filter.withinWrong(typed)}
        </span>
      )}
    </label>
  );
}
