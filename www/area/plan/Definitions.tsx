// Notes on what each figure is about, and warnings where they differ from each other or from what is known.

import { criteriaSet } from "../../model/area.ts";
import { usePlan } from "./language.ts";
import { warningsOf } from "./warnings.ts";
import type { Notes } from "../../engine/plan.ts";
import { notes, notesOf } from "../../model/work.ts";
import { labelOf } from "../../model/labels.ts";

const parts = ["year", "ages", "division", "source"] as const;

export function Definitions() {
  const { text, language } = usePlan();
  const set = criteriaSet.value;
  const anyNote = set.criteria.some(({ id }) => Object.values(notesOf(id)).some((note) => note.trim() !== ""));
  const warnings = warningsOf(set, notesOf, text, language);
  return (
    <section class="sure-part" aria-labelledby="definitions-title">
      <h3 id="definitions-title">{text.definitions.title}</h3>
      <p class="help">{text.definitions.intro}</p>
      {anyNote &&
        (warnings.length === 0 ? (
          <p class="panel-lead">{text.definitions.none}</p>
        ) : (
          <ul class="definitions-warnings" aria-label={text.definitions.warnings}>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        ))}
      <details class="definitions">
        <summary>{text.definitions.open}</summary>
        <datalist id="divisions">
          {text.definitions.divisions.map((division) => (
            <option key={division} value={division} />
          ))}
        </datalist>
        {set.criteria.map((criterion) => (
          <fieldset key={criterion.id} class="definitions-fields">
            <legend>{labelOf(criterion)[language]}</legend>
            {parts.map((part) => (
              <label key={part}>
                {text.definitions[part]}
                <input
                  class="field"
                  type="text"
                  autocomplete="off"
                  maxLength={part === "source" ? 1_000 : 200}
                  list={part === "division" ? "divisions" : undefined}
                  value={notesOf(criterion.id)[part]}
                  onInput={(event) => note(criterion.id, part, event.currentTarget.value)}
                />
              </label>
            ))}
          </fieldset>
        ))}
      </details>
    </section>
  );
}

function note(id: string, part: keyof Notes, value: string): void {
  notes.value = { ...notes.value, [id]: { ...notesOf(id), [part]: value } };
}
