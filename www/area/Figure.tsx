// The figure of a criterion as a person gives it: a percentage, a count of a total, or a plain count.

import type { Criterion } from "../engine/criteria.ts";
import { errorText, fieldId, shownError } from "./ErrorSummary.tsx";
import type { Entry, Mode } from "./entry.ts";
import { useText } from "./language.ts";
import { change, entryOf } from "./state.ts";

interface Props {
  criterion: Criterion;
  nth: number;
}

export function Figure({ criterion, nth }: Props) {
  const { text, language } = useText();
  const entry = entryOf(criterion);
  const error = shownError(nth, criterion);
  const errorId = `error-${criterion.id}`;
  const name = criterion.label[language];
  const wrongField = error === null ? null : fieldInError(error.problem.code, entry.mode);
  const field = (part: keyof Entry, inputName: string, label: string, first: boolean) => (
    <input
      id={first ? fieldId(criterion) : undefined}
      class={`field field-${entry.mode}`}
      name={inputName}
      type="text"
      inputMode={entry.mode === "percent" ? "decimal" : "numeric"}
      autocomplete="off"
      spellcheck={false}
      maxLength={80}
      aria-label={label}
      aria-invalid={wrongField === part || wrongField === "both" ? true : undefined}
      aria-describedby={error === null ? undefined : errorId}
      value={String(entry[part])}
      onInput={(event) => change(criterion, { [part]: event.currentTarget.value })}
    />
  );
  return (
    <div class="figure">
      <div class="figure-fields">
        {entry.mode === "percent" && (
          <span class="figure-unit">
            {field("percent", criterion.id, text.form.percentField(name), true)}
            <span aria-hidden="true">%</span>
          </span>
        )}
        {entry.mode === "count" && (
          <span class="figure-unit">
            {field("count", `${criterion.id}.count`, text.form.countField(name), true)}
            <span class="figure-of">{text.form.of}</span>
            {field("total", `${criterion.id}.total`, text.form.totalField(name), false)}
          </span>
        )}
        {entry.mode === "amount" && (
          <span class="figure-unit">
            {field("amount", criterion.id, text.form.amountField(name), true)}
            <span aria-hidden="true">{text.form.persons}</span>
          </span>
        )}
        {entry.mode !== "amount" && <Modes criterion={criterion} mode={entry.mode} />}
      </div>
      {error !== null && (
        <p id={errorId} class="figure-error">
          {errorText(error, text, language)}
        </p>
      )}
    </div>
  );
}

function Modes({ criterion, mode }: { criterion: Criterion; mode: Mode }) {
  const { text, language } = useText();
  return (
    <fieldset class="modes" aria-label={text.form.modeLabel(criterion.label[language])}>
      {(["percent", "count"] as const).map((one) => (
        <button
          key={one}
          type="button"
          data-input-mode={one}
          aria-pressed={mode === one}
          onClick={() => change(criterion, { mode: one })}
        >
          {text.form[one]}
        </button>
      ))}
    </fieldset>
  );
}

/** Tells which field an error is about. */
function fieldInError(code: string, mode: Mode): keyof Entry | "both" {
  if (mode === "percent") return "percent";
  if (mode === "amount") return "amount";
  if (code === "total-zero" || code === "total-missing") return "total";
  if (code === "count-missing") return "count";
  return "both";
}
