// The project: kept on the device at every change, saved as a file, opened from one, and taken up by the next page.

import { batch, effect, signal } from "@preact/signals";
import { saveFile } from "../device/files.ts";
import * as storage from "../device/storage.ts";
import { allowed, isOwn } from "../engine/criteria.ts";
import { isProject, isWorthKeeping, type Project, type ProjectFile, projectOf, type Refusal, textOf } from "../model/project.ts";
import type { Language } from "../text/format.ts";
import { isChangeLog } from "./keys.ts";
import { awaited, comparedYears, periodOf } from "./period.ts";
import { choose, knowAll, sets } from "./sets.ts";
import { ask, awaitedKeys, clear, criteriaSet, type Loaded, loaded, read, reading, sumWaits, waiting, wanted } from "./state.ts";

/** What a person noted about the project. */
export const notes = signal("");

/** The id of the set that the areas are compared by; empty for none. */
export const comparedWith = signal("");

/** What a report is asked, and whether it tells the notes. */
export const reported = signal<Project["report"]>({ question: "", notes: true });

/** The project that was taken up, as long as its files are asked for or told apart from those that came. */
export const takenUp = signal<Project | null>(null);

/** Why the latest project could not be opened: of a file, or the one that the device kept, whose text is still there. */
export const refused = signal<{ readonly from: { readonly file: string } | { readonly kept: string }; readonly why: Refusal } | null>(null);

/** Whether the project could not be saved, since one of its files can't be read any more. */
export const unreadable = signal(false);

/** A project to go back to: that another took the place of, or that was begun anew from. */
export interface Earlier {
  readonly slot: storage.Slot;
  readonly notes: string;
  readonly files: readonly string[];
}

/** The projects to go back to, the latest first. */
export const earlier = signal<readonly Earlier[]>([]);

function lookForEarlier(): void {
  earlier.value = storage.projectsBefore().flatMap((slot) => {
    const project = projectOf(slot.read() ?? "");
    if (typeof project === "string") return [];
    return [{ slot, notes: project.notes.trim(), files: project.files.map(({ name }) => name) }];
  });
}

/** More bytes are neither digested nor put into a project. */
const MOST = 200_000_000;

/** The digests that are known, by file; changes when one becomes known. */
const digests = signal<ReadonlyMap<File, string>>(new Map());

/** Returns a file as a project names it. */
export function named(file: File): ProjectFile {
  return { name: file.name, bytes: file.size, sha256: digests.value.get(file) ?? null };
}

/** Returns a file's digest, computed once; null for a very large file, and where the page is not served securely. */
export async function digestOf(file: File): Promise<string | null> {
  const known = digests.peek().get(file);
  if (known !== undefined || file.size > MOST) return known ?? null;
  // A file that can't be read any more has none.
  const text = await ask((tables) => tables.ask("digest", { file }));
  if (text !== null) digests.value = new Map([...digests.peek(), [file, text]]);
  return text;
}

/** The project as it stands; of an example there is none. */
function current(): Omit<Project, "format" | "version"> | null {
  const run = loaded.value;
  if (run?.isExample === true) return null;
  const other = sets.value.find(({ id }) => id === comparedWith.value);
  const own = [criteriaSet.value, ...(other === undefined ? [] : [other])].filter(isOwn);
  return {
    notes: notes.value,
    // Until files come, it is still the project of those that are asked for.
    files: run?.files.map(named) ?? takenUp.value?.files.map(withoutContent) ?? [],
    before: run?.before.map(named) ?? takenUp.value?.before.map(withoutContent) ?? [],
    keys:
      run?.keys.filter((key) => !isChangeLog(key)).map((key) => ({ ...named(key.file), to: key.to })) ??
      takenUp.value?.keys.map((key) => ({ ...withoutContent(key), to: key.to })) ??
      [],
    changeLogs: run?.keys.filter(isChangeLog).map(({ file }) => named(file)) ?? takenUp.value?.changeLogs.map(withoutContent) ?? [],
    recipes: run?.recipes ?? waiting.value,
    sum: run?.sum ?? sumWaits.value,
    criteria: criteriaSet.value.id,
    sets: own,
    reading: reading.value,
    filter: wanted.value,
    comparedWith: comparedWith.value,
    period: awaited.value ?? (run === null ? null : periodOf(run)),
    comparedYears: comparedYears.value,
    report: reported.value,
  };
}

/** What a project's counts are put together and its areas compared by. */
const keysOf = ({ keys, changeLogs }: Project) => [...keys, ...changeLogs.map((log) => ({ ...log, to: null }))];

const withoutContent = ({ name, bytes, sha256 }: ProjectFile): ProjectFile => ({ name, bytes, sha256 });

let keeping = false;

/** Keeps the project from now on, at every change at once: a tab may be closed at any moment. */
export function keepProject(): void {
  if (keeping) return;
  keeping = true;
  effect(() => {
    for (const file of filesOf(loaded.value)) void digestOf(file);
  });
  let first = true;
  effect(() => {
    const project = current();
    const isFirst = first;
    first = false;
    // What is kept already is left alone until something here changes.
    if (isFirst || project === null) return;
    if (isWorthKeeping(project)) keepText(textOf(project));
    else if (storage.project.read() === mine) storage.project.clear();
  });
}

/** What this tab has read or written last; any other text is another tab's. */
let mine: string | null = null;

/** What the work that stands here was kept as last. Where another tab put that aside, it is outdated by what is kept next. */
let own: string | null = null;

/** Keeps the project of this tab; that of another tab, which it would take the place of, stays to be gone back to. */
function keepText(text: string): void {
  const there = storage.project.read();
  const isOthers = there !== null && there !== mine && there !== text;
  if (isOthers && !storage.putProjectBefore(there)) return;
  if (storage.project.write(text)) {
    if (isOthers && own !== null) storage.forgetProjectBefore(own);
    mine = own = text;
  }
  if (isOthers) lookForEarlier();
}

