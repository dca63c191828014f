// An answer of the service: checked against what was asked for, and read with the digits that it came with.

import { memberOf, parse } from "./client.ts";
import { FetchError } from "./problem.ts";
import { mask, type Query, type Selected } from "./sources.ts";

/** A figure of an area as the table has it; null where the table has none. */
export type Figure =
  | { readonly kind: "count"; readonly count: string; readonly total: string }
  | { readonly kind: "percent"; readonly percent: string }
  | null;

export interface AreaFigure {
  /** Without what the table adds to tell its division. */
  readonly code: string;
  /** Empty where the division has no names. */
  readonly name: string;
  readonly municipality: string;
  readonly figure: Figure;
}

export interface Dataset {
  /** When the table was last updated, as the service writes it; empty where it does not say. */
  readonly updated: string;
  readonly cells: number;
  readonly areas: readonly AreaFigure[];
}

interface Dimension {
  readonly codes: readonly string[];
  readonly labels: ReadonlyMap<string, string>;
  readonly decimals: ReadonlyMap<string, number>;
  /** How many cells lie between two of its codes. */
  readonly step: number;
}

function changed(what: string): never {
  throw new FetchError({ kind: "changed", what });
}

/** Reads an answer; throws a `FetchError` for one that is not what was asked for. */
export function readDataset(text: string, query: Query, select: Selected): Dataset {
  const whole = parse(text);
  if (memberOf(whole, "class") !== "dataset" || !Array.isArray(memberOf(whole, "id"))) throw new FetchError({ kind: "not-figures" });
  const version = memberOf(whole, "version");
  if (typeof version !== "string" || !version.startsWith("2")) changed("version");
  const { dimensions, cells } = dimensionsOf(whole);
  const values = valuesOf(text);
  if (values.length !== cells) throw new FetchError({ kind: "wrong-size", expected: cells, found: values.length });
  const region = dimensions.get("Region") ?? changed("Region");
  const wanted = new Map<string, readonly string[]>([...Object.entries(select), ["Tid", [String(query.year)]]]);
  for (const [variable, codes] of wanted) {
    const found = dimensions.get(variable) ?? changed(variable);
    for (const code of codes) if (!found.codes.includes(code)) changed(`${variable} ${code}`);
    if (found.codes.length !== codes.length) changed(variable);
  }
  for (const [variable, { codes }] of dimensions)
    if (variable !== "Region" && !wanted.has(variable) && codes.length !== 1) changed(variable);
  const fits = new RegExp(`^${mask(query).replaceAll("?", ".")}$`);
  const other = region.codes.find((code) => !fits.test(code));
  if (other !== undefined) changed(`Region ${other}`);
  const perArea = [...wanted.values()].reduce((product, { length }) => product * length, 1);
  const areas = query.place === "" ? query.division.areas : region.codes.length;
  if (region.codes.length !== areas || areas === 0)
    throw new FetchError({ kind: "wrong-size", expected: Math.max(1, areas) * perArea, found: cells });

  const cell = (at: number, chosen: ReadonlyMap<string, string>) => {
    const index = [...chosen].reduce((sum, [variable, code]) => {
      const of = dimensions.get(variable);
      return of === undefined ? sum : sum + of.codes.indexOf(code) * of.step;
    }, at * region.step);
    return values[index] ?? null;
  };
  const figureAt = figureOf(query, select, dimensions, cell);
  const all = region.codes.map((code, at): AreaFigure => ({ ...place(code, region.labels.get(code) ?? ""), figure: figureAt(at) }));
  if (values.every((value) => value === null || /^0(\.0*)?$/.test(value))) throw new FetchError({ kind: "only-zeros" });
  const updated = memberOf(whole, "updated");
  return { updated: typeof updated === "string" ? updated : "", cells, areas: all };
}

