// The notices above the figures, each with what can be done about it.

import { notices, untell } from "./notices.ts";
import { useText } from "./language.ts";

export function Notices() {
  const { text } = useText();
  if (notices.value.length === 0) return null;
  return (
    <div class="notices">
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
