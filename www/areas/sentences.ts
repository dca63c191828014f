// From facts to sentences; the words stand in the texts.

import type { CriteriaSet, Criterion } from "../engine/criteria.ts";
import type { Failure, JoinWarning, Understanding, Warning } from "../engine/tables.ts";
import { decimal, inSentence, type Language, percent, whole } from "../text/format.ts";
import type { AreasText } from "./text.sv.ts";

type Code = Extract<Failure, { kind: "core" }>["error"]["problem"]["code"];

/** Says why a load was not done: where, what was found, what to do. */
export function failureText(failure: Failure, text: AreasText, language: Language): string {
  const words = text.problem;
  if (failure.kind === "unreadable") return words.unreadable(failure.file);
  if (failure.kind === "broken") return words.broken;
  if (failure.kind === "missing") return words.missing;
  const { problem, place } = failure.error;
  const what = (() => {
    switch (problem.code) {
      case "too-large":
        return words["too-large"][problem.what](whole(problem.limit, language));
      case "damaged":
        return words.damaged(problem.part);
      case "wrong-size":
        return words["wrong-size"](whole(problem.expected, language), whole(problem.found, language));
      case "only-metadata":
      case "no-area":
      case "no-measure":
      case "unknown-format":
      case "encrypted":
      case "not-json":
        return words[problem.code];
      default:
        return words.other(problem.code satisfies Code);
    }
  })();
  const where = [
    ...(place?.file != null ? [words.file(place.file)] : []),
    ...(place?.sheet != null ? [words.sheet(place.sheet)] : []),
    ...(place?.line != null ? [words.line(whole(place.line, language))] : []),
    ...(place?.column != null ? [words.column(place.column)] : []),
  ].join(", ");
  return where === "" ? what : words.at(where, what);
}

/** Names a criterion with its threshold, and whether the threshold itself counts: by the criterion, else by the reading. */
export function criterionInWords(criterion: Criterion, tie: string, text: AreasText, language: Language): string {
  const words = text.reading.criterion;
  const { value } = criterion.threshold;
  const threshold = criterion.unit === "persons" ? text.reading.persons(decimal(value, language)) : percent(value, language);
  const counts = (criterion.tie ?? tie) === "inclusive";
  const side = criterion.direction === "below" ? (counts ? "at-most" : "below") : counts ? "at-least" : "above";
  return words[side](criterion.label[language], threshold);
}

/** Says which measures of a set no table has; nothing where all are there. */
export function missingSentence(set: CriteriaSet, tables: readonly Understanding[], text: AreasText, language: Language): string {
  const missing = missingCriteria(set, tables);
  if (missing.length === 0) return "";
  if (missing.length === set.criteria.length) return text.answer.noMeasure;
  return text.answer.missing(
    missing.map((criterion) => inSentence(criterion.label[language])),
    set.criteria.length,
  );
}

/** Returns the criteria that no table has figures for. */
export function missingCriteria(set: CriteriaSet, tables: readonly Understanding[]): CriteriaSet["criteria"] {
  const found = new Set(tables.flatMap((table) => table.measures.map((measure) => measure.criterion)));
  return set.criteria.filter((criterion) => !found.has(criterion.id));
}

/** Says how a table was understood, a sentence for each fact. */
export function understanding(table: Understanding, set: CriteriaSet, text: AreasText, language: Language): string[] {
  const words = text.understood;
  const number = (value: number) => whole(value, language);
  const name = (id: string) => set.criteria.find((criterion) => criterion.id === id)?.label[language] ?? id;
  const sentences: string[] = [];
  const { area } = table;
  if (area !== null) {
    const say = ({ division, areas }: (typeof area.divisions)[number]) => words.divisions[division](number(areas), areas === 1);
    const level = (division: string) =>
      division === "nation" || division === "county" || division === "municipality" ? division : "area";
    const assessed = area.divisions.filter(({ division }) => level(division) === area.level);
    const others = area.divisions.filter(({ division }) => level(division) !== area.level);
    const by = area.form === "name" ? words.byName : words.byCode;
    sentences.push(by(assessed.map(say).join(", "), area.columns));
    if (others.length > 0) sentences.push(words.notAssessed(others.map(say).join(", ")));
    if (area.lostZeros > 0) sentences.push(words.lostZeros(number(area.lostZeros), area.lostZeros === 1));
  }
  if (table.measures.length === 0) sentences.push(words.noMeasure);
  for (const { criterion, from, figures, year } of table.measures) {
    const n = words.areas(number(figures), figures === 1);
    if (from.kind === "percent") {
      sentences.push((from.fractions === true ? words.fractions : words.percent)(name(criterion), from.column, n));
    } else if (from.kind === "count") sentences.push(words.count(name(criterion), from.columns, from.totals, n));
    else if (from.kind === "categories") {
      sentences.push(words.categories(name(criterion), from.column, from.category, from.counted, from.total, n));
    } else if (from.kind === "amount") sentences.push(words.amount(name(criterion), from.column, n));
    if (year !== null) sentences.push(words.year(year));
  }
  for (const { column, categories, reason } of table.kept) sentences.push(words.kept[reason](column, categories));
  if (table.recipe !== null && table.recipe !== "") sentences.push(words.recipe(table.recipe));
  return sentences;
}

/** Says what a person should know of the joining of several tables. */
export function joining(warning: JoinWarning, text: AreasText, language: Language): string {
  const words = text.understood.joined;
  const number = (value: number) => whole(value, language);
  switch (warning.kind) {
    case "different-vintages":
      return words[warning.kind];
    case "summable":
    case "summed":
      return words[warning.kind](number(warning.areas), number(warning.into), warning.areas === 1);
    default:
      return words[warning.kind](number(warning.areas), warning.areas === 1);
  }
}

/** Says what a person should know of a table. */
export function warnings(table: Understanding, text: AreasText, language: Language): string[] {
  const words = text.understood.warnings;
  const number = (value: number) => whole(value, language);
  const say = (warning: Warning): string => {
    switch (warning.kind) {
      case "mixed-divisions":
      case "mixed-vintages":
        return words[warning.kind];
      case "unknown-division":
      case "count-above-total":
      case "parts-missing":
        return words[warning.kind](number(warning.areas), warning.areas === 1);
      case "sums-differ":
        return words[warning.kind](number(warning.areas), number(warning.largest), warning.areas === 1, warning.largest === 1);
      case "nil-as-zero":
      case "nil-as-missing":
        return words[warning.kind](number(warning.cells), warning.cells === 1);
    }
  };
  return table.warnings.map(say);
}

/** Says what form a table has: format, encoding, delimiter, records. */
export function form({ table, records }: Understanding, text: AreasText, language: Language): string {
  const words = text.understood;
  const parts = [
    words.formats[table.format],
    ...(table.encoding === null ? [] : [table.encoding === "utf-8" ? "UTF-8" : table.encoding]),
    ...(table.delimiter === null ? [] : [words.delimiters[table.delimiter]]),
  ];
  return words.form(parts, whole(records, language));
}
