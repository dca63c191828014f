// How many areas meet as one threshold moves, and which criterion binds.

import { useState } from "preact/hooks";
import { labelOf } from "../model/labels.ts";
import { decimal, inUnit, whole } from "../text/format.ts";
import { useText } from "./language.ts";
import { nameOf } from "./sentences.ts";
import { criteriaSet, type Loaded, shown } from "./state.ts";
import { distances, thresholdsAround } from "./thresholds.ts";
import { useAnswer } from "./useAnswer.ts";

/** Thresholds on each side of the set's own. */
const SIDE = 10;

export function Sweep({ run }: { run: Loaded }) {
  const { text, language } = useText();
  const words = text.explore.sweep;
  const { criteria } = criteriaSet.value;
  const [id, setId] = useState(criteria[0]?.id ?? "");
  const [fine, setFine] = useState(0);
  const criterion = criteria.find((one) => one.id === id) ?? criteria[0];
  if (criterion === undefined) throw new Error("a set has a criterion");
  const apart = distances[criterion.unit];
  const tried = thresholdsAround(criterion, apart[fine] ?? apart[0], SIDE);
  const steps = useAnswer(
    (tables) => tables.ask("sweep", { criterion: criterion.id, thresholds: tried }),
    [run, shown.value?.version, criterion, fine],
  );
  const outcomes = useAnswer((tables) => tables.ask("outcomes", null), [run, shown.value?.version]);
  const show = (value: string) => inUnit(value, criterion.unit, language);
  const number = (value: number) => whole(value, language);
  const most = Math.max(1, ...(steps?.meets ?? []));
  return (
    <>
      <ul class="understood-warnings">
        {(outcomes ?? [])
          .filter(({ binds }) => binds > 0)
          .map(({ criterion: one, binds }) => (
            <li key={one}>{words.binds(nameOf(one, language), number(binds), binds === 1)}</li>
          ))}
      </ul>
      <div class="fields">
        <label>
          {words.criterion}
          <select class="field" name="sweep" value={criterion.id} onChange={(event) => setId(event.currentTarget.value)}>
            {criteria.map((one) => (
              <option key={one.id} value={one.id}>
                {labelOf(one)[language]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {text.explore.grid.apart}
          <select class="field" name="sweep-apart" value={String(fine)} onChange={(event) => setFine(Number(event.currentTarget.value))}>
            {apart.map((distance, nth) => (
              <option key={distance} value={String(nth)}>
                {text.explore.grid.step[criterion.unit](decimal(distance, language))}
              </option>
            ))}
          </select>
        </label>
      </div>
      {steps !== null && steps.meets.length === tried.length && (
        <>
          <p>
            {words.intro(
              labelOf(criterion)[language],
              number(steps.meets[tried.indexOf(criterion.threshold.value)] ?? 0),
              show(criterion.threshold.value),
            )}
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached with the keyboard. */}
          <div class="scrolls" role="region" aria-label={words.caption} tabIndex={0}>
            <table class="cells sweep">
              <caption class="visually-hidden">{words.caption}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.threshold}</th>
                  <th scope="col">{words.meets}</th>
                </tr>
              </thead>
              <tbody>
                {tried.map((threshold, nth) => (
                  <tr key={threshold}>
                    <th scope="row">
                      {show(threshold)}
                      {threshold === criterion.threshold.value && <span class="areas-code">{words.now}</span>}
                    </th>
                    <td>
                      <svg class="share" width="160" height="12" aria-hidden="true">
                        <rect class="share-part" width={(160 * (steps.meets[nth] ?? 0)) / most} height="12" />
                      </svg>{" "}
                      {number(steps.meets[nth] ?? 0)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p class="help">
            {steps.nextBelow === null && steps.nextAbove === null
              ? words.never
              : words.next(steps.nextBelow && show(steps.nextBelow), steps.nextAbove && show(steps.nextAbove))}
          </p>
        </>
      )}
    </>
  );
}
