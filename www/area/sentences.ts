// From an assessment to sentences; the words stand in the texts.

import { builtIn, type CriteriaSet } from "../engine/criteria.ts";
import type { Dependence, Glance, Standing } from "../engine/page.ts";
import type { Assessed } from "../model/area.ts";
import { inSentence, type Language } from "../text/format.ts";
import type { AreaText } from "./text.sv.ts";
import { labelOf, subjectOf } from "../model/labels.ts";

export interface Said {
  /** The verdict, to be read first: what was found, and what follows. */
  sentence: string[];
  /** Why. */
  why: string;
  /** Whether anything is answered, rather than asked. */
  isAnswer: boolean;
  /** How sure the verdict is. */
  certainty: { text: string; leadsToReadings: boolean }[];
  /** What a screen reader hears; empty while nothing is entered. */
  announcement: string;
}

/** Returns all that [`answer`] says of an assessment; where it is the same, so is the answer. */
export function saidOf({ assessment: { verdict, tally, dependsOn, findings } }: Assessed): unknown {
  return [verdict, tally, dependsOn, findings.map(({ outcome, countsAsMet }) => [outcome, countsAsMet])];
}

/** Says an assessment; before there is one, or with nothing entered, it asks. */
export function answer(
  result: Assessed | null,
  set: CriteriaSet,
  nothingEntered: boolean,
  name: string,
  text: AreaText,
  language: Language,
): Said {
  if (result === null || nothingEntered) {
    const isMemos = set === builtIn[0];
    return {
      sentence: [isMemos ? text.verdict.empty : text.verdict.emptyOther],
      why: isMemos ? text.start.what : text.start.whatOther,
      isAnswer: false,
      certainty: [],
      announcement: "",
    };
  }
  const { assessment } = result;
  const { verdict, tally, findings } = assessment;
  const names = (chosen: (finding: Glance) => boolean) =>
    set.criteria.flatMap((criterion, nth) => {
      const finding = findings[nth];
      return finding !== undefined && chosen(finding) ? [subjectOf(criterion)?.[language] ?? inSentence(labelOf(criterion)[language])] : [];
    });
  const counted = names((finding) => finding.outcome === "at-threshold" && finding.countsAsMet === true);
  const notCounted = names((finding) => finding.outcome === "at-threshold" && finding.countsAsMet === false);
  const missing = names((finding) => finding.outcome === "unknown");
  const of = findings.length;
  const known = of - missing.length;
  if (known === 0) {
    return { sentence: [text.verdict.nothingReadable], why: text.verdict.emptyWhy, isAnswer: false, certainty: [], announcement: "" };
  }
  const found = missing.length === 0 ? text.verdict.passed(tally.met, of) : text.verdict.passedKnown(tally.met, known);
  const follows = verdict === "does-not-meet" ? text.verdict[verdict](tally.required, of) : text.verdict[verdict];
  const sentence = [name === "" ? found : text.verdict.named(found, name), follows];
  const why = [
    ...(verdict === "undetermined" ? [text.verdict.deciding(missing)] : []),
    ...(counted.length > 0 ? [text.verdict.onThresholdCounted(counted)] : []),
    ...(notCounted.length > 0 ? [text.verdict.onThresholdNotCounted(notCounted, tally.met + notCounted.length, of)] : []),
    ...(verdict === "does-not-meet" ? [] : [text.verdict.required(tally.required, of)]),
  ].join(" ");
  return { sentence, why, isAnswer: true, certainty: certaintyLines(assessment, text), announcement: sentence.join(" ") };
}

/** Says whether rounding or noise could change the verdict under the reading, then whether another reading would. */
function certaintyLines({ dependsOn }: Standing, text: AreaText): Said["certainty"] {
  const depends = new Set<Dependence>(dependsOn);
  const figures = (["rounding", "noise"] as const).filter((source) => depends.has(source)).map((source) => text.certainty[source]);
  const onReading = depends.has("tie") || depends.has("require");
  return [
    ...(figures.length > 0 ? figures : [text.certainty.certain]).map((line) => ({ text: line, leadsToReadings: false })),
    { text: onReading ? text.certainty.otherReadings : text.certainty.sameReadings, leadsToReadings: onReading },
  ];
}
