// How a table was understood, in English sentences.

import { list, sentence } from "../text/english.ts";
import type { understood as reference } from "./understood.sv.ts";

const quoted = (name: string) => `“${name}”`;
const columns = (names: string[]) =>
  names.length === 1 ? `the column ${list(names.map(quoted))}` : `the columns ${list(names.map(quoted))}`;

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
  lostZeros: (n, one) =>
    one ? "1 code had lost its first zero, which was restored." : `${n} codes had lost their first zero, which was restored.`,
  noArea: "No column of areas was found.",
  noMeasure: "None of the criteria is in this file.",
  areas,
  measure: {
    percent: (from, n) => `percentages of ${columns(from)}, ${n}.`,
    fractions: (from, n) => `fractions from 0 to 1 of ${columns(from)}, turned into percent, ${n}.`,
    count: (from, base, file, n) =>
      `counts of ${columns(from)} out of ${base.length === 0 ? "the total" : columns(base)}${file === null ? "" : ` in the file ${file}`}, ${n}.`,
    noBase: (from) => `counts of ${columns(from)}. The total is missing: add a file with the population.`,
    amount: (from, n) => `numbers of people of ${columns(from)}, ${n}.`,
  },
  facets: {
    measure: "Figure",
    status: "Work",
    education: "Education",
    duration: "Time without work",
    election: "Election",
    sex: "Sex",
    age: "Age",
    birth: "Country of birth",
    background: "Group",
    period: "Period",
    other: "Other",
  },
  how: {
    only: (facet, values) => `${facet}: ${list(values)}.`,
    total: (facet, values) => `${facet}: ${list(values)}, which is the total.`,
    preferred: (facet, values) => `${facet}: ${list(values)}, which is nearest to the criterion.`,
    latest: (facet, values) => `${facet}: ${list(values)}, which is the latest.`,
    sum: (facet, values) => `${facet}: ${list(values)}, added up.`,
    recipe: (facet, values) => `${facet}: ${list(values)}, as you decided.`,
  },
  ofTheBase: (facet) => `The total’s ${facet.toLowerCase()}`,
  period: (period, others) =>
    others.length === 0 ? `Period: ${period}.` : `Period: ${period}, the latest. The file has ${list(others)}, too.`,
  kept: {
    only: (column, kept) => `${quoted(column)}: ${list(kept)}.`,
    total: (column, kept) => `${quoted(column)}: only the rows for ${list(kept)} are counted.`,
    preferred: (column, kept) => `${quoted(column)}: ${list(kept)} was chosen.`,
    latest: (column, kept) => `${quoted(column)}: the latest, ${list(kept)}, was chosen.`,
    sum: (column, kept) => `${quoted(column)}: ${list(kept)} were added up.`,
    recipe: (column, kept) => `${quoted(column)}: ${list(kept)}, as you decided.`,
  },
  assumed: {
    label: "The file does not say this. Is it right?",
    added: (name, facet, values) =>
      `For ${name}, ${list(values)} were added up (${facet.toLowerCase()}). They exclude each other and are all.`,
    named: (name, column, by) => `${quoted(column)} was read as ${name}, since ${quoted(by)} says so.`,
    dated: (name, column, by) => `Only the file’s name, ${quoted(by)}, tells the year of ${name} in ${quoted(column)}.`,
    "base-ages": (name, column) => `${quoted(column)} is the total for ${name}, but its ages are not told or are not those of the count.`,
    "base-of-newest-year": (name, column) => `The count for ${name} tells no year. ${quoted(column)} is assumed to be of the same year.`,
    "base-undated": (name, column) =>
      `${quoted(column)} is the total for ${name} and tells no year. It is assumed to be of the year of the count.`,
    "base-year": (name, column) => `${quoted(column)} is the total for ${name}, but of the year before or after the count.`,
    "base-of-all": (name, column) => `${quoted(column)} is the total for ${name}. It does not say whom it counts: all in the area?`,
    unusual: (name, isTime, values, usual) =>
      `For ${name}, ${list(values.map(quoted))} is used. Usual is ${isTime ? `at least ${usual} months` : `ages ${usual}`}.`,
    "area-column": (column, other) => `The areas are those in ${quoted(column)}. ${quoted(other)} has other areas.`,
    "filled-down": (column) => `Blank cells in ${quoted(column)} got the text above. The table writes each name once.`,
  },
  notUsed: {
    label: (n, one) => (one ? "1 column or category was not used" : `${n} columns and categories were not used`),
    column: (column, category) => (category === null ? quoted(column) : `${quoted(category)} in ${quoted(column)}`),
    more: (n) => `and ${n} more.`,
    why: {
      another: "another period, age or group.",
      id: "an identifier, no figure.",
      "no-level": "a change, a rank or an index, no level.",
      "no-measure": "belongs to none of the criteria.",
      unexplained: (words) => `the words ${list(words.map(quoted))} were not understood.`,
      "no-base": "a count without a total.",
      counts: "the counts say the same more exactly.",
      asked: "waits for your answer.",
      empty: "has no numbers.",
      text: "is text.",
    },
  },
  ledger: {
    label: "All rows, columns and categories",
    rows: "Rows",
    columns: "Columns",
    categories: "Categories",
    caption: (table) => `What the rows, columns and categories of ${table} were used for`,
    heading: "headings and labels",
    used: "gave figures",
    another: "another level, period or group",
    notUsed: "no figures for the criteria",
    listed: "could not be read, is listed",
    all: "in all",
  },
  recipe: (name) => `Read by the recipe ${name}.`,
  formats: { csv: "CSV", xlsx: "Excel", xls: "older Excel", ods: "ODS", "json-stat": "JSON-stat", px: "PX" },
  form: (parts, records) => `${parts.join(", ")}, ${records} rows.`,
  delimiters: { semicolon: "semicolon", tab: "tab", comma: "comma", space: "space" },
  warnings: {
    "mixed-divisions": "The column mixes areas of different divisions, such as DeSO and RegSO. They are assessed side by side.",
    "mixed-vintages": "Areas of several years’ divisions have figures. They stand apart, each with its year.",
    "unknown-division": (n, one) =>
      one
        ? "1 code begins as a municipality’s but has no known shape. It is included."
        : `${n} codes begin as a municipality’s but have no known shape. They are included.`,
    "count-above-total": (n, one) =>
      `In ${areas(n, one)} the count is larger than its total. ${one ? "That figure is" : "Those figures are"} missing.`,
    "sums-differ": (n, largest, one, person) =>
      `In ${areas(n, one)} the parts don’t add up to the total, by ${largest} ${person ? "person" : "people"} at most. From 2025 Statistics Sweden adds small random numbers to the counts.`,
    "parts-missing": (n, one) =>
      one
        ? "1 area lacks categories that others have. That figure is missing."
        : `${n} areas lack categories that others have. Those figures are missing.`,
    "nil-as-zero": (n, one) => `${cells(n, one)} read as zero, as in Statistics Sweden’s own files.`,
    "software-digits": (column, n, one) =>
      `${quoted(column)}: ${one ? "1 cell has" : `${n} cells have`} more digits than anyone publishes. ${one ? "It was" : "They were"} rounded to 12 decimals.`,
    suppressed: (column, n, low, high, one) =>
      `${quoted(column)}: ${one ? "1 cell has" : `${n} cells have`} a span instead of a count, within ${low}–${high} people. There is an answer only where the whole span is on one side of the threshold.`,
    "said-missing": (note, n, one) => `In ${one ? "1 cell" : `${n} cells`} the figure is missing, since ${quoted(note)} says so.`,
    "nil-as-missing": (n, one) => `${cells(n, one)} read as missing.`,
  },
  joined: {
    "different-vintages":
      "The files are of different years’ divisions. They were joined by the code all the same; borders may have moved between the years.",
    "codes-from-key": (n, one) => `${areas(n, one)} that had only a name got the code from another of the files.`,
    "names-without-code": (n, one) =>
      `${one ? "1 area has" : `${n} areas have`} only a name, and none of the files says unambiguously which code it belongs to. So ${one ? "it" : "they"} could not be joined with areas that have a code. Add a key file with names and codes, such as Statistics Sweden’s key between DeSO and RegSO.`,
    key: (file, from, to, weights) =>
      `${file}: key from ${quoted(from)} to ${quoted(to)}, ${weights === null ? "without weights" : `with weights from ${quoted(weights)}`}.`,
    keyRows: (rows, used) => `Of the ${rows} rows of the key, ${used} are used.`,
    notSplit: (n, one) => `The key does not say how ${areas(n, one)} are to be split.`,
    split: (n, into, shared) =>
      `The counts of ${n} areas were put together to ${into} areas by the key. ${
        shared === null
          ? "None of them is split."
          : `The key splits ${shared} of them, and there the counts are a span: whole people, down and up.`
      }`,
    contradictory: (name, n, one) =>
      `The files contradict each other about ${name} in ${one ? "1 area" : `${n} areas`}. The figure is unknown there. Remove the file or sheet that does not hold.`,
    "not-in-all": (n, one) => `${one ? "1 area lacks" : `${n} areas lack`} a figure in some of the files.`,
    summable: (n, into, one) =>
      `${one ? "1 DeSO area has" : `${n} DeSO areas have`} counts, and one of the files tells which ${into} RegSO they lie in. The counts can be added up; percentages never are.`,
    summed: (n, into, one) => `The counts of ${deso(n, one)} are added up to ${into} RegSO.`,
    "percentages-not-summed": (n, one) =>
      `${one ? "1 area lacks" : `${n} areas lack`} a figure, since its parts have it as percentages only, and percentages can’t be added up.`,
    "parts-not-complete": (n, one) => `${one ? "1 area lacks" : `${n} areas lack`} a figure, since one of its parts lacks it.`,
    "two-divisions-not-summed": (n, one) =>
      `${one ? "1 area lacks" : `${n} areas lack`} a figure, since its parts have figures by two years’ divisions. Keep one year’s areas in the file, or choose a year.`,
    "other-ages": (counts, bases) => `The counts in ${columns(counts)} are of other ages than ${columns(bases)}, so no share was made.`,
    "other-years": (counts, bases) =>
      `The counts in ${columns(counts)} are of other years than ${columns(bases)}, so no share was made. Add a file with the totals of the same year.`,
    "left-out": (files) =>
      `Of the archive ${list(files.map(quoted))} ${files.length === 1 ? "was" : "were"} left out, which can’t be read as a table.`,
    "not-in-key": (n, one) =>
      `${one ? "1 area is" : `${n} areas are`} not in the key and ${one ? "stands by itself" : "stand by themselves"}.`,
  },
  key: {
    is: "Used as a key: the counts are put together to the areas that the key tells.",
    isLog: "Used as a log of changed areas: areas of two years’ divisions are compared by it.",
    use: "Use as a key",
    to: { regso: "Put together to RegSO instead", deso: "Put together to DeSO instead" },
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