/** Takes up the project that the device keeps, if no other work stands here. */
export async function takeUpKept(language: Language): Promise<void> {
  const kept = storage.project.read();
  lookForEarlier();
  if (kept === null || loaded.value !== null || takenUp.value !== null) return;
  const project = await ready(projectOf(kept));
  if (typeof project !== "string") {
    mine = kept;
    takeUp(project, language);
    own ??= kept;
  } else if (storage.putAside("damaged", kept) !== null) {
    // It stays under a key of its own, so that what is done here takes the place of nothing.
    storage.project.clear();
    refused.value = { from: { kept }, why: project };
  }
}

/** Makes the sets of a project known; one whose set the core refuses would be assessed by another, and is not opened. */
async function ready(project: Project | Refusal): Promise<Project | Refusal> {
  if (typeof project === "string") return project;
  await knowAll(project.sets);
  return sets.value.some(({ id }) => id === project.criteria) ? project : "damaged";
}

/** Whether a file is a project: a glance at its beginning. */
export async function isProjectFile(file: File): Promise<boolean> {
  return /\.json$/i.test(file.name) && isProject(await file.slice(0, 100).text());
}

/** Opens a project from a file in place of what stands here, which can be gone back to. */
export async function openProject(file: File, language: Language): Promise<void> {
  const project = await ready(projectOf(await file.text()));
  if (typeof project === "string") {
    refused.value = { from: { file: file.name }, why: project };
    return;
  }
  if (!putAside()) return;
  clear();
  takeUp(project, language);
  const [files, before] = [project.files, project.before].map((list) => list.flatMap(fileOf));
  const keys = keysOf(project).flatMap((key) => fileOf(key).map((file) => ({ file, to: key.to })));
  if (files !== undefined && files.length > 0 && files.length === project.files.length)
    await read({ files, before: before ?? [], keys, recipes: project.recipes, sum: project.sum });
}

/** Keeps what stands here to be gone back to; false where there is no room, so that it must stay. */
function putAside(): boolean {
  const kept = storage.project.read();
  const isSafe = kept === null || storage.putProjectBefore(kept);
  lookForEarlier();
  return isSafe;
}

/** Goes back to an earlier project, and from there here again; the files have to be chosen again. */
export async function goBack({ slot }: Earlier, language: Language): Promise<void> {
  const project = await ready(projectOf(slot.read() ?? ""));
  if (typeof project === "string" || !putAside()) return;
  slot.clear();
  lookForEarlier();
  clear();
  takeUp(project, language);
}

function takeUp(project: Project, language: Language): void {
  own = null;
  batch(() => {
    choose(project.criteria, language);
    reading.value = allowed(criteriaSet.value, project.reading);
    wanted.value = project.filter;
    waiting.value = project.recipes;
    awaitedKeys.value = keysOf(project);
    sumWaits.value = project.sum;
    notes.value = project.notes;
    comparedWith.value = project.comparedWith;
    awaited.value = project.period;
    comparedYears.value = project.comparedYears;
    reported.value = project.report;
    takenUp.value = project;
    refused.value = null;
  });
}

/** Begins anew; what was there can be gone back to. */
export function beginAnew(): void {
  if (!putAside()) return;
  own = null;
  clear();
  batch(() => {
    takenUp.value = null;
    awaitedKeys.value = [];
    waiting.value = [];
    sumWaits.value = false;
    notes.value = "";
    comparedWith.value = "";
    awaited.value = null;
    comparedYears.value = { before: null, now: null };
    reported.value = { question: "", notes: true };
  });
}

/** Returns the bytes that the files would add to a project; null where they are too many. */
export function contentBytes(): number | null {
  const run = loaded.value;
  const bytes = filesOf(run).reduce((sum, file) => sum + file.size, 0);
  return bytes > MOST ? null : bytes;
}

/** Saves the project as a file, with what is in its files where a person wants that. */
export async function saveProject(name: string, withContent: boolean): Promise<void> {
  const run = loaded.value;
  await Promise.all(filesOf(run).map(digestOf));
  const project = current();
  if (project === null) return;
  const full = (files: readonly File[]) =>
    Promise.all(files.map(async (file) => ({ ...named(file), ...(withContent ? { content: await contentOf(file) } : {}) })));
  try {
    const files = run === null ? project.files : await full(run.files);
    const before = run === null ? project.before : await full(run.before);
    const of = async (inUse: Loaded["keys"]) =>
      (await full(inUse.map(({ file }) => file))).map((file, nth) => ({ ...file, to: inUse[nth]?.to ?? null }));
    const keys = run === null ? project.keys : await of(run.keys.filter((key) => !isChangeLog(key)));
    const changeLogs = run === null ? project.changeLogs : await full(run.keys.filter(isChangeLog).map(({ file }) => file));
    saveFile(name, textOf({ ...project, files, before, keys, changeLogs }), "application/json");
    unreadable.value = false;
  } catch {
    unreadable.value = true;
  }
}

/** All files of a run. */
export function filesOf(run: Loaded | null): File[] {
  return run === null ? [] : [...run.files, ...run.before, ...run.keys.map(({ file }) => file)];
}

/** The content of a file in base64. */
function contentOf(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,?/, ""));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

/** The file that a project has with its content, if it has. */
function fileOf({ name, content }: ProjectFile): File[] {
  if (content === undefined) return [];
  try {
    return [new File([Uint8Array.from(atob(content), (byte) => byte.charCodeAt(0))], name)];
  } catch {
    return [];
  }
}
