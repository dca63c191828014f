// One criterion of a set of one's own, with what is seldom changed folded away.

import type { Criterion } from "../../engine/criteria.ts";
import { announce } from "../../model/announce.ts";
import { usePlan } from "../plan/language.ts";
import { ChoiceField, Further, Group, NumberField, TextField, WordField } from "./Fields.tsx";
import { goToField } from "./goTo.ts";
import { moveUp, removeCriterion } from "../../model/sets/own.ts";

interface Props {
  criterion: Criterion;
  nth: number;
}

export function CriterionFields({ criterion, nth }: Props) {
  const { text, language } = usePlan();
  const at = (inside: string) => `criteria[${nth}].${inside}`;
  const name = criterion.label[language];
  const choices = <Words extends Readonly<Record<string, string>>>(words: Words) => Object.entries(words);
  return (
    <Group title={text.sets.criterion(name, nth + 1)}>
      <TextField path={at("label")} />
      <ChoiceField path={at("direction")} options={choices(text.sets.direction)} />
      <NumberField path={at("threshold.value")} />
      <ChoiceField path={at("unit")} options={choices(text.sets.unit)} />
      <Further of={name}>
        <TextField path={at("definition")} long />
        <ChoiceField path={at("tie")} options={choices(text.sets.tie)} />
        <NumberField path={at("nationalAverage.value")} optional />
        <TextField path={at("threshold.source.text")} long />
        <WordField path={at("threshold.source.quote")} optional long />
        <WordField path={at("threshold.source.url")} optional />
        {criterion.nationalAverage != null && (
          <>
            <TextField path={at("nationalAverage.source.text")} long />
            <WordField path={at("nationalAverage.source.quote")} optional long />
            <WordField path={at("nationalAverage.source.url")} optional />
          </>
        )}
        <WordField path={at("id")} />
      </Further>
      <p class="own-actions">
        {nth > 0 && (
          <button
            type="button"
            class="link"
            onClick={() => {
              moveUp(nth);
              announce(text.sets.movedUp(name));
              goToField(`criteria[${nth - 1}].label`, language);
            }}
          >
            {text.sets.moveUp(name)}
          </button>
        )}
        <button
          type="button"
          class="link"
          onClick={() => {
            removeCriterion(nth);
            announce(text.sets.removedOne(name));
            goToField("criteria", language);
          }}
        >
          {text.sets.removeOne(name)}
        </button>
      </p>
    </Group>
  );
}
