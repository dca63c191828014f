// How far a figure is from its threshold: drawn, and in a sentence.

import type { Criterion } from "../../engine/criteria.ts";
import type { Finding } from "../../engine/page.ts";
import { nearOf, place, type Range, wholeOf } from "../../model/range.ts";
import { inUnit, type Language } from "../../text/format.ts";
import { apart } from "../Outcome.tsx";
import { usePlan } from "./language.ts";
import "./gap.css";

export function Gap({ criterion, finding }: { criterion: Criterion; finding: Finding }) {
  const { text, area, language } = usePlan();
  const { percent: value, distance } = finding;
  if (value === null || distance === null) return <p class="gap">{text.require.missing}</p>;
  const [figure, threshold] = [value, criterion.threshold.value].map((number) => show(number, criterion, language));
  return (
    <div class="gap" data-tone={finding.outcome}>
      <Drawing criterion={criterion} value={value} />
      <p>
        {area.outcome[finding.outcome]}
        {". "}
        {finding.outcome === "at-threshold"
          ? text.require.onIt(figure ?? "")
          : text.require.apart(figure ?? "", apart(distance, criterion.unit === "persons", area, language), threshold ?? "")}
      </p>
    </div>
  );
}

const show = (value: string, { unit }: Criterion, language: Language) => inUnit(value, unit, language);

/** The figure, the threshold, and what lies between them; the sentence beside it says the same. */
function Drawing({ criterion, value }: { criterion: Criterion; value: string }) {
  const near = nearOf(criterion);
  const range: Range = Number(value) < near.from || Number(value) > near.to ? wholeOf(criterion) : near;
  const [at, threshold] = [place(value, range), place(criterion.threshold.value, range)];
  return (
    <svg class="gap-drawing" width="100%" height="26" aria-hidden="true">
      <line class="gap-line" x1="0" x2="100%" y1="18" y2="18" />
      <line class="gap-between" x1={`${Math.min(at, threshold)}%`} x2={`${Math.max(at, threshold)}%`} y1="18" y2="18" />
      <line class="scale-threshold" x1={`${threshold}%`} x2={`${threshold}%`} y1="9" y2="26" />
      <svg class="gap-mark" x={`${at}%`} y="3" overflow="visible" aria-hidden="true">
        <path class="scale-mark" d="M-7 -2H7L0 10Z" />
      </svg>
    </svg>
  );
}
