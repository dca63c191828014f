// The page's Wasm module: loaded once, with a state that says whether it is there, and a way to try again.

import { signal } from "@preact/signals";
import type * as Module from "../generated/page/page.js";

export type {
  Assessed,
  Assessment,
  Calculator,
  Certainty,
  Dependence,
  Error as CoreError,
  Finding,
  Given,
  Outcome,
  Request,
  Verdict,
} from "../generated/page/page.js";

export type Core = typeof Module;

export type Engine =
  | { readonly state: "loading" }
  | { readonly state: "ready"; readonly core: Core }
  | { readonly state: "failed" };

/** How far the module is. */
export const engine = signal<Engine>({ state: "loading" });

/** A module that has not come by then is taken as failed, so that nobody waits for ever. */
const PATIENCE_MS = 20_000;

let attempt = 0;

/** Loads the module, or tries again after a failure. Never throws: `engine` says how it went. */
export async function loadEngine(): Promise<void> {
  attempt += 1;
  const mine = attempt;
  engine.value = { state: "loading" };
  const timer = setTimeout(() => settle(mine, { state: "failed" }), PATIENCE_MS);
  try {
    const [core, { default: url }] = await Promise.all([
      import("../generated/page/page.js"),
      import("../generated/page/page_bg.wasm?url"),
    ]);
    const address = new URL(url, import.meta.url);
    // A browser may keep a failed answer: from the second attempt on, the file is asked for anew.
    const response = await fetch(address, { cache: mine > 1 ? "reload" : "default", credentials: "omit" });
    if (!response.ok) throw new TypeError(`status ${response.status}`);
    await core.default({ module_or_path: await response.arrayBuffer() });
    settle(mine, { state: "ready", core });
  } catch {
    settle(mine, { state: "failed" });
  } finally {
    clearTimeout(timer);
  }
}

function settle(mine: number, state: Engine): void {
  // A late answer counts unless a newer attempt is under way.
  if (mine === attempt && engine.value.state !== "ready") engine.value = state;
}
