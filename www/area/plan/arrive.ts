// What awaits a person who comes to the page: a link in the address, or work kept on the device. Cheap where there is none.

import { saveFile } from "../../device/files.ts";
import * as storage from "../../device/storage.ts";
import { tell } from "../../model/notices.ts";
import type { Damaged } from "../../model/sets/kept.ts";
import type { Language } from "../../text/format.ts";
import type { AreaText } from "../text.sv.ts";
import { spoken } from "../../text/spoken.ts";

const LINK = /^#\d+\./;
/** Says that sets which the device kept can't be read, and offers them as a file. */
async function tellDamaged(damaged: Damaged | null, language: Language): Promise<void> {
  if (damaged === null) return;
  const { arrive } = await spoken(language, { sv: () => import("../share/share.sv.ts"), en: () => import("../share/share.en.ts") });
  tell({
    id: "damaged-sets",
    said: arrive.setsDamaged,
    actions: [{ label: arrive.saveDamaged, run: () => saveFile(`${damaged.key}.txt`, damaged.text, "text/plain") }],
  });
}

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

/** Opens what is there, now and when another link is put into the address. */
export function arrive(language: Language, area: AreaText): void {
  // First, since a set that comes along is told from those that are there.
  const sets = isKept(storage.sets)
    ? import("../../model/sets/kept.ts").then(({ restoreSets }) => restoreSets()).then((damaged) => tellDamaged(damaged, language))
    : Promise.resolve();
  const begin = () => sets.then(() => import("./begin.ts"));
  const open = () => {
    if (isNewLink()) void begin().then(({ openLink }) => openLink(location.hash, language, area));
  };
  if (isNewLink()) open();
  else if (isKept(storage.work, storage.guest, storage.putBy, storage.brought, ...storage.asides()))
    void begin().then(({ restore }) => restore(language, area));
  addEventListener("hashchange", open);
}