function dimensionsOf(whole: unknown): { dimensions: Map<string, Dimension>; cells: number } {
  const ids = memberOf(whole, "id") as unknown[];
  const sizes = memberOf(whole, "size");
  if (!Array.isArray(sizes) || sizes.length !== ids.length) changed("size");
  const dimensions = new Map<string, Dimension>();
  let step = 1;
  for (const [nth, id] of [...ids.entries()].reverse()) {
    const size: unknown = sizes[nth];
    if (typeof id !== "string" || typeof size !== "number" || !Number.isSafeInteger(size) || size < 1) changed("size");
    const category = memberOf(memberOf(memberOf(whole, "dimension"), id), "category");
    const labels = entries(memberOf(category, "label")).map(([code, label]) => [code, String(label)] as const);
    const codes = codesOf(memberOf(category, "index"), labels);
    if (codes.length !== size) throw new FetchError({ kind: "wrong-size", expected: size, found: codes.length });
    const decimals = entries(memberOf(category, "unit")).map(([code, unit]) => [code, Number(memberOf(unit, "decimals") ?? 0)] as const);
    dimensions.set(id, { codes, labels: new Map(labels), decimals: new Map(decimals), step });
    step *= size;
    if (!Number.isSafeInteger(step)) changed("size");
  }
  return { dimensions, cells: step };
}

const entries = (value: unknown): [string, unknown][] => Object.entries(typeof value === "object" && value !== null ? value : {});

/** The codes in their order; of a single one the index may be left out. */
function codesOf(index: unknown, labels: readonly (readonly [string, string])[]): readonly string[] {
  if (Array.isArray(index)) return index.map(String);
  if (index === undefined) return labels.map(([code]) => code);
  return entries(index)
    .sort(([, one], [, other]) => Number(one) - Number(other))
    .map(([code]) => code);
}

/** The cells as they are written, so that no number passes through a float; null for none. */
function valuesOf(text: string): (string | null)[] {
  const list = /"value"\s*:\s*\[([^\]]*)\]/.exec(text)?.[1];
  if (list === undefined) changed("value");
  if (list.trim() === "") return [];
  return list.split(",").map((cell) => {
    const written = cell.trim();
    if (written === "null") return null;
    return /^-?\d+(\.\d+)?$/.test(written) ? written : changed(`value ${written.slice(0, 20)}`);
  });
}

type Cell = (at: number, chosen: ReadonlyMap<string, string>) => string | null;

function figureOf(
  { table: { share } }: Query,
  select: Selected,
  dimensions: ReadonlyMap<string, Dimension>,
  cell: Cell,
): (at: number) => Figure {
  const fixed = new Map(Object.entries(select).flatMap(([variable, [code]]) => (code === undefined ? [] : [[variable, code] as const])));
  if (share === null) {
    const decimals = dimensions.get("ContentsCode")?.decimals.get(fixed.get("ContentsCode") ?? "") ?? 0;
    return (at) => {
      const value = cell(at, fixed);
      // A turnout of 0 is no turnout.
      return value === null || Number(value) === 0 ? null : { kind: "percent", percent: withDecimals(value, decimals) };
    };
  }
  const sum = (at: number, codes: readonly string[]): number | null =>
    codes.reduce<number | null>((total, code) => {
      const value = cell(at, new Map([...fixed, [share.variable, code]]));
      if (value !== null && !/^\d+$/.test(value)) changed(`value ${value}`);
      return total === null || value === null ? null : total + Number(value);
    }, 0);
  return (at) => {
    const count = sum(at, share.count);
    const total = sum(at, share.total);
    // Areas of a division that has no figures for the year stand there with 0: missing, not zero.
    return count === null || total === null || total === 0 ? null : { kind: "count", count: String(count), total: String(total) };
  };
}

/** Writes a number with as many decimals as the table states: JSON may leave its last zeros out. */
function withDecimals(value: string, decimals: number): string {
  const [units = "", after = ""] = value.split(".");
  const all = after.padEnd(decimals, "0");
  return all === "" ? units : `${units}.${all}`;
}

/** Takes apart `0114R001_RegSO2025` with `0114R001 Upplands Väsby (Bollstanäs)`, and a code without a name. */
function place(code: string, label: string): { code: string; name: string; municipality: string } {
  const bare = code.replace(/_.*$/, "");
  const named = /^(?:\d{4}R\d{3}\s+)?[^(]+?\s*\((.+)\)$/.exec(label.trim());
  return { code: bare, name: named?.[1] ?? "", municipality: bare.slice(0, 4) };
}
