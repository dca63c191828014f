// The rest of the memo's facts, for what is text alone.

import promemoriaFile from "@data/criteria/promemoria-2018.json";
import afterwardsFile from "@data/memo/afterwards.json";
import designationFile from "@data/memo/designation.json";
import measuresFile from "@data/memo/measures.json";
import methodFile from "@data/memo/method.json";
import moneyFile from "@data/memo/money.json";
import { count as municipalityCount } from "@data/memo/municipalities.json";
import periodsFile from "@data/memo/periods.json";
import programmeFile from "@data/memo/programme.json";
import unknownFile from "@data/memo/unknown.json";
import { labelOf } from "../model/labels.ts";
import type { Language } from "../text/format.ts";
import type { Text } from "./facts.ts";

export const promemoria = promemoriaFile;
export const designation = designationFile;
export const money = moneyFile;
export const periods = periodsFile;
export const programme = programmeFile;
export const measures = measuresFile;
export const unknown = unknownFile;
export const afterwards = afterwardsFile;
export const method = methodFile;

export { municipalityCount };

export const plannedTotal = money.plan.years.reduce((total, year) => total + year.thousandKronor, 0);

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
