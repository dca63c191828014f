// The notices above the figures, each with what can be done about it.

import { useEffect } from "preact/hooks";
import { announce } from "../model/announce.ts";
import { useText } from "./language.ts";
import { notices, untell } from "../model/notices.ts";
import { changedElsewhere } from "../model/area.ts";

export function Notices() {
  const { text } = useText();
  if (notices.value.length === 0 && !changedElsewhere.value) return null;
  return (
    <div class="notices">
      {changedElsewhere.value && <Elsewhere />}
      {notices.value.map(({ id, said, more, actions }) => (
        <div key={id} class="notice">
          {said} {more}
          {actions.map(({ label, run }) => (
            <button key={label} type="button" class="link notice-action" onClick={run}>
              {label}
            </button>
          ))}
          <button type="button" class="link notice-action" onClick={() => untell(id)}>
            {text.panels.dismiss}
          </button>
        </div>
      ))}
    </div>
  );
}

/** Two tabs have changed the same work: which one stays is for the person to say, and the other is put aside. */
function Elsewhere() {
  const { text, language } = useText();
  const { said, fetch, keep } = text.elsewhere;
  useEffect(() => announce(said), [said]);
  const begin = () => import("./plan/begin.ts");
  return (
    <div class="notice">
      {said}{" "}
      <button
        type="button"
        class="link notice-action"
        onClick={() => void begin().then(({ fetchElsewhere }) => fetchElsewhere(language, text))}
      >
        {fetch}
      </button>
      <button type="button" class="link notice-action" onClick={() => void begin().then(({ keepHere }) => keepHere(language, text))}>
        {keep}
      </button>
    </div>
  );
}
