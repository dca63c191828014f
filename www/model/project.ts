// A project of *Many areas*: what a person decided about files, apart from the files, as one document: kept on the device,
// handed over, and opened again with the same files or next year's.

import type { ChosenReading, CriteriaSet } from "../engine/criteria.ts";
import type { Recipe } from "../engine/tables.ts";

/** A file by what tells it from others; `content`, in base64, only where a person wanted it in the project. */
export interface ProjectFile {
  readonly name: string;
  readonly bytes: number;
  /** Null where it was not computed: for a very large file, and where the page is not served securely. */
  readonly sha256: string | null;
  readonly content?: string;
}

/** Which areas are shown, in which order; as the table asks for them. */
export interface AreaFilter {
  readonly municipality: string | null;
  readonly verdict: string | null;
  readonly criterion: string | null;
  readonly outcome: string | null;
  readonly within: string | null;
  readonly text: string;
  readonly sort: string;
  readonly descending: boolean;
}

export interface Project {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  readonly notes: string;
  readonly files: readonly ProjectFile[];
  /** The earlier files that these were compared with. */
  readonly before: readonly ProjectFile[];
  /** The keys by which counts were put together, and to which division where one has two. */
  readonly keys: readonly (ProjectFile & { readonly to: "regso" | "deso" | null })[];
  /** The logs of changed areas by which areas of two years' divisions were compared. */
  readonly changeLogs: readonly ProjectFile[];
  /** What was decided about tables, corrections among it. */
  readonly recipes: readonly Recipe[];
  /** Whether counts of DeSO areas were added up to RegSO areas. */
  readonly sum: boolean;
  /** The id of the set in use. */
  readonly criteria: string;
  /** The sets of one's own that are named here. */
  readonly sets: readonly CriteriaSet[];
  readonly reading: ChosenReading;
  readonly filter: AreaFilter;
  /** The id of the set that the areas were compared by; empty for none. */
  readonly comparedWith: string;
  /** The year of the figures; null for the newest. */
  readonly period: string | null;
  /** The years that were compared; null where none was chosen. */
  readonly comparedYears: { readonly before: string | null; readonly now: string | null };
  /** What a report is asked, and whether it tells the notes. */
  readonly report: { readonly question: string; readonly notes: boolean };
}

const FORMAT = "troskel-project";
const VERSION = 1;

/** Returns the document's text; its first words tell it from other JSON. */
export function textOf(project: Omit<Project, "format" | "version">): string {
  return JSON.stringify({ format: FORMAT, version: VERSION, ...project });
}

/** Whether a text begins as a project does. */
export function isProject(beginning: string): boolean {
  return beginning.replace(/\s/g, "").startsWith(`{"format":"${FORMAT}"`);
}

/** Why a document can't be read. */
export type Refusal = "newer" | "damaged";

/** Reads a document; in place of one that can't be read stands why. */
export function projectOf(text: string): Project | Refusal {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return "damaged";
  }
  if (!isRecord(document) || document["format"] !== FORMAT) return "damaged";
  if (typeof document["version"] !== "number") return "damaged";
  if (document["version"] > VERSION) return "newer";
  const whole = { ...later, ...document };
  return Object.entries(members).every(([name, holds]) => holds(whole[name])) ? (whole as unknown as Project) : "damaged";
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown) => typeof value === "string";
const isFlag = (value: unknown) => typeof value === "boolean";
const orNull = (holds: (value: unknown) => boolean) => (value: unknown) => value === null || holds(value);
const listOf = (holds: (value: unknown) => boolean) => (value: unknown) => Array.isArray(value) && value.every(holds);
const recordOf = (parts: Readonly<Record<string, (value: unknown) => boolean>>) => (value: unknown) =>
  isRecord(value) && Object.entries(parts).every(([name, holds]) => holds(value[name]));

const file = {
  name: isText,
  bytes: (value: unknown) => Number.isSafeInteger(value),
  sha256: orNull((value) => isText(value) && /^[0-9a-f]{64}$/.test(String(value))),
  content: (value: unknown) => value === undefined || isText(value),
};
const isFile = recordOf(file);

/** The shape of each member; recipes and sets are read strictly by the core. */
const members: Readonly<Record<Exclude<keyof Project, "format" | "version">, (value: unknown) => boolean>> = {
  notes: isText,
  files: listOf(isFile),
  before: listOf(isFile),
  keys: listOf(recordOf({ ...file, to: (value) => value === null || value === "regso" || value === "deso" })),
  changeLogs: listOf(isFile),
  recipes: listOf(isRecord),
  sum: isFlag,
  criteria: isText,
  sets: listOf(isRecord),
  reading: recordOf({ tie: orNull(isText), require: orNull(isText) }),
  filter: recordOf({
    municipality: orNull(isText),
    verdict: orNull(isText),
    criterion: orNull(isText),
    outcome: orNull(isText),
    within: orNull(isText),
    text: isText,
    sort: isText,
    descending: isFlag,
  }),
  comparedWith: isText,
  period: orNull(isText),
  comparedYears: recordOf({ before: orNull(isText), now: orNull(isText) }),
  report: recordOf({ question: isText, notes: isFlag }),
};

/** What the first documents did not tell yet, as it was then. */
const later: Readonly<Record<string, unknown>> = {
  keys: [],
  changeLogs: [],
  period: null,
  comparedYears: { before: null, now: null },
  report: { question: "", notes: true },
};

/** Whether there is something in a project that a person would miss. */
export function isWorthKeeping({ notes, files, recipes }: Pick<Project, "notes" | "files" | "recipes">): boolean {
  return notes.trim() !== "" || files.length > 0 || recipes.length > 0;
}

/** How a project's file stands to those that were brought: not among them, the same, another content, or not known. */
export type Found = "missing" | "same" | "changed" | "unknown";

/** Compares a project's file with those that were brought, by name and digest; size alone tells only a difference. */
export function found({ name, bytes, sha256 }: ProjectFile, brought: readonly ProjectFile[]): Found {
  const other = brought.find((file) => file.name === name);
  if (other === undefined) return "missing";
  if (other.bytes !== bytes) return "changed";
  if (sha256 === null || other.sha256 === null) return "unknown";
  return other.sha256 === sha256 ? "same" : "changed";
}
