// How a table was understood, in English sentences.

import { list, sentence } from "../text/english.ts";
import type { understood as reference } from "./understood.sv.ts";

const quoted = (name: string) => `“${name}”`;
const columns = (names: string[]) => (names.length === 1 ? `the column ${list(names.map(quoted))}` : `the columns ${list(names.map(quoted))}`);

const areas = (n: string, one: boolean) => (one ? "1 area" : `${n} areas`);
const deso = (n: string, one: boolean) => (one ? "1 DeSO area" : `${n} DeSO areas`);
const cells = (n: string, one: boolean) => (one ? "1 cell with a dash was" : `${n} cells with a dash were`);

export const understood: typeof reference = {
  label: "How the files were understood",
  table: (file, sheet) => (sheet === null ? file : `${file}, sheet ${sheet}`),
  divisions: {
    nation: (n, one) => (one ? "the country" : `${n} countries`),
    county: (n, one) => (one ? "1 county" : `${n} counties`),
    municipality: (n, one) => (one ? "1 municipality" : `${n} municipalities`),
    district: (n, one) => (one ? "1 electoral district" : `${n} electoral districts`),
    regso: (n, one) => (one ? "1 RegSO area" : `${n} RegSO areas`),
    deso,
    unknown: (n, one) => `${areas(n, one)} of an unknown division`,
  },
  byCode: (what, from) => `${sentence(what)}, by the code in ${columns(from)}.`,
  byName: (what, from) => `${sentence(what)}, by the name in ${columns(from)}.`,
  notAssessed: (what) => `${sentence(what)} in the same column are not assessed.`,
  lostZeros: (n, one) => (one ? "1 code had lost its first zero, which was restored." : `${n} codes had lost their first zero, which was restored.`),
  noMeasure: "None of the criteria is in this file.",
  areas,
  percent: (name, column, n) => `${name}: percentages of the column ${quoted(column)}, ${n}.`,
  fractions: (name, column, n) => `${name}: fractions from 0 to 1 of the column ${quoted(column)}, read as hundredths, ${n}.`,
  count: (name, counts, totals, n) => `${name}: counts of ${columns(counts)} out of ${columns(totals)}, ${n}.`,
  categories: (name, column, category, counted, total, n) =>
    `${name}: counts of the column ${quoted(column)} where ${quoted(category)} is ${list(counted)}, out of ${total.length > 4 ? `${total.length} categories together` : list(total)}, ${n}.`,
  amount: (name, column, n) => `${name}: counts of the column ${quoted(column)}, ${n}.`,
  year: (year) => `The year is ${year}.`,
  kept: {
    only: (column, kept) => `${quoted(column)}: ${list(kept)}.`,
    total: (column, kept) => `${quoted(column)}: only the rows for ${list(kept)} are counted.`,
    preferred: (column, kept) => `${quoted(column)}: ${list(kept)} was chosen.`,
    latest: (column, kept) => `${quoted(column)}: the latest, ${list(kept)}, was chosen.`,
    sum: (column, kept) => `${quoted(column)}: ${list(kept)} were added up.`,
    recipe: (column, kept) => `${quoted(column)}: ${list(kept)}, as you decided.`,
  },
  recipe: (name) => `Read by the recipe ${name}.`,
  formats: { csv: "CSV", xlsx: "Excel", xls: "older Excel", ods: "ODS", "json-stat": "JSON-stat", px: "PX" },
  form: (parts, records) => `${parts.join(", ")}, ${records} rows.`,
  delimiters: { semicolon: "semicolon", tab: "tab", comma: "comma", space: "space" },
  questions: {
    fractions: (name, column) => `All numbers in ${quoted(column)} are from 0 to 1. Are they fractions for ${name}, so that 0.6 means 60 percent?`,
    categories: (column) => `Which rows count in the column ${quoted(column)}? Until that is decided the figures are missing.`,
    areFractions: "Yes, fractions",
    arePercent: "No, percentages",
  },
  warnings: {
    "mixed-divisions": "The column mixes areas of different divisions, such as DeSO and RegSO. They are assessed side by side.",
    "mixed-vintages": "Areas of several years’ divisions have figures. They stand apart, each with its year.",
    "unknown-division": (n, one) =>
      one ? "1 code begins as a municipality’s but has no known shape. It is included." : `${n} codes begin as a municipality’s but have no known shape. They are included.`,
    "count-above-total": (n, one) => `In ${areas(n, one)} the count is larger than its total. ${one ? "That figure is" : "Those figures are"} missing.`,
    "sums-differ": (n, largest, one, person) =>
      `In ${areas(n, one)} the parts don’t add up to the total, by ${largest} ${person ? "person" : "persons"} at most. Statistics Sweden changes small counts by random numbers.`,
    "parts-missing": (n, one) =>
      one ? "1 area lacks categories that others have. That figure is missing." : `${n} areas lack categories that others have. Those figures are missing.`,
    "nil-as-zero": (n, one) => `${cells(n, one)} read as zero, as in Statistics Sweden’s own files.`,
    "nil-as-missing": (n, one) => `${cells(n, one)} read as missing.`,
  },
  joined: {
    "different-vintages": "The files are of different years’ divisions. They were joined by the code all the same; borders may have moved between the years.",
    "codes-from-key": (n, one) => `${areas(n, one)} that had only a name got the code from another of the files.`,
    "names-without-code": (n, one) =>
      `${one ? "1 area has" : `${n} areas have`} only a name, and none of the files says unambiguously which code it belongs to. So ${one ? "it" : "they"} could not be joined with areas that have a code. Add a key file with names and codes, such as Statistics Sweden’s key between DeSO and RegSO.`,
    "not-in-all": (n, one) => `${one ? "1 area lacks" : `${n} areas lack`} a figure in some of the files.`,
    summable: (n, into, one) =>
      `${one ? "1 DeSO area has" : `${n} DeSO areas have`} counts, and one of the files tells which ${into} RegSO they lie in. The counts can be added up; percentages never are.`,
    summed: (n, into, one) => `The counts of ${deso(n, one)} are added up to ${into} RegSO.`,
    "percentages-not-summed": (n, one) => `${one ? "1 area lacks" : `${n} areas lack`} a figure, since it is there as a percentage for each DeSO only, and percentages can’t be added up.`,
    "parts-not-complete": (n, one) => `${one ? "1 area lacks" : `${n} areas lack`} a figure, since one of its DeSO lacks it.`,
    "not-in-key": (n, one) => `${one ? "1 DeSO area is" : `${n} DeSO areas are`} not in the key file and ${one ? "stands by itself" : "stand by themselves"}.`,
  },
  sum: "Add up to RegSO",
  apart: "Show each DeSO",
  preview: "Show the beginning of the table",
  previewCaption: (table) => `The first rows of ${table}`,
  roles: {
    area: "area",
    name: "name",
    percent: "percent",
    count: "count",
    total: "total",
    category: "category",
    number: "another number",
    other: "not used",
  },
  more: (shown) => `${shown} columns are shown.`,
};
