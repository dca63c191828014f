// The worker: hands files to the larger Wasm module, which reads them, and answers what is asked about their areas.

import init, { type Division, type ReadProgress, type Selection, Session } from "../../generated/tables/tables.js";
import wasm from "../../generated/tables/tables_bg.wasm?url";
import { sha256 } from "../digest.ts";
import {
  type Failure,
  type Files,
  HOLDS,
  type KeyInUse,
  type Load,
  type Operation,
  type Operations,
  type Read,
  type Reply,
  type Request,
  type SetsCompared,
  type Sides,
  type Unread,
} from "./protocol.ts";

declare const self: DedicatedWorkerGlobalScope;

/** As many areas are found by name at most. */
const FOUND = 20;
/** Progress is told no more often than a screen shows it. */
const TELL_MS = 50;

/** The module can't be had. */
class MissingModule extends Error {}

async function start(cache: RequestCache): Promise<void> {
  try {
    const response = await fetch(new URL(wasm, import.meta.url), { cache, credentials: "omit" });
    if (!response.ok) throw new TypeError(`status ${response.status}`);
    await init({ module_or_path: await response.arrayBuffer() });
  } catch (error) {
    throw new MissingModule(String(error));
  }
}

const started = start("default");
let retried: Promise<void> | null = null;

/** Waits for the module. A browser may keep a failed answer: the second time, the file is asked for anew. */
function ready(): Promise<void> {
  return started.catch(() => {
    retried ??= start("reload");
    return retried;
  });
}
// Whoever asks first is told; until then a failure is no news.
started.catch(() => undefined);

let session: Session | null = null;

function current(): Session {
  if (session === null) throw new TypeError("nothing is loaded");
  return session;
}

type Tell = (progress: ReadProgress) => void;

/** Tells now and then. */
function nowAndThen(tell: Tell): Tell {
  let told = 0;
  return (progress) => {
    const now = performance.now();
    if (now - told < TELL_MS) return;
    told = now;
    tell(progress);
  };
}

/** A key is no larger, in bytes. */
const KEY_BYTES = 30_000_000;

const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer());

/** Takes keys into use, and logs of changed areas; tells to which divisions each can put counts together, a log to none. */
async function takeKeys(session: Session, keys: readonly KeyInUse[]): Promise<Division[][]> {
  const ways = [];
  for (const { file, to } of keys) {
    const bytes = await bytesOf(file);
    if (session.takeChangeLog(file.name, bytes)) {
      ways.push([]);
      continue;
    }
    session.takeKey(file.name, bytes, to);
    ways.push(session.keyWays(file.name, bytes));
  }
  return ways;
}

async function load({ set, recipes, reading, sum, keys, before, files, origins }: Load, tell: Tell): Promise<Read> {
  const loading = new Session(set, recipes, sum);
  const { signal } = new AbortController();
  // Each of two runs is a part of the whole.
  const [first, all] = [sizeOf(before), sizeOf([...before, ...files])];
  const part = (from: number, to: number) =>
    nowAndThen((progress) => tell({ ...progress, percent: Math.floor(from + ((to - from) * progress.percent) / 100) }));
  const middle = all === 0 ? 0 : (100 * first) / all;
  try {
    const ways = await takeKeys(loading, keys);
    const foundKeys: number[] = [];
    if (before.length > 0) {
      await loading.read([...before], [], part(0, middle), signal);
      loading.assess(reading.tie, reading.require);
      loading.keepAsBefore();
    }
    const unread: Unread[] = [];
    let done = first;
    for (const [nth, file] of files.entries()) {
      const from = all === 0 ? 0 : (100 * done) / all;
      done += file.size;
      try {
        await loading.read([file], [origins[nth] ?? null], part(from, all === 0 ? 100 : (100 * done) / all), signal);
        if (!loading.lastHasNone() || file.size > KEY_BYTES) continue;
        const bytes = await bytesOf(file);
        if (!loading.lastIsChangeLog(file.name, bytes) && !loading.lastIsKey(file.name, bytes)) continue;
        ways.push(...(await takeKeys(loading, [{ file, to: null }])));
        foundKeys.push(nth);
      } catch (thrown) {
        // What the other files give is not concerned by one that can't be read.
        const why = failure(thrown);
        if (why.kind === "broken" || why.kind === "missing") throw thrown;
        unread.push({ nth, failure: why });
        if (unread.length === files.length) throw unread[0]?.failure ?? thrown;
      }
    }
    const summary = loading.assess(reading.tie, reading.require);
    session?.free();
    session = loading;
    return { summary, unread, foundKeys, ways };
  } catch (error) {
    if (session !== loading) loading.free();
    throw error;
  }
}

