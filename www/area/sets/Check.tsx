// What a criteria set says, in a sentence, before it is used; and saving, sharing and removing it.

import type { CriteriaSet } from "../../engine/criteria.ts";
import { fileName, saveFile } from "../../device/files.ts";
import { announce } from "../../model/announce.ts";
import { criteriaSet, keptSets } from "../../model/area.ts";
import { openPanel } from "../../model/panels.ts";
import { complete, problems, remove } from "../../model/sets/own.ts";
import { allAtOnce } from "../../model/sets/stages.ts";
import { inSentence, inUnit } from "../../text/format.ts";
import { usePlan } from "../plan/language.ts";
import { goTo } from "./goTo.ts";
import { State } from "./State.tsx";

export function Check({ set }: { set: CriteriaSet }) {
  return (
    <>
      {problems.value.length === 0 && <Said set={set} />}
      {!allAtOnce.value && <State set={set} where="check" />}
      <Keep set={set} />
    </>
  );
}

function Said({ set }: { set: CriteriaSet }) {
  const { text, language } = usePlan();
  const { says } = text.sets;
  const named = set.criteria.map(({ label, direction, unit, threshold, tie }) => {
    const limit = inUnit(threshold.value, unit, language);
    return says.criterion[direction](inSentence(label[language]), limit, tie ?? null);
  });
  const { require, tie } = set.reading;
  return (
    <p class="own-says">
      {says.meets(set.name[language], require.value, named)} {says.tie[tie.value]}
    </p>
  );
}

function Keep({ set }: { set: CriteriaSet }) {
  const { text, language } = usePlan();
  const save = () => {
    if (problems.value.length > 0) {
      announce(text.sets.notSaved);
      return;
    }
    const name = fileName(set.name[language], text.sets.fileName, "json");
    saveFile(name, `${JSON.stringify(set, null, 2)}\n`, "application/json");
    announce(text.sets.saved(name));
  };
  return (
    <>
      <h4>{text.sets.keep}</h4>
      <p class="help">{keptSets.value.some(({ id }) => id === complete.value?.id) ? text.sets.keepHelp : text.sets.keepHelpGuest}</p>
      <p class="compare-actions">
        <button type="button" class="button" aria-disabled={problems.value.length > 0} onClick={save}>
          {text.sets.save}
        </button>
        {criteriaSet.value.id === complete.value?.id && (
          <button
            type="button"
            class="button"
            onClick={() => {
              openPanel.value = "share";
              goTo(() => document.querySelector('[aria-controls="panel-share"]'));
            }}
          >
            {text.sets.share}
          </button>
        )}
        <button
          type="button"
          class="button"
          onClick={() => {
            remove();
            announce(text.sets.removed);
            goTo(() => document.querySelector('[aria-controls="panel-sets"]'));
          }}
        >
          {text.sets.remove}
        </button>
      </p>
    </>
  );
}
