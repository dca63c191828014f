// The state of the view: what is wanted, what is fetched of it, what went wrong, and the area that is looked at.

import { batch, computed, signal } from "@preact/signals";
import { sha256 } from "../engine/digest.ts";
import type { Language } from "../text/format.ts";
import { type Area, changesBetween, join } from "./areas.ts";
import { Client } from "./client.ts";
import { readDataset } from "./dataset.ts";
import { type Fetched, forget, keep, kept } from "./keep.ts";
import { concernsAll, FetchError, type Problem } from "./problem.ts";
import { comparableYear, fileName, type Query, queries, type Wanted } from "./sources.ts";

export const wanted = signal<Wanted>({ level: "regso", places: [], year: comparableYear("regso") });

export const asked = computed(() => queries(wanted.value));

/** Everything fetched, in this visit or an earlier one, by the name of its file. */
export const answers = signal<ReadonlyMap<string, Fetched>>(new Map());

/** Whether what an earlier visit kept has been looked for. */
export const looked = signal(false);

/** How often everything has come after a press: what follows it takes the focus then. */
export const arrived = signal(0);

/** Whether the browser would not keep something. */
export const notKept = signal(false);

/** The query that is under way, and how many are done of how many; null when nothing is. */
export const underWay = signal<{ readonly query: Query; readonly done: number; readonly of: number } | null>(null);

/** What went wrong last, by the name of the file. */
export const problems = signal<ReadonlyMap<string, { readonly query: Query; readonly problem: Problem }>>(new Map());

/** What fetching anew has changed, by the name of the file: how many areas have another figure. */
export const renewed = signal<ReadonlyMap<string, number>>(new Map());

/** What there is of what is wanted, in its order. */
export const present = computed(() =>
  asked.value.flatMap((query) => {
    const found = answers.value.get(fileName(query));
    return found === undefined ? [] : [found];
  }),
);

export const isComplete = computed(() => present.value.length === asked.value.length);

/** The areas of what is wanted and there. */
export const areas = computed<readonly Area[]>(() => join(present.value));

/** The code of the area that is looked at. */
export const chosenCode = signal<string | null>(null);
export const chosen = computed(() => areas.value.find(({ code }) => code === chosenCode.value) ?? null);

let stopping: AbortController | null = null;

/** Looks for what an earlier visit kept. */
export async function look(): Promise<void> {
  const found = await kept();
  batch(() => {
    answers.value = new Map([...found.map((one) => [fileName(one.query), one] as const), ...answers.value]);
    looked.value = true;
  });
}

/** Fetches what is wanted: what is missing of it, or everything anew. A fault of one table does not hold up the others. */
export async function fetchWanted(language: Language, anew: boolean): Promise<void> {
  const todo = asked.value.filter((query) => anew || !answers.value.has(fileName(query)));
  const own = new AbortController();
  stopping?.abort();
  stopping = own;
  const client = new Client(language, own.signal);
  batch(() => {
    problems.value = new Map();
    renewed.value = new Map();
  });
  for (const [done, query] of todo.entries()) {
    if (stopping !== own) return;
    underWay.value = { query, done, of: todo.length };
    try {
      await take(client, query);
    } catch (error) {
      if (stopping !== own) return;
      // Whatever it is that a figure could not be had for, the typed way stays open.
      const problem: Problem = error instanceof FetchError ? error.problem : { kind: "not-figures" };
      const hit = concernsAll(problem) ? todo.slice(done) : [query];
      problems.value = new Map([...problems.value, ...hit.map((one) => [fileName(one), { query: one, problem }] as const)]);
      if (concernsAll(problem)) break;
    }
  }
  batch(() => {
    stopping = null;
    underWay.value = null;
    if (isComplete.value) arrived.value += 1;
  });
}

async function take(client: Client, query: Query): Promise<void> {
  const { address, bytes, id, select } = await client.answer(query);
  const dataset = readDataset(new TextDecoder().decode(bytes), query, select);
  const from = { address, id, select, sha256: await sha256(bytes), fetched: new Date().toISOString() };
  const fetched: Fetched = { query, from, bytes, dataset };
  const name = fileName(query);
  const before = answers.value.get(name);
  const isKept = await keep(fetched);
  batch(() => {
    if (!isKept) notKept.value = true;
    if (before !== undefined) renewed.value = new Map([...renewed.value, [name, changesBetween(before, fetched)]]);
    answers.value = new Map([...answers.value, [name, fetched]]);
  });
}

export function stop(): void {
  stopping?.abort();
}

/** Takes away everything that was fetched, here and on the device. */
export async function forgetAll(): Promise<void> {
  stop();
  await forget();
  batch(() => {
    answers.value = new Map();
    problems.value = new Map();
    renewed.value = new Map();
    chosenCode.value = null;
  });
}
