// Keeps the work on the device: soon after each change, and when the page is left. It never writes over what it has
// not seen: another tab's work, a newer version's, or what could not be read and could not be put aside.

import { effect } from "@preact/signals";
import { guest, hear, putAside, type Slot, work } from "../device/storage.ts";
import { planEngine } from "../engine/plan.ts";
import { changedElsewhere, isGuest } from "./area.ts";
import { afterPause } from "./pause.ts";
import { currentWork, isWorthKeeping } from "./work.ts";

const pause = afterPause(250, keepNow);

/** Whether what the device holds must stay as it is, although this page can't read it. */
let untouchable = false;

/** What this tab last read or wrote. */
let seen: string | null = work.read();

let keeping = false;
/** Whether something was changed here since it was kept. */
let changed = false;

/** Where the work that stands here is kept. */
function place(): Slot {
  return isGuest.peek() ? guest : work;
}

/** Tells the keeper that what is kept now is known here, and may be written over. */
export function know(): void {
  seen = place().read();
  changedElsewhere.value = false;
  untouchable = false;
}

/** Tells the keeper to leave what is kept as it is. */
export function leaveAlone(): void {
  untouchable = true;
}

/** Keeps the work from now on. */
export function startKeeping(): void {
  if (keeping) return;
  keeping = true;
  let first = true;
  effect(() => {
    if (planEngine.value.state !== "ready") return;
    // Read here, so that the effect runs again at every change of them.
    currentWork();
    if (first) {
      first = false;
      return;
    }
    changed = true;
    pause.ask();
  });
  hear(work, (text) => {
    if (isGuest.peek() || text === seen) return;
    // What another tab took away is no work to choose from.
    if (text === null) seen = null;
    else changedElsewhere.value = true;
  });
  addEventListener("pagehide", () => {
    // Of two works only one can stay in its place, whether or not the other was already heard of.
    if (changed && !keepNow() && (changedElsewhere.peek() || untouchable) && isWorthKeeping.peek()) putAside("aside", textOf());
  });
}

/** Returns the work that stands here as it is kept. */
export function textOf(): string {
  return JSON.stringify(currentWork());
}

/** Returns what a person made of it: the same whether or not it has been assessed yet. */
export function contentOf(): string {
  return JSON.stringify({ ...currentWork(), answer: null });
}

/**
 * Keeps the work as it stands; where nothing in it is worth it, nothing is kept. False where what stands here is not
 * what the device keeps now.
 */
export function keepNow(): boolean {
  pause.cancel();
  if (planEngine.peek().state !== "ready") return false;
  const slot = place();
  const text = isWorthKeeping.peek() ? textOf() : null;
  if (text === seen) {
    changed = false;
    return true;
  }
  if (untouchable) return text === null;
  const there = slot.read();
  if (there !== null && there !== seen && there !== text) {
    changedElsewhere.value = true;
    return false;
  }
  const kept = text === null ? slot.clear() : slot.write(text);
  if (kept) {
    seen = text;
    changed = false;
  }
  return kept;
}

/** Keeps what stands here although another tab kept something else; that is put aside. False where there is no room. */
export function keepThis(): boolean {
  const other = place().read();
  if (other !== null && putAside("aside", other) === null) return false;
  know();
  return keepNow();
}