const sizeOf = (files: readonly File[]) => files.reduce((bytes, file) => bytes + file.size, 0);

/** Ends the comparison of sets that is under way. */
let comparison = new AbortController();

async function compareSets({ set, recipes, reading, sum, keys, files }: Files, tell: Tell): Promise<SetsCompared | null> {
  comparison.abort();
  comparison = new AbortController();
  const { signal } = comparison;
  const other = new Session(set, recipes, sum);
  try {
    await takeKeys(other, keys);
    await other.read([...files], [], nowAndThen(tell), signal);
    const summary = other.assess(reading.tie, reading.require);
    return { changes: current().compareWith(other), summary };
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  } finally {
    other.free();
  }
}

/** So many areas are made up for a rehearsal: all that reads is run, and it is done at once. */
const REHEARSED = 300;

async function rehearse({ set }: Operations["rehearse"]["given"]): Promise<null> {
  const trial = new Session(set, "[]", false);
  const heading = ["kod", "namn", ...set.criteria.map(({ label }) => label.sv)];
  const rows = Array.from({ length: REHEARSED }, (_, nth) => [
    `0180C${1000 + nth}`,
    `Område ${nth}`,
    ...set.criteria.map(({ unit }, at) => (unit === "persons" ? `${1000 + nth}` : `${(nth + 9 * at) % 90},${nth % 10}`)),
  ]);
  const text = [heading, ...rows].map((cells) => cells.join(";")).join("\n");
  try {
    await trial.read([new File([text], "a.csv")], [], () => undefined, new AbortController().signal);
    trial.assess(null, null);
    trial.select({ sort: "name" });
    trial.rows(0, 50);
  } finally {
    trial.free();
  }
  return null;
}

const compared = ({ before, now, kept }: Sides) => current().comparePeriods(before, now, kept);

type Answers = {
  [Op in Operation]: (given: Operations[Op]["given"], tell: Tell) => Operations[Op]["answer"] | Promise<Operations[Op]["answer"]>;
};

