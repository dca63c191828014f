// What a criteria set of one's own is based on: one that was made before, a copy, or a file.

import { useState } from "preact/hooks";
import { builtIn, type CriteriaSet } from "../../engine/criteria.ts";
import type { CoreError } from "../../engine/page.ts";
import { announce } from "../../model/announce.ts";
import { ownSets } from "../../model/area.ts";
import { begin, complete, copy, draft, open } from "../../model/sets/own.ts";
import { allAtOnce } from "../../model/sets/stages.ts";
import { pathOf, sentenceOf } from "../../model/sets/wrong.ts";
import { usePlan } from "../plan/language.ts";
import { fieldId } from "./Fields.tsx";
import { goTo } from "./goTo.ts";

export function Base() {
  const { text, language } = usePlan();
  return (
    <>
      <Mine />
      <h4>{text.sets.begin}</h4>
      <p class="compare-actions">
        {builtIn.map((one) => (
          <button
            key={one.id}
            type="button"
            class="button"
            onClick={() => {
              copy(one, today());
              announce(text.sets.copied);
              goTo(() => document.getElementById(allAtOnce.value ? fieldId(`name.${language}`) : "own-step-measures"));
            }}
          >
            {text.sets.copy(one.name[language])}
          </button>
        ))}
      </p>
      <Open />
    </>
  );
}

/** The sets of one's own, each to be gone on with. */
function Mine() {
  const { text, language } = usePlan();
  const sets = ownSets.value;
  if (sets.length === 0) return null;
  return (
    <>
      <h4 id="own-mine">{text.sets.mine}</h4>
      <ul class="own-mine" aria-labelledby="own-mine">
        {sets.map((set) => (
          <li key={set.id}>
            <button
              type="button"
              class="link"
              aria-current={set.id === complete.value?.id ? "true" : undefined}
              onClick={() => {
                begin(set);
                goTo(() => document.getElementById("own-step-check"));
              }}
            >
              {set.name[language]}
            </button>{" "}
            <span class="help">{text.sets.oneOf(set.date, set.criteria.length)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The day on the person's device, as a set is dated. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** What was said of the latest file, for as long as the set is as it was then. */
interface Said {
  readonly sentence: string;
  readonly problems: readonly CoreError[];
  readonly of: CriteriaSet | null;
}

function Open() {
  const { text, language, area } = usePlan();
  const [latest, setSaid] = useState<Said | null>(null);
  const said = latest?.of === draft.value ? latest : null;
  const read = async (file: File) => {
    const answer = await open(file);
    const sentence = text.sets.opened[answer.result];
    setSaid({ sentence, problems: answer.result === "refused" ? answer.problems : [], of: draft.value });
    announce(sentence);
  };
  return (
    <>
      <h4>{text.sets.fromFile}</h4>
      <label class="share-open">
        {text.sets.open}
        <input
          id="own-file"
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file !== undefined) void read(file);
            event.currentTarget.value = "";
          }}
        />
      </label>
      {said !== null && (
        <div class="notice own-opened">
          <p>{said.sentence}</p>
          {said.problems.length > 0 && (
            <ul>
              {said.problems.map((error) => (
                <li key={`${pathOf(error)} ${JSON.stringify(error.problem)}`}>
                  {pathOf(error) === "" ? text.sets.wholeFile : <code translate={false}>{pathOf(error)}</code>}
                  {": "}
                  {sentenceOf(error, text.sets, area.errors)}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      <p class="help">
        <a href={`${language === "sv" ? "./" : "../"}criteria-set.schema.json`}>{text.sets.schema}</a>
      </p>
    </>
  );
}
