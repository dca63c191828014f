// The table of areas: one line each, with the answer and what was found for each criterion.

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Criterion } from "../engine/criteria.ts";
import type { Row, Yardstick } from "../engine/tables.ts";
import { address } from "../addresses.ts";
import { Mark } from "../look/Mark.tsx";
import { labelOf } from "../model/labels.ts";
import { decimal, inUnit, magnitude, whole } from "../text/format.ts";
import { handOver } from "./handover.ts";
import { useText } from "./language.ts";
import { criteriaSet, type Loaded, loaded, PAGE, reading, type Shown as Page, shown, sortBy, turnTo, want, wanted } from "./state.ts";
import { tableAwaitsFocus } from "./workbench.ts";
import { calledYardstick, useYardsticks, yardstickValue } from "./yardsticks.ts";

/** A tab that is opened as this one's own begins with a copy of its storage: that is how the area gets there. */
const newTab = { target: "_blank", rel: "opener" } as const;

/** What each of the links says of itself, once for all of them. */
const OPENS = "areas-opens";

type Finding = Row["assessment"]["findings"][number];

export function AreaTable() {
  const page = shown.value;
  const run = loaded.value;
  const isAwaited = tableAwaitsFocus.value;
  useEffect(() => {
    if (!isAwaited || page === null) return;
    tableAwaitsFocus.value = false;
    document.getElementById("areas-title")?.focus();
  }, [isAwaited, page]);
  if (page === null || run === null) return null;
  return <Shown run={run} page={page} />;
}

/** So many rows are drawn with the table; the rest of the first page follows, so that no task is long. */
const AT_FIRST = 15;

