// The scenarios beside the figures as they are, in a table: figures, outcomes, distances, and what differs.

import type { Criterion } from "../../engine/criteria.ts";
import type { Assessed, Finding } from "../../engine/page.ts";
import { decimal, magnitude } from "../../text/format.ts";
import { Mark } from "../../look/Mark.tsx";
import "../../look/scrolls.css";
import { criteriaSet } from "../../model/area.ts";
import { explained } from "../../model/answers.ts";
import { figureText } from "./figures.ts";
import { usePlan } from "./language.ts";
import { assessedScenarios, selected } from "../../model/scenarios.ts";
import { own } from "../../text/own.ts";
import { labelOf } from "../../model/labels.ts";

export function SideBySide() {
  const { text, language } = usePlan();
  const now = explained.value;
  const columns = assessedScenarios.value;
  if (now === null) return null;
  return (
    // It scrolls sideways where it is wide, so the keyboard must reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls needs the focus to be scrolled by keys
    <section class="scrolls compare-scroll" aria-label={text.compare.table} tabIndex={0}>
      <table class="compare">
        <thead>
          <tr>
            <td />
            <th scope="col">{text.compare.now}</th>
            {columns.map(({ scenario }, nth) => (
              <th key={scenario.id} scope="col">
                <span class="compare-number" aria-hidden="true">
                  {nth + 1}
                </span>
                {scenario.name.trim() === "" ? text.compare.unnamed : scenario.name}
                <button
                  type="button"
                  class="link"
                  aria-expanded={selected.value === scenario.id}
                  onClick={() => {
                    selected.value = selected.value === scenario.id ? null : scenario.id;
                  }}
                >
                  {text.compare.edit}
                  <span class="visually-hidden"> {scenario.name}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr class="compare-answer">
            <th scope="row">{text.compare.answer}</th>
            <VerdictCell assessed={now} />
            {columns.map(({ scenario, assessed: one }) => (
              <VerdictCell key={scenario.id} assessed={one} now={now} />
            ))}
          </tr>
          {criteriaSet.value.criteria.map((criterion, nth) => (
            <tr key={criterion.id}>
              <th scope="row">{labelOf(criterion)[language]}</th>
              <FigureCell criterion={criterion} finding={now.assessment.findings[nth]} />
              {columns.map(({ scenario, assessed: one }) => (
                <FigureCell
                  key={scenario.id}
                  criterion={criterion}
                  finding={one?.assessment.findings[nth]}
                  now={now.assessment.findings[nth]}
                  threshold={own(scenario.thresholds, criterion.id) ?? ""}
                />
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{text.compare.reading}</th>
            <td>{readingText(now, text)}</td>
            {columns.map(({ scenario, assessed: one }) => {
              const said = one === null ? "" : readingText(one, text);
              const changed = one !== null && said !== readingText(now, text);
              return (
                <td key={scenario.id} class={changed ? "compare-changed" : undefined}>
                  {said}
                  {changed && <Changed />}
                </td>
              );
            })}
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function readingText({ reading }: Assessed, text: ReturnType<typeof usePlan>["text"]): string {
  const { tie, require } = reading;
  const count =
    require === "all"
      ? text.sure.all(criteriaSet.value.criteria.length)
      : require === "any"
        ? text.sure.any
        : text.sure.atLeast(Number(require));
  return text.compare.readingShort(count, tie === "inclusive");
}

function VerdictCell({ assessed: one, now }: { assessed: Assessed | null; now?: Assessed }) {
  const { text } = usePlan();
  if (one === null) return <td>{text.compare.unreadable}</td>;
  const { assessment } = one;
  const changed = now !== undefined && now.assessment.verdict !== assessment.verdict;
  return (
    <td data-answer={assessment.verdict} class={changed ? "compare-changed" : undefined}>
      <strong>{text.sure.verdict[assessment.verdict]}</strong>
      {changed && <Changed />}
      <span class="compare-detail">{text.compare.met(assessment.tally.met, assessment.findings.length)}</span>
    </td>
  );
}

interface CellProps {
  criterion: Criterion;
  finding: Finding | undefined;
  now?: Finding | undefined;
  threshold?: string;
}

function FigureCell({ criterion, finding, now, threshold = "" }: CellProps) {
  const { text, language, area } = usePlan();
  if (finding === undefined) return <td />;
  const changed = now !== undefined && (now.figure !== finding.figure || now.outcome !== finding.outcome);
  return (
    <td class={changed ? "compare-changed" : undefined}>
      <span class="compare-figure">
        {finding.figure === null ? text.sure.noFigure : figureText(finding.figure, criterion, text, language)}
      </span>
      {changed && <Changed />}
      <span class="compare-outcome" data-tone={finding.outcome}>
        <Mark outcome={finding.outcome} />
        {area.outcome[finding.outcome]}
      </span>
      {finding.distance !== null && finding.outcome !== "at-threshold" && (
        <span class="compare-detail">{distanceText(finding, criterion, text, language)}</span>
      )}
      {threshold !== "" && <span class="compare-own">{text.compare.ownThreshold(threshold)}</span>}
    </td>
  );
}

function distanceText(finding: Finding, criterion: Criterion, text: ReturnType<typeof usePlan>["text"], language: "sv" | "en"): string {
  const size = decimal(magnitude(finding.distance ?? "0"), language);
  const below = finding.distance?.startsWith("-") ?? false;
  return criterion.unit === "persons" ? text.compare.awayPersons(size, below) : text.compare.away(size, below);
}

function Changed() {
  const { text } = usePlan();
  // The space stands between the two for whoever hears the cell.
  return (
    <>
      {" "}
      <span class="compare-mark">{text.compare.changed}</span>
    </>
  );
}
