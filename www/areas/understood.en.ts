// How a table was understood, in English sentences.

import { list, sentence } from "../text/english.ts";
import type { understood as reference } from "./understood.sv.ts";

const quoted = (name: string) => `“${name}”`;
const columns = (names: string[]) => (names.length === 1 ? `the column ${list(names.map(quoted))}` : `the columns ${list(names.map(quoted))}`);

export const understood: typeof reference = {
  label: "How the files were understood",
  table: (file, sheet) => (sheet === null ? file : `${file}, sheet ${sheet}`),
  divisions: {
    nation: (n, one) => (one ? "the country" : `${n} countries`),
    county: (n) => `${n} counties`,
    municipality: (n, one) => (one ? "1 municipality" : `${n} municipalities`),
    district: (n) => `${n} electoral districts`,
    regso: (n) => `${n} RegSO areas`,
    deso: (n) => `${n} DeSO areas`,
    unknown: (n) => `${n} areas of an unknown division`,
  },
  byCode: (what, from) => `${sentence(what)}, by the code in ${columns(from)}.`,
  byName: (what, from) => `${sentence(what)}, by the name in ${columns(from)}.`,
  notAssessed: (what) => `${sentence(what)} in the same column are not assessed.`,
  lostZeros: (n, one) => (one ? "1 code had lost its first zero, which was restored." : `${n} codes had lost their first zero, which was restored.`),
  noMeasure: "None of the criteria is in this file.",
  percent: (name, column, n) => `${name}: percentages of the column ${quoted(column)}, ${n} areas.`,
  fractions: (name, column, n) => `${name}: fractions from 0 to 1 of the column ${quoted(column)}, read as hundredths, ${n} areas.`,
  count: (name, counts, totals, n) => `${name}: counts of ${columns(counts)} out of ${columns(totals)}, ${n} areas.`,
  categories: (name, column, category, counted, total, n) =>
    `${name}: counts of the column ${quoted(column)} where ${quoted(category)} is ${list(counted)}, out of ${total.length > 4 ? `${total.length} categories together` : list(total)}, ${n} areas.`,
  amount: (name, column, n) => `${name}: counts of the column ${quoted(column)}, ${n} areas.`,
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
    "unknown-division": (n) => `${n} codes begin as a municipality’s but have no known shape. They are included.`,
    "count-above-total": (n) => `In ${n} areas the count is larger than its total. Those figures are missing.`,
    "sums-differ": (n, largest) => `In ${n} areas the parts don’t add up to the total, by ${largest} persons at most. Statistics Sweden changes small counts by random numbers.`,
    "parts-missing": (n) => `${n} areas lack categories that others have. Those figures are missing.`,
    "nil-as-zero": (n) => `${n} cells with a dash were read as zero, as in Statistics Sweden’s own files.`,
    "nil-as-missing": (n) => `${n} cells with a dash were read as missing.`,
  },
  joined: {
    "different-vintages": "The files are of different years’ divisions. They were joined by the code all the same; borders may have moved between the years.",
    "codes-from-key": (n) => `${n} areas that had only a name got their code from another of the files.`,
    "names-without-code": (n) => `${n} areas have only a name, and none of the files says unambiguously which code it belongs to. So they could not be joined with areas that have a code. Add a key file with names and codes, such as Statistics Sweden’s key between DeSO and RegSO.`,
    "not-in-all": (n) => `${n} areas lack a figure in some of the files.`,
  },
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
