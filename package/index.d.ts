import type { CriteriaSet, Given } from "./core.js";

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
