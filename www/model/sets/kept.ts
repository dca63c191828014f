// A person's own sets on the device: written when they change, read when the page opens, and never wiped.

import { effect } from "@preact/signals";
import { hear, putAside, sets as slot } from "../../device/storage.ts";
import { type CriteriaSet, isOwn, withoutNulls } from "../../engine/criteria.ts";
import { loadPlanEngine, planEngine } from "../../engine/plan.ts";
import { keptSets } from "../area.ts";
import { check } from "./check.ts";
import { freeId } from "./distinct.ts";

/** What the device held when it was last read or written, each set as text: what else is there came from another tab. */
let known: readonly string[] = [];

let keeping = false;

/** Keeps the sets from now on, and takes over what another tab changes. */
export function startKeepingSets(): void {
  if (keeping) return;
  keeping = true;
  effect(() => write(keptSets.value));
  hear(slot, () => void fetchKept());
}

function write(sets: readonly CriteriaSet[]): void {
  const texts = sets.map((set) => JSON.stringify(set));
  if (texts.join() === known.join()) return;
  const stored = slot.read() ?? "[]";
  const there = list(stored);
  // What can't be read is not written over before it lies elsewhere.
  if (there === null && putAside("damaged", stored) === null) return;
  const elsewhere = there?.filter((text) => !known.includes(text) && !texts.includes(text)) ?? [];
  const kept = texts.length + elsewhere.length === 0 ? slot.clear() : slot.write(`[${[...texts, ...elsewhere].join()}]`);
  if (kept) known = texts;
  if (elsewhere.length > 0) void fetchKept();
}

/** Returns the items of a JSON list as texts; null where it is none. */
function list(text: string): readonly string[] | null {
  try {
    const items: unknown = JSON.parse(text);
    return Array.isArray(items) ? items.map((item) => JSON.stringify(item)) : null;
  } catch {
    return null;
  }
}

/** Takes up the sets that the device keeps. Returns those that can't be read, as they stand there, or null without the core. */
async function fetchKept(): Promise<readonly string[] | null> {
  const stored = slot.read();
  if (planEngine.value.state !== "ready") await loadPlanEngine();
  if (planEngine.value.state !== "ready") return null;
  const texts = list(stored ?? "[]");
  if (texts === null) return [stored ?? ""];
  const sets: CriteriaSet[] = [];
  const damaged: string[] = [];
  for (const text of texts) {
    const document: unknown = JSON.parse(text);
    const set = check(document)?.length === 0 ? withoutNulls(document as CriteriaSet) : null;
    if (set === null || !isOwn(set)) damaged.push(text);
    // Two tabs may have changed the same set in two ways: both stay.
    else sets.push(sets.some(({ id }) => id === set.id) ? { ...set, id: freeId(set.id) } : set);
  }
  known = sets.map((set) => JSON.stringify(set));
  keptSets.value = sets;
  return damaged;
}

/** What of the sets could not be read, and the key under which it is left. */
export interface Damaged {
  readonly key: string;
  readonly text: string;
}

/** Restores the sets that the device keeps. Returns what can't be read, once that is put aside. */
export async function restoreSets(): Promise<Damaged | null> {
  const damaged = await fetchKept();
  if (damaged === null) return null;
  startKeepingSets();
  if (damaged.length === 0) return null;
  const text = damaged.join("\n");
  const aside = putAside("damaged", text);
  // Where there is no room for it elsewhere, it stays where it is, beside what can be read.
  if (aside !== null && keptSets.value.length === 0) slot.clear();
  else if (aside !== null) slot.write(`[${known.join()}]`);
  return { key: (aside ?? slot).key, text };
}
