// The page's Wasm module: figures, criteria, assessment, the memo's municipalities.

import type * as Module from "../generated/page/page.js";
import { type Loading, loader } from "./loading.ts";

export type {
  Assessed,
  Assessment,
  Calculator,
  Certainty,
  Dependence,
  Error as CoreError,
  Finding,
  Glance,
  Given,
  Outcome,
  Reading,
  Request,
  Standing,
  Verdict,
} from "../generated/page/page.js";

export type Core = typeof Module;

export type Engine = Loading<Core>;

const page = loader<Core>(() => Promise.all([import("../generated/page/page.js"), import("../generated/page/page_bg.wasm?url")]));

/** How far the module is. */
export const engine = page.state;

export const prepareEngine = page.prepare;

export const loadEngine = page.load;
