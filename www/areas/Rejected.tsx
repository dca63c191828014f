// What could not be read: each row and cell with its place, text and reason.

import { useState } from "preact/hooks";
import type { RejectedPage } from "../engine/tables.ts";
import { whole } from "../text/format.ts";
import { useText } from "./language.ts";
import { ask, type Loaded } from "./state.ts";

/** As many entries are added at a time. */
const MORE = 100;

export function RejectedList({ run }: { run: Loaded }) {
  const { text } = useText();
  if (run.summary.totals.rejected === 0) return null;
  return (
    <section id="rejected" class="rejected" tabIndex={-1}>
      <h2 id="rejected-title">{text.rejected.label}</h2>
      <p class="help">{text.rejected.intro}</p>
      <Entries key={String(run.files.map(({ name }) => name))} run={run} />
    </section>
  );
}

function Entries({ run }: { run: Loaded }) {
  const { text, language } = useText();
  const [entries, setEntries] = useState<RejectedPage["entries"]>([]);
  const total = run.summary.totals.rejected;
  const more = async () => {
    const page = await ask((tables) => tables.ask("rejected", { from: entries.length, count: MORE }));
    if (page !== null) setEntries([...entries, ...page.entries]);
  };
  return (
    <>
      {entries.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached with the keyboard.
        <div class="scrolls" role="region" aria-labelledby="rejected-title" tabIndex={0}>
          <table class="cells">
            <thead>
              <tr>
                <th scope="col">{text.rejected.file}</th>
                <th scope="col">{text.rejected.line}</th>
                <th scope="col">{text.rejected.column}</th>
                <th scope="col">{text.rejected.reason}</th>
                <th scope="col">{text.rejected.text}</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry, nth) => (
                <tr key={nth}>
                  <td>{[entry.file, entry.sheet].filter((part) => part !== null).join(", ")}</td>
                  <td>{entry.line === null ? "" : whole(entry.line, language)}</td>
                  <td>{entry.column ?? ""}</td>
                  <td>{text.rejected.reasons[entry.code] ?? entry.code}</td>
                  <td>{entry.text}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {entries.length < total && (
        <button type="button" class="button" onClick={() => void more()}>
          {entries.length === 0 ? text.rejected.show : text.rejected.more}
        </button>
      )}
    </>
  );
}
