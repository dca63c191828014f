// The figures that the answer rests on, each row a live part: those that are prerendered, and the rest of a longer set.

import type { ComponentType } from "preact";
import { type Parts, Place } from "../frame/Place.tsx";
import { assessed, criteriaSet } from "../model/area.ts";
import { rows } from "../model/rows.ts";
import { CriterionRow } from "./CriterionRow.tsx";
import { ErrorSummary, summaryId } from "./ErrorSummary.tsx";
import type { AreaText } from "./text.sv.ts";

function Rows({ from, to }: { from: number; to?: number }) {
  return (
    <>
      {rows.value.slice(from, to).map((row) => (
        <CriterionRow key={`${criteriaSet.value.id} ${row.criterion.id}`} row={row} />
      ))}
    </>
  );
}

/** As many as the set has that a person meets. */
const prerendered = rows.peek().length;

/** The parts of the form, in the order in which they stand. */
export const figureParts: Readonly<Record<string, ComponentType>> = {
  errors: ErrorSummary,
  ...Object.fromEntries(rows.peek().map(({ criterion }, nth) => [`figure ${criterion.id}`, () => <Rows from={nth} to={nth + 1} />])),
  "more figures": () => <Rows from={prerendered} />,
};

export function Figures({ parts, text }: { parts: Parts; text: AreaText }) {
  return (
    <form class="figures" aria-labelledby="figures-title" autocomplete="off" noValidate>
      {Object.keys(figureParts).map((part) => (
        <Place key={part} part={part} of={parts} />
      ))}
      <button type="submit" class="button skip-here">
        {text.form.submit}
      </button>
    </form>
  );
}

/** Enter asks for the answer: what can't be read comes first. */
export function answerOnEnter(): void {
  document.querySelector(".figures")?.addEventListener("submit", (event) => {
    event.preventDefault();
    document.getElementById(assessed.value?.errors.some((error) => error !== null) ? summaryId : "answer")?.focus();
  });
}
