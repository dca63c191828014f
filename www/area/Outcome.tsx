// The outcome of a criterion as a word, a shape and a distance.

import type { Criterion } from "../engine/criteria.ts";
import type { Finding, Outcome as Word } from "../engine/page.ts";
import { decimal, magnitude, percent, whole } from "../text/format.ts";
import { useText } from "./language.ts";

interface Props {
  criterion: Criterion;
  finding: Finding | undefined;
}

export function Outcome({ criterion, finding }: Props) {
  const { text, language } = useText();
  const persons = criterion.unit === "persons";
  const threshold = persons
    ? text.distance.persons(decimal(criterion.threshold.value, language), false)
    : percent(criterion.threshold.value, language);
  if (finding === undefined || finding.outcome === "unknown") {
    return (
      <div class="outcome" data-tone="unknown">
        <Mark outcome="unknown" />
        <p class="outcome-word">{text.outcome.unknown}</p>
        <p class="outcome-distance">{ruleText(criterion, threshold, text.rule)}</p>
      </div>
    );
  }
  const certainty = finding.certainty === "depends" ? finding.dependsOn?.[0] : undefined;
  return (
    <div class="outcome" data-tone={finding.outcome}>
      <Mark outcome={finding.outcome} />
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

/** Draws past the line, on the line, short of the line, or no place at all. */
export function Mark({ outcome }: { outcome: Word }) {
  return (
    <svg class="mark" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
      {outcome !== "unknown" && <path class="mark-line" d="M12 2V22" />}
      {outcome === "met" && <path class="mark-filled" d="M13.5 6.5H17L23 12L17 17.5H13.5Z" />}
      {outcome === "at-threshold" && <path class="mark-on" d="M12 6L18 12L12 18L6 12Z" />}
      {outcome === "not-met" && <circle class="mark-open" cx="5.5" cy="12" r="3.9" />}
      {outcome === "unknown" && <circle class="mark-unknown" cx="12" cy="12" r="8" />}
    </svg>
  );
}
