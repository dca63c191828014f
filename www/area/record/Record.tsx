// The decision record: what to say of it, the page to print, its files, and checking one.

import { useRef, useState } from "preact/hooks";
import { type DecisionRecord, type PlanCore, planEngine } from "../../engine/plan.ts";
import { passTrap } from "../../engine/trap.ts";
import { designationSentence } from "../../municipality/designation.ts";
import { announce } from "../../model/announce.ts";
import { fileName, saveFile } from "../../device/files.ts";
import { usePlan } from "../plan/language.ts";
import { currentWork } from "../../model/work.ts";
import { areaName } from "../../model/area.ts";
import { criteriaSet, municipality } from "../../model/area.ts";
import { Sheet } from "./Sheet.tsx";
import { standalone } from "./standalone.ts";
import { Verify } from "./Verify.tsx";
import "./record.css";

export function Record() {
  const { text, language } = usePlan();
  const [date, setDate] = useState("");
  const sheet = useRef<HTMLElement>(null);
  const loaded = planEngine.value;
  if (loaded.state !== "ready") return null;
  const record = make(loaded.core, date);
  const code = municipality.value;
  if (record === null) return <p class="notice">{text.record.cannot}</p>;
  const json = () => `${JSON.stringify(record, null, 2)}\n`;
  const save = (ending: "html" | "json", content: string, type: string) => {
    const name = fileName(areaName.value, text.record.fileName, ending);
    saveFile(name, content, type);
    announce(text.record.saved(name));
  };
  return (
    <>
      <div class="record-form">
        <p class="panel-lead">{text.record.intro}</p>
        <div class="record-fields">
          <label>
            {text.record.area}
            <input
              class="field"
              type="text"
              autocomplete="off"
              maxLength={120}
              value={areaName.value}
              onInput={(event) => {
                areaName.value = event.currentTarget.value;
              }}
            />
          </label>
          <label>
            {text.record.date}
            <input
              class="field"
              type="date"
              aria-describedby="record-date-help"
              value={date}
              onInput={(event) => setDate(event.currentTarget.value)}
            />
          </label>
        </div>
        <p id="record-date-help" class="help">
          {text.record.dateHelp}
        </p>
        <p class="compare-actions">
          <button type="button" class="button" onClick={() => print()}>
            {text.record.print}
          </button>
          <button
            type="button"
            class="button"
            onClick={() => {
              const made = sheet.current;
              if (made !== null) save("html", standalone(made, loaded.core.embedRecord(record), language), "text/html");
            }}
          >
            {text.record.savePage}
          </button>
          <button type="button" class="button" onClick={() => save("json", json(), "application/json")}>
            {text.record.saveJson}
          </button>
        </p>
      </div>
      <Sheet
        sheet={sheet}
        record={record}
        designation={code === null ? null : designationSentence(loaded.core.designation(code), language)}
      />
      <Verify core={loaded.core} />
    </>
  );
}

/** Makes the record; null where the core refuses the work, which something far too long could bring about. */
function make(core: PlanCore, date: string): DecisionRecord | null {
  try {
    return core.makeRecord(currentWork(), criteriaSet.value, date);
  } catch (error) {
    passTrap(error);
    return null;
  }
}