function Shown({ run, page }: { run: Loaded; page: Page }) {
  const { text, language } = useText();
  const rows = useRows();
  const [isBegun, setBegun] = useState(false);
  useEffect(() => {
    const next = setTimeout(() => setBegun(true));
    return () => clearTimeout(next);
  }, []);
  const yardsticks = useYardsticks(run);
  const caption = text.table.caption(whole(page.count, language), whole(run.summary.totals.areas, language));
  return (
    <>
      <h2 id="areas-title" tabIndex={-1}>
        {caption}
      </h2>
      {page.count === 0 ? (
        <p>{text.table.empty}</p>
      ) : (
        <>
          <Legend />
          <Order />
          <p id={OPENS} hidden>
            {text.table.newTab}
          </p>
          {yardsticks.length > 0 && <p class="help">{text.yardsticks.help}</p>}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached with the keyboard. */}
          <div class="scrolls areas-scrolls" role="region" aria-labelledby="areas-title" tabIndex={0}>
            <table class="areas-table">
              <caption class="visually-hidden">
                {caption}. <span class="areas-by-head">{text.table.sortHelp}</span> {text.workbench.keys} {text.table.legend}
              </caption>
              <thead>
                <tr>
                  <Heading sort="name" label={text.table.area} />
                  <Heading sort="verdict" label={text.table.verdict} />
                  {criteriaSet.value.criteria.map((criterion) => (
                    <Heading key={criterion.id} sort={criterion.id} label={labelOf(criterion)[language]} />
                  ))}
                  <Heading sort="municipality" label={text.table.municipality} />
                </tr>
              </thead>
              {yardsticks.length > 0 && (
                <tbody class="areas-yardsticks">
                  {yardsticks.map((one) => (
                    <YardstickRow key={one.municipality} yardstick={one} />
                  ))}
                </tbody>
              )}
              <tbody ref={rows.body} onKeyDown={rows.move}>
                {(isBegun ? page.rows : page.rows.slice(0, AT_FIRST)).map((row, nth) => (
                  <AreaRow key={row.position} row={row} isAt={nth === rows.at} onFocus={() => rows.stand(nth)} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </>
  );
}

/** By what the table is sorted, where its head has no room. */
function Order() {
  const { text, language } = useText();
  const { sort, descending } = wanted.value;
  const orders = [
    ["file", text.table.asInFile],
    ["name", text.table.area],
    ["verdict", text.table.verdict],
    ...criteriaSet.value.criteria.map((criterion) => [criterion.id, labelOf(criterion)[language]]),
    ["municipality", text.table.municipality],
  ];
  return (
    <div class="areas-order">
      <label>
        {text.table.order}
        <select class="field" name="order" value={sort} onChange={(event) => want({ sort: event.currentTarget.value, descending: false })}>
          {orders.map(([id, label]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label class="check">
        <input
          type="checkbox"
          name="descending"
          checked={descending}
          onChange={(event) => want({ descending: event.currentTarget.checked })}
        />{" "}
        {text.table.descending}
      </label>
    </div>
  );
}

/** What the marks say, for the eye: in the table each has its word too. */
function Legend() {
  const { text } = useText();
  return (
    <ul class="areas-legend" aria-label={text.workbench.legend}>
      {outcomes.map((outcome) => (
        <li key={outcome} class="areas-finding" data-tone={outcome}>
          <Mark outcome={outcome} /> {text.outcome[outcome]}
        </li>
      ))}
    </ul>
  );
}

const outcomes = ["met", "at-threshold", "not-met", "unknown"] as const;

/** The table is one stop for the keyboard: the arrows go from row to row, and on to the page before and after. */
function useRows() {
  const page = shown.value;
  const [at, stand] = useState(0);
  const body = useRef<HTMLTableSectionElement>(null);
  const awaited = useRef<"first" | "last" | null>(null);
  const count = page?.rows.length ?? 0;
  const focus = (nth: number) => body.current?.rows[nth]?.querySelector("a")?.focus();
  useLayoutEffect(() => {
    const nth = awaited.current === "last" ? count - 1 : 0;
    stand(nth);
    if (awaited.current !== null) focus(nth);
    awaited.current = null;
  }, [page?.page, page?.version]);
  const turn = (by: number, to: "first" | "last") => {
    if (page === null || page.page + by < 0 || (page.page + by) * PAGE >= page.count) return;
    awaited.current = to;
    void turnTo(page.page + by);
  };
  const move = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const key = moves[event.key];
    if (key === undefined) return;
    event.preventDefault();
    if (key === "page before") turn(-1, "first");
    else if (key === "page after") turn(1, "first");
    else if (key === "before" && at === 0) turn(-1, "last");
    else if (key === "after" && at === count - 1) turn(1, "first");
    else focus({ before: at - 1, after: at + 1, first: 0, last: count - 1 }[key]);
  };
  return { at: Math.min(at, Math.max(0, count - 1)), stand, body, move };
}

const moves: Readonly<Record<string, "before" | "after" | "first" | "last" | "page before" | "page after">> = {
  ArrowUp: "before",
  ArrowDown: "after",
  Home: "first",
  End: "last",
  PageUp: "page before",
  PageDown: "page after",
};

function Heading({ sort, label }: { sort: string; label: string }) {
  const { sort: by, descending } = wanted.value;
  const direction = by === sort ? (descending ? "descending" : "ascending") : undefined;
  return (
    <th scope="col" aria-sort={direction}>
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

function AreaRow({ row, isAt, onFocus }: { row: Row; isAt: boolean; onFocus: () => void }) {
  const { text, language } = useText();
  const [isOpen, setOpen] = useState(false);
  const name = row.name ?? row.code ?? text.table.unnamed;
  const { assessment } = row;
  const unsure = assessment.dependsOn.some((source) => source === "rounding" || source === "noise");
  const open = () => {
    const run = loaded.value;
    if (run === null) return;
    const { isExample, summary } = run;
    handOver(row, { set: criteriaSet.value, reading: reading.value, tables: summary.tables, isExample }, language);
  };
  const up = "../".repeat(address("areas", language).split("/").length - 1);
  const tabIndex = isAt ? undefined : -1;
  return (
    <tr data-position={row.position} data-open={isOpen ? "" : undefined} onFocusIn={onFocus}>
      <th scope="row">
        <a
          href={`${up}${address("area", language)}`}
          {...newTab}
          title={text.table.open(name)}
          aria-describedby={OPENS}
          tabIndex={tabIndex}
          onClick={open}
          onAuxClick={open}
        >
          {name}
        </a>{" "}
        {row.code !== null && row.code !== name && <span class="areas-code">{row.code}</span>}
      </th>
      <td class="areas-verdict" data-tone={assessment.verdict}>
        {text.verdict[assessment.verdict]}{" "}
        {unsure && (
          <span class="areas-code" title={text.table.dependsHelp}>
            {text.table.depends}
          </span>
        )}
        <More name={name} isOpen={isOpen} tabIndex={tabIndex} onPress={() => setOpen(!isOpen)} />
      </td>
      {criteriaSet.value.criteria.map((criterion) => (
        <FindingCell
          key={criterion.id}
          criterion={criterion}
          finding={assessment.findings.find((finding) => finding.criterion === criterion.id)}
        />
      ))}
      <td data-label={text.table.municipality}>
        {row.municipalityName ?? row.municipality ?? ""} {row.designated === true && <span class="areas-code">{text.table.listed}</span>}
      </td>
    </tr>
  );
}

/** Opens and closes a line of the table on a phone. */
function More({ name, isOpen, tabIndex, onPress }: { name: string; isOpen: boolean; tabIndex: number | undefined; onPress: () => void }) {
  const { text } = useText();
  return (
    <button
      type="button"
      class="areas-more"
      aria-expanded={isOpen}
      aria-label={text.workbench.more(name)}
      tabIndex={tabIndex}
      onClick={onPress}
    >
      <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
        <path d="M1 3L5 7.5L9 3" />
      </svg>
    </button>
  );
}

/** The country or a municipality, with its figures alone: no verdict is told of it. */
function YardstickRow({ yardstick }: { yardstick: Yardstick }) {
  const spoken = useText();
  const { text, language } = spoken;
  const [isOpen, setOpen] = useState(false);
  const name = calledYardstick(yardstick, spoken);
  return (
    <tr data-yardstick={yardstick.municipality ?? "00"} data-open={isOpen ? "" : undefined}>
      <th scope="row">{name}</th>
      <td class="areas-verdict">
        {text.yardsticks.compare} <More name={name} isOpen={isOpen} tabIndex={undefined} onPress={() => setOpen(!isOpen)} />
      </td>
      {criteriaSet.value.criteria.map((criterion, nth) => (
        <td key={criterion.id} data-label={labelOf(criterion)[language]}>
          {yardstickValue(yardstick, nth, spoken) ?? <span class="areas-code">{text.yardsticks.none}</span>}
        </td>
      ))}
      <td />
    </tr>
  );
}

function FindingCell({ criterion, finding }: { criterion: Criterion; finding: Finding | undefined }) {
  const { text, language } = useText();
  const label = labelOf(criterion)[language];
  if (finding === undefined || finding.outcome === "unknown" || finding.percent === null) {
    return (
      <td class="areas-finding" data-tone="unknown" data-label={label}>
        {finding !== undefined && finding.figure !== null && (
          <>
            <span class="areas-value">{figure(finding, text, language)}</span>{" "}
          </>
        )}
        <Mark outcome="unknown" /> <span class="areas-word">{text.outcome.unknown}</span>
      </td>
    );
  }
  const nearest = inUnit(finding.percent, criterion.unit, language);
  const { most, least } = text.table.within;
  const value = !finding.figure?.includes("–") ? nearest : finding.distance?.startsWith("-") ? most(nearest) : least(nearest);
  return (
    <td class="areas-finding" data-tone={finding.outcome} data-label={label} title={figure(finding, text, language)}>
      <span class="areas-value">{value}</span> <Mark outcome={finding.outcome} />{" "}
      <span class="areas-word">{text.outcome[finding.outcome]}</span> <Distance criterion={criterion} points={finding.distance} />
    </td>
  );
}

type Spoken = ReturnType<typeof useText>;

function figure({ figure: exact }: Finding, text: Spoken["text"], language: Spoken["language"]): string | undefined {
  const [count, total] = exact?.split("/") ?? [];
  if (count === undefined) return undefined;
  if (total !== undefined) return text.table.of(whole(count, language), whole(total, language));
  return count.includes("–") ? whole(count, language) : undefined;
}

/** How far from the threshold; the unit stands there where there is room for it, and is heard everywhere. */
function Distance({ criterion: { unit }, points }: { criterion: Criterion; points: string | null }) {
  const { text, language } = useText();
  const words = text.table.points;
  const isOff = points !== null && !/^-?0(\.0*)?$/.test(points);
  return (
    <span class="areas-distance">
      {isOff && (
        <>
          {decimal(magnitude(points), language)} <span class="areas-unit">{words.unit[unit](magnitude(points) === "1")} </span>
          {points.startsWith("-") ? words.below : words.above}
        </>
      )}
    </span>
  );
}
