// What can't be read, gathered; it takes the focus only when a person asks for the answer with Enter.

import type { Criterion } from "../engine/criteria.ts";
import type { CoreError } from "../engine/page.ts";
import { useText } from "./language.ts";
import { assessed, criteriaSet, editing, entryOf } from "./state.ts";
import type { AreaText } from "./text.sv.ts";
import { type Language, whole } from "../text/format.ts";

export const summaryId = "errors";

/** The first field of a criterion, where an error leads. */
export function fieldId(criterion: Criterion): string {
  return `figure-${criterion.id}`;
}

/** Says an error of a figure: what was found, what was expected, what to do. */
export function errorText({ problem }: CoreError, text: AreaText, language: Language): string {
  switch (problem.code) {
    case "not-a-number":
    case "two-marks":
    case "negative":
    case "above-hundred":
    case "too-many-digits":
    case "not-whole":
    case "ambiguous":
      return text.errors[problem.code](problem.text);
    case "count-above-total":
      return text.errors[problem.code](whole(problem.count, language), whole(problem.total, language));
    case "total-zero":
    case "total-missing":
    case "count-missing":
      return text.errors[problem.code];
    default:
      return text.errors.other;
  }
}

/** Returns the error to show at a criterion: what is only half typed is not yet called missing. */
export function shownError(nth: number, criterion: Criterion): CoreError | null {
  const error = assessed.value?.errors[nth] ?? null;
  const code = error?.problem.code;
  const halfTyped = code === "total-missing" || code === "count-missing";
  return halfTyped && editing.value === criterion.id ? null : error;
}

export function ErrorSummary() {
  const { text, language } = useText();
  const shown = criteriaSet.value.criteria.flatMap((criterion, nth) => {
    const error = shownError(nth, criterion);
    return error === null ? [] : [{ criterion, error }];
  });
  if (shown.length === 0) return null;
  return (
    <div id={summaryId} class="errors" role="group" tabIndex={-1} aria-labelledby="errors-title">
      <h2 id="errors-title">{text.errors.summary(shown.length)}</h2>
      <ul>
        {shown.map(({ criterion, error }) => (
          <li key={criterion.id}>
            <a href={`#${fieldId(criterion)}`} onClick={(event) => lead(event, criterion)}>
              {criterion.label[language]}
            </a>
            {": "}
            {errorText(error, text, language)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Takes the focus to the field and brings its label into view. */
function lead(event: Event, criterion: Criterion): void {
  event.preventDefault();
  const field = document.getElementById(fieldId(criterion));
  document.querySelector(`[data-criterion="${criterion.id}"]`)?.scrollIntoView({ block: "nearest" });
  field?.focus({ preventScroll: entryOf(criterion).mode !== "amount" });
}
