// What awaits a person who comes to the page: a link in the address, or work kept on the device. Cheap where there is none.

import type { Language } from "../../text/format.ts";
import type { AreaText } from "../text.sv.ts";

const LINK = /^#\d+\./;
/** The keys of `store.ts`, which is not loaded for looking. */
const KEYS = ["troskel.work", "troskel.work.own"];

function isKept(): boolean {
  try {
    return KEYS.some((key) => localStorage.getItem(key) !== null);
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
  const open = () => {
    if (isNewLink()) void import("./begin.ts").then(({ openLink }) => openLink(location.hash, language, area));
  };
  if (isNewLink()) open();
  else if (isKept()) void import("./begin.ts").then(({ restore }) => restore(language, area));
  addEventListener("hashchange", open);
  return () => removeEventListener("hashchange", open);
}
