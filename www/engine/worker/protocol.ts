// What the page and its worker say to each other: `{ id, op, … }`, any number of progress notes, `{ id, ok, … }`.

import type {
  AreaSeries,
  Assumption,
  Changes,
  ComparedPage,
  Comparison,
  Division,
  GroupSeries,
  MunicipalityTable,
  OutcomeCounts,
  Origin,
  ReadFailure,
  ReadProgress,
  RejectedPage,
  Report,
  ReportRequest,
  Row,
  Selection,
  SeriesFrame,
  Steps,
  Summary,
  Yardstick,
} from "../../generated/tables/tables.js";
import type { ChosenReading, CriteriaSet } from "../criteria.ts";

/** A key by which counts are put together, and to which division where it has two. */
export interface KeyInUse {
  readonly file: File;
  readonly to: "regso" | "deso" | null;
}

/** What a worker is to read: files, and by which criteria. */
export interface Files {
  readonly set: unknown;
  /** Recipes as JSON text, a list; the first that fits a table is applied. */
  readonly recipes: string;
  readonly reading: ChosenReading;
  /** Whether counts of DeSO areas are added up to the RegSO areas that a key file puts them in. */
  readonly sum: boolean;
  readonly keys: readonly KeyInUse[];
  readonly files: readonly File[];
}

/** All files of a run, and those of the run that it is compared with. */
export interface Load extends Files {
  readonly before: readonly File[];
  /** Where each file of the run came from; null where nobody knows. */
  readonly origins: readonly (Origin | null)[];
}

/** A file that could not be read beside others that were, and why. */
export interface Unread {
  /** Which of the files that were handed over, from 0: a worker has copies of them. */
  readonly nth: number;
  readonly failure: Failure;
}

/** What came of reading files: what there is to say of those that could be read, and the others. */
export interface Read {
  readonly summary: Summary;
  readonly unread: readonly Unread[];
  /** Those of the files that turned out to be keys or logs of changed areas, by their numbers from 0. */
  readonly foundKeys: readonly number[];
  /** To which divisions each key can put counts together, a log to none: those that were given, then those that were found. */
  readonly ways: readonly Division[][];
}

/** How another set decides over the same files. */
export interface SetsCompared {
  readonly changes: Changes;
  /** What there is to say of the run by the other set. */
  readonly summary: Summary;
}

/** The formats in which areas are written. */
export type Format = "xlsx" | "csv-sv" | "csv" | "json";

/** The chosen areas as a plot needs them: one entry for each, in the order of the selection. */
export interface Places {
  /** The areas' positions in the run. */
  readonly areas: Uint32Array;
  /** 0 meets, 1 does not meet, 2 undetermined. */
  readonly verdicts: Uint8Array;
  /** Thousandths of the way from the national average to the threshold, by criterion; the smallest number for none. */
  readonly scales: readonly Int32Array[];
}

/** What is to be said of a municipality's areas beside another's. */
export interface Beside {
  readonly areas: number;
  readonly meets: number;
  readonly undetermined: number;
  readonly outcomes: readonly OutcomeCounts[];
}

/** Two periods to compare, null for the newest figures; `kept`: the earlier is one of the files that the run is compared with. */
export interface Sides {
  readonly before: string | null;
  readonly now: string | null;
  readonly kept: boolean;
}

