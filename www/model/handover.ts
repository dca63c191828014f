// What is entered goes along to the next page of the same tab: another view, the other language, a reload.

import { batch, effect } from "@preact/signals";
import { area as slot, unkept } from "../device/storage.ts";
import { allowed, builtIn, type CriteriaSet, requires, ties } from "../engine/criteria.ts";
import { passTrap } from "../engine/trap.ts";
import { type Entry, emptyEntry, modes } from "./entry.ts";
import {
  areaName,
  bringName,
  criteriaSet,
  entries,
  hasBroughtName,
  isGuest,
  municipality,
  nothingEntered,
  ownSet,
  reading,
  showsExample,
} from "./area.ts";
import { LONGEST_NAME } from "./examples.ts";
import { own } from "../text/own.ts";
import { afterPause } from "./pause.ts";

/** Whether a set of one's own is still being checked before it is taken over: until then what is kept stays as it is. */
let checking = false;

/** Hands what is entered over to the next page of this tab: another view, the other language, a reload. */
export function handOver(): void {
  if (checking) return;
  if (nothingEntered.value && municipality.value === null && ownSet.value === null) slot.clear();
  else
    slot.write(
      JSON.stringify({
        set: criteriaSet.value.id,
        own: ownSet.value,
        entries: entries.value,
        reading: reading.value,
        example: showsExample.value,
        municipality: municipality.value,
        guest: isGuest.value,
        // A name that a person gave is kept with the work.
        name: hasBroughtName.value ? areaName.value : "",
      }),
    );
}

const pause = afterPause(600, handOver);

/**
 * Hands over at every pause and when the page is left, so that a tab without room for it is told of while there is
 * something to be done. Then the browser asks before it leaves the page.
 */
export function keepHandingOver(): void {
  let first = true;
  effect(() => {
    // Read here, so that the effect runs again at every change of them.
    void [entries.value, municipality.value, criteriaSet.value, reading.value, isGuest.value, hasBroughtName.value];
    if (!first) pause.ask();
    first = false;
  });
  const ask = (event: BeforeUnloadEvent) => event.preventDefault();
  // Only then: a page that hears of it is not kept for the way back by every browser.
  effect(() => {
    if (unkept.value.has(slot) && !nothingEntered.value) addEventListener("beforeunload", ask);
    else removeEventListener("beforeunload", ask);
  });
  addEventListener("pagehide", handOver);
}

function choice<Word extends string>(value: unknown, known: readonly Word[]): Word | null {
  return known.find((word) => word === value) ?? null;
}

/** Takes over what the page before in this tab handed over, if it can be read. */
export function takeOver(): void {
  try {
    const kept = JSON.parse(slot.read() ?? "null");
    const set = builtIn.find((one) => one.id === kept?.set);
    if (set !== undefined) adopt(kept, set);
    if (kept?.own != null) void takeOverOwn(kept);
  } catch {
    // What can't be read is left as it is; leaving the page writes it anew.
  }
}

/** Takes over a set of one's own, once the core has checked it. */
async function takeOverOwn(kept: Kept): Promise<void> {
  checking = true;
  try {
    const { reopen } = await import("./sets/own.ts");
    const own = await reopen(kept.own);
    if (own === null) return;
    if (own.id === kept.set) adopt(kept, own);
    else ownSet.value = own;
  } catch (error) {
    passTrap(error);
    // Without the module that checks it, a set is not taken for one.
  } finally {
    checking = false;
  }
}

/** What storage may hold; it can hold anything. */
interface Kept {
  readonly set?: unknown;
  readonly own?: unknown;
  readonly entries?: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
  readonly reading?: { readonly tie?: unknown; readonly require?: unknown };
  readonly example?: unknown;
  readonly municipality?: unknown;
  readonly guest?: unknown;
  readonly name?: unknown;
}

function adopt(kept: Kept, set: CriteriaSet): void {
  const restored: Record<string, Entry> = {};
  for (const criterion of set.criteria) {
    const empty = emptyEntry(criterion);
    const entry = own(kept.entries, criterion.id) ?? {};
    // Only members of the type that an entry has are taken.
    const known = Object.entries(empty).map(([name, value]) => [name, typeof entry[name] === typeof value ? entry[name] : value]);
    restored[criterion.id] = {
      ...(Object.fromEntries(known) as unknown as Entry),
      mode: modes(criterion).find((mode) => mode === entry["mode"]) ?? empty.mode,
    };
  }
  batch(() => {
    criteriaSet.value = set;
    entries.value = restored;
    reading.value = allowed(set, { tie: choice(kept.reading?.tie, ties), require: choice(kept.reading?.require, requires(set)) });
    showsExample.value = kept.example === true;
    isGuest.value = kept.guest === true;
    if (typeof kept.name === "string") bringName(kept.name.slice(0, LONGEST_NAME));
    municipality.value = typeof kept.municipality === "string" && /^\d{4}$/.test(kept.municipality) ? kept.municipality : null;
  });
}
