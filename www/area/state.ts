// The state of *Ett område*: what was entered, how the open points are read, and what the core says of it.

import { computed, effect, signal } from "@preact/signals";
import { builtIn, type ChosenReading, type CriteriaSet, type Criterion, isOwn } from "../engine/criteria.ts";
import { type Assessed, type Calculator, engine } from "../engine/page.ts";
import { broken, reportBroken } from "../frame/broken.tsx";
import { type Entries, type Entry, emptyEntry, given, isEmpty } from "./entry.ts";

/** The criteria set in use. */
export const criteriaSet = signal<CriteriaSet>(builtIn[0]);

/** The set of a person's own that was used last, in use or not. */
export const ownSet = signal<CriteriaSet | null>(null);

/** The sets that the person has made here, complete, as the device keeps them. */
export const keptSets = signal<readonly CriteriaSet[]>([]);

/** All sets of one's own that can be used: a link brings one along that was not made here. */
export const ownSets = computed<readonly CriteriaSet[]>(() => {
  const last = ownSet.value;
  return last === null || keptSets.value.some(({ id }) => id === last.id) ? keptSets.value : [...keptSets.value, last];
});

effect(() => {
  if (isOwn(criteriaSet.value)) ownSet.value = criteriaSet.value;
});

effect(() => {
  if (keptSets.value.length > 0) void import("./sets/kept.ts").then(({ startKeepingSets }) => startKeepingSets());
});

/** What was entered, by criterion id; entries of another set's criteria are kept until they are needed again. */
export const entries = signal<Entries>({});

/** The chosen reading; null is the set's own. */
export const reading = signal<ChosenReading>({ tie: null, require: null });

/** The four digits of the municipality that the area lies in, where it was chosen. */
export const municipality = signal<string | null>(null);

/** What *clear* took away, for undoing it. */
export const cleared = signal<Entries | null>(null);

/** Whether the figures that stand there are the example's. */
export const showsExample = signal(false);

/** The criterion whose fields have the focus: what is half typed there is not yet called missing. */
export const editing = signal<string | null>(null);

/** Takes another set into use; its own reading applies until another is chosen. */
export function use(set: CriteriaSet): void {
  reading.value = { tie: null, require: null };
  criteriaSet.value = set;
}

export function entryOf(criterion: Criterion, all: Entries = entries.value): Entry {
  return all[criterion.id] ?? emptyEntry(criterion);
}

export function change(criterion: Criterion, part: Partial<Entry>): void {
  cleared.value = null;
  showsExample.value = false;
  entries.value = {
    ...entries.value,
    [criterion.id]: { ...entryOf(criterion), ...part },
  };
}

export function clear(): void {
  cleared.value = entries.value;
  showsExample.value = false;
  entries.value = {};
}

export function undoClear(): void {
  if (cleared.value !== null) entries.value = cleared.value;
  cleared.value = null;
}

export function show(example: Entries): void {
  cleared.value = nothingEntered.value ? null : entries.value;
  entries.value = example;
  showsExample.value = true;
}

export const nothingEntered = computed(() => criteriaSet.value.criteria.every((criterion) => isEmpty(entryOf(criterion))));

/** The core's calculator for the set in use; null until the module is there. */
export const calculator = computed<Calculator | null>(() => {
  const loaded = engine.value;
  return loaded.state === "ready" ? new loaded.core.Calculator(criteriaSet.value) : null;
});

/** What the core says; null until the module is there. */
export const assessed = computed<Assessed | null>(() => {
  const core = calculator.value;
  if (core === null || broken.value) return null;
  const figures = criteriaSet.value.criteria.map((criterion) => given(entryOf(criterion)));
  try {
    return core.assess({ figures, ...reading.value });
  } catch {
    // Whatever was entered is answered; only a core that has stopped throws.
    reportBroken();
    return null;
  }
});

/** Takes over what was typed into the prerendered form before any script ran. */
export function adoptTyped(form: ParentNode): void {
  const typed: Record<string, Entry> = {};
  for (const criterion of criteriaSet.value.criteria) {
    const value = (name: string) => form.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value ?? "";
    const entry = emptyEntry(criterion);
    const text = value(criterion.id);
    if (text !== "") typed[criterion.id] = { ...entry, [entry.mode]: text };
  }
  if (Object.keys(typed).length > 0) entries.value = { ...entries.value, ...typed };
}
