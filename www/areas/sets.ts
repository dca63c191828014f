// The criteria sets that can be chosen: those that come with the product, one's own made in *Ett område*, and files.

import { computed, signal } from "@preact/signals";
import { check } from "../model/sets/check.ts";
import { readSet } from "../model/sets/file.ts";
import * as storage from "../device/storage.ts";
import { builtIn, type CriteriaSet, isOwn, withoutNulls } from "../engine/criteria.ts";
import type { CoreError } from "../engine/page.ts";
import { loadPlanEngine } from "../engine/plan.ts";
import type { Language } from "../text/format.ts";
import { exampleFiles } from "./example.ts";
import { criteriaSet, loaded, loading, useSet } from "./state.ts";
import { spoken } from "../text/spoken.ts";

const own = signal<readonly CriteriaSet[]>([]);

/** Every set that can be chosen. */
export const sets = computed<readonly CriteriaSet[]>(() => [...builtIn, ...own.value]);

/** What the latest file of criteria came to. */
export const opened = signal<Opened | null>(null);

export interface Opened {
  readonly file: string;
  /** One sentence for the whole; below it one for each thing that is wrong with it. */
  readonly sentence: string;
  readonly problems: readonly string[];
}

/** Takes a set into use by its id; the files are read by it. */
export function choose(id: string, language: Language): void {
  const set = sets.value.find((one) => one.id === id);
  if (set === undefined || set === criteriaSet.value) return;
  opened.value = null;
  useSet(set, exampleFiles(language, set));
  keep(id);
}

/** Whether a file is a criteria set rather than a table: a glance at its shape. */
export async function isSet(file: File): Promise<boolean> {
  if (!/\.json$/i.test(file.name) || file.size > 1_000_000) return false;
  try {
    const document: unknown = JSON.parse(await file.text());
    return typeof document === "object" && document !== null && "criteria" in document && "reading" in document && !("areas" in document);
  } catch {
    return false;
  }
}

/** Opens a set from a file and takes it into use; one that is refused changes nothing. */
export async function openSet(file: File, language: Language): Promise<void> {
  await loadPlanEngine();
  const [read, { sets: text }] = await Promise.all([
    readSet(file),
    spoken(language, { sv: () => import("../text/sets.sv.ts"), en: () => import("../text/sets.en.ts") }),
  ]);
  if ("set" in read) {
    // Under the id of a set that comes with the product it would pass for that set.
    const set = read.result === "disguised" ? { ...read.set, id: `${read.set.id}-own` } : read.set;
    if (isOwn(set)) know(set);
    choose(set.id, language);
    const said = { own: "opened", disguised: "renamed", known: "known" } as const;
    opened.value = { file: file.name, sentence: text.opened[said[read.result]], problems: [] };
  } else {
    const problems = read.result === "refused" ? await sentences(read.problems, language) : [];
    opened.value = { file: file.name, sentence: text.opened[read.result], problems };
  }
}

async function sentences(problems: readonly CoreError[], language: Language): Promise<string[]> {
  const [{ pathOf, sentenceOf }, { sets: text }, { errors }] = await Promise.all([
    import("../model/sets/wrong.ts"),
    spoken(language, { sv: () => import("../text/sets.sv.ts"), en: () => import("../text/sets.en.ts") }),
    spoken(language, { sv: () => import("../text/errors.sv.ts"), en: () => import("../text/errors.en.ts") }),
  ]);
  return problems.map((error) => `${pathOf(error) === "" ? text.wholeFile : pathOf(error)}: ${sentenceOf(error, text, errors)}`);
}

function know(set: CriteriaSet): void {
  own.value = [...own.value.filter(({ id }) => id !== set.id), set];
}

/**
 * Looks for sets of one's own that the tab and the device keep, and takes up the one in use in this tab, unless it is
 * settled already by which areas are assessed.
 */
export async function lookForOwn(language: Language, isSettled: boolean): Promise<void> {
  const chosen = stored(storage.areas);
  const area = stored(storage.area);
  const work = stored(storage.work);
  const made = stored(storage.sets);
  const wanted = text(chosen?.["set"]) ?? text(area?.["set"]);
  const takeUp = () => {
    if (!isSettled && wanted !== null && loaded.value === null && loading.value === null) choose(wanted, language);
  };
  if (builtIn.some(({ id }) => id === wanted)) takeUp();
  const criteria = work?.["criteria"];
  const documents = [
    ...(Array.isArray(made) ? (made as unknown[]) : []),
    ...(Array.isArray(chosen?.["own"]) ? (chosen["own"] as unknown[]) : []),
    typeof criteria === "object" && criteria !== null && "set" in criteria ? criteria.set : null,
    area?.["own"] ?? null,
  ].filter((document) => document !== null);
  if (documents.length === 0) return;
  await knowAll(documents);
  takeUp();
}

/** Makes sets of one's own known, those among documents that the core finds nothing wrong with. */
export async function knowAll(documents: readonly unknown[]): Promise<void> {
  if (documents.length === 0) return;
  await loadPlanEngine();
  for (const document of documents) {
    if (check(document)?.length !== 0) continue;
    const set = withoutNulls(document as CriteriaSet);
    if (isOwn(set)) know(set);
  }
}

/** Keeps for the next page of the tab which set is in use; where it is the one that everybody meets, nothing. */
function keep(id: string): void {
  if (id === builtIn[0].id && own.value.length === 0) storage.areas.clear();
  else storage.areas.write(JSON.stringify({ set: id, own: own.value }));
}

/** Reads what is kept, which can be anything. */
function stored(slot: storage.Slot): Readonly<Record<string, unknown>> | null {
  try {
    const kept: unknown = JSON.parse(slot.read() ?? "null");
    return typeof kept === "object" && kept !== null ? (kept as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

const text = (value: unknown) => (typeof value === "string" ? value : null);
