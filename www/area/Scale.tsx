// The scale: the whole range as a band, hatched past the threshold, with the threshold, the national average and the
// area marked and labelled. The area's mark is a slider.

import type { Criterion } from "../engine/criteria.ts";
import { decimal, type Language, percent, typed } from "../text/format.ts";
import type { Entry } from "./entry.ts";
import { useText } from "./language.ts";
import type { Row } from "./rows.ts";
import { useComputed } from "./signals.ts";
import { change } from "./state.ts";

/** Where a mark stands on the band, from 0 to 100. Drawing only: nothing is decided by it. */
function place(value: string, end: number): number {
  return Math.min(100, Math.max(0, (100 * Number(value)) / end));
}

/** What a criterion's scale is drawn by: its end, and the places of threshold and national average. */
function measuresOf({ unit, threshold, nationalAverage }: Criterion) {
  const end = unit === "persons" ? 2 * Number(threshold.value) : 100;
  const averageAt = nationalAverage === undefined ? null : place(nationalAverage.value, end);
  return { end, averageAt, thresholdAt: place(threshold.value, end) };
}

type Show = (value: string) => string;

function showIn({ unit }: Criterion, language: Language): Show {
  return (value) => (unit === "persons" ? decimal(value, language) : percent(value, language));
}

export function Scale({ row }: { row: Row }) {
  return (
    <div class="scale-place">
      <div class="scale">
        <Drawing row={row} />
        <Pointer row={row} />
        <Slider row={row} />
      </div>
    </div>
  );
}

function Drawing({ row }: { row: Row }) {
  const { text, language } = useText();
  const { criterion } = row;
  const label = useComputed(() => {
    const show = showIn(criterion, language);
    const figure = row.rested.value.percent;
    return text.scale.describe(
      criterion.label[language],
      figure === null ? null : show(figure),
      show(criterion.threshold.value),
      criterion.nationalAverage === undefined ? null : show(criterion.nationalAverage.value),
    );
  }, [row, text, language]);
  return (
    <svg class="scale-drawing" role="img" width="100%" height="76" aria-label={label}>
      <Band criterion={criterion} />
      <Ghost row={row} />
    </svg>
  );
}

/** What stands still: the band with threshold and national average. */
function Band({ criterion }: { criterion: Criterion }) {
  const { text, language } = useText();
  const show = showIn(criterion, language);
  const { averageAt, thresholdAt } = measuresOf(criterion);
  const average = criterion.nationalAverage;
  const from = criterion.direction === "below" ? 0 : thresholdAt;
  const width = criterion.direction === "below" ? thresholdAt : 100 - thresholdAt;
  const hatch = `hatch-${criterion.id}`;
  return (
    <>
      <defs>
        <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="scale-past" width="7" height="7" />
          <line class="scale-hatch" x1="1" y1="0" x2="1" y2="7" />
        </pattern>
      </defs>
      <rect class="scale-band" x="0" y="24" width="100%" height="14" />
      <rect x={`${from}%`} y="24" width={`${width}%`} height="14" fill={`url(#${hatch})`} />
      <rect class="scale-edge" x="0" y="24" width="100%" height="14" />
      {averageAt !== null && <line class="scale-average" x1={`${averageAt}%`} y1="18" x2={`${averageAt}%`} y2="62" />}
      <line class="scale-threshold" x1={`${thresholdAt}%`} y1="16" x2={`${thresholdAt}%`} y2="46" />
      <text class="scale-label scale-label-threshold" x={`${thresholdAt}%`} y="57" text-anchor={anchor(thresholdAt, averageAt)}>
        {text.scale.threshold} {show(criterion.threshold.value)}
      </text>
      {average !== undefined && averageAt !== null && (
        <text class="scale-label" x={`${averageAt}%`} y="73" text-anchor={anchor(averageAt, null)}>
          {text.scale.average} {show(average.value)}
        </text>
      )}
    </>
  );
}

/** Without a figure, where the area's mark could be taken hold of. */
function Ghost({ row }: { row: Row }) {
  const { end, averageAt, thresholdAt } = measuresOf(row.criterion);
  const rest = averageAt ?? thresholdAt;
  const stands = useComputed(() => row.percent.value === null && !sliderOf(row.entry.value, null, rest, end).disabled, [row, rest, end]);
  if (!stands.value) return null;
  return (
    <svg x={`${rest}%`} y="13" overflow="visible" aria-hidden="true">
      <path class="scale-ghost" d="M-8 -1H8L0 11Z" />
    </svg>
  );
}

