// A report on the areas that the filter leaves: what it asks, what it will hold, the report itself, and its files.

import { useEffect, useState } from "preact/hooks";
import { fileName, saveFile } from "../device/files.ts";
import { whole } from "../text/format.ts";
import { contentOf } from "./content.ts";
import { useText } from "./language.ts";
import { periodOf } from "./period.ts";
import { notes, reported } from "./project.ts";
import { ReportSheet } from "./ReportSheet.tsx";
import { chosenText, MOST, reportRequest } from "./report.ts";
import { ask, isBusy, type Loaded, shown, wanted } from "./state.ts";
import { useAnswer, useLatest } from "./useAnswer.ts";

/** A person has stopped typing after this time. */
const PAUSE_MS = 200;

export function Report({ run }: { run: Loaded }) {
  const spoken = useText();
  const { text, language } = spoken;
  const words = text.report;
  const { question, notes: withNotes } = reported.value;
  const number = (value: number) => whole(value, language);
  const count = shown.value?.count ?? 0;
  const period = periodOf(run);
  const municipalities = useAnswer((tables) => tables.ask("municipalities", { all: true }), [run.tables])?.municipalities ?? [];
  const chosen = `${run.isExample ? `${text.files.exampleNote} ` : ""}${chosenText(wanted.value, municipalities, period, spoken)}`;
  const about = usePaused(JSON.stringify({ question, chosen, notes: withNotes ? notes.value : "" }));
  const report = useAnswer(
    async (tables) => (count > MOST ? null : tables.ask("report", await reportRequest(run, JSON.parse(about), spoken))),
    [run, shown.value?.version, about],
  );
  // What stands there stays until another is composed.
  const latest = useLatest(report);
  const [said, setSaid] = useState("");
  const [isWriting, setWriting] = useState(false);
  const canWrite = report !== null && !isBusy.value && !isWriting;
  if (count === 0) return <p>{text.table.empty}</p>;
  if (count > MOST) return <p class="notice">{words.tooMany(number(MOST))}</p>;

  async function write(format: "html" | "xlsx"): Promise<void> {
    const name = fileName([contentOf(run, municipalities, text), words.fileName].join(" "), words.fileName, format);
    setWriting(true);
    setSaid(text.exports.writing(name));
    try {
      const request = await reportRequest(run, JSON.parse(about), spoken);
      const blob = await ask((tables) => tables.ask("exportReport", { about: request, format }));
      if (blob !== null) saveFile(name, blob, blob.type);
      setSaid(blob === null ? text.exports.failed : text.exports.ready(name));
    } catch {
      setSaid(text.exports.failed);
    } finally {
      setWriting(false);
    }
  }

  return (
    <>
      <p class="help">{words.intro}</p>
      <label class="report-question">
        {words.question}
        <textarea
          class="field"
          name="report-question"
          rows={2}
          maxLength={2_000}
          value={question}
          onInput={(event) => {
            reported.value = { ...reported.value, question: event.currentTarget.value };
          }}
        />
      </label>
      {notes.value.trim() !== "" && (
        <label class="check">
          <input
            type="checkbox"
            name="report-notes"
            checked={withNotes}
            onChange={(event) => {
              reported.value = { ...reported.value, notes: event.currentTarget.checked };
            }}
          />
          <span>{words.notes}</span>
        </label>
      )}
      {latest !== null && (
        <p class="help" role="status" data-report="holds">
          {words.holds(number(count), count === 1, number(run.summary.totals.areas), period, latest.appendix !== null)}
        </p>
      )}
      <p class="exports-row">
        <button
          type="button"
          class="button"
          data-report="print"
          aria-disabled={canWrite ? undefined : true}
          onClick={() => canWrite && print()}
        >
          {words.print}
        </button>
        {(["html", "xlsx"] as const).map((format) => (
          <button
            key={format}
            type="button"
            class="button"
            data-report={format}
            aria-disabled={canWrite ? undefined : true}
            onClick={() => canWrite && void write(format)}
          >
            {words[format]}
          </button>
        ))}
      </p>
      <p class="help" role="status">
        {said}
      </p>
      {latest !== null && <ReportSheet report={latest} isBusy={report === null} />}
    </>
  );
}

/** Returns a value once it has not changed for a while. */
function usePaused(value: string): string {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    if (value === paused) return;
    const timer = setTimeout(() => setPaused(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value, paused]);
  return paused;
}