const answers: Answers = {
  rehearse,
  load,
  digest: ({ file }) => file.arrayBuffer().then(sha256, () => null),
  readAs: ({ tie, require }) => current().readAs(tie, require),
  select: (selection) => current().select(selection),
  rows: ({ from, count }) => current().rows(from, count),
  row: ({ position }) => current().row(position),
  rowOf: ({ position }) => current().rowOf(position),
  find: ({ text, selection }) => {
    current().select({ text, sort: "name" });
    const found = current().rows(0, FOUND);
    current().select(selection);
    return found;
  },
  rejected: ({ from, count }) => current().rejected(from, count),
  municipalities: ({ all }) => current().municipalities(all),
  beside: ({ codes, selection }) => {
    const of = (part: Partial<Selection>) => current().select({ ...selection, ...part });
    const all = codes.map((municipality) => {
      const areas = of({ municipality });
      const outcomes = current().outcomes();
      return {
        areas,
        outcomes,
        meets: of({ municipality, verdict: "meets" }),
        undetermined: of({ municipality, verdict: "undetermined" }),
      };
    });
    current().select(selection);
    return all;
  },
  yardsticks: ({ municipalities }) => current().yardsticks(municipalities),
  yardsticksOfYears: ({ municipalities }) => current().yardsticksOfYears(municipalities),
  outcomes: () => current().outcomes(),
  places: ({ criteria }) => ({
    areas: current().selected(),
    verdicts: current().verdicts(),
    scales: criteria.map((criterion) => current().positions(criterion)),
  }),
  sweep: ({ criterion, thresholds }) => current().sweep(criterion, thresholds),
  sweepGrid: ({ one, first, two, second }) => current().sweepGrid(one, first, two, second),
  whatIf: (assumption) => current().whatIf(assumption),
  compareSets,
  endComparing: () => {
    comparison.abort();
    return null;
  },
  years: () => current().years(),
  atPeriod: ({ period }) => current().atPeriod(period),
  series: ({ from, count }) => current().series(from, count),
  seriesOfSelection: () => current().seriesOfSelection(),
  exportSeries: ({ format, wide }) => written(format, (take) => current().exportSeries(format, wide, take)),
  report: (about) => current().report(about),
  exportReport: ({ about, format }) => written(format, (take) => current().exportReport(about, format, take)),
  // What is compared stands in the session until the next comparison: each answer makes its own.
  comparePeriods: ({ sides, which, from, count }) => {
    const head = compared(sides);
    return { head, page: current().compared(which, from, count) };
  },
  exportComparison: ({ sides, format }) => {
    compared(sides);
    return written(format, (take) => current().exportComparison(format, take));
  },
  export: ({ format, language, columns }) => written(format, (take) => current().export(format, language, take, columns)),
};

/** What is written a piece at a time, each a blob of its own, so that the whole never lies in this heap. */
function written(format: keyof typeof types, write: (take: (bytes: Uint8Array<ArrayBuffer>) => void) => void): Blob {
  const pieces: Blob[] = [];
  write((bytes) => pieces.push(new Blob([bytes])));
  return new Blob(pieces, { type: types[format] });
}

const types = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "csv-sv": "text/csv;charset=utf-8",
  csv: "text/csv;charset=utf-8",
  json: "application/json",
  html: "text/html;charset=utf-8",
} as const;

function failure(thrown: unknown): Failure {
  if (typeof thrown === "object" && thrown !== null && "kind" in thrown) return thrown as Failure;
  if (typeof thrown === "object" && thrown !== null && "problem" in thrown) {
    return { kind: "core", error: thrown as Extract<Failure, { kind: "core" }>["error"] };
  }
  if (thrown instanceof MissingModule) return { kind: "missing", reason: thrown.message };
  return { kind: "broken", reason: String(thrown) };
}

/** Large lists are handed over, not copied. */
function owned(answer: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(answer)) return [answer.buffer as ArrayBuffer];
  if (typeof answer === "object" && answer !== null && "scales" in answer) return Object.values(answer).flat().flatMap(owned);
  return [];
}

// A trap in a promise's callback would end the work without a word: this way it is an error of the worker, as any other.
self.addEventListener("unhandledrejection", ({ reason }) => reportError(reason));

// Where a site is no secure context there are no locks, and a worker's silent end goes unnoticed.
if ("locks" in navigator) {
  void navigator.locks.request(self.name, () => {
    self.postMessage(HOLDS);
    return new Promise(() => undefined);
  });
}

self.addEventListener("message", async ({ data }: MessageEvent<Request>) => {
  const { id, op, given } = data;
  const reply = (message: Reply) => self.postMessage(message, "answer" in message ? owned(message.answer) : []);
  try {
    await ready();
    const answer = await (answers[op] as (given: unknown, tell: Tell) => Operations[Operation]["answer"])(given, (progress) =>
      reply({ id, progress }),
    );
    reply({ id, ok: true, answer });
  } catch (thrown) {
    reply({ id, ok: false, failure: failure(thrown) });
  }
});
