// The state of *Många områden*: the files, what was made of them, and which of their areas are shown.

import { batch, computed, signal } from "@preact/signals";
import { allowed, builtIn, type ChosenReading, type CriteriaSet } from "../engine/criteria.ts";
import {
  type Division,
  type Failure,
  type KeyInUse,
  type Progress,
  type Recipe,
  type Row,
  type Selection,
  type Summary,
  Tables,
  TablesError,
} from "../engine/tables.ts";
import { originsOf } from "../model/origins.ts";

/** The criteria set by which the areas that stand there are assessed, or by which the first will be. */
export const criteriaSet = signal<CriteriaSet>(builtIn[0]);

/** A run that can be asked: its files, the worker that has them, and what it says of them as a whole. */
export interface Loaded {
  readonly tables: Tables;
  readonly files: readonly File[];
  readonly before: readonly File[];
  /** The keys by which counts are put together, and to which divisions each can; a log of changed areas to none. */
  readonly keys: readonly (KeyInUse & { readonly ways: readonly Division[] })[];
  readonly recipes: readonly Recipe[];
  readonly isExample: boolean;
  /** Whether counts of DeSO areas were added up to RegSO areas. */
  readonly sum: boolean;
  readonly summary: Summary;
  /** Files that could not be read; they are not among `files`. */
  readonly unread: readonly { readonly name: string; readonly failure: Failure }[];
}

/** What stands there; it stays until another run is complete. */
export const loaded = signal<Loaded | null>(null);

/** The load that is under way. */
export const loading = signal<{ readonly progress: Progress | null } | null>(null);

/** Why the last load or question was not done; `lost` where the files are read anew for it. */
export const problem = signal<{ readonly failure: Failure; readonly lost: boolean } | null>(null);

/** Whether the last load was cancelled by the person. */
export const cancelled = signal(false);

/** The chosen reading; null is the set's own. */
export const reading = signal<ChosenReading>({ tie: null, require: null });

/** The reading that is a set's own. */
const ownReading: ChosenReading = { tie: null, require: null };

/** What is asked for in the table. */
export interface Wanted extends Selection {
  readonly municipality: string | null;
  readonly verdict: string | null;
  readonly criterion: string | null;
  readonly outcome: string | null;
  readonly within: string | null;
  readonly text: string;
  readonly sort: string;
  readonly descending: boolean;
}

export const everything: Wanted = {
  municipality: null,
  verdict: null,
  criterion: null,
  outcome: null,
  within: null,
  text: "",
  sort: "file",
  descending: false,
};

export const wanted = signal<Wanted>(everything);

/** Whether the selection leaves something out. */
export const isFiltered = computed(() => {
  const { municipality, verdict, outcome, within, text } = wanted.value;
  return [municipality, verdict, outcome, within].some((part) => part !== null) || text.trim() !== "";
});

/** As many rows stand on a page of the table. */
export const PAGE = 50;

/** A page of the table as it stands there. */
export interface Shown {
  /** How many areas are chosen. */
  readonly count: number;
  /** The number of the page, from 0. */
  readonly page: number;
  readonly rows: readonly Row[];
  /** Changes with each new selection, so that what is drawn of it can follow. */
  readonly version: number;
}

export const shown = signal<Shown | null>(null);

let attempt = 0;
let underWay: Tables | null = null;
let spare: Tables | null = null;
let lastPlan: Plan | null = null;

/**
 * Starts the worker, so that it is there when a file comes, and lets it rehearse: a browser compiles what reads when it is first
 * run, which takes longer than to read most files. Without a worker, the first load says what is wrong.
 */
export function warmUp(): void {
  try {
    if (spare !== null && !spare.hasEnded) return;
    spare = new Tables();
    spare.ask("rehearse", { set: criteriaSet.peek() }).catch(() => undefined);
  } catch {
    spare = null;
  }
}

/** Takes the worker that was started beforehand, or starts one. */
function freshTables(): Tables {
  const fresh = spare === null || spare.hasEnded ? new Tables() : spare;
  spare = null;
  return fresh;
}

interface Plan {
  readonly set?: CriteriaSet;
  readonly files: readonly File[];
  readonly before?: readonly File[];
  readonly keys?: readonly KeyInUse[];
  readonly recipes?: readonly Recipe[];
  readonly isExample?: boolean;
  readonly sum?: boolean;
}

/** Tries what went wrong last once more. */
export function retry(): void {
  if (lastPlan !== null) void read(lastPlan);
}

