import type { Given } from "./core.js";

export type * from "./core.js";
export {
  Calculator,
  applicationPeriod,
  designation,
  distribution,
  makeRecord,
  readWork,
  searchMunicipalities,
  verifyRecord,
} from "./core.js";

/** A text in the two languages. */
export interface Text {
  readonly sv: string;
  readonly en: string;
}

/** Where a statement or a number came from. */
export interface Source {
  readonly text: Text;
  readonly quote?: string;
  readonly url?: string;
}

/** A number as text, with its source. */
export interface Cited {
  readonly value: string;
  readonly source: Source;
}

/** A point of a rule: what the source settles, or a default for what it leaves open. */
export interface Point {
  readonly value: string;
  readonly settled: boolean;
  readonly source: Source;
}

/** One measure with its threshold. */
export interface Criterion {
  readonly id: string;
  readonly label: Text;
  readonly definition: Text;
  readonly unit: "percent" | "persons";
  readonly direction: "below" | "above";
  readonly tie?: "strict" | "inclusive";
  readonly threshold: Cited;
  readonly nationalAverage?: Cited;
}

/** A criteria set as the JSON document it is. */
export interface CriteriaSet {
  readonly id: string;
  readonly date: string;
  readonly name: Text;
  readonly source: Source;
  readonly reading: { readonly tie: Point; readonly require: Point };
  readonly criteria: readonly Criterion[];
}

/** The criteria sets that come with the product, by id. */
export const sets: { readonly "promemoria-2018": CriteriaSet; readonly "scb-2012": CriteriaSet };

/**
 * Loads the Wasm module; await it once, before anything else is called. A second call changes nothing.
 *
 * @param source where the module is, or what it is, if not the file beside this one
 */
export function load(source?: URL | string | Request | Response | BufferSource | WebAssembly.Module): Promise<void>;

/**
 * Turns figures as people write them into what `Calculator.assess` takes: a percentage (`58,2`), a count of a total
 * (`742/1237`), or persons where the criterion asks for them; null and absent are missing.
 *
 * @throws {TypeError} for an id that is no criterion of the set
 */
export function figures(set: CriteriaSet, texts: Readonly<Record<string, string | null | undefined>>): (Given | null)[];
