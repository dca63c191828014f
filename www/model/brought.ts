// What is known of figures that were taken along from *Många områden*: each holds as long as its figure stands there.

import { batch } from "@preact/signals";
import { brought } from "../device/storage.ts";
import { own } from "../text/own.ts";
import { criteriaSet, entryOf } from "./area.ts";
import { given } from "./entry.ts";
import type { Notes } from "../engine/plan.ts";
import { broughtNotes, noNotes, notes } from "./work.ts";

/** Notes the figures that the tab has brought along, if they still stand there. */
export function takeBrought(): void {
  let all: Readonly<Record<string, { given?: unknown; notes?: Readonly<Record<string, unknown>> } | undefined>>;
  try {
    all = JSON.parse(brought.read() ?? "{}") ?? {};
  } catch {
    return;
  }
  const taken: Record<string, Notes> = {};
  for (const criterion of criteriaSet.value.criteria) {
    const there = own(all, criterion.id);
    if (there === undefined || JSON.stringify(there.given) !== JSON.stringify(given(entryOf(criterion)))) continue;
    // What the tab keeps can be anything.
    const known = Object.keys(noNotes).map((part) => [part, String(there.notes?.[part] ?? "")]);
    taken[criterion.id] = Object.fromEntries(known) as unknown as Notes;
  }
  batch(() => {
    broughtNotes.value = taken;
    notes.value = { ...notes.value, ...taken };
  });
}
