// The rule under the chosen reading, to be run elsewhere: as SQL, as a sheet of formulas, or as JSON.

import { signal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { announce } from "../../model/announce.ts";
import { fileName, saveFile } from "../../device/files.ts";
import { usePlan } from "../plan/language.ts";
import { criteriaSet, planner, reading } from "../../model/area.ts";
import "./rule.css";

const forms = ["sql", "excel-sv", "excel-en", "json"] as const;
const kinds = ["percent", "counts"] as const;

const endings = {
  sql: { ending: "sql", type: "application/sql" },
  "excel-sv": { ending: "txt", type: "text/tab-separated-values" },
  "excel-en": { ending: "txt", type: "text/tab-separated-values" },
  json: { ending: "json", type: "application/json" },
} as const;

const form = signal<(typeof forms)[number]>("sql");
const kind = signal<(typeof kinds)[number]>("percent");

export function Rule() {
  const { text, language } = usePlan();
  const field = useRef<HTMLTextAreaElement>(null);
  const rule = planner.value?.rule({ form: form.value, figures: kind.value, language, ...reading.value });
  if (rule === undefined) return null;
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(rule);
      announce(text.rule.copied);
    } catch {
      announce(text.rule.copyByHand);
    }
  };
  const save = () => {
    const { ending, type } = endings[form.value];
    const name = fileName(`${text.rule.fileName} ${criteriaSet.value.id}`, text.rule.fileName, ending);
    saveFile(name, rule, type);
    announce(text.rule.saved(name));
  };
  return (
    <>
      <p class="panel-lead">{text.rule.intro}</p>
      <div class="rule-choices">
        <fieldset>
          <legend>{text.rule.form}</legend>
          {forms.map((one) => (
            <label key={one} class="check">
              <input
                type="radio"
                name="rule-form"
                value={one}
                checked={form.value === one}
                onChange={() => {
                  form.value = one;
                }}
              />
              {text.rule.forms[one]}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{text.rule.figures}</legend>
          {kinds.map((one) => (
            <label key={one} class="check">
              <input
                type="radio"
                name="rule-figures"
                value={one}
                checked={kind.value === one}
                onChange={() => {
                  kind.value = one;
                }}
              />
              {text.rule.kinds[one]}
            </label>
          ))}
        </fieldset>
      </div>
      <p id="rule-use" class="help">
        {text.rule.use[form.value]}
      </p>
      <textarea
        ref={field}
        class="field rule-text"
        aria-label={text.rule.text(text.rule.forms[form.value])}
        aria-describedby="rule-use"
        readOnly
        rows={16}
        wrap="off"
        spellcheck={false}
        translate={false}
        value={rule}
      />
      <p class="compare-actions">
        <button type="button" class="button" onClick={() => void copy()}>
          {text.rule.copy}
        </button>
        <button type="button" class="button" onClick={save}>
          {text.rule.save}
        </button>
      </p>
    </>
  );
}
