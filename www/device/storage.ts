// What the browser keeps for the page: the one place that knows its keys and its stores. Storage may be refused, full,
// or changed by another tab at any time. A write that fails leaves what was there, and stands in `unkept` until the
// same slot is written or emptied, so that the page tells it wherever it was tried.

import { type ReadonlySignal, signal } from "@preact/signals";

/** Every key of the site begins so; an origin may hold other sites' keys too. */
const PREFIX = "troskel.";

type Store = () => Storage;
const device: Store = () => localStorage;
const tab: Store = () => sessionStorage;

/** What a slot is for: a person's work, sets or project, or what the next page of the tab takes up. */
export type Kind = "work" | "sets" | "project" | "tab";

export interface Slot {
  readonly key: string;
  readonly kind: Kind;
  /** What is kept; null where there is nothing, or it can't be read. */
  readonly read: () => string | null;
  /** Keeps a text in place of what was there; false where that stays, since the store refuses or has no room. */
  readonly write: (text: string) => boolean;
  /** Empties the slot; false where the store refuses. */
  readonly clear: () => boolean;
}

const refused = signal<ReadonlyMap<Slot, string>>(new Map());

/** What could not be kept, by its slot. */
export const unkept: ReadonlySignal<ReadonlyMap<Slot, string>> = refused;

function note(slot: Slot, text: string | null): void {
  if (text === null && !refused.peek().has(slot)) return;
  const next = new Map(refused.peek());
  if (text === null) next.delete(slot);
  else next.set(slot, text);
  refused.value = next;
}

function slot(store: Store, name: string, kind: Kind): Slot {
  const key = PREFIX + name;
  const attempt = (run: (storage: Storage) => void): boolean => {
    try {
      run(store());
      return true;
    } catch {
      return false;
    }
  };
  const made: Slot = {
    key,
    kind,
    read: () => {
      try {
        return store().getItem(key);
      } catch {
        return null;
      }
    },
    write: (text) => {
      const kept = attempt((storage) => storage.setItem(key, text));
      note(made, kept ? null : text);
      return kept;
    },
    clear: () => {
      note(made, null);
      return attempt((storage) => storage.removeItem(key));
    },
  };
  return made;
}

/** A person's own work, once there are scenarios, notes or a name. */
export const work = slot(device, "work", "work");
/** Work that is no one's own yet: of a link or a file, or figures brought along, while there is work of one's own. */
export const guest = slot(device, "work.guest", "work");
/** Where an older version put a person's own work while a link stood in its place. */
export const putBy = slot(device, "work.own", "work");
/** A person's own criteria sets. */
export const sets = slot(device, "sets", "sets");
/** What is entered in *Ett område*, for the next page of the tab. */
export const area = slot(tab, "area", "tab");
/** What is known of figures that were taken along from *Många områden*, for as long as the tab has them. */
export const brought = slot(tab, "area.brought", "tab");
/** Which criteria set *Många områden* uses, for the next page of the tab. */
export const areas = slot(tab, "areas", "tab");
/** The project of *Många områden*: what was decided about its files, their names and digests, filters and notes. */
export const project = slot(device, "areas.project", "project");
/** The name of the projects that others took the place of, or that were begun anew from, each with a number but the first. */
const BEFORE = "areas.project.before";
/** The figures that stood there before something else was opened in the tab. */
export const before = slot(tab, "before", "tab");

/** The names of fetched files that *Många områden* is to open, for the next page of the tab. */
export const fetched = slot(tab, "fetched", "tab");

/** The cache of fetched files; this and the site's path name the one, since caches belong to the whole origin. */
export const FETCHED = "troskel-fetched ";

/** Of several of a kind, each has a number. */
const numbered = (name: string, nth: number) => slot(device, `work.${name}.${nth}`, "work");

/** Puts a text under a key of its own, where it stays until a person removes it; null where there is no room. */
export function putAside(kind: "aside" | "damaged", text: string): Slot | null {
  for (let nth = 1; ; nth += 1) {
    const place = numbered(kind, nth);
    const there = place.read();
    if (there === text) return place;
    if (there !== null) continue;
    const kept = place.write(text);
    // The one who asked says what becomes of it.
    if (!kept) place.clear();
    return kept ? place : null;
  }
}

/** Work that was put aside, the oldest first. */
export function asides(): readonly Slot[] {
  return numbersBehind("work.aside").map((nth) => numbered("aside", nth));
}

/** Projects to go back to, the latest first. */
export function projectsBefore(): readonly Slot[] {
  return numbersBehind(BEFORE).map(projectBefore).reverse();
}

/** Puts a project where it can be gone back to; false where there is no room. */
export function putProjectBefore(text: string): boolean {
  const last = numbersBehind(BEFORE).at(-1);
  return projectsBefore().some((one) => one.read() === text) || projectBefore(last === undefined ? 0 : last + 1).write(text);
}

/** Forgets a project that was put where it can be gone back to, since there is a newer state of the same. */
export function forgetProjectBefore(text: string): void {
  for (const slot of projectsBefore()) if (slot.read() === text) slot.clear();
}

/** One slot for each number, so that what could not be kept is told until it is. */
const befores = new Map<number, Slot>();

function projectBefore(nth: number): Slot {
  const known = befores.get(nth) ?? slot(device, nth === 0 ? BEFORE : `${BEFORE}.${nth}`, "project");
  befores.set(nth, known);
  return known;
}

/** The numbers behind a key's name, the lowest first; the bare name is 0. */
function numbersBehind(name: string): number[] {
  const rests = keysOf(device)
    .filter((key) => key.startsWith(PREFIX + name))
    .map((key) => key.slice(PREFIX.length + name.length));
  return rests
    .filter((rest) => /^(?:\.[1-9]\d{0,5})?$/.test(rest))
    .map((rest) => Number(rest.slice(1)))
    .sort((one, other) => one - other);
}

/** Hears when another tab writes a slot of the device, or empties it. Returns what ends that. */
export function hear({ key }: Slot, changed: (text: string | null) => void): () => void {
  const listen = (event: StorageEvent) => {
    if (event.key === key) changed(event.newValue);
  };
  addEventListener("storage", listen);
  return () => removeEventListener("storage", listen);
}

function keysOf(store: Store): readonly string[] {
  try {
    return Object.keys(store()).filter((key) => key.startsWith(PREFIX));
  } catch {
    return [];
  }
}

/** Removes everything; false where the browser did not let it. */
export function removeAll(): boolean {
  refused.value = new Map();
  let all = true;
  for (const store of [device, tab]) {
    try {
      for (const key of Object.keys(store()).filter((one) => one.startsWith(PREFIX))) store().removeItem(key);
    } catch {
      all = false;
    }
  }
  return all;
}

/** Set and taken away at once, so that the other open tabs hear of it. */
const removal = slot(device, "removed", "tab");

/** Tells the other open tabs that everything is removed; without storage they have put nothing by either. */
export function tellRemoval(): void {
  if (removal.write("")) removal.clear();
  else note(removal, null);
}

/** Hears when another tab removes everything. Returns what ends that. */
export function hearRemoval(run: () => void): () => void {
  return hear(removal, (text) => {
    if (text !== null) run();
  });
}
