// The outcome of a criterion as a word, a shape and a distance.

import type { ReadonlySignal } from "@preact/signals";
import type { Criterion } from "../engine/criteria.ts";
import type { Glance } from "../engine/page.ts";
import { Mark } from "../look/Mark.tsx";
import { Settled } from "../look/Settled.tsx";
import { decimal, magnitude, percent, whole } from "../text/format.ts";
import { useText } from "./language.ts";
import type { Row } from "../model/rows.ts";
import { useComputed } from "./signals.ts";

/** Each part is written by a signal of its own, so that a key writes anew only what it changes. */
export function Outcome({ row }: { row: Row }) {
  const { text, language } = useText();
  const outcome = useComputed(() => row.outcome.value ?? "unknown", [row]);
  const word = useComputed(() => {
    const unreadable = outcome.value === "unknown" && row.error.value !== null;
    return text.outcome[unreadable ? "unreadable" : outcome.value];
  }, [row, outcome, text]);
  const far = useComputed(() => distance(row.criterion, row.finding.value, text, language), [row, text, language]);
  return (
    <div class="outcome-place">
      <Settled>
        <div class="outcome" data-tone={outcome}>
          <OutcomeMark outcome={outcome} />
          <p class="outcome-word">{word}</p>
          <p class="outcome-distance">{far}</p>
          <Certainty row={row} />
        </div>
      </Settled>
    </div>
  );
}

function OutcomeMark({ outcome }: { outcome: ReadonlySignal<Glance["outcome"]> }) {
  // Where there is no value there is no mark.
  return outcome.value === "unknown" ? null : <Mark outcome={outcome.value} />;
}

/** Whether the rounding or the noise of the figure itself could change the outcome. */
function Certainty({ row }: { row: Row }) {
  const { text } = useText();
  const certainty = useComputed(() => certaintyOf(row.finding.value), [row]).value;
  return certainty !== null && <p class="outcome-certainty">{text.certainty.finding[certainty]}</p>;
}

function certaintyOf(finding: Glance | undefined): "rounding" | "noise" | null {
  const source = finding?.certainty === "depends" ? finding.dependsOn?.[0] : undefined;
  return source === "rounding" || source === "noise" ? source : null;
}

type Spoken = ReturnType<typeof useText>;

/** Says how far the figure is from the threshold; without a figure, what counts as met. */
function distance(criterion: Criterion, finding: Glance | undefined, text: Spoken["text"], language: Spoken["language"]): string {
  const inPersons = criterion.unit === "persons";
  if (finding === undefined || finding.outcome === "unknown") {
    return ruleText(criterion, text, language);
  }
  const { distance: points, persons, outcome } = finding;
  if (points === null || outcome === "at-threshold") return text.distance.on;
  const away = apart(points, inPersons, text, language);
  return persons === null || inPersons ? away : `${away} · ${text.distance.persons(whole(persons, language))}`;
}

/** Says a distance from the threshold, of percentage points or of persons, negative below it. */
export function apart(distance: string, inPersons: boolean, text: Spoken["text"], language: Spoken["language"]): string {
  const size = decimal(magnitude(distance), language);
  const { below, above, belowPersons, abovePersons } = text.distance;
  const [under, over] = inPersons ? [belowPersons, abovePersons] : [below, above];
  return (distance.startsWith("-") ? under : over)(size);
}

/** Says which side of the threshold counts as met. */
export function ruleText({ direction, threshold, tie, unit }: Criterion, text: Spoken["text"], language: Spoken["language"]): string {
  const { distance, rule } = text;
  const { value } = threshold;
  const written = unit === "persons" ? distance.persons(decimal(value, language)) : percent(value, language);
  if (tie === "inclusive") return direction === "below" ? rule.atMost(written) : rule.atLeast(written);
  return rule[direction](written);
}
