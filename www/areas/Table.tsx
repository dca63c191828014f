// The table of areas: one row each, with what was found for each criterion and what follows.

import type { Criterion } from "../engine/criteria.ts";
import type { Row } from "../engine/tables.ts";
import { address } from "../addresses.ts";
import { Mark } from "../look/Mark.tsx";
import { labelOf } from "../model/labels.ts";
import { decimal, magnitude, percent, whole } from "../text/format.ts";
import { handOver } from "./handover.ts";
import { useText } from "./language.ts";
import { criteriaSet, loaded, reading, shown, sortBy, wanted } from "./state.ts";

/** A tab that is opened as this one's own begins with a copy of its storage: that is how the area gets there. */
const newTab = { target: "_blank", rel: "opener" } as const;

type Finding = Row["assessment"]["findings"][number];

export function AreaTable() {
  const { text, language } = useText();
  const page = shown.value;
  const run = loaded.value;
  if (page === null || run === null) return null;
  const caption = text.table.caption(whole(page.count, language), whole(run.summary.totals.areas, language));
  return (
    <>
      <h2 id="areas-title" tabIndex={-1}>
        {caption}
      </h2>
      {page.count === 0 ? (
        <p>{text.table.empty}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached with the keyboard.
        <div class="scrolls" role="region" aria-labelledby="areas-title" tabIndex={0}>
          <table class="areas-table">
            <caption class="visually-hidden">
              {caption}. {text.table.sortHelp} {text.table.legend}
            </caption>
            <thead>
              <tr>
                <Heading sort="name" label={text.table.area} />
                <Heading sort="municipality" label={text.table.municipality} />
                {criteriaSet.value.criteria.map((criterion) => (
                  <Heading key={criterion.id} sort={criterion.id} label={labelOf(criterion)[language]} isNumber />
                ))}
                <Heading sort="verdict" label={text.table.verdict} />
              </tr>
            </thead>
            <tbody>
              {page.rows.map((row) => (
                <AreaRow key={row.position} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function Heading({ sort, label, isNumber = false }: { sort: string; label: string; isNumber?: boolean }) {
  const { sort: by, descending } = wanted.value;
  const direction = by === sort ? (descending ? "descending" : "ascending") : undefined;
  return (
    <th scope="col" aria-sort={direction} data-number={isNumber ? "" : undefined}>
      <button type="button" class="sort" onClick={() => sortBy(sort)}>
        {label}
        <svg class="sort-mark" viewBox="0 0 10 14" width="10" height="14" aria-hidden="true">
          <path class="sort-up" d="M5 0L9 5H1Z" />
          <path class="sort-down" d="M5 14L9 9H1Z" />
        </svg>
      </button>
    </th>
  );
}

function AreaRow({ row }: { row: Row }) {
  const { text, language } = useText();
  const name = row.name ?? row.code ?? text.table.unnamed;
  const { assessment } = row;
  const unsure = assessment.dependsOn.some((source) => source === "rounding" || source === "noise");
  const open = () =>
    handOver(row, { set: criteriaSet.value, reading: reading.value, tables: loaded.value?.summary.tables ?? [] }, language);
  const up = "../".repeat(address("areas", language).split("/").length - 1);
  return (
    <tr data-position={row.position}>
      <th scope="row">
        <a href={`${up}${address("area", language)}`} {...newTab} title={text.table.open(name)} onClick={open} onAuxClick={open}>
          {name}
        </a>
        {row.code !== null && row.code !== name && <span class="areas-code">{row.code}</span>}
      </th>
      <td data-label={text.table.municipality}>
        {row.municipalityName ?? row.municipality ?? ""}
        {row.designated === true && <span class="areas-code">{text.table.listed}</span>}
      </td>
      {criteriaSet.value.criteria.map((criterion) => (
        <FindingCell
          key={criterion.id}
          criterion={criterion}
          finding={assessment.findings.find((finding) => finding.criterion === criterion.id)}
        />
      ))}
      <td class="areas-verdict" data-tone={assessment.verdict} data-label={text.table.verdict}>
        {text.verdict[assessment.verdict]}
        {unsure && (
          <span class="areas-code" title={text.table.dependsHelp}>
            {text.table.depends}
          </span>
        )}
      </td>
    </tr>
  );
}

function FindingCell({ criterion, finding }: { criterion: Criterion; finding: Finding | undefined }) {
  const { text, language } = useText();
  if (finding === undefined || finding.outcome === "unknown" || finding.percent === null) {
    return (
      <td class="areas-finding" data-tone="unknown" data-label={labelOf(criterion)[language]}>
        <span class="areas-outcome">
          <Mark outcome="unknown" />
          <span class="areas-word">{text.outcome.unknown}</span>
        </span>
      </td>
    );
  }
  const value = criterion.unit === "persons" ? decimal(finding.percent, language) : percent(finding.percent, language);
  return (
    <td class="areas-finding" data-tone={finding.outcome} data-label={labelOf(criterion)[language]} title={figure(finding, text, language)}>
      <span class="areas-value">{value}</span>
      <span class="areas-outcome">
        <Mark outcome={finding.outcome} />
        <span class="areas-word">
          {text.outcome[finding.outcome]}
          <span class="areas-distance">{distance(finding, text, language)}</span>
        </span>
      </span>
    </td>
  );
}

type Spoken = ReturnType<typeof useText>;

function figure({ figure: exact }: Finding, text: Spoken["text"], language: Spoken["language"]): string | undefined {
  const [count, total] = exact?.split("/") ?? [];
  return count === undefined || total === undefined ? undefined : text.table.of(whole(count, language), whole(total, language));
}

function distance({ distance: points }: Finding, text: Spoken["text"], language: Spoken["language"]): string {
  if (points === null || /^-?0(\.0*)?$/.test(points)) return "";
  const number = decimal(magnitude(points), language);
  return points.startsWith("-") ? text.table.points.below(number) : text.table.points.above(number);
}
