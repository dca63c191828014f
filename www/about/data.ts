// The memo's facts as the view reads them: the JSON of the crate, typed, and the few things to do with it.

import { labelOf } from "../model/labels.ts";
import promemoriaFile from "@data/criteria/promemoria-2018.json";
import afterwardsFile from "@data/memo/afterwards.json";
import designatedFile from "@data/memo/designated.json";
import designationFile from "@data/memo/designation.json";
import measuresFile from "@data/memo/measures.json";
import methodFile from "@data/memo/method.json";
import moneyFile from "@data/memo/money.json";
import { counties as countyList, count as municipalityCount } from "@data/memo/municipalities.json";
import periodsFile from "@data/memo/periods.json";
import programmeFile from "@data/memo/programme.json";
import sourcesFile from "@data/memo/sources.json";
import unknownFile from "@data/memo/unknown.json";
import { decimal, type Language } from "../text/format.ts";

export interface Text {
  sv: string;
  en: string;
}

export interface Source {
  title: Text;
  short: Text;
  url: string | null;
}

/** Where something comes from: ids of sources, and the words in Swedish where they are quoted. */
export interface Origin {
  sources: readonly string[];
  quote?: string | undefined;
}

export interface Statement extends Origin {
  text: Text;
}

export interface Place {
  code: string;
  name: string;
}

export const promemoria = promemoriaFile;
export const sources: Readonly<Record<string, Source>> = sourcesFile;
export const designated = designatedFile;
export const designation = designationFile;
export const money = moneyFile;
export const periods = periodsFile;
export const programme = programmeFile;
export const measures = measuresFile;
export const unknown = unknownFile;
export const afterwards = afterwardsFile;
export const method = methodFile;

export { municipalityCount };

/** The counties' names by their two digits. */
export const counties: ReadonlyMap<string, string> = new Map(countyList.map(({ code, name }) => [code, name]));

/** The designated municipalities as a Swedish list orders them. */
export const designatedInOrder: readonly Place[] = [...designated.municipalities].sort((left, right) =>
  new Intl.Collator("sv").compare(left.name, right.name),
);

export function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

export const plannedTotal = sum(money.plan.years.map((year) => year.thousandKronor));

/** Writes an amount of thousands of kronor in millions, exactly: 10300 is 10,3. */
export function millions(thousandKronor: number, language: Language): string {
  const digits = String(thousandKronor).padStart(4, "0");
  return decimal(`${digits.slice(0, -3)}.${digits.slice(-3)}`.replace(/\.?0+$/, ""), language);
}

/** Puts values into the places of a text: `{name}`. A place without a value stays visible, and a test looks for it. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (place, key: string) => values[key] ?? place);
}

/** Writes a day, a month or a year (`2018-04-19`, `2018-03`, `2021`) in words. */
export function day(date: string, language: Language): string {
  const [year = "", month, dayOfMonth] = date.split("-");
  if (month === undefined) return year;
  const options: Intl.DateTimeFormatOptions = { month: "long", year: "numeric", timeZone: "UTC" };
  if (dayOfMonth !== undefined) options.day = "numeric";
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(dayOfMonth ?? 1)));
  return new Intl.DateTimeFormat(language === "sv" ? "sv-SE" : "en-GB", options).format(at);
}

export interface Threshold {
  label: Text;
  threshold: string;
  average: string;
}

/** The memo's criteria by id, as the criteria set states them. */
export const thresholds: ReadonlyMap<string, Threshold> = new Map(
  promemoria.criteria.map((criterion) => [
    criterion.id,
    {
      label: labelOf(criterion),
      threshold: criterion.threshold.value,
      average: criterion.nationalAverage.value,
    },
  ]),
);
