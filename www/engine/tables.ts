// The client of the worker: a promise for each request, and an end for each promise, whatever happens to the worker.

import type { ReadProgress as Progress } from "../generated/tables/tables.js";
import { scriptAddress } from "./trusted.ts";
import { type Failure, HOLDS, type Operation, type Operations, type Reply } from "./worker/protocol.ts";
import script from "./worker/tables.ts?worker&url";

export type { Beside, Failure, Format, KeyInUse, Load, Places, SetsCompared, Sides } from "./worker/protocol.ts";
export type {
  About,
  AreaSeries,
  Assumed,
  Assumption,
  Change,
  Changed,
  Changes,
  Choice,
  CodePart,
  ColumnFound,
  Compared,
  ComparedFinding,
  ComparedPlace,
  Comparison,
  Division,
  DivisionCount,
  Doubt,
  FindingPart,
  GroupSeries,
  JoinWarning,
  Keep,
  Label,
  Ledger,
  Level,
  Measure,
  MeasureFound,
  MunicipalityTable,
  NotUsed,
  OutcomeCounts,
  Problem,
  Question,
  ReadProgress as Progress,
  Recipe,
  RejectedPage,
  Report,
  ReportRequest,
  Row,
  Selection,
  SeriesBreak,
  SeriesFinding,
  SeriesFrame,
  Source,
  Steps,
  Summary,
  Understanding,
  Warning,
  Yardstick,
} from "../generated/tables/tables.js";

/** What a request ends with when it is not answered. */
export class TablesError extends Error {
  constructor(readonly failure: Failure | { readonly kind: "stopped" }) {
    super(failure.kind);
  }
}

interface Pending {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: TablesError) => void;
  readonly progress: ((progress: Progress) => void) | undefined;
}

/** How often a worker that is asked something is looked after, and after how many looks without a sign it is given up. */
const LOOK_MS = 5_000;
const MOST_LOOKS = 24;

/** How many workers were made, for their names. */
let made = 0;

/** One worker with what it has loaded. After a failure of kind `missing` or `broken` it is ended, and answers nothing more. */
export class Tables {
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #last = 0;
  #hasSpoken = false;
  #ended: TablesError | null = null;
  /** Looks since the last sign. A device that sleeps takes none meanwhile: so they are counted, and not the time. */
  #looks = 0;
  #looking: ReturnType<typeof setInterval> | undefined;
  readonly #watch = new AbortController();

  constructor() {
    made += 1;
    // Other tabs have workers too.
    const name = `troskel.worker ${performance.timeOrigin} ${Math.random()} ${made}`;
    this.#worker = new Worker(scriptAddress(new URL(script, import.meta.url)), { type: "module", name });
    this.#worker.addEventListener("message", ({ data }: MessageEvent<Reply | typeof HOLDS>) => {
      this.#looks = 0;
      if (data === HOLDS) this.#waitForEnd(name);
      else this.#take(data);
    });
    this.#worker.addEventListener("error", (event) => {
      event.preventDefault();
      // An error before the first word is that of a script that did not come.
      this.#break({ kind: this.#hasSpoken ? "broken" : "missing", reason: event.message || "no script" });
    });
    this.#worker.addEventListener("messageerror", () => this.#break({ kind: "broken", reason: "a message could not be read" }));
  }

  /** Whether the worker has ended, so that another has to be made. */
  get hasEnded(): boolean {
    return this.#ended !== null;
  }

  /** Asks the worker; rejects with a `TablesError`. */
  ask<Op extends Operation>(
    op: Op,
    given: Operations[Op]["given"],
    progress?: (progress: Progress) => void,
  ): Promise<Operations[Op]["answer"]> {
    if (this.#ended !== null) return Promise.reject(this.#ended);
    this.#last += 1;
    const id = this.#last;
    if (this.#pending.size === 0) this.#looks = 0;
    this.#looking ??= setInterval(() => this.#look(), LOOK_MS);
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject, progress });
      this.#worker.postMessage({ id, op, given });
    });
  }

  /** Ends the worker at once, and everything that is asked of it. */
  stop(): void {
    this.#end(new TablesError({ kind: "stopped" }));
  }

  /**
   * Waits for the lock that the worker holds as long as it lives: a browser that is short of memory may end a worker
   * without a word, and then nothing else tells.
   */
  #waitForEnd(name: string): void {
    this.#hasSpoken = true;
    navigator.locks
      .request(name, { signal: this.#watch.signal }, () => this.#break({ kind: "broken", reason: "the worker is gone" }))
      .catch(() => undefined);
  }

  /** Notices a worker that lives, but neither answers nor tells how far it is. */
  #look(): void {
    if (this.#pending.size === 0) {
      clearInterval(this.#looking);
      this.#looking = undefined;
      return;
    }
    this.#looks += 1;
    if (this.#looks >= MOST_LOOKS) this.#break({ kind: "broken", reason: "the worker gives no sign" });
  }

  #take(reply: Reply): void {
    this.#hasSpoken = true;
    const pending = this.#pending.get(reply.id);
    if (pending === undefined) return;
    if ("progress" in reply) {
      pending.progress?.(reply.progress);
      return;
    }
    if ("failure" in reply && (reply.failure.kind === "broken" || reply.failure.kind === "missing")) {
      this.#break(reply.failure);
      return;
    }
    this.#pending.delete(reply.id);
    if ("failure" in reply) pending.reject(new TablesError(reply.failure));
    else pending.resolve(reply.answer as never);
  }

  #break(failure: Failure): void {
    this.#end(new TablesError(failure));
  }

  #end(error: TablesError): void {
    if (this.#ended !== null) return;
    this.#ended = error;
    clearInterval(this.#looking);
    this.#watch.abort();
    this.#worker.terminate();
    for (const { reject } of this.#pending.values()) reject(error);
    this.#pending.clear();
  }
}
