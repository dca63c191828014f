// What has to be put right in a criteria set, each with the way to it; or that nothing has to be.

import type { CriteriaSet } from "../../engine/criteria.ts";
import { criteriaSet, use } from "../../model/area.ts";
import { complete, problemsIn } from "../../model/sets/own.ts";
import type { Stage } from "../../model/sets/stages.ts";
import { pathOf, placeName, sentenceOf } from "../../model/sets/wrong.ts";
import { usePlan } from "../plan/language.ts";
import { goTo, goToField } from "./goTo.ts";

/** Says it of one step, or of the whole set where it is checked. */
export function State({ set, where }: { set: CriteriaSet; where: Stage }) {
  const { text, language, area } = usePlan();
  const wrong = problemsIn(where);
  const used = criteriaSet.value.id === complete.value?.id;
  if (wrong.length === 0) {
    if (where !== "check") return null;
    return (
      <div class="own-state">
        <p id="own-state" tabIndex={-1}>
          {used ? text.sets.state.used : text.sets.state.unused}
        </p>
        {!used && (
          <button
            type="button"
            class="button"
            data-own="use"
            onClick={() => {
              use(set);
              // The button is gone then.
              goTo(() => document.getElementById("own-state"));
            }}
          >
            {text.sets.state.use}
          </button>
        )}
      </div>
    );
  }
  return (
    <div class="own-state">
      <p>{text.sets.state.wrong(wrong.length, used)}</p>
      <ul>
        {wrong.map((error) => (
          <li key={`${pathOf(error)} ${error.problem.code}`}>
            <button type="button" class="link" onClick={() => goToField(pathOf(error), language)}>
              {placeName(pathOf(error), set, text.sets, language)}
            </button>
            {": "}
            {sentenceOf(error, text.sets, area.errors)}
          </li>
        ))}
      </ul>
    </div>
  );
}
