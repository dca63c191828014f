// What is entered goes along to the next page of the same tab: another view, the other language, a reload.

import { batch } from "@preact/signals";
import { allowed, builtIn, type CriteriaSet, requires, ties } from "../engine/criteria.ts";
import { passTrap } from "../engine/trap.ts";
import { type Entry, emptyEntry, modes } from "./entry.ts";
import { criteriaSet, entries, municipality, nothingEntered, ownSet, reading, showsExample } from "./state.ts";

/** The key under which the view keeps what is entered, for the next page of the tab. */
export const HANDOVER = "troskel.area";

/** Whether a set of one's own is still being checked before it is taken over: until then what is kept stays as it is. */
let checking = false;

/** Hands what is entered over to the next page of this tab: another view, the other language, a reload. */
export function handOver(): void {
  if (checking) return;
  try {
    if (nothingEntered.value && municipality.value === null && ownSet.value === null) sessionStorage.removeItem(HANDOVER);
    else
      sessionStorage.setItem(
        HANDOVER,
        JSON.stringify({
          set: criteriaSet.value.id,
          own: ownSet.value,
          entries: entries.value,
          reading: reading.value,
          example: showsExample.value,
          municipality: municipality.value,
        }),
      );
  } catch {
    // Storage may be refused; then a reload begins anew, and nothing else is lost.
  }
}

function choice(value: unknown, known: readonly string[]): string | null {
  return known.find((word) => word === value) ?? null;
}

/** Takes over what the page before in this tab handed over, if it can be read. */
export function takeOver(): void {
  try {
    const kept = JSON.parse(sessionStorage.getItem(HANDOVER) ?? "null");
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
}

function adopt(kept: Kept, set: CriteriaSet): void {
  const restored: Record<string, Entry> = {};
  for (const criterion of set.criteria) {
    const empty = emptyEntry(criterion);
    const entry = kept.entries?.[criterion.id] ?? {};
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
    municipality.value = typeof kept.municipality === "string" && /^\d{4}$/.test(kept.municipality) ? kept.municipality : null;
  });
}
