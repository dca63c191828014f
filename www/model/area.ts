// The state of *Ett område*: what was entered, how the open points are read, and what the core says of it.

import { action, computed, effect, signal } from "@preact/signals";
import { builtIn, type ChosenReading, type CriteriaSet, type Criterion, isOwn } from "../engine/criteria.ts";
import { type Calculator, type CoreError, engine, type Glance, type Reading, type Standing } from "../engine/page.ts";
import { type Planner, planEngine } from "../engine/plan.ts";
import { broken, reportBroken } from "../engine/broken.ts";
import { own } from "../text/own.ts";
import { type Entries, type Entry, emptyEntry, enter, fieldId, isEmpty, type Part } from "./entry.ts";

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

/** What was entered, by criterion id; entries of another set's criteria are kept until they are needed again. */
export const entries = signal<Entries>({});

/** The chosen reading; null is the set's own. */
export const reading = signal<ChosenReading>({ tie: null, require: null });

/** The four digits of the municipality that the area lies in, where it was chosen. */
export const municipality = signal<string | null>(null);

/** What *clear* or an example took away, the last of it first to be had back. */
export const cleared = signal<readonly { readonly entries: Entries; readonly isExample: boolean; readonly broughtName: string }[]>([]);

/** The name of the area, as far as the person gives it. */
export const areaName = signal("");

/** The name that came along with the figures from *Många områden*. */
const broughtName = signal("");

/** Whether the area has the name that came along: the tab takes care of it, as of the figures, and it goes where they go. */
export const hasBroughtName = computed(() => broughtName.value !== "" && areaName.value === broughtName.value);

/** Takes a name that came along with the figures. */
export function bringName(name: string): void {
  areaName.value = name;
  broughtName.value = name;
}

/** Takes a name that a person gave, here or in a work. */
export function giveName(name: string): void {
  areaName.value = name;
  broughtName.value = "";
}

/** Whether the figures that stand there are an example's: also where some have been changed since. */
export const showsExample = signal(false);

/** Whether the scales show all from 0 to 100 rather than the part that matters. */
export const wholeScale = signal(false);

/** Whether what stands there came from a link or a file, or was brought along, while the device keeps other work. */
export const isGuest = signal(false);

/** Whether another tab has changed what is kept since this one read or wrote it: then a person chooses between them. */
export const changedElsewhere = signal(false);

/** The criterion whose fields have the focus: what is half typed there is not yet called missing. */
export const editing = signal<string | null>(null);

/** Takes another set into use; its own reading applies until another is chosen. */
export function use(set: CriteriaSet): void {
  reading.value = { tie: null, require: null };
  criteriaSet.value = set;
}

/** What stands for nothing entered, once for each criterion: the same entry must be the same object. */
const empties = new WeakMap<Criterion, Entry>();

export function entryOf(criterion: Criterion, all: Entries = entries.value): Entry {
  const entered = own(all, criterion.id) ?? empties.get(criterion);
  if (entered !== undefined) return entered;
  const empty = emptyEntry(criterion);
  empties.set(criterion, empty);
  return empty;
}

export const change = action((criterion: Criterion, part: Partial<Entry>): void => {
  // What an example took away can be had back for as long as it is an example.
  if (!showsExample.peek()) cleared.value = [];
  entries.value = {
    ...entries.value,
    [criterion.id]: { ...entryOf(criterion), ...part },
  };
});

/** What stands there, to be had back. */
function takenAway() {
  return { entries: entries.value, isExample: showsExample.value, broughtName: hasBroughtName.value ? areaName.value : "" };
}

export const clear = action((): void => {
  cleared.value = [...cleared.value, takenAway()];
  if (hasBroughtName.value) bringName("");
  showsExample.value = false;
  entries.value = {};
});

export const undoClear = action((): void => {
  const last = cleared.value.at(-1);
  if (last === undefined) return;
  entries.value = last.entries;
  showsExample.value = last.isExample;
  if (last.broughtName !== "" && areaName.value === "") bringName(last.broughtName);
  cleared.value = cleared.value.slice(0, -1);
});

export const show = action((example: Entries): void => {
  if (!nothingEntered.value) cleared.value = [...cleared.value, takenAway()];
  if (hasBroughtName.value) bringName("");
  entries.value = example;
  showsExample.value = true;
});

export const nothingEntered = computed(() => criteriaSet.value.criteria.every((criterion) => isEmpty(entryOf(criterion))));

/** The panels' calculator for the set in use; null until their module is there. */
export const planner = computed<Planner | null>(() => {
  const loaded = planEngine.value;
  return loaded.state === "ready" ? new loaded.core.Calculator(criteriaSet.value) : null;
});

/**
 * The one calculator that figures are entered into; null until a module is there. The panels' does all that the page's
 * does, so it takes over as soon as there is one, and each key is answered once.
 */
export const calculator = computed<Calculator | null>(() => {
  const loaded = engine.value;
  return planner.value ?? (loaded.state === "ready" ? new loaded.core.Calculator(criteriaSet.value) : null);
});

/** What the core says: of each figure at a glance, and of the area. What a key left as it was is the same object as before. */
export interface Assessed {
  readonly reading: Reading;
  readonly errors: readonly (CoreError | null)[];
  readonly assessment: Standing & { readonly findings: readonly Glance[] };
}

/** The last answer, and what stands in the calculator. */
let last: { core: Calculator; entered: readonly Entry[]; assessed: Assessed } | null = null;

/** Null until the module is there. */
export const assessed = computed<Assessed | null>(() => {
  const core = calculator.value;
  if (core === null || broken.value) return null;
  const entered = criteriaSet.value.criteria.map((criterion) => entryOf(criterion));
  try {
    const before = last?.core === core ? last : null;
    for (const [nth, entry] of entered.entries()) if (before?.entered[nth] !== entry) enter(core, nth, entry);
    const { reading: read, standing, changed } = core.answer(reading.value.tie, reading.value.require);
    const errors = [...(before?.assessed.errors ?? [])];
    const findings = [...(before?.assessed.assessment.findings ?? [])];
    for (const { nth, error, finding } of changed) [errors[nth], findings[nth]] = [error, finding];
    const answer = { reading: read, errors, assessment: { ...standing, findings } };
    last = { core, entered, assessed: answer };
    return answer;
  } catch {
    // Whatever was entered is answered; only a core that has stopped throws.
    reportBroken();
    return null;
  }
});

/** The verdict; undefined until the module is there. */
export const verdict = computed(() => assessed.value?.assessment.verdict);

/** Takes over what was typed into prerendered fields before any script ran. */
export function adoptTyped(within: ParentNode, criteria: readonly Criterion[] = criteriaSet.value.criteria): void {
  for (const criterion of criteria) {
    const field = (part: Part | "exact") => within.querySelector<HTMLInputElement>(`#${CSS.escape(fieldId(criterion, part))}`);
    const { mode } = emptyEntry(criterion);
    const [text, known] = [field(mode)?.value ?? "", field("known")?.value ?? ""];
    const typed = {
      ...(text !== "" && { mode, [mode]: text }),
      ...(known !== "" && { known }),
      ...(field("exact")?.checked === true && { exact: true }),
    };
    if (Object.keys(typed).length > 0) entries.value = { ...entries.value, [criterion.id]: { ...entryOf(criterion), ...typed } };
  }
}
