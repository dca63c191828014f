// On demand beside a figure: what it means, where it comes from, how certain it is, and the sum to redo by hand.

import type { Cited, Criterion } from "../engine/criteria.ts";
import type { Finding } from "../engine/page.ts";
import { comparison, decimal, percent } from "../text/format.ts";
import { useText } from "./language.ts";
import { measureOf } from "./measures.ts";
import { change, criteriaSet, entryOf } from "./state.ts";

interface Props {
  criterion: Criterion;
  finding: Finding | undefined;
}

export function About({ criterion, finding }: Props) {
  const { text, language } = useText();
  const measure = measureOf(criteriaSet.value.id, criterion);
  return (
    <details class="about">
      <summary>
        {text.about.short}
        <span class="visually-hidden">{` ${criterion.label[language]}`}</span>
      </summary>
      <div class="about-body">
        <h3>{text.about.definition}</h3>
        <p>{measure?.definition[language] ?? criterion.definition[language]}</p>
        {measure !== undefined && (
          <>
            <h3>{text.about.find}</h3>
            <ul>
              {measure.find.map((line) => (
                <li key={line.sv}>{line[language]}</li>
              ))}
            </ul>
            <h3>{text.about.open}</h3>
            <ul>
              {measure.open.map((line) => (
                <li key={line.sv}>{line[language]}</li>
              ))}
            </ul>
          </>
        )}
        <h3>{text.about.threshold}</h3>
        <CitedNumber cited={criterion.threshold} unit={criterion.unit} />
        {criterion.nationalAverage !== undefined && (
          <>
            <h3>{text.about.average}</h3>
            <CitedNumber cited={criterion.nationalAverage} unit={criterion.unit} />
          </>
        )}
        <PrecisionFields criterion={criterion} />
        {finding?.comparison != null && (
          <>
            <h3>{text.trace.label}</h3>
            <p>{text.trace.intro}</p>
            <p class="trace">{comparison(finding.comparison, language)}</p>
            {finding.position !== null && <p>{text.trace.position(decimal(finding.position, language))}</p>}
          </>
        )}
      </div>
    </details>
  );
}

function CitedNumber({ cited, unit }: { cited: Cited; unit: Criterion["unit"] }) {
  const { text, language } = useText();
  const number = unit === "persons" ? text.distance.persons(decimal(cited.value, language), false) : percent(cited.value, language);
  return (
    <p>
      {number}. {cited.source.text[language]}
      {cited.source.quote !== undefined && (
        <>
          {": "}
          <q lang="sv">{cited.source.quote}</q>
        </>
      )}
    </p>
  );
}

function PrecisionFields({ criterion }: { criterion: Criterion }) {
  const { text } = useText();
  const entry = entryOf(criterion);
  const help = `precision-${criterion.id}`;
  return (
    <>
      <h3>{text.form.precision}</h3>
      {entry.mode === "percent" ? (
        <>
          <label class="check">
            <input
              type="checkbox"
              checked={entry.exact}
              aria-describedby={help}
              onChange={(event) => change(criterion, { exact: event.currentTarget.checked })}
            />
            {text.form.exact}
          </label>
          <p id={help} class="help">
            {text.form.exactHelp}
          </p>
          <label class="small-field">
            {text.form.known}
            <input
              class="field"
              type="text"
              inputMode="numeric"
              autocomplete="off"
              maxLength={40}
              value={entry.known}
              onInput={(event) => change(criterion, { known: event.currentTarget.value })}
            />
          </label>
        </>
      ) : (
        <label class="small-field">
          {text.form.noise}
          <input
            class="field"
            type="text"
            inputMode="numeric"
            autocomplete="off"
            maxLength={40}
            aria-describedby={help}
            value={entry.noise}
            onInput={(event) => change(criterion, { noise: event.currentTarget.value })}
          />
          <span id={help} class="help">
            {text.form.noiseHelp}
          </span>
        </label>
      )}
    </>
  );
}
