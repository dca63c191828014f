// Saving the chosen areas as a file.

import { useState } from "preact/hooks";
import { whole } from "../text/format.ts";
import { useText } from "./language.ts";
import { ask, type Loaded, shown } from "./state.ts";

const formats = { "csv-sv": "csv", csv: "csv", json: "json" } as const;

/** Hands a file to the browser for saving. */
export function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun by then; kept longer, the blob would hold its memory.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export function Exports({ run }: { run: Loaded }) {
  const { text, language } = useText();
  const [said, setSaid] = useState("");
  const number = (value: number) => whole(value, language);
  const of = run.summary.totals.areas;
  const write = async (format: keyof typeof formats) => {
    const blob = await ask((tables) => tables.ask("export", { format }));
    if (blob === null) return;
    const name = `${text.exports.name}.${formats[format]}`;
    save(blob, name);
    setSaid(text.exports.ready(name));
  };
  return (
    <section class="exports" aria-labelledby="exports-title">
      <h2 id="exports-title">{text.exports.label}</h2>
      <p class="help">{text.exports.intro(number(shown.value?.count ?? of), number(of))}</p>
      <p class="exports-row">
        {(Object.keys(formats) as (keyof typeof formats)[]).map((format) => (
          <button key={format} type="button" class="button" data-export={format} onClick={() => void write(format)}>
            {text.exports[format]}
          </button>
        ))}
        <button type="button" class="button" onClick={() => print()}>
          {text.exports.print}
        </button>
      </p>
      <p class="help" role="status">
        {said}
      </p>
    </section>
  );
}
