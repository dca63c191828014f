// From an assessment to sentences; the words stand in the texts.

import type { CriteriaSet } from "../engine/criteria.ts";
import type { Assessed, Assessment, Dependence, Finding } from "../engine/page.ts";
import type { Language } from "../text/format.ts";
import type { AreaText } from "./text.sv.ts";

export interface Said {
  /** The verdict, to be read first. */
  sentence: string;
  /** Why. */
  why: string;
  /** How sure the verdict is. */
  certainty: string[];
  /** What a screen reader hears; empty while nothing is entered. */
  announcement: string;
}

/** Says an assessment; before there is one, or with nothing entered, it asks. */
export function answer(
  result: Assessed | null,
  set: CriteriaSet,
  nothingEntered: boolean,
  text: AreaText,
  language: Language,
): Said {
  if (result === null || nothingEntered) {
    return { sentence: text.verdict.empty, why: text.verdict.emptyWhy, certainty: [], announcement: "" };
  }
  const { assessment, reading } = result;
  const { verdict, tally } = assessment;
  const names = (chosen: (finding: Finding) => boolean) =>
    set.criteria
      .filter((_, nth) => assessment.findings.some((finding, at) => at === nth && chosen(finding)))
      .map((criterion) => inSentence(criterion.label[language]));
  const past = names((finding) => finding.outcome === "met");
  const on = names((finding) => finding.outcome === "at-threshold");
  const missing = names((finding) => finding.outcome === "unknown");
  const known = assessment.findings.length - missing.length;
  if (known === 0) {
    return { sentence: text.verdict.nothingReadable, why: text.verdict.emptyWhy, certainty: [], announcement: "" };
  }
  const counted =
    missing.length === 0
      ? text.verdict.passed(past.length, assessment.findings.length)
      : text.verdict.passedKnown(past.length, known);
  const sentence = `${counted} ${text.verdict[verdict]}`;
  const why = [
    ...(verdict === "undetermined" ? [text.verdict.deciding(missing)] : []),
    ...(on.length > 0
      ? [text.verdict.onThreshold(on), reading.tie === "strict" ? text.verdict.tieStrict : text.verdict.tieInclusive]
      : []),
    text.verdict.required(tally.required, assessment.findings.length),
  ].join(" ");
  return { sentence, why, certainty: certaintyLines(assessment, text), announcement: sentence };
}

function certaintyLines(assessment: Assessment, text: AreaText): string[] {
  const depends = new Set<Dependence>(assessment.dependsOn);
  const figures = (["rounding", "noise"] as const).filter((source) => depends.has(source));
  const readings = (["tie", "require"] as const).filter((point) => depends.has(point));
  return [
    ...(figures.length > 0 ? figures.map((source) => text.certainty[source]) : [text.certainty.certain]),
    ...(readings.length > 0 ? readings.map((point) => text.certainty[point]) : [text.certainty.sameReadings]),
  ];
}

/** Puts a measure's name into a sentence: lower case, unless it is an abbreviation. */
function inSentence(label: string): string {
  return /^\p{Lu}\p{Lu}/u.test(label) ? label : label.charAt(0).toLocaleLowerCase("sv") + label.slice(1);
}
