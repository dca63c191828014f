// Which measures a criteria set has, their thresholds, and how they are counted together.

import { type CriteriaSet, requires } from "../../engine/criteria.ts";
import { announce } from "../../model/announce.ts";
import { addCriterion } from "../../model/sets/own.ts";
import { usePlan } from "../plan/language.ts";
import { CriterionFields } from "./CriterionFields.tsx";
import { ChoiceField, FlagField, fieldId, Further, Group, TextField } from "./Fields.tsx";
import { goToField } from "./goTo.ts";

export function Measures({ set }: { set: CriteriaSet }) {
  const { text, language, area } = usePlan();
  const words = (require: string) =>
    require === "all" ? area.reading.all : require === "any" ? area.reading.any : area.reading.atLeast(Number(require));
  const ties = [
    ["strict", text.sets.tie.strict],
    ["inclusive", text.sets.tie.inclusive],
  ] as const;
  // One that the set has no criteria for is shown as it stands, with what is wrong about it.
  const least = [...new Set([...requires(set), set.reading.require.value])].map((require) => [require, words(require)] as const);
  return (
    <>
      {set.criteria.map((criterion, nth) => (
        // By place: an id is typed here, and its field must stay while it is
        <CriterionFields key={nth} criterion={criterion} nth={nth} />
      ))}
      <p class="compare-actions">
        <button
          id={fieldId("criteria")}
          type="button"
          class="button"
          onClick={() => {
            addCriterion();
            announce(text.sets.added);
            goToField(`criteria[${set.criteria.length}].label`, language);
          }}
        >
          {text.sets.add}
        </button>
      </p>
      <Group title={text.sets.reading}>
        <ChoiceField path="reading.require.value" options={least} />
        <ChoiceField path="reading.tie.value" options={ties} />
        <Further of={text.sets.reading}>
          <FlagField path="reading.require.settled" />
          <TextField path="reading.require.source.text" long />
          <FlagField path="reading.tie.settled" />
          <TextField path="reading.tie.source.text" long />
        </Further>
      </Group>
    </>
  );
}
