// A criteria set of one's own while it is written: each change is checked by the core, kept once nothing is wrong, and can
// be undone. A set that is in use is used as it was changed; another one only once the person says so.

import { batch, computed, signal } from "@preact/signals";
import { allowed, builtIn, type Citation, type CriteriaSet, type Criterion, isOwn, withoutNulls } from "../../engine/criteria.ts";
import type { CoreError } from "../../engine/page.ts";
import { loadPlanEngine, planEngine } from "../../engine/plan.ts";
import { criteriaSet, entries, keptSets, ownSet, reading, use } from "../area.ts";
import { history } from "../history.ts";
import { definitionOf, labelOf } from "../labels.ts";
import { beginnings } from "./beginnings.ts";
import { check } from "./check.ts";
import { distinct, freeId, isTaken } from "./distinct.ts";
import { readSet } from "./file.ts";
import { kindOf, valueAt, withValue } from "./paths.ts";
import { type Stage, stage, stageOf } from "./stages.ts";
import { pathOf } from "./wrong.ts";
import { own as ofRecord } from "../../text/own.ts";

const steps = history<CriteriaSet | null>(null);

/** What is being written, complete or not. */
export const draft = steps.now;
export const { canUndo, canRedo } = steps;

/** The set that is being written as it was when it was last complete; null before that. */
export const complete = signal<CriteriaSet | null>(null);

/** What is wrong with what is being written: by the core, and an id that another set has. */
export const problems = computed<readonly CoreError[]>(() => {
  const set = draft.value;
  if (set === null) return [];
  const found = check(set) ?? [];
  const place = { file: null, sheet: null, line: null, column: null, path: "id" };
  return isTaken(set.id, complete.value?.id) ? [...found, { problem: { code: "duplicate-id", id: set.id }, place } as CoreError] : found;
});

/** What of it is wrong in a step; all of it where the whole is looked at. */
export function problemsIn(where: Stage): readonly CoreError[] {
  return where === "check" ? problems.value : problems.value.filter((error) => stageOf(pathOf(error)) === where);
}

/** The set in use when it was last looked at. */
let seen: CriteriaSet | null = null;

/** Takes up a set that has come into use, so that it can be changed; what is half written stays. */
export function takeUp(): void {
  const set = criteriaSet.value;
  if (set === seen) return;
  seen = set;
  if (isOwn(set) && draft.value !== set && problems.value.length === 0) begin(set);
}

/** Goes to another set, or to none for a new one. There is nothing before it to go back to. */
export function begin(set: CriteriaSet | null): void {
  letGo = null;
  batch(() => {
    steps.begin(set);
    complete.value = set;
    stage.value = set === null ? "base" : "check";
    if (set !== null && set !== criteriaSet.value) use(set);
  });
}

function step(next: CriteriaSet | null, subject = ""): void {
  const before = draft.value;
  batch(() => {
    steps.step(next, subject);
    take(before);
  });
}

/** The id of the set that was in use when it was removed: once that is undone, it is in use again. */
let letGo: string | null = null;

/** Keeps what is written now, where nothing is wrong with it, and assesses by it where its set is the one in use. */
function take(before: CriteriaSet | null): void {
  batch(() => {
    const next = draft.value;
    const old = complete.value;
    if (next !== null && problems.value.length > 0) return;
    const inUse = old === null ? next?.id === letGo : criteriaSet.value.id === old.id;
    if (old !== null && ownSet.value?.id === old.id) ownSet.value = next;
    complete.value = next;
    if (next === null) {
      letGo = inUse ? (old?.id ?? null) : null;
      if (inUse) use(builtIn[0]);
      stage.value = "base";
      keptSets.value = keptSets.value.filter(({ id }) => id !== old?.id);
      return;
    }
    if (inUse) {
      keepFigures(before, next);
      reading.value = allowed(next, reading.value);
      criteriaSet.value = next;
    }
    const sets = keptSets.value;
    const at = sets.findIndex(({ id }) => id === old?.id);
    keptSets.value = at < 0 ? [...sets, next] : sets.map((set, nth) => (nth === at ? next : set));
  });
}

/** A criterion that is given another id keeps its figure. */
function keepFigures(before: CriteriaSet | null, after: CriteriaSet): void {
  if (before === null || before.criteria.length !== after.criteria.length) return;
  const known = new Set(before.criteria.map(({ id }) => id));
  for (const [nth, { id }] of after.criteria.entries()) {
    const entry = ofRecord(entries.value, before.criteria[nth]?.id ?? id);
    if (entry !== undefined && !known.has(id)) entries.value = { ...entries.value, [id]: entry };
  }
}

export function undo(): void {
  const before = draft.value;
  batch(() => {
    if (steps.undo()) take(before);
  });
}

