// How the answer moves with one figure (a strip) and with two (a field), exactly, and readable by keys.

import { useState } from "preact/hooks";
import "../../look/scrolls.css";
import type { Criterion } from "../../engine/criteria.ts";
import type { Verdict } from "../../engine/page.ts";
import type { GivenAxis } from "../../engine/plan.ts";
import { decimal, magnitude, percent } from "../../text/format.ts";
import { criteriaSet, planner } from "../../model/area.ts";
import { explained, request, whatIf } from "../../model/answers.ts";
import { usePlan } from "./language.ts";
import { add } from "../../model/steps.ts";
import { labelOf } from "../../model/labels.ts";

/** How many positions an axis has: whole percents, or hundredths of the way for plain counts. */
const POSITIONS = 101;
/** The verdicts in the order of the numbers that the core's grid has for them. */
const verdicts: readonly Verdict[] = ["meets", "does-not-meet", "undetermined"];

/** The whole range of a figure; for plain counts up to twice the threshold. */
function axisOf(criterion: Criterion): GivenAxis & { readonly end: number } {
  const end = criterion.unit === "percent" ? 100 : 2 * Number(criterion.threshold.value);
  const step = criterion.unit === "percent" ? "1" : String(Math.max(1, Math.round(end / (POSITIONS - 1))));
  return { criterion: criterion.id, from: "0", step, positions: POSITIONS, total: "", end };
}

function valueAt(axis: GivenAxis, position: number): string {
  return String(Number(axis.step) * position);
}

