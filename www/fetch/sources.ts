// The open tables as the page reads them: the data of the crate, typed, and which of them answer a wish.

import data from "@data/sources/tables.json";
import type { Language } from "../text/format.ts";

export type Level = "regso" | "deso";

type Text = Readonly<Record<Language, string>>;

export interface Division {
  readonly id: string;
  readonly level: Level;
  /** The codes of its areas with `?` for any character; `{place}` stands for the four digits of a municipality. */
  readonly mask: string;
  /** How many areas the whole country has. */
  readonly areas: number;
  readonly first: number;
  readonly last: number;
}

/** The codes to ask for, by variable. */
export type Selected = Readonly<Record<string, readonly string[]>>;

export interface Table {
  /** Null where the id in the service of today is not known. */
  readonly id: string | null;
  readonly name: string;
  readonly criterion: string;
  readonly title: Text;
  readonly levels: readonly Level[];
  readonly first: number;
  readonly last: number;
  /** In how many years there is one with figures. */
  readonly every: number;
  readonly ages: string;
  readonly base: Text;
  readonly select: Selected;
  /** What of the answer is counted of what; null where it is a percentage. */
  readonly share: { readonly variable: string; readonly count: readonly string[]; readonly total: readonly string[] } | null;
  /** How a table without a known id is found, and the codes that are known by their words only. */
  readonly find?: { readonly query: string; readonly title: string; readonly labels: Readonly<Record<string, string>> };
  readonly page: string;
  readonly bulk: string | null;
}

export const service = data.service;
const divisions = data.divisions as unknown as readonly Division[];
export const tables = data.tables as unknown as readonly Table[];
/** The criterion of which no open table has figures for small areas, and why. */
export const missing = data.missing;
export const elsewhere = data.elsewhere;

/** What a person wants: the areas of some places in a year. A place is a municipality's or a county's code; none is the whole country. */
export interface Wanted {
  readonly level: Level;
  readonly places: readonly string[];
  readonly year: number;
}

/** One table for the areas of one place in one year. */
export interface Query {
  readonly table: Table;
  readonly division: Division;
  /** Empty for the whole country. */
  readonly place: string;
  readonly year: number;
}

function division(level: Level, year: number): Division {
  const found = divisions.find((one) => one.level === level && one.first <= year && year <= one.last);
  if (found === undefined) throw new RangeError(`no division of ${level} in ${year}`);
  return found;
}

/** The year of a table's figures that stand for a year; null for none. A turnout is that of the latest election. */
function yearOf({ first, last, every }: Table, year: number): number | null {
  const latest = Math.min(year, last);
  if (latest < first) return null;
  const of = latest - ((latest - first) % every);
  return year - of < every ? of : null;
}

function queriesOf(level: Level, place: string, year: number): Query[] {
  return tables.flatMap((table) => {
    const of = table.levels.includes(level) ? yearOf(table, year) : null;
    return of === null ? [] : [{ table, division: division(level, of), place, year: of }];
  });
}

/** Everything to ask for, one mask of areas in each. */
export function queries({ level, places, year }: Wanted): Query[] {
  return (places.length === 0 ? [""] : places).flatMap((place) => queriesOf(level, place, year));
}

function criteriaOf(level: Level): number {
  return new Set(tables.filter((table) => table.levels.includes(level)).map(({ criterion }) => criterion)).size;
}

/** The years of which every table with areas of the level has figures, the latest first. */
export function years(level: Level): number[] {
  const last = Math.max(...tables.map((table) => table.last));
  const all = Array.from({ length: 20 }, (_, nth) => last - nth);
  return all.filter((year) => queriesOf(level, "", year).length === criteriaOf(level));
}

/** Whether all figures for a year are of one division, so that an area is the same area in all of them. */
export function isComparable(level: Level, year: number): boolean {
  return new Set(queriesOf(level, "", year).map((query) => query.division.id)).size === 1;
}

/** The latest year of which all figures are of one division. */
export function comparableYear(level: Level): number {
  return years(level).find((year) => isComparable(level, year)) ?? years(level)[0] ?? 0;
}

/** Returns the mask of the areas of a query. */
export function mask({ division: { mask: of }, place }: Query): string {
  return of.replace("{place}", place.padEnd(4, "?"));
}

/** What is asked for in a request: every variable once. */
export function selection(query: Query, select: Selected = query.table.select): [variable: string, codes: readonly string[]][] {
  const chosen = Object.entries(select).sort(([one], [other]) => (one < other ? -1 : 1));
  return [["Region", [mask(query)]], ...chosen, ["Tid", [String(query.year)]]];
}

/** Returns the address of a query's answer below a base of the service. */
export function addressOf(base: string, id: string, query: Query, language: Language, select?: Selected): string {
  const parameters = selection(query, select).map(
    ([variable, codes]) => `&valueCodes[${variable}]=${codes.map(encodeURIComponent).join(",")}`,
  );
  return `${base}/tables/${id}/data?lang=${language}${parameters.join("")}&outputFormat=json-stat2`;
}

/** Returns the name of the file that an answer is handed over as. */
export function fileName({ table, division: { id }, place, year }: Query): string {
  return `${table.id ?? table.name}-${id}${place === "" ? "" : `-${place}`}-${year}.json`;
}

/** The name of a division as people write it: `RegSO 2020`. */
export const divisionName = ({ id }: Division): string => id.replace(/(?=\d{4}$)/, " ");

/** The address of a page of the database in a language. */
export const inLanguage = (address: string, language: Language): string => address.replace("{lang}", language);