/** Reads files into a worker of its own; what stood there stays until all of them are read. Returns whether they were. */
export async function read(plan: Plan): Promise<boolean> {
  const {
    files,
    before = [],
    keys = [],
    recipes = loaded.value?.recipes ?? [],
    isExample = false,
    sum = false,
    set = criteriaSet.value,
  } = plan;
  // Of another set its own reading holds, until a person chooses.
  const chosen = set === criteriaSet.value ? reading.value : ownReading;
  lastPlan = plan;
  attempt += 1;
  const mine = attempt;
  underWay?.stop();
  batch(() => {
    loading.value = { progress: null };
    problem.value = null;
    cancelled.value = false;
  });
  let tables: Tables | null = null;
  try {
    tables = freshTables();
    underWay = tables;
    const given = { set, recipes: JSON.stringify(recipes), reading: chosen, sum, keys, before, files, origins: originsOf(files) };
    const {
      summary,
      unread: told,
      foundKeys,
      ways,
    } = await tables.ask("load", given, (progress) => {
      if (mine === attempt) loading.value = { progress };
    });
    if (mine !== attempt) return false;
    const old = loaded.value?.tables;
    const good = files.filter((_, nth) => !told.some((one) => one.nth === nth) && !foundKeys.includes(nth));
    const found = foundKeys.flatMap((nth) => files[nth] ?? []).map((file) => ({ file, to: null }));
    const inUse = [...keys, ...found].map((key, nth) => ({ ...key, ways: ways[nth] ?? [] }));
    const unread = told.map(({ nth, failure }) => ({ name: files[nth]?.name ?? "", failure }));
    batch(() => {
      loaded.value = { tables: tables as Tables, files: good, before, keys: inUse, recipes, isExample, sum, summary, unread };
      loading.value = null;
      shown.value = null;
      adopt(set, chosen);
    });
    underWay = null;
    old?.stop();
    await select();
    return true;
  } catch (error) {
    if (tables !== loaded.value?.tables) tables?.stop();
    if (mine !== attempt) return false;
    underWay = null;
    batch(() => {
      loading.value = null;
      problem.value = { failure: failureOf(error), lost: false };
    });
    // A worker that did not come is asked for again when the person does.
    if (problem.value?.failure.kind !== "missing") warmUp();
    return false;
  }
}

/** Reads everything by another set. What stands there, its set included, stays until that is done. */
export function useSet(set: CriteriaSet, example: readonly File[]): void {
  const run = loaded.value;
  const plan = loading.value === null ? run : lastPlan;
  if (plan === null) batch(() => adopt(set, ownReading));
  else void read({ ...plan, set, files: plan.isExample === true ? example : plan.files });
}

/** Takes a set into use; what the table is asked for and the set does not have is asked for no more. */
function adopt(set: CriteriaSet, chosen: ChosenReading): void {
  criteriaSet.value = set;
  reading.value = allowed(set, chosen);
  const { criterion, sort } = wanted.value;
  const has = (id: string | null) => set.criteria.some((one) => one.id === id);
  if (criterion !== null && !has(criterion)) wanted.value = { ...wanted.value, criterion: null, outcome: null, within: null };
  if (!orders.includes(sort) && !has(sort)) wanted.value = { ...wanted.value, sort: everything.sort, descending: false };
}

/** By what the table is sorted beside the criteria. */
const orders = ["file", "code", "name", "municipality", "verdict"];

/** Stops the load that is under way; what stood there before is untouched. */
export function cancel(): void {
  if (loading.value === null) return;
  attempt += 1;
  underWay?.stop();
  underWay = null;
  loading.value = null;
  cancelled.value = true;
  warmUp();
}

/** Forgets all files. */
export function clear(): void {
  cancel();
  loaded.value?.tables.stop();
  batch(() => {
    waiting.value = loaded.value?.recipes ?? waiting.value;
    loaded.value = null;
    shown.value = null;
    problem.value = null;
    cancelled.value = false;
    wanted.value = everything;
  });
  warmUp();
}

function failureOf(error: unknown): Failure {
  if (error instanceof TablesError && error.failure.kind !== "stopped") return error.failure;
  return { kind: "broken", reason: String(error) };
}

/**
 * Asks the run that stands there. Where its worker broke, the files are read anew, and the question is not answered:
 * null. An error of the core's is thrown.
 */
