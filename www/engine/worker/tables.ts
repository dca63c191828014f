// The worker: reads files in pieces into the larger Wasm module, and answers what is asked about their areas.

import init, { Session, type Summary } from "../../generated/tables/tables.js";
import wasm from "../../generated/tables/tables_bg.wasm?url";
import {
  type Failure,
  type Files,
  HOLDS,
  type Load,
  type Operation,
  type Operations,
  type Progress,
  type Reply,
  type Request,
  type SetsCompared,
} from "./protocol.ts";

declare const self: DedicatedWorkerGlobalScope;

/** As much of a file is in memory at a time. */
const PIECE = 1 << 20;
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

/** A file that the browser can't read any more: moved, changed or removed since it was chosen. */
class Unreadable extends Error {
  constructor(readonly file: string) {
    super(file);
  }
}

let session: Session | null = null;

function current(): Session {
  if (session === null) throw new TypeError("nothing is loaded");
  return session;
}

/** A file's bytes, a piece at a time; always into the same memory where the browser can do that. */
async function* pieces(file: File): AsyncGenerator<Uint8Array> {
  const stream = file.stream();
  let next: () => Promise<ReadableStreamReadResult<Uint8Array>>;
  let reader: ReadableStreamBYOBReader | ReadableStreamDefaultReader<Uint8Array>;
  try {
    const into = stream.getReader({ mode: "byob" });
    let memory = new ArrayBuffer(PIECE);
    reader = into;
    next = async () => {
      const read = await into.read(new Uint8Array(memory));
      if (read.value !== undefined) memory = read.value.buffer as ArrayBuffer;
      return read as ReadableStreamReadResult<Uint8Array>;
    };
  } catch {
    const whole = stream.getReader();
    reader = whole;
    next = () => whole.read();
  }
  try {
    for (;;) {
      const { done, value } = await next().catch(() => {
        throw new Unreadable(file.name);
      });
      if (done) return;
      yield value;
    }
  } finally {
    // Where the rest is not wanted.
    reader.cancel().catch(() => undefined);
  }
}

/** Reads files into a session one after another, and tells how far it is; false where it was to stop. */
async function readAll(into: Session, files: readonly File[], tell: (progress: Progress) => void, stop = () => false): Promise<boolean> {
  let toRead = files.reduce((bytes, file) => bytes + file.size, 0);
  let read = 0;
  let percent = 0;
  let told = 0;
  const progress = (file: File) => {
    const now = performance.now();
    if (now - told < TELL_MS) return;
    told = now;
    percent = Math.max(percent, toRead === 0 ? 100 : Math.floor((100 * read) / toRead));
    tell({ percent, file: file.name, areas: into.areasSoFar() });
  };
  for (const file of files) {
    let again = true;
    while (again) {
      into.begin(file.name);
      for await (const bytes of pieces(file)) {
        if (stop()) return false;
        into.push(bytes);
        read += bytes.length;
        progress(file);
      }
      again = into.finish();
      if (again) toRead += file.size;
    }
  }
  return true;
}

async function load({ set, recipes, reading, sum, before, files }: Load, tell: (progress: Progress) => void): Promise<Summary> {
  const loading = new Session(set, recipes, sum);
  // Each of two runs is a part of the whole.
  const [first, all] = [sizeOf(before), sizeOf([...before, ...files])];
  const part = (from: number, to: number) => (progress: Progress) => {
    tell({ ...progress, percent: Math.floor(from + ((to - from) * progress.percent) / 100) });
  };
  const middle = all === 0 ? 0 : (100 * first) / all;
  try {
    if (before.length > 0) {
      await readAll(loading, before, part(0, middle));
      loading.assess(reading.tie, reading.require);
      loading.keepAsBefore();
    }
    await readAll(loading, files, part(middle, 100));
    const summary = loading.assess(reading.tie, reading.require);
    session?.free();
    session = loading;
    return summary;
  } catch (error) {
    if (session !== loading) loading.free();
    throw error;
  }
}

const sizeOf = (files: readonly File[]) => files.reduce((bytes, file) => bytes + file.size, 0);

/** Changes with each comparison of sets, so that an older one knows that it is to stop. */
let comparison = 0;

async function compareSets({ set, recipes, reading, sum, files }: Files, tell: (progress: Progress) => void): Promise<SetsCompared | null> {
  comparison += 1;
  const mine = comparison;
  const other = new Session(set, recipes, sum);
  try {
    if (!(await readAll(other, files, tell, () => mine !== comparison))) return null;
    const summary = other.assess(reading.tie, reading.require);
    return { changes: current().compareWith(other), summary };
  } finally {
    other.free();
  }
}

type Answers = {
  [Op in Operation]: (
    given: Operations[Op]["given"],
    tell: (progress: Progress) => void,
  ) => Operations[Op]["answer"] | Promise<Operations[Op]["answer"]>;
};

const answers: Answers = {
  load,
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
  municipalities: () => current().municipalities(),
  places: ({ criteria }) => ({
    areas: current().selected(),
    verdicts: current().verdicts(),
    scales: criteria.map((criterion) => current().positions(criterion)),
  }),
  sweep: ({ criterion, thresholds }) => current().sweep(criterion, thresholds),
  sweepGrid: ({ one, first, two, second }) => current().sweepGrid(one, first, two, second),
  whatIf: (assumption) => current().whatIf(assumption),
  compare: () => current().compare(),
  compareSets,
  endComparing: () => {
    comparison += 1;
    return null;
  },
  export: ({ format, language }) => {
    const pieces: Blob[] = [];
    // A blob of its own for each piece, so that the whole never lies in this heap.
    current().export(format, language, (bytes: Uint8Array<ArrayBuffer>) => pieces.push(new Blob([bytes])));
    return new Blob(pieces, { type: types[format] });
  },
};

const types = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "csv-sv": "text/csv;charset=utf-8",
  csv: "text/csv;charset=utf-8",
  json: "application/json",
} as const;

function failure(thrown: unknown): Failure {
  if (thrown instanceof Unreadable) return { kind: "unreadable", file: thrown.file };
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
    const answer = await (answers[op] as (given: unknown, tell: (progress: Progress) => void) => Operations[Operation]["answer"])(
      given,
      (progress) => reply({ id, progress }),
    );
    reply({ id, ok: true, answer });
  } catch (thrown) {
    reply({ id, ok: false, failure: failure(thrown) });
  }
});