/** Each operation: what it is given, and what it answers. */
export interface Operations {
  /** Reads a few made-up areas and forgets them, so that the engine has compiled what reads before a person's files come. */
  rehearse: { given: { readonly set: CriteriaSet }; answer: null };
  load: { given: Load; answer: Read };
  /** SHA-256 over a file in hexadecimal; null where the page is not served securely. A large file would stop the page for long. */
  digest: { given: { readonly file: File }; answer: string | null };
  readAs: { given: ChosenReading; answer: Summary };
  select: { given: Selection; answer: number };
  rows: { given: { readonly from: number; readonly count: number }; answer: Row[] };
  row: { given: { readonly position: number }; answer: Row | null };
  rowOf: { given: { readonly position: number }; answer: number };
  /** Finds a few areas by name or code; `selection` is what the table shows, and shows again afterwards. */
  find: { given: { readonly text: string; readonly selection: Selection }; answer: Row[] };
  rejected: { given: { readonly from: number; readonly count: number }; answer: RejectedPage };
  /** `all`: of every area; else of the chosen ones, as the other questions below are. */
  municipalities: { given: { readonly all: boolean }; answer: MunicipalityTable };
  /** The country and those of the municipalities that the files have rows of, as what areas are compared with. */
  yardsticks: { given: { readonly municipalities: string[] }; answer: Yardstick[] };
  /** The same of each year. */
  yardsticksOfYears: { given: { readonly municipalities: string[] }; answer: Yardstick[][] };
  places: { given: { readonly criteria: readonly string[] }; answer: Places };
  /** Each municipality's areas, by themselves; `selection` is what the table shows, and shows again afterwards. */
  beside: { given: { readonly codes: readonly string[]; readonly selection: Selection }; answer: Beside[] };
  outcomes: { given: null; answer: OutcomeCounts[] };
  sweep: { given: { readonly criterion: string; readonly thresholds: string[] }; answer: Steps };
  sweepGrid: {
    given: { readonly one: string; readonly first: string[]; readonly two: string; readonly second: string[] };
    answer: Uint32Array;
  };
  whatIf: { given: Assumption; answer: Changes };
  /** Reads the files by another set, and tells who enters and leaves where it takes this one's place; null once ended. */
  compareSets: { given: Files; answer: SetsCompared | null };
  /** Ends the reading for a comparison of sets that is under way. */
  endComparing: { given: null; answer: null };
  /** The years that the files have figures of, and the breaks between them. */
  years: { given: null; answer: SeriesFrame };
  /** Takes the figures of a year in place of the newest, or the newest again with null; areas have to be chosen anew. */
  atPeriod: { given: { readonly period: string | null }; answer: Summary };
  /** The series of the chosen areas, a page of them. */
  series: { given: { readonly from: number; readonly count: number }; answer: AreaSeries[] };
  /** The series of the chosen areas together. */
  seriesOfSelection: { given: null; answer: GroupSeries };
  /** The series of the chosen areas as a file: a column for each year, or a row for each area and year. */
  exportSeries: { given: { readonly format: "csv" | "csv-sv"; readonly wide: boolean }; answer: Blob };
  /** Compares two periods, and returns a page of the areas. */
  comparePeriods: {
    given: {
      readonly sides: Sides;
      readonly which: "all" | "turned" | "not-comparable";
      readonly from: number;
      readonly count: number;
    };
    answer: { readonly head: Comparison; readonly page: ComparedPage };
  };
  /** Composes a report on the chosen areas, in the order of the files. */
  report: { given: ReportRequest; answer: Report };
  /** The report as a page that holds all it needs, or as a workbook. */
  exportReport: { given: { readonly about: ReportRequest; readonly format: "html" | "xlsx" }; answer: Blob };
  exportComparison: { given: { readonly sides: Sides; readonly format: "csv" | "csv-sv" }; answer: Blob };
  /** `language` is that of a workbook's words. */
  /** Writes what is chosen; `columns` are names with commas between, or null for those that the format usually has. */
  export: { given: { readonly format: Format; readonly language: "sv" | "en"; readonly columns: string | null }; answer: Blob };
}

export type Operation = keyof Operations;

export type Request = { [Op in Operation]: { readonly id: number; readonly op: Op; readonly given: Operations[Op]["given"] } }[Operation];

/**
 * Why something was not done: what ends a reading; the core's own error; a worker whose script or module did not come; or
 * one that can't go on, as after a trap.
 */
export type Failure =
  | Exclude<ReadFailure, { kind: "stopped" }>
  | { readonly kind: "missing"; readonly reason: string }
  | { readonly kind: "broken"; readonly reason: string };

/** What a worker says once it holds the lock of its name, which it does as long as it lives. */
export const HOLDS = "holds";

export type Reply =
  | { readonly id: number; readonly progress: ReadProgress }
  | { readonly id: number; readonly ok: true; readonly answer: Operations[Operation]["answer"] }
  | { readonly id: number; readonly ok: false; readonly failure: Failure };
