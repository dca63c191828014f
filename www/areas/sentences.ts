// From facts to sentences; the words stand in the texts.

import type { CriteriaSet, Criterion } from "../engine/criteria.ts";
import type {
  Assumed,
  Failure,
  JoinWarning,
  Label,
  Measure,
  MeasureFound,
  NotUsed,
  Question,
  Understanding,
  Warning,
} from "../engine/tables.ts";
import { hasSimd } from "../engine/simd.ts";
import { labelOf } from "../model/labels.ts";
import { decimal, inSentence, type Language, percent, whole } from "../text/format.ts";
import { criteriaSet } from "./state.ts";
import type { AreasText } from "./text.sv.ts";

type Code = Extract<Failure, { kind: "core" }>["error"]["problem"]["code"];

/** Says why a load was not done: where, what was found, what to do. */
export function failureText(failure: Failure, text: AreasText, language: Language): string {
  const words = text.problem;
  if (failure.kind === "unreadable") return words.unreadable(failure.file);
  if (failure.kind === "broken") return words.broken;
  if (failure.kind === "missing") return hasSimd() ? words.missing : words.tooOld;
  const { problem, place } = failure.error;
  const what = (() => {
    switch (problem.code) {
      case "too-large":
        return words["too-large"][problem.what](whole(problem.limit, language));
      case "damaged":
        return words.damaged(problem.part);
      case "wrong-size":
        return words["wrong-size"](whole(problem.expected, language), whole(problem.found, language));
      case "other-format":
        return words["other-format"](words.formats[problem.format]);
      case "areas-repeat":
      case "only-metadata":
      case "empty-file":
      case "areas-in-a-row":
      case "name-of-another":
      case "no-area":
      case "no-measure":
      case "no-key":
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
  return words[side](labelOf(criterion)[language], threshold);
}

/** Says which measures of a set no table has; nothing where all are there. */
export function missingSentence(set: CriteriaSet, tables: readonly Understanding[], text: AreasText, language: Language): string {
  const missing = missingCriteria(set, tables);
  if (missing.length === 0) return "";
  if (missing.length === set.criteria.length) return text.answer.noMeasure;
  return text.answer.missing(
    missing.map((criterion) => inSentence(labelOf(criterion)[language])),
    set.criteria.length,
  );
}

/** Returns the criteria that no table has figures for, or would have once a question is answered. */
export function missingCriteria(set: CriteriaSet, tables: readonly Understanding[]): CriteriaSet["criteria"] {
  const found = new Set(tables.flatMap((table) => [...table.measures, ...table.questions].map(({ criterion }) => criterion)));
  return set.criteria.filter((criterion) => !found.has(criterion.id));
}

/** The name of a criterion of a set, of the one in use unless another is given. */
export function nameOf(id: string, language: Language, set: CriteriaSet = criteriaSet.value): string {
  const found = set.criteria.find((criterion) => criterion.id === id);
  return found === undefined ? id : labelOf(found)[language];
}

/** Writes a figure as it was given: a percentage, or a count of a total. */
export function figureText(figure: string, text: AreasText, language: Language): string {
  const [count = "", total] = figure.split("/");
  return total === undefined ? percent(count, language) : text.table.of(whole(count, language), whole(total, language));
}

/** Says how a table's areas were understood, a sentence for each fact. */
export function areasText({ area, measures, questions, recipe }: Understanding, text: AreasText, language: Language): string[] {
  const words = text.understood;
  const number = (value: number) => whole(value, language);
  const sentences: string[] = [];
  if (area !== null) {
    const say = ({ division, areas }: (typeof area.divisions)[number]) => words.divisions[division](number(areas), areas === 1);
    const level = (division: string) => (division === "nation" || division === "county" || division === "municipality" ? division : "area");
    const assessed = area.divisions.filter(({ division }) => level(division) === area.level);
    const others = area.divisions.filter(({ division }) => level(division) !== area.level);
    const by = area.form === "name" ? words.byName : words.byCode;
    sentences.push(by(assessed.map(say).join(", "), area.columns));
    if (others.length > 0) sentences.push(words.notAssessed(others.map(say).join(", ")));
    if (area.lostZeros > 0) sentences.push(words.lostZeros(number(area.lostZeros), area.lostZeros === 1));
  }
  if (area === null) sentences.push(words.noArea);
  else if (measures.length === 0 && questions.length === 0) sentences.push(words.noMeasure);
  if (recipe !== null && recipe !== "") sentences.push(words.recipe(recipe));
  return sentences;
}

/** Says where a measure's figures are: columns, base, and what was taken of each facet. */
export function measureText(measure: MeasureFound, table: Understanding, text: AreasText, language: Language): string[] {
  const words = text.understood;
  const { from, base, columns, facets, period, periods } = measure;
  const n = words.areas(whole(measure.figures, language), measure.figures === 1);
  const isCount = table.columns.some(({ name, role }) => role === "count" && columns.includes(name));
  const isAmount = criteriaSet.value.criteria.some(({ id, unit }) => id === measure.criterion && unit === "persons");
  const sentences: string[] = [];
  if (isAmount) sentences.push(words.measure.amount(columns, n));
  else if (base !== null) sentences.push(words.measure.count(columns, base.columns, base.file, n));
  else if (isCount) sentences.push(words.measure.noBase(columns));
  else sentences.push(("fractions" in from && from.fractions === true ? words.measure.fractions : words.measure.percent)(columns, n));
  const told = facets.filter(({ facet }) => facet !== "period" && facet !== "measure");
  for (const { facet, values, how } of told) sentences.push(words.how[how](words.facets[facet], values));
  const other = (base?.facets ?? []).filter(({ facet, values }) =>
    told.some((one) => one.facet === facet && String(one.values) !== String(values)),
  );
  for (const { facet, values } of other) sentences.push(words.how.only(words.ofTheBase(words.facets[facet]), values));
  if (period !== null)
    sentences.push(
      words.period(
        period,
        periods.filter((one) => one !== period),
      ),
    );
  return sentences;
}

/** Says what was taken to be so although the file does not say it. */
export function assumedText(assumed: Assumed, text: AreasText, language: Language): string {
  const words = text.understood.assumed;
  const name = "criterion" in assumed ? inSentence(nameOf(assumed.criterion, language)) : "";
  switch (assumed.kind) {
    case "added":
      return words.added(name, text.understood.facets[assumed.facet], assumed.values);
    case "named":
      return words.named(name, assumed.column, assumed.by);
    case "dated":
      return words.dated(name, assumed.column, assumed.by);
    case "base-ages":
    case "base-of-newest-year":
    case "base-year":
    case "base-of-all":
    case "base-undated":
      return words[assumed.kind](name, assumed.column);
    case "unusual":
      return words.unusual(name, assumed.facet === "duration", assumed.values, assumed.usual.replace("-", "–").replace("+", ""));
    case "area-column":
      return words["area-column"](assumed.column, assumed.other);
    case "filled-down":
      return words["filled-down"](assumed.column);
  }
}

/** Names a column or category that gave no figure, and says why. */
export function notUsedText({ column, category, why }: NotUsed, text: AreasText): string {
  const words = text.understood.notUsed;
  return `${words.column(column, category)}: ${why.kind === "unexplained" ? words.why.unexplained(why.words) : words.why[why.kind]}`;
}

/** Says what was found that can be read in several ways. */
export function questionText({ criterion, found }: Question, text: AreasText, language: Language): string {
  const words = text.questions.found;
  const name = nameOf(criterion, language);
  switch (found.kind) {
    case "fractions":
      return words.fractions(name, found.column);
    case "values":
      return words.values(name, found.values);
    case "columns":
      return words.columns(name, found.columns);
    case "words":
      return words.words(name, found.column, found.words);
    case "part-of":
      return words["part-of"](name, found.column, found.base);
    case "hundreds":
      return words.hundreds(name, found.column);
    case "no-whole":
      return words["no-whole"](name, found.column, found.others);
    case "scale":
      return words.scale(name, found.column);
    case "noughts":
      return words.noughts(name, found.column);
    case "no-election":
      return words["no-election"](name, found.column, found.year);
    case "kind":
      return words.kind(name, found.column);
    case "disagree":
      return words.disagree(name, found.counts, found.percent, whole(found.areas, language), found.areas === 1);
  }
}

/** Says what an answer to a question says. */
export function choiceText(label: Label, text: AreasText): string {
  const words = text.questions.choice;
  switch (label.kind) {
    case "value":
      return sentence(label.value);
    case "sum":
      return sentence(words.sum(label.values));
    case "column":
      return words.column(label.column);
    default:
      return words[label.kind];
  }
}

/** Says what a person has decided about a criterion, in the words of the tables that it was decided for. */
export function decisionText({ criterion, from }: Measure, tables: readonly Understanding[], text: AreasText, language: Language): string {
  const { choice, answer } = text.questions;
  const said = (what: string) => `${nameOf(criterion, language)}: ${what}.`;
  if (from.kind === "none") return said(answer.none);
  if (from.kind !== "found") return said(answer.byForm);
  const facets = tables.flatMap(({ measures }) => measures.filter((one) => one.criterion === criterion).flatMap((one) => one.facets));
  const parts = (from.take ?? []).flatMap(({ facet, values }) => facets.find((one) => one.facet === facet)?.values ?? values);
  if (from.column != null) parts.push(choice.column(from.column));
  if (from.counts != null) parts.push(from.counts ? choice.counts : choice.percentages);
  if (from.fractions != null) parts.push(from.fractions ? choice.fractions : choice.percent);
  return said(parts.length === 0 ? answer.asFound : parts.map(inSentence).join(", "));
}

/** Says where a person has decided that the areas are. */
export function areaDecisionText(
  area: { readonly column?: string | null; readonly municipality?: string | null } | null,
  text: AreasText,
): string {
  const words = text.questions;
  if (area?.column == null) return words.areas.byForm;
  return words.areas.decided(area.column, area.municipality ?? null);
}

const sentence = (text: string) => text.charAt(0).toLocaleUpperCase("sv") + text.slice(1);

/** Says what a person should know of the joining of several tables. */
export function joining(warning: JoinWarning, text: AreasText, language: Language): string {
  const words = text.understood.joined;
  const number = (value: number) => whole(value, language);
  switch (warning.kind) {
    case "different-vintages":
      return words[warning.kind];
    case "contradictory": {
      const name = inSentence(nameOf(warning.criterion, language));
      const named = warning.period == null ? name : `${name} (${warning.period})`;
      return words[warning.kind](named, number(warning.areas), warning.areas === 1);
    }
    case "other-ages":
    case "other-years":
      return words[warning.kind](warning.counts, warning.bases);
    case "left-out":
      return words[warning.kind](warning.files);
    case "key":
      return keyText(warning.found, words, number);
    case "split":
      return words.split(number(warning.areas), number(warning.into), warning.shared === 0 ? null : number(warning.shared));
    case "summable":
    case "summed":
      return words[warning.kind](number(warning.areas), number(warning.into), warning.areas === 1);
    default:
      return words[warning.kind](number(warning.areas), warning.areas === 1);
  }
}

/** Says how a key was understood. */
function keyText(
  found: Extract<JoinWarning, { kind: "key" }>["found"],
  words: AreasText["understood"]["joined"],
  number: (n: number) => string,
) {
  const { file, fromColumn, toColumn, weightColumn, rows, used, notSplit } = found;
  const said = [words.key(file, fromColumn, toColumn, weightColumn), words.keyRows(number(rows), number(used))];
  return [...said, ...(notSplit === 0 ? [] : [words.notSplit(number(notSplit), notSplit === 1)])].join(" ");
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
      case "suppressed":
        return words[warning.kind](warning.column, number(warning.cells), number(warning.low), number(warning.high), warning.cells === 1);
      case "said-missing":
        return words["said-missing"](warning.note, number(warning.cells), warning.cells === 1);
      case "software-digits":
        return words[warning.kind](warning.column, number(warning.cells), warning.cells === 1);
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
