// Loading a Wasm module once, with a state that says whether it is there, and a way to try again.

import { type Signal, signal } from "@preact/signals";

export type Loading<Module> =
  | { readonly state: "loading" }
  | { readonly state: "ready"; readonly core: Module }
  | { readonly state: "failed" };

interface Bindings {
  default(from: { module_or_path: WebAssembly.Module }): Promise<unknown>;
}

/** A module that has not come by then is taken as failed, so that nobody waits for ever. */
const PATIENCE_MS = 20_000;

export interface Loader<Module> {
  /** How far the module is. */
  readonly state: Signal<Loading<Module>>;
  /** Fetches and compiles ahead what `load` then only has to start; `state` stays as it is. */
  readonly prepare: () => void;
  /** Loads the module, or tries again after a failure. Never throws: `state` says how it went. */
  readonly load: () => Promise<void>;
}

export function loader<Module extends Bindings>(parts: () => Promise<[Module, { default: string }]>): Loader<Module> {
  const state = signal<Loading<Module>>({ state: "loading" });
  let attempt = 0;
  let underWay: Promise<void> | null = null;
  const load = () => {
    // Several parts of the page may want the module at the same time.
    if (underWay === null || state.value.state !== "loading") underWay = begin();
    return underWay;
  };
  const compiled = async (cache: RequestCache) => {
    const [core, { default: url }] = await parts();
    const response = await fetch(new URL(url, import.meta.url), { cache, credentials: "omit" });
    if (!response.ok) throw new TypeError(`status ${response.status}`);
    return { core, module: await WebAssembly.compile(await response.arrayBuffer()) };
  };
  let ahead: ReturnType<typeof compiled> | null = null;
  const prepare = () => {
    ahead ??= compiled("default");
    // That it failed is told by whoever waits for it.
    ahead.catch(() => {});
  };
  const begin = async () => {
    attempt += 1;
    const mine = attempt;
    // A late answer counts unless a newer attempt is under way.
    const settle = (settled: Loading<Module>) => {
      if (mine === attempt && state.value.state !== "ready") state.value = settled;
    };
    state.value = { state: "loading" };
    const timer = setTimeout(() => settle({ state: "failed" }), PATIENCE_MS);
    try {
      // A browser may keep a failed answer: from the second attempt on, the file is asked for anew.
      const { core, module } = await (mine === 1 && ahead !== null ? ahead : compiled(mine > 1 ? "reload" : "default"));
      await core.default({ module_or_path: module });
      settle({ state: "ready", core });
    } catch {
      settle({ state: "failed" });
    } finally {
      clearTimeout(timer);
    }
  };
  return { state, prepare, load };
}
