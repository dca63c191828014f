// How many areas meet as one threshold moves, and which criterion binds.

import { useState } from "preact/hooks";
import type { Criterion } from "../engine/criteria.ts";
import { decimal, percent, whole } from "../text/format.ts";
import { useText } from "./language.ts";
import { criteriaSet, type Loaded } from "./state.ts";
import { useAnswer } from "./useAnswer.ts";

/** Thresholds on each side of the set's own. */
const SIDE = 10;

/** Returns thresholds a whole point apart on both sides of the set's own, within what is possible. */
function thresholds({ threshold, unit }: Criterion): string[] {
  const [points = "0", decimals] = threshold.value.split(".");
  const highest = unit === "percent" ? 100 : Number.MAX_SAFE_INTEGER;
  const step = unit === "percent" ? 1 : 100;
  return Array.from({ length: 2 * SIDE + 1 }, (_, nth) => Number(points) + (nth - SIDE) * step)
    .filter((value) => value >= 0 && value <= highest && (value < highest || decimals === undefined))
    .map((value) => (decimals === undefined ? String(value) : `${value}.${decimals}`));
}

export function Sweep({ run }: { run: Loaded }) {
  const { text, language } = useText();
  const words = text.explore.sweep;
  const { criteria } = criteriaSet.value;
  const [id, setId] = useState(criteria[0]?.id ?? "");
  const criterion = criteria.find((one) => one.id === id) ?? criteria[0];
  const tried = criterion === undefined ? [] : thresholds(criterion);
  const steps = useAnswer((tables) => tables.ask("sweep", { criterion: id, thresholds: tried }), [run, id]);
  if (criterion === undefined) return null;
  const show = (value: string) => (criterion.unit === "persons" ? decimal(value, language) : percent(value, language));
  const number = (value: number) => whole(value, language);
  const most = Math.max(1, ...(steps?.meets ?? []));
  return (
    <>
      <ul class="understood-warnings">
        {run.summary.outcomes
          .filter(({ binds }) => binds > 0)
          .map(({ criterion: one, binds }) => (
            <li key={one}>
              {words.binds(criteria.find((other) => other.id === one)?.label[language] ?? one, number(binds), binds === 1)}
            </li>
          ))}
      </ul>
      <div class="fields">
        <label>
          {words.criterion}
          <select class="field" name="sweep" value={id} onChange={(event) => setId(event.currentTarget.value)}>
            {criteria.map((one) => (
              <option key={one.id} value={one.id}>
                {one.label[language]}
              </option>
            ))}
          </select>
        </label>
      </div>
      {steps !== null && steps.meets.length === tried.length && (
        <>
          <p>{words.intro(criterion.label[language], number(run.summary.totals.meets), show(criterion.threshold.value))}</p>
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
