// The scale: a band, hatched where a criterion is met, with the threshold, the national average and the area marked and
// labelled. It shows the part that matters, with its ends written out, or the whole. The area's mark is a slider.

import { useMemo, useRef } from "preact/hooks";
import type { Criterion } from "../engine/criteria.ts";
import { decimal, inUnit, type Language, typed } from "../text/format.ts";
import type { Entry } from "../model/entry.ts";
import { useText } from "./language.ts";
import { marksOf, nearOf, place, type Range, wholeOf } from "../model/range.ts";
import type { Row } from "../model/rows.ts";
import { useComputed } from "./signals.ts";
import { change, wholeScale } from "../model/area.ts";
import { labelOf } from "../model/labels.ts";

/** What the band of a row shows: the whole where a person wants it, or where the figure lies outside of the part. */
function useRange(row: Row): Range {
  const { criterion } = row;
  const [whole, near] = useMemo(() => [wholeOf(criterion), nearOf(criterion)] as const, [criterion]);
  // At a pause, so that the scale does not jump about while a figure is half typed.
  const range = useComputed(() => {
    const at = row.rested.value.percent;
    const outside = at !== null && (Number(at) < near.from || Number(at) > near.to);
    return wholeScale.value || outside ? whole : near;
  }, [row, whole, near]);
  return range.value;
}

type Show = (value: string) => string;

function showIn({ unit }: Criterion, language: Language): Show {
  return (value) => inUnit(value, unit, language);
}

interface Ranged {
  row: Row;
  range: Range;
}

export function Scale({ row }: { row: Row }) {
  const range = useRange(row);
  return (
    <div class="scale-place">
      <div class="scale">
        <Drawing row={row} range={range} />
        <Pointer row={row} range={range} />
        <Slider row={row} range={range} />
      </div>
    </div>
  );
}

function Drawing({ row, range }: Ranged) {
  const { text, language } = useText();
  const { criterion } = row;
  const label = useComputed(() => {
    const show = showIn(criterion, language);
    const figure = row.rested.value.percent;
    return text.scale.describe(
      labelOf(criterion)[language],
      figure === null ? null : show(figure),
      show(criterion.threshold.value),
      criterion.nationalAverage === undefined ? null : show(criterion.nationalAverage.value),
    );
  }, [row, text, language]);
  return (
    <svg class="scale-drawing" role="img" width="100%" height="76" aria-label={label}>
      <Band criterion={criterion} range={range} />
      <Ghost row={row} range={range} />
    </svg>
  );
}