export function Sensitivity() {
  const { text, language } = usePlan();
  const { criteria } = criteriaSet.value;
  // Where one figure can turn the answer, it is the one to begin with.
  const [deciding] = whatIf.value?.cheapest?.combinations[0] ?? [];
  const [first, setFirst] = useState(deciding?.criterion ?? criteria[0]?.id);
  const [second, setSecond] = useState<string | undefined>(undefined);
  const one = criteria.find(({ id }) => id === first) ?? criteria[0];
  const others = criteria.filter((criterion) => criterion !== one);
  const two = others.find(({ id }) => id === second) ?? others[0];
  if (one === undefined) return null;
  const choice = (label: string, among: readonly Criterion[], chosen: Criterion, choose: (id: string) => void) => (
    <label class="moves-choice">
      {label}
      <select class="field" value={chosen.id} onChange={(event) => choose(event.currentTarget.value)}>
        {among.map((criterion) => (
          <option key={criterion.id} value={criterion.id}>
            {labelOf(criterion)[language]}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <section class="sure-part" aria-labelledby="moves-title">
      <h3 id="moves-title">{text.moves.title}</h3>
      <p class="help">{text.moves.intro}</p>
      {choice(text.moves.figure, criteria, one, setFirst)}
      <StripOf key={`strip ${one.id}`} criterion={one} />
      {two !== undefined && (
        <>
          <h4 class="moves-two">{text.moves.two}</h4>
          {choice(text.moves.and, others, two, setSecond)}
          <FieldOf key={`field ${one.id} ${two.id}`} columns={one} rows={two} />
        </>
      )}
    </section>
  );
}

/** Writes a value of a criterion: percent, or persons. */
function useShow() {
  const { text, language } = usePlan();
  return (criterion: Criterion, value: string) =>
    criterion.unit === "percent" ? percent(value, language) : text.figure.persons(decimal(value, language));
}

function useDistance() {
  const { text, language } = usePlan();
  return (criterion: Criterion, distance: string | null) => {
    if (distance === null || Number(distance) === 0) return "";
    const size = decimal(magnitude(distance), language);
    const below = distance.startsWith("-");
    return criterion.unit === "persons" ? text.compare.awayPersons(size, below) : text.compare.away(size, below);
  };
}

function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="scale-past" width="7" height="7" />
        <line class="scale-hatch" x1="1" y1="0" x2="1" y2="7" />
      </pattern>
    </defs>
  );
}

/** The fill of a part of the drawing: hatched where the area meets, plain where not, empty where that is open. */
function fillOf(verdict: Verdict, hatch: string): { class?: string; fill?: string } {
  if (verdict === "meets") return { fill: `url(#${hatch})` };
  return { class: verdict === "does-not-meet" ? "scale-band" : "moves-open" };
}

function StripOf({ criterion }: { criterion: Criterion }) {
  const { text, language, area } = usePlan();
  const show = useShow();
  const distance = useDistance();
  const axis = axisOf(criterion);
  const finding = explained.value?.assessment.findings.find((found) => found.criterion === criterion.id);
  const now = finding?.percent ?? null;
  const [tried, setTried] = useState<number | null>(null);
  const position = tried ?? Math.round(Number(now ?? criterion.threshold.value) / Number(axis.step));
  const core = planner.value;
  if (core === null) return null;
  // The figure as it stands, until another is tried; a count of a total only as near as the axis comes.
  const figure = finding?.figure?.includes("/") === false ? finding.figure : null;
  const value = (tried === null ? figure : null) ?? valueAt(axis, position);
  const strip = core.strip(request.value, { ...axis, from: value, positions: 1 });
  const [at] = strip.positions;
  const threshold = show(criterion, strip.threshold);
  const say = (verdict: Verdict) => text.sure.verdict[verdict];
  const same = strip.below === strip.on && strip.on === strip.above;
  const place = (number: string) => Math.min(100, Math.max(0, (100 * Number(number)) / axis.end));
  const from = place(strip.threshold);
  const said = at === undefined ? "" : text.moves.at(show(criterion, value), say(at.verdict), distance(criterion, at.finding.distance));
  return (
    <>
      <p class="panel-lead">
        {same ? text.moves.same(say(strip.on)) : text.moves.changes(threshold, say(strip.below), say(strip.on), say(strip.above))}
      </p>
      <svg class="moves-strip" width="100%" height="60" aria-hidden="true">
        <Hatch id="strip-hatch" />
        <rect x="0" y="10" width={`${from}%`} height="26" {...fillOf(strip.below, "strip-hatch")} />
        <rect x={`${from}%`} y="10" width={`${100 - from}%`} height="26" {...fillOf(strip.above, "strip-hatch")} />
        <rect class="scale-edge" x="0" y="10" width="100%" height="26" />
        <line class="scale-threshold" x1={`${from}%`} y1="4" x2={`${from}%`} y2="42" />
        {now !== null && <circle class="picture-now" cx={`${place(now)}%`} cy="23" r="6" />}
        <line class="moves-cursor" x1={`${place(value)}%`} y1="10" x2={`${place(value)}%`} y2="60" />
        <text
          class="scale-label scale-label-threshold"
          x={`${from}%`}
          y="55"
          text-anchor={from > 85 ? "end" : "start"}
          dx={from > 85 ? -6 : 6}
        >
          {area.scale.threshold} {threshold}
        </text>
      </svg>
      <input
        class="edit-slider"
        type="range"
        min="0"
        max={POSITIONS - 1}
        step="1"
        value={position}
        aria-label={text.moves.slider(labelOf(criterion)[language])}
        aria-valuetext={said}
        onInput={(event) => setTried(Number(event.currentTarget.value))}
      />
      <p class="moves-said">{said}</p>
      <details class="scrolls picture-table">
        <summary>{text.moves.table}</summary>
        <table class="readings">
          <thead>
            <tr>
              <th scope="col">{text.moves.value}</th>
              <th scope="col">{text.moves.outcome}</th>
              <th scope="col">{text.moves.distance}</th>
              <th scope="col">{text.moves.answer}</th>
            </tr>
          </thead>
          <tbody>
            {core.strip(request.value, around(criterion, axis)).positions.map((found) => (
              <tr key={found.finding.figure}>
                <th scope="row">{show(criterion, found.finding.figure ?? "0")}</th>
                <td>{area.outcome[found.finding.outcome]}</td>
                <td>{distance(criterion, found.finding.distance)}</td>
                <td>{say(found.verdict)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

/** The eleven positions around the threshold, kept inside the range. */
function around(criterion: Criterion, axis: GivenAxis & { readonly end: number }): GivenAxis {
  const lowest = add(criterion.threshold.value, `-${valueAt(axis, 5)}`);
  const highest = add(criterion.threshold.value, valueAt(axis, 5));
  const from = lowest.startsWith("-") ? "0" : lowest;
  return { ...axis, from: Number(highest) > axis.end ? add(String(axis.end), `-${valueAt(axis, 10)}`) : from, positions: 11 };
}

const HEIGHT = 240;

function FieldOf({ columns, rows }: { columns: Criterion; rows: Criterion }) {
  const { text, language } = usePlan();
  const show = useShow();
  const [across, down] = [axisOf(columns), axisOf(rows)];
  const findings = explained.value?.assessment.findings ?? [];
  const now = (criterion: Criterion) => findings.find((found) => found.criterion === criterion.id)?.percent ?? null;
  const start = (criterion: Criterion, axis: GivenAxis) =>
    Math.round(Number(now(criterion) ?? criterion.threshold.value) / Number(axis.step));
  const [column, setColumn] = useState(start(columns, across));
  const [row, setRow] = useState(start(rows, down));
  const core = planner.value;
  if (core === null) return null;
  const table = core.gridTable(request.value, across, down);
  const cells = core.grid(request.value, across, down);
  // The two lowest bits of a cell are the verdict.
  const verdict = verdicts[(cells[row * POSITIONS + column] ?? 2) & 3] ?? "undetermined";
  const x = (number: string) => Math.min(100, Math.max(0, (100 * Number(number)) / across.end));
  const y = (number: string) => HEIGHT - Math.min(HEIGHT, Math.max(0, (HEIGHT * Number(number)) / down.end));
  const [split, level] = [x(columns.threshold.value), y(rows.threshold.value)];
  const [below, , above] = table.verdicts;
  const said = text.moves.twoAt(
    text.moves.pair(labelOf(columns)[language], show(columns, valueAt(across, column))),
    text.moves.pair(labelOf(rows)[language].toLocaleLowerCase(language), show(rows, valueAt(down, row))),
    text.sure.verdict[verdict],
  );
  const slider = (criterion: Criterion, value: number, set: (value: number) => void) => (
    <label class="moves-slider">
      {labelOf(criterion)[language]}
      <input
        class="edit-slider"
        type="range"
        min="0"
        max={POSITIONS - 1}
        step="1"
        value={value}
        aria-valuetext={said}
        onInput={(event) => set(Number(event.currentTarget.value))}
      />
    </label>
  );
  const [nowAcross, nowDown] = [now(columns), now(rows)];
  return (
    <div class="moves-field">
      <div>
        <svg class="moves-drawing" width="100%" height={HEIGHT} aria-hidden="true">
          <Hatch id="field-hatch" />
          <rect x="0" y={level} width={`${split}%`} height={HEIGHT - level} {...fillOf(below[0], "field-hatch")} />
          <rect x={`${split}%`} y={level} width={`${100 - split}%`} height={HEIGHT - level} {...fillOf(below[2], "field-hatch")} />
          <rect x="0" y="0" width={`${split}%`} height={level} {...fillOf(above[0], "field-hatch")} />
          <rect x={`${split}%`} y="0" width={`${100 - split}%`} height={level} {...fillOf(above[2], "field-hatch")} />
          <rect class="scale-edge" x="0" y="0" width="100%" height={HEIGHT} />
          <line class="scale-threshold" x1={`${split}%`} y1="0" x2={`${split}%`} y2={HEIGHT} />
          <line class="scale-threshold" x1="0" y1={level} x2="100%" y2={level} />
          <line class="moves-cursor" x1={`${x(valueAt(across, column))}%`} y1="0" x2={`${x(valueAt(across, column))}%`} y2={HEIGHT} />
          <line class="moves-cursor" x1="0" y1={y(valueAt(down, row))} x2="100%" y2={y(valueAt(down, row))} />
          {nowAcross !== null && nowDown !== null && <circle class="picture-now" cx={`${x(nowAcross)}%`} cy={y(nowDown)} r="6" />}
        </svg>
        <p class="help">{text.moves.here}</p>
      </div>
      <div>
        {slider(columns, column, setColumn)}
        {slider(rows, row, setRow)}
        <p class="moves-said">{said}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls needs the focus to be scrolled by keys */}
        <section class="scrolls picture-table" aria-label={text.moves.table} tabIndex={0}>
          <table class="readings">
            <thead>
              <tr>
                <td />
                {([text.moves.below, text.moves.on, text.moves.above] as const).map((side, nth) => (
                  <th key={nth} scope="col">
                    {nth === 0 && `${labelOf(columns)[language]} `}
                    {side(show(columns, columns.threshold.value))}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {([text.moves.below, text.moves.on, text.moves.above] as const).map((side, nth) => (
                <tr key={nth}>
                  <th scope="row">
                    {nth === 0 && `${labelOf(rows)[language]} `}
                    {side(show(rows, rows.threshold.value))}
                  </th>
                  {table.verdicts[nth]?.map((found, at) => (
                    <td key={at} data-answer={found}>
                      {text.moves.key[found]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </div>
    </div>
  );
}
