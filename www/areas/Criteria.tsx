// By which criteria the areas are assessed, and how the points are read that their source leaves open.

import { isOwn, requires, ties } from "../engine/criteria.ts";
import { useText } from "./language.ts";
import { criteriaSet, readAs, reading } from "./state.ts";
import { criterionInWords } from "./sentences.ts";
import { choose, opened, openSet, sets } from "./sets.ts";

export function Criteria() {
  const { text, language } = useText();
  const set = criteriaSet.value;
  const tie = reading.value.tie ?? set.reading.tie.value;
  const require = reading.value.require ?? set.reading.require.value;
  const word = (one: string) => (one === "all" ? text.reading.all : one === "any" ? text.reading.any : text.reading.atLeast(Number(one)));
  const criteria = set.criteria.map((criterion) => criterionInWords(criterion, tie, text, language)).join(" · ");
  const sources = [set.reading.tie, set.reading.require].map(({ source }) => source.text[language]);
  return (
    <section class="areas-reading" aria-labelledby="reading-title">
      <details class="fold">
        <summary>
          <h2 id="reading-title" class="fold-name">
            {text.reading.label}
          </h2>{" "}
          <span class="fold-line areas-criteria">{`${text.workbench.required(word(require))}: ${criteria}`}</span>
        </summary>
        <div class="fields">
          <label>
            {text.reading.set}
            <select
              class="field"
              name="criteria-set"
              value={set.id}
              onChange={(event) => {
                const { value } = event.currentTarget;
                // The set in use stands there until the files are read by the other, which may fail.
                event.currentTarget.value = set.id;
                choose(value, language);
              }}
            >
              {sets.value.map((one) => (
                <option key={one.id} value={one.id}>
                  {isOwn(one) ? text.reading.ownSet(one.name[language]) : one.name[language]}
                </option>
              ))}
            </select>
          </label>
          <label>
            {text.reading.tie}
            <select
              class="field"
              name="tie"
              disabled={set.reading.tie.settled}
              value={tie}
              onChange={(event) => void readAs({ ...reading.value, tie: event.currentTarget.value === "strict" ? "strict" : "inclusive" })}
            >
              {ties.map((one) => (
                <option key={one} value={one}>
                  {text.reading[one]}
                </option>
              ))}
            </select>
          </label>
          <label>
            {text.reading.require}
            <select
              class="field"
              name="require"
              disabled={set.reading.require.settled}
              value={require}
              onChange={(event) => void readAs({ ...reading.value, require: event.currentTarget.value })}
            >
              {requires(set).map((one) => (
                <option key={one} value={one}>
                  {word(one)}
                </option>
              ))}
            </select>
          </label>
        </div>
        <p class="help">{[...new Set(sources)].join(" ")}</p>
        <p>
          <label class="files-choose">
            <input
              class="visually-hidden"
              type="file"
              name="criteria-file"
              accept=".json,application/json"
              aria-describedby="criteria-file-help"
              onChange={(event) => {
                const [file] = event.currentTarget.files ?? [];
                event.currentTarget.value = "";
                if (file !== undefined) void openSet(file, language);
              }}
            />
            <span class="link">{text.reading.open}</span>
          </label>{" "}
          <span id="criteria-file-help" class="help">
            {text.reading.openHelp}
          </span>
        </p>
      </details>
      <div role="status">
        {opened.value !== null && (
          <div class="notice areas-opened">
            <p>{`${opened.value.file}: ${opened.value.sentence}`}</p>
            {opened.value.problems.length > 0 && (
              <ul>
                {opened.value.problems.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            )}
          </div>
        )}
      </div>
    </section>
  );
}
