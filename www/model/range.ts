// What a scale shows, and where on it things stand.

import type { Criterion } from "../engine/criteria.ts";

/** What the band shows, in percent or persons. Drawing only: nothing is decided by it. */
export interface Range {
  readonly from: number;
  readonly to: number;
  /** Where the scale itself ends. */
  readonly end: number;
}

/** Where a value stands on the band, from 0 to 100. */
export function place(value: string, { from, to }: Range): number {
  return Math.min(100, Math.max(0, (100 * (Number(value) - from)) / (to - from)));
}

/** The whole scale. */
export function wholeOf({ unit, threshold }: Criterion): Range {
  const end = unit === "persons" ? 2 * Number(threshold.value) : 100;
  return { from: 0, to: end, end };
}

const ROUND = 5;

/** The part around threshold and national average, with more room on the side where the criterion is met. */
export function nearOf(criterion: Criterion): Range {
  const whole = wholeOf(criterion);
  const average = Number(criterion.nationalAverage?.value);
  const threshold = Number(criterion.threshold.value);
  const apart = Math.abs(average - threshold);
  if (!(apart > 0)) return whole;
  const [before, after] = average > threshold ? [1.5, 0.5] : [0.5, 1.5];
  const from = Math.floor((Math.min(average, threshold) - before * apart) / ROUND) * ROUND;
  const to = Math.ceil((Math.max(average, threshold) + after * apart) / ROUND) * ROUND;
  return { from: Math.max(0, from), to: Math.min(whole.end, to), end: whole.end };
}

/** The places of threshold and national average. */
export function marksOf({ threshold, nationalAverage }: Criterion, range: Range) {
  const averageAt = nationalAverage === undefined ? null : place(nationalAverage.value, range);
  return { averageAt, thresholdAt: place(threshold.value, range) };
}
