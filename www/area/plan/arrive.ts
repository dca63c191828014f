// What awaits a person who comes to the page: a link in the address, or work kept on the device. Cheap where there is none.

import * as storage from "../../device/storage.ts";
import type { Language } from "../../text/format.ts";
import type { AreaText } from "../text.sv.ts";

const LINK = /^#\d+\./;
/** Whether the device keeps anything there. */
function isKept(...slots: readonly storage.Slot[]): boolean {
  return slots.some((slot) => slot.read() !== null);
}

/** A link that was opened is not opened anew when the page is reloaded: what was changed since stays. */
function isNewLink(): boolean {
  const state: unknown = history.state;
  const opened = typeof state === "object" && state !== null && "opened" in state ? state.opened : null;
  return LINK.test(location.hash) && opened !== location.hash;
}

/** Opens what is there, now and when another link is put into the address. Returns what ends that. */
export function arrive(language: Language, area: AreaText): () => void {
  // First, since a set that comes along is told from those that are there.
  const sets = isKept(storage.sets) ? import("../sets/kept.ts").then(({ restoreSets }) => restoreSets(language)) : Promise.resolve();
  const begin = () => sets.then(() => import("./begin.ts"));
  const open = () => {
    if (isNewLink()) void begin().then(({ openLink }) => openLink(location.hash, language, area));
  };
  if (isNewLink()) open();
  else if (isKept(storage.work, storage.guest, storage.putBy, ...storage.asides())) void begin().then(({ restore }) => restore(language, area));
  addEventListener("hashchange", open);
  return () => removeEventListener("hashchange", open);
}
