// The scale: the whole range as a band, hatched past the threshold, with the threshold, the national average and the
// area marked and labelled. The area's mark is a slider.

import { computed, type ReadonlySignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { Criterion } from "../engine/criteria.ts";
import { decimal, type Language, percent, typed } from "../text/format.ts";
import type { Entry } from "./entry.ts";
import { useText } from "./language.ts";
import type { Row } from "./rows.ts";
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

/** A signal of its own for each thing that a key changes, so that it is written without drawing the scale anew. */
function useComputed<T>(of: () => T, inputs: readonly unknown[]): ReadonlySignal<T> {
  return useMemo(() => computed(of), inputs);
}

export function Scale({ row }: { row: Row }) {
  return (
    <div class="scale">
      <Drawing row={row} />
      <Slider row={row} />
    </div>
  );
}

function Drawing({ row }: { row: Row }) {
  const { text, language } = useText();
  const { criterion } = row;
  const label = useComputed(() => {
    const show = showIn(criterion, language);
    const value = row.finding.value?.percent ?? null;
    return text.scale.describe(
      criterion.label[language],
      value === null ? null : show(value),
      show(criterion.threshold.value),
      criterion.nationalAverage === undefined ? null : show(criterion.nationalAverage.value),
    );
  }, [row, text, language]);
  return (
    <svg class="scale-drawing" role="img" width="100%" height="76" aria-label={label}>
      <Band criterion={criterion} />
      <Pointer row={row} />
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

/** The area's mark with its number; without a figure only where it could be taken hold of. */
function Pointer({ row }: { row: Row }) {
  const { language } = useText();
  const { end, averageAt, thresholdAt } = measuresOf(row.criterion);
  const rest = averageAt ?? thresholdAt;
  const value = useComputed(() => row.finding.value?.percent ?? null, [row]);
  const has = useComputed(() => value.value !== null, [value]);
  const disabled = useComputed(() => sliderOf(row.entry.value, value.value, rest, end).disabled, [row, value]);
  const at = useComputed(() => place(value.value ?? "0", end), [value, end]);
  const x = useComputed(() => `${at.value}%`, [at]);
  const side = useComputed(() => anchor(at.value, null), [at]);
  const written = useComputed(() => decimal(value.value ?? "0", language), [value, language]);
  if (!has.value) {
    if (disabled.value) return null;
    return (
      <svg x={`${rest}%`} y="13" overflow="visible" aria-hidden="true">
        <path class="scale-ghost" d="M-8 -1H8L0 11Z" />
      </svg>
    );
  }
  return (
    <>
      <svg class="scale-pointer" data-tone={row.outcome} x={x} y="13" overflow="visible" aria-hidden="true">
        <path class="scale-mark" d="M-8.5 -1H8.5L0 12.5Z" />
      </svg>
      <text class="scale-value" x={x} y="9" text-anchor={side}>
        {written}
      </text>
    </>
  );
}

function Slider({ row }: { row: Row }) {
  const { text, language } = useText();
  const { criterion } = row;
  const { end, averageAt, thresholdAt } = measuresOf(criterion);
  const value = useComputed(() => row.finding.value?.percent ?? null, [row]);
  const slider = useComputed(() => sliderOf(row.entry.value, value.value, averageAt ?? thresholdAt, end), [row, value]);
  const max = useComputed(() => slider.value.max, [slider]).value;
  const at = useComputed(() => slider.value.value, [slider]);
  const disabled = useComputed(() => slider.value.disabled, [slider]);
  const empty = useComputed(() => (value.value === null ? "" : undefined), [value]);
  const said = useComputed(
    () => (value.value === null ? text.form.sliderEmpty : showIn(criterion, language)(value.value)),
    [value, text, language],
  );
  return (
    <input
      // A browser keeps a value within the range that it has at that moment: with another range it is another slider.
      key={max}
      class="scale-slider"
      type="range"
      min="0"
      max={max}
      step={row.mode.value === "percent" ? "0.1" : "1"}
      value={at}
      disabled={disabled}
      data-empty={empty}
      aria-label={text.form.slider(criterion.label[language])}
      aria-valuetext={said}
      onInput={(event) => change(criterion, slider.value.set(event.currentTarget.value, (number) => typed(number, language)))}
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
  value: string;
  disabled: boolean;
  set: (value: string, write: (number: string) => string) => Partial<Entry>;
}

/** Returns what the slider moves: tenths of a percent, persons of a given total, or persons. */
function sliderOf(entry: Entry, value: string | null, rest: number, end: number): Slider {
  const plain = (text: string) => text.replace(/\s/g, "");
  if (entry.mode === "count") {
    const total = plain(entry.total);
    const usable = /^\d{1,12}$/.test(total) && Number(total) > 0;
    const max = usable ? total : "100";
    const at = /^\d{1,12}$/.test(plain(entry.count)) ? plain(entry.count) : String(Math.round((rest * Number(max)) / 100));
    return { max, value: at, disabled: !usable, set: (number) => ({ count: number }) };
  }
  if (entry.mode === "amount") {
    const at = value ?? String(Math.round((rest * end) / 100));
    return { max: String(end), value: at, disabled: false, set: (number) => ({ amount: number }) };
  }
  return {
    max: "100",
    value: value ?? String(rest),
    disabled: false,
    set: (number, write) => ({ percent: write(Number(number).toFixed(1)) }),
  };
}
