// All scenarios in one picture, on the scale that the criteria share: 0 is the national average, 1 the threshold.

import { criteriaSet } from "../../model/area.ts";
import { explained } from "../../model/answers.ts";
import { decimal } from "../../text/format.ts";
import { usePlan } from "./language.ts";
import { assessedScenarios } from "../../model/scenarios.ts";
import { labelOf } from "../../model/labels.ts";

interface Dot {
  readonly label: string;
  readonly name: string;
  readonly position: string;
  readonly column: number;
}

/** How far apart the lanes of a row are. */
const LANE = 15;

/** The part of the scale that is always shown, and how far it may be widened by the figures. */
const SHOWN = { from: -0.4, to: 2, least: -2, most: 4 };

export function Picture() {
  const { text, language } = usePlan();
  const columns = [
    { name: text.compare.now, label: "", assessed: explained.value },
    ...assessedScenarios.value.map(({ scenario, assessed: one }, nth) => ({ name: scenario.name, label: String(nth + 1), assessed: one })),
  ];
  const rows = criteriaSet.value.criteria.flatMap((criterion, nth) => {
    if (criterion.nationalAverage === undefined) return [];
    const dots = columns.flatMap(({ name, label, assessed: one }, column): Dot[] => {
      const position = one?.assessment.findings[nth]?.position ?? null;
      return position === null ? [] : [{ name, label, position, column }];
    });
    return [{ criterion, dots }];
  });
  if (rows.length === 0) return <p class="panel-lead">{text.compare.noCommonScale}</p>;
  const positions = rows.flatMap(({ dots }) => dots.map(({ position }) => Number(position)));
  const from = Math.max(SHOWN.least, Math.min(SHOWN.from, ...positions) - 0.1);
  const to = Math.min(SHOWN.most, Math.max(SHOWN.to, ...positions) + 0.1);
  const at = (value: number) => (100 * (Math.min(to, Math.max(from, value)) - from)) / (to - from);
  // Each column has a lane of its own, so that no mark hides another.
  const row = Math.max(44, LANE * columns.length + 20);
  const lane = (nth: number) => (nth - (columns.length - 1) / 2) * LANE;
  return (
    <figure class="picture">
      <figcaption>
        <strong>{text.compare.picture}</strong> {text.compare.pictureHelp}
      </figcaption>
      <div aria-hidden="true">
        {rows.map(({ criterion, dots }) => (
          <div key={criterion.id} class="picture-row">
            <span class="picture-name">{labelOf(criterion)[language]}</span>
            <svg class="picture-drawing" width="100%" height={row} aria-hidden="true">
              <defs>
                <pattern id={`picture-${criterion.id}`} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                  <rect class="scale-past" width="7" height="7" />
                  <line class="scale-hatch" x1="1" y1="0" x2="1" y2="7" />
                </pattern>
              </defs>
              <rect class="scale-band" x="0" y="4" width="100%" height={row - 8} />
              <rect x={`${at(1)}%`} y="4" width={`${100 - at(1)}%`} height={row - 8} fill={`url(#picture-${criterion.id})`} />
              <line class="scale-average" x1={`${at(0)}%`} y1="0" x2={`${at(0)}%`} y2={row} />
              <line class="scale-threshold" x1={`${at(1)}%`} y1="0" x2={`${at(1)}%`} y2={row} />
              {dots.map((dot) => (
                <svg
                  key={`${dot.label} ${dot.name}`}
                  x={`${at(Number(dot.position))}%`}
                  y={row / 2 + lane(dot.column)}
                  overflow="visible"
                  aria-hidden="true"
                >
                  {dot.label === "" ? (
                    <circle class="picture-now" r="6" />
                  ) : (
                    <>
                      <circle class="picture-dot" r="7.5" />
                      <text class="picture-label" y="3.5" text-anchor="middle">
                        {dot.label}
                      </text>
                    </>
                  )}
                </svg>
              ))}
            </svg>
          </div>
        ))}
        <div class="picture-row">
          <span />
          <svg class="picture-drawing" width="100%" height="22" aria-hidden="true">
            <text class="scale-label" x={`${at(0)}%`} y="15" text-anchor="middle">
              {text.compare.zero}
            </text>
            <text class="scale-label scale-label-threshold" x={`${at(1)}%`} y="15" text-anchor="middle">
              {text.compare.one}
            </text>
          </svg>
        </div>
      </div>
      <details class="picture-table">
        <summary>{text.compare.pictureTable}</summary>
        <p class="help">{text.compare.pictureScale}</p>
        <table class="readings">
          <thead>
            <tr>
              <th scope="col">{text.sure.criterion}</th>
              {columns.map(({ name, label }) => (
                <th key={`${label} ${name}`} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ criterion }) => (
              <tr key={criterion.id}>
                <th scope="row">{labelOf(criterion)[language]}</th>
                {columns.map(({ name, label, assessed: one }) => {
                  const finding = one?.assessment.findings.find((found) => found.criterion === criterion.id);
                  return <td key={`${label} ${name}`}>{finding?.position == null ? "–" : decimal(finding.position, language)}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
