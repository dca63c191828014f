// What awaits a person who comes to the page: a link in the address, or work kept on the device. Cheap where there is none.

import type { Language } from "../../text/format.ts";
import type { AreaText } from "../text.sv.ts";

const LINK = /^#\d+\./;
/** The keys of `store.ts` and of `kept.ts`, which are not loaded for looking. */
const WORK = ["troskel.work", "troskel.work.own"];
const SETS = ["troskel.sets"];

function isKept(keys: readonly string[]): boolean {
  try {
    return keys.some((key) => localStorage.getItem(key) !== null);
  } catch {
    return false;
  }
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
  const sets = isKept(SETS) ? import("../sets/kept.ts").then(({ restoreSets }) => restoreSets(language)) : Promise.resolve();
  const begin = () => sets.then(() => import("./begin.ts"));
  const open = () => {
    if (isNewLink()) void begin().then(({ openLink }) => openLink(location.hash, language, area));
  };
  if (isNewLink()) open();
  else if (isKept(WORK)) void begin().then(({ restore }) => restore(language, area));
  addEventListener("hashchange", open);
  return () => removeEventListener("hashchange", open);
}