export async function ask<Answer>(question: (tables: Tables) => Promise<Answer>): Promise<Answer | null> {
  const run = loaded.value;
  if (run === null) return null;
  try {
    return await question(run.tables);
  } catch (error) {
    if (!(error instanceof TablesError)) throw error;
    if (error.failure.kind === "stopped") return null;
    if (error.failure.kind !== "broken" && error.failure.kind !== "missing") throw error;
    const { failure } = error;
    // Several questions may have been under way; the first to fail reads anew.
    if (loaded.value === run && loading.value === null && (await read(run))) problem.value = { failure, lost: true };
    return null;
  }
}

/** Whether the table does not show yet what was asked for last. */
export const isBusy = signal(false);

let busy = false;
let again: "rows" | "select" | null = null;

/** Chooses and sorts anew, and shows the first page. While a choice is under way only the latest waits. */
export async function select(): Promise<void> {
  await refresh("select", 0);
}

/** Shows a page of what is chosen, by its number from 0. */
export async function turnTo(page: number): Promise<void> {
  await refresh("rows", page);
}

let pageWanted = 0;

async function refresh(what: "rows" | "select", page: number): Promise<void> {
  pageWanted = page;
  isBusy.value = true;
  if (busy) {
    again = again === "select" ? "select" : what;
    return;
  }
  busy = true;
  try {
    let next: "rows" | "select" | null = what;
    while (next !== null) {
      again = null;
      await showOnce(next);
      next = again;
    }
  } finally {
    busy = false;
    isBusy.value = false;
  }
}

async function showOnce(what: "rows" | "select"): Promise<void> {
  const run = loaded.value;
  const before = shown.value;
  const count = what === "select" || before === null ? await ask((tables) => tables.ask("select", wanted.value)) : before.count;
  if (count === null) return;
  const page = Math.min(pageWanted, Math.max(0, Math.ceil(count / PAGE) - 1));
  const rows = await ask((tables) => tables.ask("rows", { from: page * PAGE, count: PAGE }));
  if (rows === null || loaded.value !== run) return;
  const version = (before?.version ?? 0) + (what === "select" || before === null ? 1 : 0);
  shown.value = { count, page, rows, version };
}

/** Changes what is asked for. */
export function want(part: Partial<Wanted>): void {
  wanted.value = { ...wanted.value, ...part };
  void select();
}

/** Sorts by a column, or turns its direction. */
export function sortBy(sort: string): void {
  const { sort: by, descending } = wanted.value;
  want({ sort, descending: by === sort && !descending });
}

/** Reads the criteria another way, for the areas that stand there. */
export async function readAs(chosen: ChosenReading): Promise<void> {
  reading.value = chosen;
  const summary = await ask((tables) => tables.ask("readAs", chosen));
  const run = loaded.value;
  if (summary === null || run === null) return;
  loaded.value = { ...run, summary };
  await select();
}

/** Adds files to those that stand there; a file of the same name takes the other's place. */
export function add(chosen: readonly File[], recipes: readonly Recipe[] = []): void {
  const run = loaded.value;
  const all = [...recipes, ...(run?.recipes ?? [])];
  const kept = run === null || run.isExample ? [] : run.files.filter((file) => !chosen.some((one) => one.name === file.name));
  const isKey = (file: File) => awaitedKeys.value.find(({ name }) => name === file.name);
  const keys = [
    ...(run?.keys ?? []).filter(({ file }) => !chosen.some((one) => one.name === file.name)),
    ...chosen.flatMap((file) => (isKey(file) === undefined ? [] : [{ file, to: isKey(file)?.to ?? null }])),
  ];
  const files = [...kept, ...chosen.filter((file) => isKey(file) === undefined)];
  if (files.length === 0) {
    waiting.value = all;
  } else if (chosen.length + recipes.length > 0) {
    void read({ files, before: run?.before ?? [], keys, recipes: [...all, ...waiting.value], sum: run?.sum ?? sumWaits.value });
    waiting.value = [];
  }
}

/** Recipes that wait for a file: brought before any, or kept from files that were taken away. */
export const waiting = signal<readonly Recipe[]>([]);

/** The keys of a project that was taken up: files of their names are taken as keys. */
export const awaitedKeys = signal<readonly { readonly name: string; readonly to: KeyInUse["to"] }[]>([]);

/** Whether counts are added up once files come. */
export const sumWaits = signal(false);

/** Forgets recipes that wait for a file. */
export function forgetWaiting(): void {
  waiting.value = [];
}

/** Takes a file away. */
export function remove(file: File): void {
  const run = loaded.value;
  if (run === null) return;
  const files = run.files.filter((one) => one !== file);
  if (files.length === 0 && run.keys.length === 0) clear();
  else void read({ ...run, files });
}