export function redo(): void {
  const before = draft.value;
  batch(() => {
    if (steps.redo()) take(before);
  });
}

/** Begins with a copy of a set, on a day; what was written before is left. */
export function copy(from: CriteriaSet, day: string): void {
  begin(null);
  const source: Citation = { text: beginnings.copied(from.name) };
  const { tie, require } = from.reading;
  step({
    ...from,
    id: freeId("own-criteria"),
    date: day,
    criteria: from.criteria.map((criterion) => ({ ...criterion, label: labelOf(criterion), definition: definitionOf(criterion) })),
    name: beginnings.name(keptSets.value.length + 1),
    source,
    reading: { tie: { ...tie, source: { text: beginnings.chosen } }, require: { ...require, source: { text: beginnings.chosen } } },
  });
  stage.value = "measures";
}

export function remove(): void {
  step(null);
}

/** The sources of the sets that come with the product: they speak of the number that stands there, and of no other. */
const given = new Set(
  builtIn.flatMap(({ criteria }) =>
    criteria.flatMap(({ threshold, nationalAverage }) => [JSON.stringify(threshold.source), JSON.stringify(nationalAverage?.source)]),
  ),
);

/** Changes what stands at a place. A number that is changed is no longer its source's. */
export function change(path: string, value: unknown): void {
  const set = draft.value;
  if (set === null) return;
  let next = withValue(set, path, value);
  if (/^criteria\.(threshold|nationalAverage)\.value$/.test(kindOf(path))) {
    const source = path.replace(/value$/, "source");
    const stated = valueAt(set, source);
    if (value === undefined) next = withValue(set, path.replace(/\.value$/, ""), undefined);
    else if (stated === undefined || given.has(JSON.stringify(stated))) next = withValue(next, source, { text: beginnings.value });
  }
  step(next, path);
}

/** Changes several places in one step. */
export function changeAll(paths: readonly string[], value: unknown): void {
  if (draft.value !== null)
    step(
      paths.reduce((set, path) => withValue(set, path, value), draft.value),
      paths.join(),
    );
}

export function addCriterion(): void {
  const set = draft.value;
  if (set === null) return;
  const taken = new Set(set.criteria.map(({ id }) => id));
  let nth = set.criteria.length + 1;
  while (taken.has(`criterion-${nth}`)) nth += 1;
  const made: Criterion = {
    id: `criterion-${nth}`,
    label: beginnings.criterion(nth),
    definition: beginnings.definition,
    unit: "percent",
    direction: "below",
    threshold: { value: "", source: { text: beginnings.value } },
  };
  step({ ...set, criteria: [...set.criteria, made] });
}

export function removeCriterion(nth: number): void {
  const set = draft.value;
  if (set !== null) step({ ...set, criteria: set.criteria.filter((_, at) => at !== nth) });
}

/** Moves a criterion one place up. */
export function moveUp(nth: number): void {
  const set = draft.value;
  const [above, moved] = set === null ? [] : [set.criteria[nth - 1], set.criteria[nth]];
  if (set === null || above === undefined || moved === undefined) return;
  step({ ...set, criteria: set.criteria.map((one, at) => (at === nth - 1 ? moved : at === nth ? above : one)) });
}

export type Opened =
  | { readonly result: "opened" | "renamed" | "known" | "too-large" | "not-loaded" | "not-json" }
  | { readonly result: "refused"; readonly problems: readonly CoreError[] };

/** Opens a set from a file; one that is refused changes nothing. */
export async function open(file: File): Promise<Opened> {
  const read = await readSet(file);
  switch (read.result) {
    case "own": {
      const own = distinct(read.set);
      if (keptSets.value.includes(own)) begin(own);
      else bring(own);
      // What became of the file is told where it was chosen.
      stage.value = "base";
      return { result: own.id === read.set.id ? "opened" : "renamed" };
    }
    case "known":
      use(read.set);
      return { result: "known" };
    case "disguised":
      // Under the id of a set that comes with the product it would pass for that set.
      bring({ ...read.set, id: freeId(`${read.set.id}-own`) });
      return { result: "renamed" };
    default:
      return read;
  }
}

/** Takes a set from elsewhere in among those made here, and into use; that can be undone. */
function bring(set: CriteriaSet): void {
  batch(() => {
    begin(null);
    step(set);
    use(set);
  });
}

/** Reads a set that the tab kept; null where it is none or can't be checked. */
export async function reopen(document: unknown): Promise<CriteriaSet | null> {
  if (planEngine.value.state !== "ready") await loadPlanEngine();
  if (check(document)?.length !== 0) return null;
  const set = withoutNulls(document as CriteriaSet);
  return isOwn(set) ? set : null;
}
