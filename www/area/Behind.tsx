// What a figure means, where it comes from, how exact it is, and the sum to redo by hand.

import type { Cited, Criterion } from "../engine/criteria.ts";
import { comparison, decimal, isCell, percent, quoted } from "../text/format.ts";
import type { ExplanationText } from "./explanation.sv.ts";
import { errorId, errorText, isOfPrecision } from "./errors.ts";
import { fieldId } from "../model/entry.ts";
import { useText } from "./language.ts";
import { measureOf } from "./measures.ts";
import type { Row } from "../model/rows.ts";
import { calculator, change, criteriaSet } from "../model/area.ts";
import { definitionOf } from "../model/labels.ts";

/** What it takes to say what stands behind a figure. */
export interface Explanation {
  readonly Behind: typeof Behind;
  readonly words: ExplanationText;
}

interface Explained {
  row: Row;
  words: ExplanationText;
}

export function Behind({ row, words, isOpen }: Explained & { isOpen: boolean }) {
  const { language } = useText();
  const { criterion } = row;
  const measure = measureOf(criteriaSet.value.id, criterion);
  return (
    <div class="about-body">
      <h3>{words.definition}</h3>
      <p>{measure?.definition[language] ?? definitionOf(criterion)[language]}</p>
      {measure !== undefined && (
        <>
          <h3>{words.find}</h3>
          <ul>
            {measure.find.map((line) => (
              <li key={line.sv}>{line[language]}</li>
            ))}
          </ul>
          <p class="help">
            {words.findNote} {words.areas}
          </p>
          <p>
            {places.map(({ address, name }) => (
              <a key={address} class="link about-place" href={address} target="_blank" rel="noreferrer noopener">
                {name}
                <span class="visually-hidden"> {words.newTab}</span>
              </a>
            ))}
          </p>
        </>
      )}
      {measure !== undefined && measure.open.length > 0 && (
        <>
          <h3>{words.open}</h3>
          <ul>
            {measure.open.map((line) => (
              <li key={line.sv}>{line[language]}</li>
            ))}
          </ul>
        </>
      )}
      {measure !== undefined && measure.breaks.length > 0 && (
        <>
          <h3>{words.breaks}</h3>
          <ul>
            {measure.breaks.map((line) => (
              <li key={line.sv}>{line[language]}</li>
            ))}
          </ul>
        </>
      )}
      <h3>{words.threshold}</h3>
      <CitedNumber cited={criterion.threshold} unit={criterion.unit} />
      {criterion.nationalAverage !== undefined && (
        <>
          <h3>{words.average}</h3>
          <CitedNumber cited={criterion.nationalAverage} unit={criterion.unit} />
        </>
      )}
      <PrecisionFields row={row} words={words} />
      {isOpen && <Trace row={row} words={words} />}
    </div>
  );
}

/** The sum to redo by hand; while it is folded away, no key has to write it. */
function Trace({ row, words }: Explained) {
  const { language } = useText();
  const nth = criteriaSet.value.criteria.indexOf(row.criterion);
  // Asked anew with every other finding.
  const inequality = row.finding.value === undefined ? undefined : calculator.value?.comparison(nth);
  if (inequality === undefined) return null;
  return (
    <>
      <h3>{words.trace.label}</h3>
      <p>{words.trace.intro}</p>
      <p class="trace">{comparison(inequality, language)}</p>
    </>
  );
}

/** Where figures of small areas are looked up. */
const places = [
  { address: "https://www.statistikdatabasen.scb.se/", name: "SCB:s statistikdatabas" },
  { address: "https://segregationsbarometern.boverket.se/", name: "Segregationsbarometern" },
] as const;

function CitedNumber({ cited, unit }: { cited: Cited; unit: Criterion["unit"] }) {
  const { text, language } = useText();
  const number = unit === "persons" ? text.distance.persons(decimal(cited.value, language)) : percent(cited.value, language);
  return (
    <p>
      {number}. {cited.source.text[language]}
      {cited.source.quote !== undefined && (
        <>
          {": "}
          {isCell(cited.source.quote) ? <span lang="sv">{quoted(cited.source.quote)}</span> : <q lang="sv">{quoted(cited.source.quote)}</q>}
        </>
      )}
    </p>
  );
}

function PrecisionFields({ row, words }: Explained) {
  const { criterion, exact, mode } = row;
  const help = `precision-${criterion.id}`;
  return (
    <>
      <h3>{words.precision}</h3>
      {mode.value === "percent" ? (
        <>
          <label class="check">
            <input
              type="checkbox"
              id={fieldId(criterion, "exact")}
              checked={exact.value}
              aria-describedby={help}
              onChange={(event) => change(criterion, { exact: event.currentTarget.checked })}
            />
            {words.exact}
          </label>
          <p id={help} class="help">
            {words.exactHelp}
          </p>
          <PrecisionField row={row} part="known" label={words.known} />
        </>
      ) : (
        <PrecisionField row={row} part="noise" label={words.noise} help={words.noiseHelp} />
      )}
    </>
  );
}

/** A field for how exact the figure is, with what is wrong beside it. */
function PrecisionField({ row, part, label, help }: { row: Row; part: "known" | "noise"; label: string; help?: string }) {
  const { text, language } = useText();
  const { criterion, texts, mode } = row;
  const error = isOfPrecision(row.error.value, mode.value) ? row.error.value : null;
  const helpId = help === undefined ? null : `precision-${criterion.id}`;
  const described = [error === null ? null : errorId(criterion), helpId].filter((id) => id !== null);
  return (
    <div class="small-field">
      <label>
        {label}
        <input
          id={fieldId(criterion, part)}
          class="field"
          type="text"
          inputMode="numeric"
          autocomplete="off"
          maxLength={40}
          aria-invalid={error === null ? undefined : true}
          aria-describedby={described.length === 0 ? undefined : described.join(" ")}
          value={texts[part].value}
          onInput={(event) => change(criterion, { [part]: event.currentTarget.value })}
        />
      </label>
      {error !== null && (
        <p id={errorId(criterion)} class="figure-error">
          {errorText(error, text, language)}
        </p>
      )}
      {helpId !== null && (
        <p id={helpId} class="help">
          {help}
        </p>
      )}
    </div>
  );
}
