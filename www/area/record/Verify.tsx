// Checking a record: dropped or chosen, every line is computed again, and those that don't hold are named.

import { useState } from "preact/hooks";
import type { CoreError } from "../../engine/page.ts";
import type { DecisionRecord, PlanCore, Verification } from "../../engine/plan.ts";
import { passTrap } from "../../engine/trap.ts";
import { announce } from "../../model/announce.ts";
import { usePlan } from "../plan/language.ts";
import type { PlanText } from "../plan/text.sv.ts";
import { criteriaSet, planner } from "../../model/area.ts";

type Checked = { readonly holds: Verification; readonly record: DecisionRecord } | { readonly said: string };

export function Verify({ core }: { core: PlanCore }) {
  const { text } = usePlan();
  const [checked, setChecked] = useState<Checked | null>(null);
  const [over, setOver] = useState(false);
  const check = async (file: File) => {
    const result = verify(await file.text(), core, text);
    setChecked(result);
    announce("said" in result ? result.said : summary(result.holds, text));
  };
  return (
    <section
      class="verify"
      data-over={over ? "" : undefined}
      aria-labelledby="verify-title"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer?.files ?? [];
        if (file !== undefined) void check(file);
      }}
    >
      <h3 id="verify-title">{text.record.verify}</h3>
      <label class="share-open">
        {text.record.verifyIntro}
        <input
          type="file"
          accept=".json,.html,.htm,application/json,text/html"
          aria-label={text.record.choose}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file !== undefined) void check(file);
            event.currentTarget.value = "";
          }}
        />
      </label>
      {checked !== null && ("said" in checked ? <p class="notice">{checked.said}</p> : <Result {...checked} />)}
    </section>
  );
}

function verify(content: string, core: PlanCore, text: PlanText): Checked {
  try {
    const record: unknown = JSON.parse(/^\s*</.test(content) ? (core.embeddedRecord(content) ?? "") : content);
    return { holds: core.verifyRecord(record), record: record as DecisionRecord };
  } catch (error) {
    passTrap(error);
    const code = typeof error === "object" && error !== null && "problem" in error ? (error as CoreError).problem.code : null;
    return { said: code === "unknown-version" ? text.record.newer : text.record.notARecord };
  }
}

function summary({ lines, problems }: Verification, text: PlanText): string {
  return problems.length === 0 ? text.record.holds(lines) : text.record.fails(problems.length, lines);
}

function Result({ holds, record }: { holds: Verification; record: DecisionRecord }) {
  const { text, language } = usePlan();
  const here = holds.criteria === criteriaSet.value.id && holds.hash === planner.value?.hash;
  return (
    <div class="notice">
      <p>
        <strong>{summary(holds, text)}</strong> {here ? text.record.sameSet : text.record.otherSet}
      </p>
      {holds.problems.length > 0 && (
        <ul class="verify-problems">
          {holds.problems.map(({ problem, place }) => {
            const path = place?.path ?? "";
            const codes: Readonly<Record<string, string>> = text.record.problem;
            return (
              <li key={`${path} ${problem.code}`}>
                {lineName(path, record, text, language)} <code>{path}</code>: {codes[problem.code] ?? text.record.problem.other}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

/** Names a line by its path: `findings[0]` is the first comparison, of the criterion it is about. */
function lineName(path: string, record: DecisionRecord, text: PlanText, language: "sv" | "en"): string {
  const [, name = "", at] = /^(\w+)(?:\[(\d+)\])?/.exec(path) ?? [];
  const { line } = text.record;
  const nth = Number(at ?? "0");
  switch (name) {
    case "figures":
    case "findings": {
      const label = record.criteria?.set?.criteria?.[nth]?.label?.[language];
      return label === undefined ? line[name](nth + 1) : `${line[name](nth + 1)}, ${label}`;
    }
    case "readings":
    case "sources":
      return line[name](nth + 1);
    case "product":
    case "date":
    case "area":
    case "criteria":
    case "reading":
    case "verdict":
      return line[name];
    default:
      return line.other;
  }
}
