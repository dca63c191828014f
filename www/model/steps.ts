// Steps of a figure, exact: so many persons, or so many percentage points, more or fewer.

import type { Criterion } from "../engine/criteria.ts";
import type { Part } from "../engine/plan.ts";
import { type Language, typed } from "../text/format.ts";
import type { Entry, Mode } from "./entry.ts";

const HUNDRED = 100n;

/** Adds two plain decimal numbers (`58.2`, `-0.05`), keeping the decimals of the finer one. */
export function add(a: string, b: string): string {
  const decimals = Math.max(decimalsOf(a), decimalsOf(b));
  return write(units(a, decimals) + units(b, decimals), decimals);
}

function decimalsOf(number: string): number {
  return number.split(".")[1]?.length ?? 0;
}

function units(number: string, decimals: number): bigint {
  const [whole = "0", part = ""] = number.replace("-", "").split(".");
  const size = BigInt(whole + part.padEnd(decimals, "0"));
  return number.startsWith("-") ? -size : size;
}

function write(value: bigint, decimals: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, "0");
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return value < 0n ? `-${text}` : text;
}

function between(number: string, highest: bigint): boolean {
  const decimals = decimalsOf(number);
  const value = units(number, decimals);
  return value >= 0n && value <= highest * 10n ** BigInt(decimals);
}

/**
 * Returns a figure moved by a number of persons, or of percentage points for a percentage; null where that would lead
 * below nothing or above everything. `figure` is the core's: `58.2`, `742/1237`, `4000`.
 */
export function moved(figure: string, mode: Mode, by: string, language: Language): Partial<Entry> | null {
  const [count = "", total] = figure.split("/");
  const after = add(count, by);
  if (mode === "percent") return between(after, HUNDRED) ? { percent: typed(after, language) } : null;
  if (decimalsOf(after) > 0 || !between(after, BigInt(total ?? Number.MAX_SAFE_INTEGER))) return null;
  return total === undefined ? { amount: after } : { count: after, total };
}

/** Returns what a figure of the core puts into the fields. */
export function fieldsOf(figure: string, criterion: Criterion, language: Language): Partial<Entry> {
  const [count = "", total] = figure.split("/");
  if (total !== undefined) return { mode: "count", count, total };
  return criterion.unit === "persons" ? { mode: "amount", amount: figure } : { mode: "percent", percent: typed(figure, language) };
}

/** Returns the figure that a part of a combination leads to. */
export function figureOf({ change }: Part): string {
  if ("step" in change) return change.figure;
  return "fixedTotal" in change ? change.fixedTotal.figure : change.amount.figure;
}

/** Tells whether a text is a plain positive step as a person types it, and returns it with a point. */
export function readStep(text: string, whole: boolean): string | null {
  const plain = text.trim().replace(",", ".");
  const shape = whole ? /^\d{1,9}$/ : /^\d{1,3}(\.\d{1,6})?$/;
  return shape.test(plain) && /[1-9]/.test(plain) ? plain : null;
}
