// How sure the answer is: what the figures can stand for, and the answer under every reading.

import type { Criterion, Point } from "../../engine/criteria.ts";
import type { Finding, Outcome } from "../../engine/page.ts";
import type { Outcomes } from "../../engine/plan.ts";
import { Mark } from "../../look/Mark.tsx";
import { quoted } from "../../text/format.ts";
import { errorText } from "../errors.ts";
import { wrongRows } from "../../model/rows.ts";
import { change, criteriaSet, entryOf } from "../../model/area.ts";
import { explained } from "../../model/answers.ts";
import { Definitions } from "./Definitions.tsx";
import { figureText } from "./figures.ts";
import { usePlan } from "./language.ts";
import { Readings } from "./Readings.tsx";
import { Sensitivity } from "./Sensitivity.tsx";
import "./sure.css";
import { labelOf } from "../../model/labels.ts";

export function Sure() {
  const { area } = usePlan();
  return (
    <>
      {explained.value === null ? (
        <p>{area.engine.loading}</p>
      ) : (
        <>
          <Readings />
          <Figures findings={explained.value.assessment.findings} />
          <Noise />
          <SourceWords />
          <Sensitivity />
          <Definitions />
        </>
      )}
    </>
  );
}

/** For each figure the outcomes that its true value allows. */
function Figures({ findings }: { findings: readonly Finding[] }) {
  const { text, language } = usePlan();
  return (
    <section class="sure-part" aria-labelledby="sure-figures">
      <h3 id="sure-figures">{text.sure.figures}</h3>
      <p class="help">{text.sure.figuresIntro}</p>
      <ul class="sure-figures">
        {criteriaSet.value.criteria.map((criterion, nth) => {
          const finding = findings[nth];
          return (
            <li key={criterion.id}>
              <span class="sure-name">{labelOf(criterion)[language]}</span>
              <span class="sure-figure">
                {finding?.figure == null ? text.sure.noFigure : figureText(finding.figure, criterion, text, language)}
              </span>
              <span class="sure-possible">{finding?.possible != null && <Possible possible={finding.possible} finding={finding} />}</span>
            </li>
          );
        })}
      </ul>
      <p class="help">{text.sure.help}</p>
    </section>
  );
}

function Possible({ possible, finding }: { possible: Outcomes; finding: Finding }) {
  const { text, area } = usePlan();
  const outcomes: readonly (readonly [Outcome, boolean])[] = [
    ["met", possible.met],
    ["at-threshold", possible.atThreshold],
    ["not-met", possible.notMet],
  ];
  const some = outcomes.filter(([, can]) => can);
  const source = finding.dependsOn?.[0];
  return (
    <>
      {some.length === 0 && <span>{text.sure.impossibleFigure}</span>}
      {some.map(([outcome]) => (
        <span key={outcome} class="sure-outcome" data-tone={outcome}>
          <Mark outcome={outcome} />
          {area.outcome[outcome]}
        </span>
      ))}
      <span class="sure-source">
        {source === "rounding" || source === "noise"
          ? `${text.sure.because} ${text.sure.depends[source]}`
          : some.length > 0 && text.sure.certain}
      </span>
    </>
  );
}

/** One number of persons for all figures that are counts. */
function Noise() {
  const { text, language, area } = usePlan();
  const counted = (criterion: Criterion) => entryOf(criterion).mode !== "percent";
  const criteria = criteriaSet.value.criteria.filter(counted);
  if (criteria.length === 0) return null;
  const values = new Set(criteria.map((criterion) => entryOf(criterion).noise));
  const [value] = values;
  const wrong = wrongRows.value.map((row) => row.error.value).find((error) => error?.place?.path === "noise");
  return (
    <section class="sure-part" aria-labelledby="sure-noise">
      <h3 id="sure-noise">{text.sure.noise}</h3>
      <label class="small-field">
        {text.sure.noiseLabel}
        <input
          class="field"
          type="text"
          inputMode="numeric"
          autocomplete="off"
          maxLength={10}
          aria-invalid={wrong === undefined ? undefined : true}
          aria-describedby={wrong === undefined ? "sure-noise-help" : "sure-noise-error sure-noise-help"}
          value={values.size === 1 ? value : ""}
          onInput={(event) => {
            for (const criterion of criteria) change(criterion, { noise: event.currentTarget.value });
          }}
        />
      </label>
      {wrong != null && (
        <p id="sure-noise-error" class="figure-error">
          {errorText(wrong, area, language)}
        </p>
      )}
      <p id="sure-noise-help" class="help">
        {text.sure.noiseHelp}
      </p>
    </section>
  );
}

/** The words, or the silence, that the readings come from. */
function SourceWords() {
  const { text, language, area } = usePlan();
  const { tie, require } = criteriaSet.value.reading;
  const words = ({ source }: Pick<Point<string>, "source">) => (
    <>
      {source.text[language]}
      {source.quote !== undefined && (
        <>
          {" "}
          {area.reading.quote} <q lang="sv">{quoted(source.quote)}</q>
        </>
      )}
    </>
  );
  return (
    <section class="sure-part" aria-labelledby="sure-words">
      <h3 id="sure-words">{text.sure.words}</h3>
      <p class="panel-lead">{words(require)}</p>
      <p class="panel-lead">{words(tie)}</p>
    </section>
  );
}
