// How many areas meet as two thresholds move at once: a picture to move about in, and its table.

import { useState } from "preact/hooks";
import type { Criterion } from "../engine/criteria.ts";
import { labelOf } from "../model/labels.ts";
import { decimal, inSentence, inUnit, whole } from "../text/format.ts";
import { useText } from "./language.ts";
import { criteriaSet, type Loaded, shown } from "./state.ts";
import { distances, thresholdsAround } from "./thresholds.ts";
import { useAnswer } from "./useAnswer.ts";

/** Thresholds on each side of the set's own. */
const SIDE = 10;
/** A cell of the picture, and the room for its axes. */
const CELL = 16;
const LEFT = 58;
const BOTTOM = 44;

export function Grid({ run }: { run: Loaded }) {
  const { text, language } = useText();
  const words = text.explore.grid;
  const { criteria } = criteriaSet.value;
  const [first, setFirst] = useState(criteria[0]?.id ?? "");
  const [second, setSecond] = useState(criteria[1]?.id ?? "");
  const [fine, setFine] = useState(0);
  const one = criteria.find(({ id }) => id === first) ?? criteria[0];
  const two = criteria.find(({ id }) => id === second && id !== one?.id) ?? criteria.find(({ id }) => id !== one?.id);
  if (one === undefined || two === undefined) return <p>{words.onlyOne}</p>;
  const choice = (name: string, label: string, value: Criterion, not: Criterion, onChoose: (id: string) => void) => (
    <label>
      {label}
      <select class="field" name={name} value={value.id} onChange={(event) => onChoose(event.currentTarget.value)}>
        {criteria
          .filter(({ id }) => id !== not.id)
          .map((criterion) => (
            <option key={criterion.id} value={criterion.id}>
              {labelOf(criterion)[language]}
            </option>
          ))}
      </select>
    </label>
  );
  return (
    <>
      <p class="help">{words.intro}</p>
      <div class="fields">
        {choice("grid-first", words.first, one, two, setFirst)}
        {choice("grid-second", words.second, two, one, setSecond)}
        <label>
          {words.apart}
          <select class="field" name="grid-apart" value={String(fine)} onChange={(event) => setFine(Number(event.currentTarget.value))}>
            {[0, 1, 2].map((nth) => (
              <option key={nth} value={String(nth)}>
                {[...new Set([one.unit, two.unit])]
                  .map((unit) => words.step[unit](decimal(distances[unit][nth] ?? "1", language)))
                  .join(", ")}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Answer key={`${one.id} ${two.id} ${fine}`} run={run} one={one} two={two} fine={fine} />
    </>
  );
}

interface AnswerProps {
  run: Loaded;
  one: Criterion;
  two: Criterion;
  fine: number;
}

function Answer({ run, one, two, fine }: AnswerProps) {
  const { text, language } = useText();
  const words = text.explore.grid;
  const across = thresholdsAround(one, distances[one.unit][fine] ?? "1", SIDE);
  const up = thresholdsAround(two, distances[two.unit][fine] ?? "1", SIDE);
  const meets = useAnswer(
    (tables) => tables.ask("sweepGrid", { one: one.id, first: across, two: two.id, second: up }),
    [run, shown.value?.version, one, two, fine],
  );
  const own = { across: across.indexOf(one.threshold.value), up: up.indexOf(two.threshold.value) };
  const [at, setAt] = useState(own);
  if (meets === null || meets.length !== across.length * up.length) return null;
  const show = ({ unit }: Criterion, value = "0") => inUnit(value, unit, language);
  const count = (x: number, y: number) => meets[x * up.length + y] ?? 0;
  const here = count(at.across, at.up);
  const most = Math.max(1, ...meets);
  const [label, otherLabel] = [inSentence(labelOf(one)[language]), inSentence(labelOf(two)[language])];
  const said = words.at(label, show(one, across[at.across]), otherLabel, show(two, up[at.up]), whole(here, language), here === 1);
  const change = here - count(own.across, own.up);
  const height = up.length * CELL;
  const slider = (axis: "across" | "up", values: readonly string[], criterion: Criterion) => (
    <label>
      {words.threshold(labelOf(criterion)[language], show(criterion, values[at[axis]]))}
      <input
        type="range"
        name={`grid-${axis}`}
        min={0}
        max={values.length - 1}
        step={1}
        value={at[axis]}
        aria-valuetext={show(criterion, values[at[axis]])}
        onInput={(event) => setAt({ ...at, [axis]: Number(event.currentTarget.value) })}
      />
    </label>
  );
  return (
    <>
      <p class="changed-result" role="status" data-grid-meets={here}>
        {said} {change === 0 ? words.same : words.change(whole(Math.abs(change), language), change > 0)}
      </p>
      <div class="grid-moves">
        {slider("across", across, one)}
        {slider("up", up, two)}
      </div>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the sliders above move the same mark with the keyboard. */}
      <svg
        class="grid-picture"
        viewBox={`0 0 ${LEFT + across.length * CELL + 8} ${height + BOTTOM}`}
        role="img"
        aria-label={words.describe(label, otherLabel, whole(Math.min(...meets), language), whole(most, language))}
        onClick={(event) => {
          const cell = (event.target as Element).getAttribute("data-at")?.split(" ").map(Number);
          if (cell !== undefined) setAt({ across: cell[0] ?? at.across, up: cell[1] ?? at.up });
        }}
      >
        {across.map((value, x) =>
          up.map((other, y) => (
            <rect
              key={`${value} ${other}`}
              class="grid-cell"
              data-at={`${x} ${y}`}
              x={LEFT + x * CELL}
              y={height - (y + 1) * CELL}
              width={CELL}
              height={CELL}
              fill-opacity={(count(x, y) / most).toFixed(3)}
            />
          )),
        )}
        <line class="grid-own" x1={LEFT + (own.across + 0.5) * CELL} x2={LEFT + (own.across + 0.5) * CELL} y1={0} y2={height} />
        <line
          class="grid-own"
          x1={LEFT}
          x2={LEFT + across.length * CELL}
          y1={height - (own.up + 0.5) * CELL}
          y2={height - (own.up + 0.5) * CELL}
        />
        <rect class="grid-here" x={LEFT + at.across * CELL} y={height - (at.up + 1) * CELL} width={CELL} height={CELL} />
        {across.map(
          (value, x) =>
            (x - own.across) % 5 === 0 && (
              <text key={value} class="strip-label" x={LEFT + (x + 0.5) * CELL} y={height + 16} text-anchor="middle">
                {show(one, value)}
              </text>
            ),
        )}
        {up.map(
          (value, y) =>
            (y - own.up) % 5 === 0 && (
              <text key={value} class="strip-label" x={LEFT - 6} y={height - (y + 0.5) * CELL + 4} text-anchor="end">
                {show(two, value)}
              </text>
            ),
        )}
        <text class="strip-label" x={LEFT + (across.length * CELL) / 2} y={height + 36} text-anchor="middle">
          {label}
        </text>
      </svg>
      <p class="help">{words.key(otherLabel, whole(most, language))}</p>
      <details>
        <summary>{words.table}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached with the keyboard. */}
        <div class="scrolls" role="region" aria-label={words.table} tabIndex={0}>
          <table class="cells grid-table">
            <caption>{words.caption(label, otherLabel)}</caption>
            <thead>
              <tr>
                <td />
                {across.map((value) => (
                  <th key={value} scope="col">
                    {show(one, value)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {up
                .map((value, y) => (
                  <tr key={value}>
                    <th scope="row">{show(two, value)}</th>
                    {across.map((other, x) => (
                      <td key={other} data-own={x === own.across && y === own.up ? "" : undefined}>
                        {whole(count(x, y), language)}
                      </td>
                    ))}
                  </tr>
                ))
                .reverse()}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}
