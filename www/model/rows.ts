// What the row of each criterion shows. Every part is a signal of its own, so that a key draws anew only what it changed.

import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Criterion } from "../engine/criteria.ts";
import type { CoreError, Glance } from "../engine/page.ts";
import type { Entry, Part } from "./entry.ts";
import { assessed, criteriaSet, editing, entries, entryOf } from "./area.ts";
import { afterPause } from "./pause.ts";

export interface Row {
  readonly criterion: Criterion;
  readonly entry: ReadonlySignal<Entry>;
  readonly mode: ReadonlySignal<Entry["mode"]>;
  /** The texts of the entry's fields. */
  readonly texts: Readonly<Record<Part, ReadonlySignal<string>>>;
  readonly exact: ReadonlySignal<boolean>;
  readonly finding: ReadonlySignal<Glance | undefined>;
  /** The share or number that the figure comes to, as the finding tells it. */
  readonly percent: ReadonlySignal<string | null>;
  readonly outcome: ReadonlySignal<Glance["outcome"] | undefined>;
  readonly certainty: ReadonlySignal<Glance["certainty"] | undefined>;
  /** Entry and percentage as they were at the last pause: for what nobody sees, so that the picture need not wait for it. */
  readonly rested: ReadonlySignal<Rested>;
  /** Takes the present for a pause. */
  readonly rest: () => void;
  /** The error to show: what is only half typed is not yet called missing. */
  readonly error: ReadonlySignal<CoreError | null>;
}

interface Rested {
  readonly entry: Entry;
  readonly percent: string | null;
}

/** What a row is fed with. */
interface Fed {
  readonly row: Row;
  readonly feed: (entry: Entry, finding: Glance | undefined, error: CoreError | null) => void;
}

function rowOf(criterion: Criterion): Fed {
  const entry = signal(entryOf(criterion, entries.peek()));
  const finding = signal<Glance | undefined>(undefined);
  const error = signal<CoreError | null>(null);
  const percent = computed(() => finding.value?.percent ?? null);
  const rested = signal<Rested>({ entry: entry.peek(), percent: null });
  const row: Row = {
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
    percent,
    outcome: computed(() => finding.value?.outcome),
    certainty: computed(() => finding.value?.certainty ?? undefined),
    rested,
    rest: () => {
      const now = { entry: entry.peek(), percent: percent.peek() };
      if (now.entry !== rested.peek().entry || now.percent !== rested.peek().percent) rested.value = now;
    },
    error: computed(() => {
      const code = error.value?.problem.code;
      const halfTyped = code === "total-missing" || code === "count-missing";
      return halfTyped && editing.value === criterion.id ? null : error.value;
    }),
  };
  return {
    row,
    feed: (...now) => {
      [entry.value, finding.value, error.value] = now;
    },
  };
}

const fed = computed<readonly Fed[]>(() => criteriaSet.value.criteria.map(rowOf));

const pause = afterPause(300, () => {
  for (const { row } of fed.peek()) row.rest();
});

// A row is only told of what is another object than before: a key in one row leaves the others asleep.
effect(() => {
  for (const [nth, { row, feed }] of fed.value.entries()) {
    feed(entryOf(row.criterion), assessed.value?.assessment.findings[nth], assessed.value?.errors[nth] ?? null);
  }
  pause.ask();
});

/** The rows of the set in use, in its order. */
export const rows = computed<readonly Row[]>(() => fed.value.map(({ row }) => row));

/** The rows whose figures can't be read. */
export const wrongRows = computed<readonly Row[]>(() => rows.value.filter((row) => row.error.value !== null));
