// The client of Statistics Sweden's PxWebApi 2: few calls, patient with a busy service, and never longer than allowed.

import type { Language } from "../text/format.ts";
import { FetchError, type Problem } from "./problem.ts";
import { addressOf, type Query, type Selected, selection, service, type Table } from "./sources.ts";

/** What the client needs of the device, so that tests can do without it. */
export interface Means {
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  /** Waits, or rejects at once when the signal is given. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Milliseconds from some moment on. */
  readonly now: () => number;
  /** How long a call may take before it counts as unanswered, in milliseconds. */
  readonly patience: number;
}

export const device: Means = {
  // Nothing goes along but the call: no cookie, no address of the page.
  fetch: (address, init) => fetch(address, { ...init, credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store" }),
  wait: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        reject(new FetchError({ kind: "stopped" }));
      };
      const timer = setTimeout(() => {
        signal.removeEventListener("abort", stop);
        resolve();
      }, milliseconds);
      if (signal.aborted) stop();
      else signal.addEventListener("abort", stop, { once: true });
    }),
  now: () => performance.now(),
  patience: 60_000,
};

/** How long to wait before each new attempt when the service is busy and does not say. */
const WAITS_MS = [2_000, 4_000, 8_000, 16_000];
/** A longer wait than this that the service asks for is left to the person. */
const LONGEST_WAIT_MS = 60_000;

export interface Reply {
  readonly address: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A table as the service has it today. */
interface Found {
  readonly id: string;
  readonly select: Selected;
}

export class Client {
  readonly #calls: number[] = [];
  readonly #found = new Map<string, Found>();
  /** The base that answered; the older one is tried only where the first can't be reached. */
  #base = 0;

  constructor(
    readonly language: Language,
    readonly signal: AbortSignal,
    readonly means: Means = device,
  ) {}

  /** Fetches the answer of a query; throws a `FetchError`. Returns it with what was asked for, which can depend on the table. */
  async answer(query: Query): Promise<Reply & { readonly id: string; readonly select: Selected }> {
    const { table } = query;
    const found = table.id === null ? await this.#find(table) : { id: table.id, select: table.select };
    const reply = await this.#ask((base) => {
      const address = addressOf(base, found.id, query, this.language, found.select);
      if (address.length <= service.longestAddress) return { address, init: {} };
      const body = { selection: selection(query, found.select).map(([variableCode, valueCodes]) => ({ variableCode, valueCodes })) };
      const short = `${base}/tables/${found.id}/data?lang=${this.language}&outputFormat=json-stat2`;
      return { address: short, init: { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) } };
    });
    return { ...reply, ...found };
  }

  /** Looks for a table whose id is not known: among those of a subject, the one that has the contents asked for. */
  async #find(table: Table): Promise<Found> {
    const before = this.#found.get(table.name);
    if (before !== undefined) return before;
    const { find } = table;
    if (find === undefined) throw new FetchError({ kind: "not-found" });
    // In Swedish whatever the page's language, since the words to know it by are.
    const listed = await this.#json((base) => `${base}/tables?lang=sv&query=${encodeURIComponent(find.query)}&pageSize=100`);
    const all = memberOf(listed, "tables");
    const candidates = (Array.isArray(all) ? all : []).flatMap((one: unknown) => {
      const id = memberOf(one, "id");
      const label = memberOf(one, "label");
      return typeof id === "string" && /^\w+$/.test(id) && typeof label === "string" && label.toLocaleLowerCase("sv").includes(find.title)
        ? [id]
        : [];
    });
    for (const id of candidates.slice(0, 4)) {
      const metadata = await this.#json((base) => `${base}/tables/${id}/metadata?lang=sv`);
      const select = selectOf(metadata, table);
      if (select === null) continue;
      this.#found.set(table.name, { id, select });
      return { id, select };
    }
    throw new FetchError({ kind: "not-found" });
  }

  async #json(addressOn: (base: string) => string): Promise<unknown> {
    const { bytes } = await this.#ask((base) => ({ address: addressOn(base), init: {} }));
    return parse(new TextDecoder().decode(bytes));
  }

  async #ask(request: (base: string) => { readonly address: string; readonly init: RequestInit }): Promise<Reply> {
    for (;;) {
      const base = service.bases[this.#base];
      if (base === undefined) throw new FetchError({ kind: "unreachable" });
      const { address, init } = request(base);
      try {
        return { address, bytes: await this.#patiently(address, init) };
      } catch (error) {
        const next = this.#base + 1;
        if (!(error instanceof FetchError) || error.problem.kind !== "unreachable" || next >= service.bases.length) throw error;
        this.#base = next;
      }
    }
  }

  /** Calls again as long as the service says that it is busy and asks for a wait that a person would bear. */
  async #patiently(address: string, init: RequestInit): Promise<Uint8Array<ArrayBuffer>> {
    for (const otherwise of [...WAITS_MS, null]) {
      await this.#takeTurn();
      const { response, done } = await this.#call(address, init);
      try {
        if (response.status !== 429) return await read(response, this.signal);
      } catch (error) {
        throw done() === "slow" ? new FetchError({ kind: "slow" }) : error;
      } finally {
        done();
      }
      const wait = retryAfter(response) ?? otherwise;
      if (otherwise === null || wait === null || wait > LONGEST_WAIT_MS) break;
      await this.means.wait(wait, this.signal);
    }
    throw new FetchError({ kind: "busy" });
  }

  /** Waits until one call more stays within what the service allows in a while. */
  async #takeTurn(): Promise<void> {
    const span = service.withinSeconds * 1000;
    const earliest = this.#calls.at(-service.mostCalls);
    const left = earliest === undefined ? 0 : earliest + span - this.means.now();
    if (left > 0) await this.means.wait(left, this.signal);
    if (this.signal.aborted) throw new FetchError({ kind: "stopped" });
    this.#calls.push(this.means.now());
  }

  /** Makes one call that ends when it takes too long, its body included, or the person stops it. */
  async #call(address: string, init: RequestInit): Promise<{ response: Response; done: () => "slow" | null }> {
    const ending = new AbortController();
    let ended: "slow" | null = null;
    const stop = () => ending.abort();
    if (this.signal.aborted) stop();
    const timer = setTimeout(() => {
      ended = "slow";
      ending.abort();
    }, this.means.patience);
    this.signal.addEventListener("abort", stop, { once: true });
    const done = () => {
      clearTimeout(timer);
      this.signal.removeEventListener("abort", stop);
      return ended;
    };
    try {
      return { response: await this.means.fetch(address, { ...init, signal: ending.signal }), done };
    } catch {
      const kind = this.signal.aborted ? "stopped" : done() === "slow" ? "slow" : "unreachable";
      done();
      throw new FetchError({ kind });
    }
  }
}

