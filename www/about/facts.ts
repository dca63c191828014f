// The memo's facts as the live parts need them, typed, and the few things to do with them; `data.ts` has the rest.

import designatedFile from "@data/memo/designated.json";
import { ceilings2018, plan } from "@data/memo/money.json";
import { counties as countyList } from "@data/memo/municipalities.json";
import { authorities, distribution, programme } from "@data/memo/periods.json";
import sourcesFile from "@data/memo/sources.json";
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

export const sources: Readonly<Record<string, Source>> = sourcesFile;
export const designated = designatedFile;

export { authorities, ceilings2018, distribution, plan, programme };

/** The counties' names by their two digits. */
export const counties: ReadonlyMap<string, string> = new Map(countyList.map(({ code, name }) => [code, name]));

/** The designated municipalities as a Swedish list orders them. */
export const designatedInOrder: readonly Place[] = [...designated.municipalities].sort((left, right) =>
  new Intl.Collator("sv").compare(left.name, right.name),
);

/** Writes an amount of thousands of kronor in millions, exactly: 10300 is 10,3. */
export function millions(thousandKronor: number, language: Language): string {
  const digits = String(thousandKronor).padStart(4, "0");
  return decimal(`${digits.slice(0, -3)}.${digits.slice(-3)}`.replace(/\.?0+$/, ""), language);
}

/** Puts values into the places of a text: `{name}`. A place without a value stays visible, and a test looks for it. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (place, key: string) => values[key] ?? place);
}