/** The area's mark with its number. It lies over the drawing, which is so spared from being laid out at every key. */
function Pointer({ row }: { row: Row }) {
  const { language } = useText();
  const { end } = measuresOf(row.criterion);
  const has = useComputed(() => row.percent.value !== null, [row]);
  const at = useComputed(() => place(row.percent.value ?? "0", end), [row, end]);
  const left = useComputed(() => `left:${at.value}%`, [at]);
  const side = useComputed(() => anchor(at.value, null), [at]);
  const written = useComputed(() => decimal(row.percent.value ?? "0", language), [row, language]);
  if (!has.value) return null;
  return (
    <div class="scale-pointer" data-tone={row.outcome} style={left} aria-hidden="true">
      <svg width="1" height="1" overflow="visible" aria-hidden="true">
        <path class="scale-mark" d="M-8.5 -1H8.5L0 12.5Z" />
      </svg>
      <span class="scale-value" data-side={side}>
        {written}
      </span>
    </div>
  );
}

function Slider({ row }: { row: Row }) {
  const { text, language } = useText();
  const { criterion } = row;
  const { end, averageAt, thresholdAt } = measuresOf(criterion);
  // Its thumb is not seen, so it follows at a pause, or when it is gone to.
  const slider = useComputed(() => sliderOf(row.rested.value.entry, row.rested.value.percent, averageAt ?? thresholdAt, end), [row, averageAt, thresholdAt, end]);
  const max = useComputed(() => slider.value.max, [slider]).value;
  const step = useComputed(() => slider.value.step, [slider]);
  const at = useComputed(() => slider.value.value, [slider]);
  const disabled = useComputed(() => slider.value.disabled, [slider]);
  const said = useComputed(() => {
    const { says } = slider.value;
    return says === null ? text.form.sliderEmpty : showIn(criterion, language)(says);
  }, [slider, criterion, text, language]);
  return (
    <input
      // A browser keeps a value within the range that it has at that moment: with another range it is another slider.
      key={max}
      class="scale-slider"
      type="range"
      min="0"
      max={max}
      step={step}
      value={at}
      disabled={disabled}
      aria-label={text.form.slider(criterion.label[language])}
      aria-valuetext={said}
      onFocus={row.rest}
      onInput={(event) => {
        change(criterion, slider.value.set(event.currentTarget.value, (number) => typed(number, language)));
        // One who moves it hears at once where it stands.
        row.rest();
      }}
    />
  );
}

/** Turns a label away from its neighbour, and keeps it inside the drawing. */
function anchor(at: number, neighbour: number | null): "start" | "middle" | "end" {
  if (at < 9) return "start";
  if (at > 91) return "end";
  if (neighbour !== null && Math.abs(neighbour - at) < 13) return neighbour > at ? "end" : "start";
  return "middle";
}

interface Slider {
  max: string;
  step: string;
  value: string;
  /** The share or number that the figure comes to, where there is one. */
  says: string | null;
  disabled: boolean;
  set: (value: string, write: (number: string) => string) => Partial<Entry>;
}

/** Returns what the slider moves: tenths of a percent, persons of a given total, or persons. */
function sliderOf(entry: Entry, says: string | null, rest: number, end: number): Slider {
  const plain = (text: string) => text.replace(/\s/g, "");
  if (entry.mode === "count") {
    const total = plain(entry.total);
    const usable = /^\d{1,12}$/.test(total) && Number(total) > 0;
    const max = usable ? total : "100";
    const value = /^\d{1,12}$/.test(plain(entry.count)) ? plain(entry.count) : String(Math.round((rest * Number(max)) / 100));
    return { max, step: "1", value, says, disabled: !usable, set: (number) => ({ count: number }) };
  }
  if (entry.mode === "amount") {
    const value = says ?? String(Math.round((rest * end) / 100));
    return { max: String(end), step: "1", value, says, disabled: false, set: (number) => ({ amount: number }) };
  }
  const set: Slider["set"] = (number, write) => ({ percent: write(Number(number).toFixed(1)) });
  return { max: "100", step: "0.1", value: says ?? String(rest), says, disabled: false, set };
}