/** What stands still: the band with its ends, the threshold and the national average. */
function Band({ criterion, range }: { criterion: Criterion; range: Range }) {
  const { text, language } = useText();
  const show = showIn(criterion, language);
  const { averageAt, thresholdAt } = marksOf(criterion, range);
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
      {range.from > 0 && <Torn at={0} />}
      {range.to < range.end && <Torn at={100} />}
      {thresholdAt > FAR && (
        <text class="scale-label scale-end" x="0" y="57">
          {show(String(range.from))}
        </text>
      )}
      {100 - thresholdAt > FAR && (
        <text class="scale-label scale-end" x="100%" y="57" text-anchor="end">
          {show(String(range.to))}
        </text>
      )}
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

/** How far the threshold's label must be from an end, so that both have room. */
const FAR = 30;

/** A torn edge, where the band goes on beyond what is shown. */
function Torn({ at }: { at: 0 | 100 }) {
  return (
    <svg x={`${at}%`} y="23" overflow="visible" aria-hidden="true">
      <path class="scale-torn" d={at === 0 ? "M-1 0V16H2L5 12L2 8L5 4L2 0Z" : "M1 0V16H-2L-5 12L-2 8L-5 4L-2 0Z"} />
    </svg>
  );
}

/** Without a figure, where the area's mark could be taken hold of. */
function Ghost({ row, range }: Ranged) {
  const { averageAt, thresholdAt } = marksOf(row.criterion, range);
  const stands = useComputed(
    () => row.percent.value === null && !sliderOf(row.entry.value, null, row.criterion, range).disabled,
    [row, range],
  );
  if (!stands.value) return null;
  return (
    <svg x={`${averageAt ?? thresholdAt}%`} y="13" overflow="visible" aria-hidden="true">
      <path class="scale-ghost" d="M-8 -1H8L0 11Z" />
    </svg>
  );
}

/** The area's mark with its number. It lies over the drawing, which is so spared from being laid out at every key. */
function Pointer({ row, range }: Ranged) {
  const { language } = useText();
  const has = useComputed(() => row.percent.value !== null, [row]);
  const at = useComputed(() => place(row.percent.value ?? "0", range), [row, range]);
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

function Slider({ row, range }: Ranged) {
  const { text, language } = useText();
  const { criterion } = row;
  // Its thumb is not seen, so it follows at a pause, or when it is gone to.
  const slider = useComputed(() => sliderOf(row.rested.value.entry, row.rested.value.percent, criterion, range), [row, criterion, range]);
  const min = useComputed(() => slider.value.min, [slider]).value;
  const max = useComputed(() => slider.value.max, [slider]).value;
  const step = useComputed(() => slider.value.step, [slider]);
  const at = useComputed(() => slider.value.value, [slider]);
  const disabled = useComputed(() => slider.value.disabled, [slider]);
  const said = useComputed(() => {
    const { says } = slider.value;
    return says === null ? text.form.sliderEmpty : showIn(criterion, language)(says);
  }, [slider, criterion, text, language]);
  const touch = useRef<Touch | null>(null);
  return (
    <input
      // A browser keeps a value within the range that it has at that moment: with another range it is another slider.
      key={`${min} ${max}`}
      class="scale-slider"
      type="range"
      min={min}
      max={max}
      step={step}
      value={at}
      disabled={disabled}
      aria-label={text.form.slider(labelOf(criterion)[language])}
      aria-valuetext={said}
      onFocus={row.rest}
      onPointerDown={({ pointerType, clientX, currentTarget: { value } }) => {
        touch.current = pointerType === "touch" ? { from: clientX, value, entry: row.entry.peek(), drags: false } : null;
      }}
      onPointerMove={({ clientX }) => {
        if (touch.current !== null && Math.abs(clientX - touch.current.from) > SLOP) touch.current.drags = true;
      }}
      onPointerCancel={() => {
        // The page scrolls: it was no drag.
        if (touch.current?.drags === true) {
          change(criterion, touch.current.entry);
          row.rest();
        }
        touch.current = null;
      }}
      onPointerUp={() => {
        touch.current = null;
      }}
      onInput={(event) => {
        if (touch.current?.drags === false) {
          event.currentTarget.value = touch.current.value;
          return;
        }
        change(
          criterion,
          slider.value.set(event.currentTarget.value, (number) => typed(number, language)),
        );
        // One who moves it hears at once where it stands.
        row.rest();
      }}
    />
  );
}

/** A finger on the slider: until it drags, a figure stays as it is, whatever the browser makes of a touch. */
interface Touch {
  from: number;
  value: string;
  entry: Entry;
  drags: boolean;
}

/** As many pixels a finger moves sideways before it drags. */
const SLOP = 8;

/** Turns a label away from its neighbour, and keeps it inside the drawing. */
function anchor(at: number, neighbour: number | null): "start" | "middle" | "end" {
  if (at < 9) return "start";
  if (at > 91) return "end";
  if (neighbour !== null && Math.abs(neighbour - at) < 13) return neighbour > at ? "end" : "start";
  return "middle";
}

interface Slider {
  min: string;
  max: string;
  step: string;
  value: string;
  /** The share or number that the figure comes to, where there is one. */
  says: string | null;
  disabled: boolean;
  set: (value: string, write: (number: string) => string) => Partial<Entry>;
}

/** Returns what the slider moves: tenths of a percent, persons of a given total, or persons. */
function sliderOf(entry: Entry, says: string | null, criterion: Criterion, { from, to }: Range): Slider {
  const plain = (text: string) => text.replace(/\s/g, "");
  const rest = Number(criterion.nationalAverage?.value ?? criterion.threshold.value);
  if (entry.mode === "count") {
    const total = plain(entry.total);
    const usable = /^\d{1,12}$/.test(total) && Number(total) > 0;
    const all = usable ? Number(total) : 100;
    // Whole persons, so that each end is one that can be.
    const [min, max] = [Math.floor((from * all) / 100), Math.ceil((to * all) / 100)];
    const value = /^\d{1,12}$/.test(plain(entry.count)) ? plain(entry.count) : String(Math.round((rest * all) / 100));
    return {
      min: String(min),
      max: String(Math.min(all, max)),
      step: "1",
      value,
      says,
      disabled: !usable,
      set: (number) => ({ count: number }),
    };
  }
  if (entry.mode === "amount") {
    const value = says ?? String(Math.round(rest));
    return { min: String(from), max: String(to), step: "1", value, says, disabled: false, set: (number) => ({ amount: number }) };
  }
  const set: Slider["set"] = (number, write) => ({ percent: write(Number(number).toFixed(1)) });
  return { min: String(from), max: String(to), step: "0.1", value: says ?? String(rest), says, disabled: false, set };
}
