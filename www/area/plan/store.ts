// What the device keeps: the work, once there are scenarios, notes or a name, and nothing before that.

import { effect, signal } from "@preact/signals";
import { planEngine } from "../../engine/plan.ts";
import { currentWork, isWorthKeeping } from "./work.ts";

export const KEPT = "troskel.work";
/** A person's own work, while one from a link stands in its place. */
export const PUT_BY = "troskel.work.own";
/** What could not be read, set aside so that nothing is lost. */
export const DAMAGED = "troskel.work.damaged";

const PAUSE_MS = 250;

/** Whether another tab has changed what is kept since this one read or wrote it. */
export const changedElsewhere = signal(false);

let keeping = false;

/** Keeps the work from now on: soon after each change, and when the page is left. */
export function startKeeping(): void {
  if (keeping) return;
  keeping = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    keepNow();
  };
  let first = true;
  effect(() => {
    if (planEngine.value.state !== "ready") return;
    // Read here, so that the effect runs again at every change of them.
    currentWork();
    if (first) {
      first = false;
      return;
    }
    clearTimeout(timer);
    timer = setTimeout(write, PAUSE_MS);
  });
  addEventListener("storage", (event) => {
    if (event.key === KEPT && event.newValue !== null) changedElsewhere.value = true;
  });
  addEventListener("pagehide", () => {
    if (timer !== undefined) write();
  });
}

/** Keeps the work as it stands; where nothing in it is worth it, nothing is kept. */
export function keepNow(): void {
  if (planEngine.value.state !== "ready") return;
  if (!isWorthKeeping.value) forget(KEPT);
  else put(KEPT, JSON.stringify(currentWork()));
}

/** Reads what is kept under a key; storage may be refused. */
export function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a text; false where the device refuses or has no room. */
export function put(key: string, text: string): boolean {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

export function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // What can't be kept can't be there either.
  }
}

/** Sets a text that can't be read aside under a key of its own, and returns that key. */
export function setAside(text: string): string {
  let nth = 1;
  while (kept(`${DAMAGED}.${nth}`) !== null && kept(`${DAMAGED}.${nth}`) !== text) nth += 1;
  put(`${DAMAGED}.${nth}`, text);
  return `${DAMAGED}.${nth}`;
}
