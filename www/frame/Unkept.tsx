// What could not be kept, said for as long as it is so, with a file as the way out.

import { saveFile } from "../device/files.ts";
import { type Kind, type Slot, sets, unkept } from "../device/storage.ts";
import type { LiveFrameText } from "./live.sv.ts";

const kinds: readonly Kind[] = ["work", "sets", "project", "tab"];

/** Saves what a slot did not take: work and a project as the one file that each is, sets as a file each. */
function save(slot: Slot, text: string): void {
  if (slot !== sets) saveFile(slot.kind === "project" ? "troskel-projekt.json" : "troskel.json", text, "application/json");
  else for (const set of JSON.parse(text)) saveFile(`${set.id}.json`, JSON.stringify(set, null, 2), "application/json");
}

export function Unkept({ text }: { text: LiveFrameText["unkept"] }) {
  const lost = unkept.value;
  return (
    <>
      {kinds.map((kind) => {
        const slot = [...lost.keys()].find((one) => one.kind === kind);
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
