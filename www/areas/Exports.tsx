// Saving the chosen areas as a file.

import { useState } from "preact/hooks";
import { fileName, saveFile } from "../device/files.ts";
import type { Format } from "../engine/tables.ts";
import { whole } from "../text/format.ts";
import { Columns, chosenColumns, hasColumns } from "./Columns.tsx";
import { contentOf } from "./content.ts";
import { useText } from "./language.ts";
import { ask, type Loaded, shown } from "./state.ts";
import { useAnswer } from "./useAnswer.ts";

/** Each format with the ending of its files. */
const formats = { xlsx: "xlsx", "csv-sv": "csv", csv: "csv", json: "json" } as const satisfies Record<Format, string>;

export function Exports({ run }: { run: Loaded }) {
  const { text, language } = useText();
  const [said, setSaid] = useState("");
  const number = (value: number) => whole(value, language);
  const of = run.summary.totals.areas;
  const [isWriting, setWriting] = useState(false);
  const municipalities = useAnswer((tables) => tables.ask("municipalities", { all: true }), [run.tables])?.municipalities ?? [];
  const content = contentOf(run, municipalities, text);
  const write = async (format: Format) => {
    if (isWriting || !hasColumns()) return;
    const name = fileName(content, text.workbench.holds.all, formats[format]);
    setWriting(true);
    setSaid(text.exports.writing(name));
    try {
      const blob = await ask((tables) => tables.ask("export", { format, language, columns: chosenColumns() }));
      if (blob !== null) saveFile(name, blob, blob.type);
      setSaid(blob === null ? text.exports.failed : text.exports.ready(name));
    } catch {
      setSaid(text.exports.failed);
    } finally {
      setWriting(false);
    }
  };
  return (
    <section class="exports" aria-labelledby="exports-title">
      <h2 id="exports-title">{text.exports.label}</h2>
      <p class="help">{text.exports.intro(number(shown.value?.count ?? of), number(of))}</p>
      <Columns />
      <p class="exports-row">
        {(Object.keys(formats) as Format[]).map((format) => (
          <button
            key={format}
            type="button"
            class="button"
            data-export={format}
            aria-disabled={isWriting || !hasColumns() ? true : undefined}
            onClick={() => void write(format)}
          >
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