async function read(response: Response, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const problem = problemOf(response);
  if (problem !== null) throw new FetchError(problem);
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch {
    throw new FetchError({ kind: signal.aborted ? "stopped" : "cut-off" });
  }
}

function problemOf({ status, ok, headers }: Response): Problem | null {
  if (status === 401 || status === 403) return { kind: "refused", status };
  if (status === 404 || status === 410) return { kind: "missing" };
  if (status >= 500) return { kind: "failed", status };
  if (!ok) return { kind: "not-accepted", status };
  return /\bhtml\b/.test(headers.get("Content-Type") ?? "") ? { kind: "not-figures" } : null;
}

/** Returns how long the service asks to wait, in milliseconds: seconds, or a date. */
function retryAfter({ headers }: Response): number | null {
  const said = headers.get("Retry-After");
  if (said === null) return null;
  if (/^\d+$/.test(said)) return Number(said) * 1000;
  const date = Date.parse(said);
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now());
}

/** Reads JSON text; throws a `FetchError` for what is none, or ends in the middle. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FetchError({ kind: /^\s*[{[]/.test(text) ? "cut-off" : "not-figures" });
  }
}

/** Returns a member of a value that may be anything. */
export function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

/** Returns the codes to ask a table for by its metadata, or null where it is another table. */
function selectOf(metadata: unknown, { select, find }: Table): Selected | null {
  const categories = (variable: string) => memberOf(memberOf(memberOf(metadata, "dimension"), variable), "category");
  const has = Object.entries(select).every(([variable, codes]) =>
    codes.every((code) => memberOf(memberOf(categories(variable), "label"), code) !== undefined),
  );
  if (!has) return null;
  const byLabel = Object.entries(find?.labels ?? {}).map(([variable, wanted]) => {
    const labels = memberOf(categories(variable), "label");
    const found = Object.entries(typeof labels === "object" && labels !== null ? labels : {}).find(([, label]) => label === wanted);
    return found === undefined ? null : ([variable, [found[0]]] as const);
  });
  return byLabel.some((one) => one === null) ? null : { ...select, ...Object.fromEntries(byLabel.filter((one) => one !== null)) };
}
