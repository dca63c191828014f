// Thresholds to try on both sides of a set's own, as exact decimals.

import type { Criterion } from "../engine/criteria.ts";

/** How far apart thresholds can be: points of a percentage, or persons. */
export const distances = { percent: ["1", "0.5", "0.1"], persons: ["100", "500", "1000"] } as const;

/** Returns thresholds so far apart on both sides of the criterion's own, that one among them, within what is possible. */
export function thresholdsAround({ threshold, unit }: Criterion, apart: string, side: number): string[] {
  const decimals = Math.max(decimalsOf(threshold.value), decimalsOf(apart));
  const own = units(threshold.value, decimals);
  const step = units(apart, decimals);
  const highest = unit === "percent" ? units("100", decimals) : Number.MAX_SAFE_INTEGER;
  return Array.from({ length: 2 * side + 1 }, (_, nth) => own + (nth - side) * step)
    .filter((value) => value >= 0 && value <= highest)
    .map((value) => (value === own ? threshold.value : text(value, decimals)));
}

const decimalsOf = (number: string) => number.split(".")[1]?.length ?? 0;

/** A decimal as a whole number of its last place: `4.8` with two decimals is 480. */
function units(number: string, decimals: number): number {
  const [whole = "0", part = ""] = number.split(".");
  return Number(whole + part.padEnd(decimals, "0"));
}

function text(value: number, decimals: number): string {
  if (decimals === 0) return String(value);
  const digits = String(value).padStart(decimals + 1, "0");
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
