// What the row of each criterion shows. Every part is a signal of its own, so that a key draws anew only what it changed.

import { computed, type ReadonlySignal } from "@preact/signals";
import type { Criterion } from "../engine/criteria.ts";
import type { CoreError, Finding } from "../engine/page.ts";
import type { Entry } from "./entry.ts";
import type { Part } from "./errors.ts";
import { assessed, criteriaSet, editing, entryOf } from "./state.ts";

export interface Row {
  readonly criterion: Criterion;
  readonly entry: ReadonlySignal<Entry>;
  readonly mode: ReadonlySignal<Entry["mode"]>;
  /** The texts of the entry's fields. */
  readonly texts: Readonly<Record<Part, ReadonlySignal<string>>>;
  readonly exact: ReadonlySignal<boolean>;
  readonly finding: ReadonlySignal<Finding | undefined>;
  readonly outcome: ReadonlySignal<Finding["outcome"] | undefined>;
  readonly certainty: ReadonlySignal<Finding["certainty"] | undefined>;
  /** The error to show: what is only half typed is not yet called missing. */
  readonly error: ReadonlySignal<CoreError | null>;
}

function rowOf(criterion: Criterion, nth: number): Row {
  const entry = computed(() => entryOf(criterion));
  const finding = computed(() => assessed.value?.assessment.findings[nth]);
  return {
    criterion,
    entry,
    mode: computed(() => entry.value.mode),
    texts: {
      percent: computed(() => entry.value.percent),
      known: computed(() => entry.value.known),
      count: computed(() => entry.value.count),
      total: computed(() => entry.value.total),
      amount: computed(() => entry.value.amount),
      noise: computed(() => entry.value.noise),
    },
    exact: computed(() => entry.value.exact),
    finding,
    outcome: computed(() => finding.value?.outcome),
    certainty: computed(() => finding.value?.certainty ?? undefined),
    error: computed(() => {
      const error = assessed.value?.errors[nth] ?? null;
      const code = error?.problem.code;
      const halfTyped = code === "total-missing" || code === "count-missing";
      return halfTyped && editing.value === criterion.id ? null : error;
    }),
  };
}

/** The rows of the set in use, in its order. */
export const rows = computed<readonly Row[]>(() => criteriaSet.value.criteria.map(rowOf));

/** The rows whose figures can't be read. */
export const wrongRows = computed<readonly Row[]>(() => rows.value.filter((row) => row.error.value !== null));
