// The outcome of a criterion as a word, a shape and a distance.

import { useMemo } from "preact/hooks";
import type { Criterion } from "../engine/criteria.ts";
import type { Finding } from "../engine/page.ts";
import { Mark } from "../look/Mark.tsx";
import { decimal, magnitude, percent, whole } from "../text/format.ts";
import { useText } from "./language.ts";
import type { Row } from "./rows.ts";

export function Outcome({ row }: { row: Row }) {
  const { text, language } = useText();
  const { criterion } = row;
  const finding = row.finding.value;
  const outcome = row.outcome.value ?? "unknown";
  const mark = useMemo(() => <Mark outcome={outcome} />, [outcome]);
  const persons = criterion.unit === "persons";
  const threshold = persons
    ? text.distance.persons(decimal(criterion.threshold.value, language), false)
    : percent(criterion.threshold.value, language);
  if (finding === undefined || finding.outcome === "unknown") {
    return (
      <div class="outcome" data-tone="unknown">
        {mark}
        <p class="outcome-word">{text.outcome.unknown}</p>
        <p class="outcome-distance">{ruleText(criterion, threshold, text.rule)}</p>
      </div>
    );
  }
  const certainty = finding.certainty === "depends" ? finding.dependsOn?.[0] : undefined;
  return (
    <div class="outcome" data-tone={finding.outcome}>
      {mark}
      <p class="outcome-word">{text.outcome[finding.outcome]}</p>
      <p class="outcome-distance">{distance(finding, persons, text, language)}</p>
      {(certainty === "rounding" || certainty === "noise") && (
        <p class="outcome-certainty">{text.certainty.finding[certainty]}</p>
      )}
    </div>
  );
}

type Spoken = ReturnType<typeof useText>;

function distance(finding: Finding, inPersons: boolean, text: Spoken["text"], language: Spoken["language"]): string {
  const { distance: points, persons, outcome } = finding;
  if (points === null || outcome === "at-threshold") return text.distance.on;
  const number = decimal(magnitude(points), language);
  const below = points.startsWith("-");
  if (inPersons) return below ? text.distance.belowPersons(number) : text.distance.abovePersons(number);
  const inPoints = below ? text.distance.below(number) : text.distance.above(number);
  return persons === null ? inPoints : `${inPoints} · ${text.distance.persons(whole(persons, language), persons === "1")}`;
}

function ruleText(criterion: Criterion, threshold: string, rule: Spoken["text"]["rule"]): string {
  if (criterion.tie === "inclusive") return criterion.direction === "below" ? rule.atMost(threshold) : rule.atLeast(threshold);
  return rule[criterion.direction](threshold);
}
