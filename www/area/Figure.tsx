// The figure of a criterion as a person gives it: a percentage, a count of a total, or a plain count.

import { type Entry, fieldId, type Part } from "../model/entry.ts";
import { errorId, errorText, isOfPrecision, wrongParts } from "./errors.ts";
import { useText } from "./language.ts";
import type { Row } from "../model/rows.ts";
import { change } from "../model/area.ts";
import { labelOf } from "../model/labels.ts";
import { inSentence, percent, typed } from "../text/format.ts";
import { useComputed } from "./signals.ts";

export function Figure({ row }: { row: Row }) {
  const { text, language } = useText();
  const { criterion, mode } = row;
  const name = labelOf(criterion)[language];
  return (
    <div class="figure">
      <div class="figure-fields">
        {mode.value === "percent" && (
          <span class="figure-unit">
            <Field row={row} part="percent" name={criterion.id} label={text.form.percentField(name)} />
            <span aria-hidden="true">%</span>
          </span>
        )}
        {mode.value === "count" && (
          <span class="figure-unit">
            <Field row={row} part="count" name={`${criterion.id}.count`} label={text.form.countField(name)} />
            <span class="figure-of">{text.form.of}</span>
            <Field row={row} part="total" name={`${criterion.id}.total`} label={text.form.totalField(name)} />
          </span>
        )}
        {mode.value === "amount" && (
          <span class="figure-unit">
            <Field row={row} part="amount" name={criterion.id} label={text.form.amountField(name)} />
            <span aria-hidden="true">{text.form.persons}</span>
          </span>
        )}
        {mode.value !== "amount" && <Modes row={row} />}
      </div>
      <FigureError row={row} />
      <Fraction row={row} />
    </div>
  );
}

function Field({ row: { criterion, texts, error, mode }, part, name, label }: { row: Row; part: Part; name: string; label: string }) {
  const wrong = error.value;
  const isWrong = wrong !== null && wrongParts(wrong, mode.value).includes(part);
  return (
    <input
      id={fieldId(criterion, part)}
      class={`field field-${mode.value}`}
      name={name}
      type="text"
      inputMode={part === "percent" ? "decimal" : "numeric"}
      autocomplete="off"
      spellcheck={false}
      maxLength={80}
      aria-label={label}
      aria-invalid={isWrong ? true : undefined}
      aria-describedby={wrong !== null && !isOfPrecision(wrong, mode.value) ? errorId(criterion) : undefined}
      value={texts[part]}
      onInput={(event) => change(criterion, { [part]: event.currentTarget.value })}
    />
  );
}

/** What is wrong with the figure; how exact it is stands among the explanations, with an error of its own. */
function FigureError({ row: { criterion, error, mode } }: { row: Row }) {
  const { text, language } = useText();
  const wrong = error.value;
  if (wrong === null || isOfPrecision(wrong, mode.value)) return null;
  return (
    <p id={errorId(criterion)} class="figure-error">
      {errorText(wrong, text, language)}
    </p>
  );
}

/** Asks of less than one percent whether it is a fraction: as *0,613* for 61,3 percent. */
function Fraction({ row }: { row: Row }) {
  const { text, language } = useText();
  const fraction = useComputed(() => fractionIn(row.rested.value.entry), [row]).value;
  if (fraction === null) return null;
  const meant = asPercent(fraction);
  return (
    <p class="figure-doubt">
      {text.form.fraction(percent(`0.${fraction}`, language))}{" "}
      <button type="button" class="link" onClick={() => change(row.criterion, { percent: typed(meant, language) })}>
        {text.form.meant(percent(meant, language))}
      </button>
    </p>
  );
}

/** Returns the decimals of a percentage that is written as less than one; null for any other figure. */
function fractionIn({ mode, percent }: Entry): string | null {
  const written = percent.replace(/[\s%]/g, "");
  return (mode === "percent" && /^0?[.,](\d*[1-9]\d*)$/.exec(written)?.[1]) || null;
}

/** Returns a hundred times what the decimals of a fraction stand for. */
function asPercent(decimals: string): string {
  const whole = decimals.slice(0, 2).padEnd(2, "0").replace(/^0/, "");
  return decimals.length > 2 ? `${whole}.${decimals.slice(2)}` : whole;
}

/** A switch of two, as one stop: the arrows turn it. */
function Modes({ row: { criterion, mode } }: { row: Row }) {
  const { text, language } = useText();
  const turn = (event: KeyboardEvent) => {
    if (!/^Arrow/.test(event.key)) return;
    event.preventDefault();
    const other = mode.value === "percent" ? "count" : "percent";
    change(criterion, { mode: other });
    (event.currentTarget as HTMLElement).querySelector<HTMLElement>(`[data-input-mode="${other}"]`)?.focus();
  };
  return (
    <div class="modes" role="radiogroup" aria-label={text.form.modeLabel(inSentence(labelOf(criterion)[language]))} onKeyDown={turn}>
      {(["percent", "count"] as const).map((one) => (
        <button
          key={one}
          type="button"
          role="radio"
          data-input-mode={one}
          aria-checked={mode.value === one}
          tabIndex={mode.value === one ? 0 : -1}
          onClick={() => change(criterion, { mode: one })}
        >
          {text.form[one]}
        </button>
      ))}
    </div>
  );
}
