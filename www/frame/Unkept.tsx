// What could not be kept, said for as long as it is so, with a file as the way out.

import { saveFile } from "../device/files.ts";
import { area, areas, before, fetched, guest, type Slot, sets, unkept, work } from "../device/storage.ts";
import type { LiveFrameText } from "./live.sv.ts";

const kinds = [
  { kind: "work", slots: [work, guest] },
  { kind: "sets", slots: [sets] },
  { kind: "tab", slots: [area, areas, before, fetched] },
] as const;

/** Saves what a slot did not take: work as the one file that it is, sets as a file each. */
function save(slot: Slot, text: string): void {
  if (slot !== sets) saveFile("troskel.json", text, "application/json");
  else for (const set of JSON.parse(text)) saveFile(`${set.id}.json`, JSON.stringify(set, null, 2), "application/json");
}

export function Unkept({ text }: { text: LiveFrameText["unkept"] }) {
  const lost = unkept.value;
  return (
    <>
      {kinds.map(({ kind, slots }) => {
        const slot = slots.find((one) => lost.has(one));
        if (slot === undefined) return null;
        return (
          <p key={kind} class="notice" role="alert">
            {text[kind]}{" "}
            {kind !== "tab" && (
              <button type="button" class="button" onClick={() => save(slot, lost.get(slot) ?? "")}>
                {text.save}
              </button>
            )}
          </p>
        );
      })}
    </>
  );
}
