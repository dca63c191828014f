// The years: a criterion's figures year by year, as a picture with its table, for the areas that the filter leaves.

import { useEffect, useState } from "preact/hooks";
import { fileName, saveFile } from "../device/files.ts";
import type { Criterion } from "../engine/criteria.ts";
import type { AreaSeries, GroupSeries, SeriesBreak, SeriesFinding, SeriesFrame } from "../engine/tables.ts";
import { Mark } from "../look/Mark.tsx";
import { labelOf } from "../model/labels.ts";
import { yearsOf } from "../model/workbench.ts";
import { decimal, inUnit, type Language, whole } from "../text/format.ts";
import { useText } from "./language.ts";
import { nameOf } from "./sentences.ts";
import { SeriesPicture } from "./SeriesPicture.tsx";
import { ask, criteriaSet, type Loaded, PAGE, shown } from "./state.ts";
import { useAnswer } from "./useAnswer.ts";
import { calledYardstick, useYardsticksOfYears, type YardstickSeries, yardstickValue } from "./yardsticks.ts";

export function Years({ run }: { run: Loaded }) {
  const { text, language } = useText();
  const words = text.years;
  const { criteria } = criteriaSet.value;
  const [id, setId] = useState(criteria[0]?.id ?? "");
  const [from, setFrom] = useState(0);
  const version = shown.value?.version;
  const count = shown.value?.count ?? 0;
  const frame = useAnswer((tables) => tables.ask("years", null), [run]);
  const group = useAnswer((tables) => tables.ask("seriesOfSelection", null), [run, version]);
  const rows = useAnswer((tables) => tables.ask("series", { from, count: PAGE }), [run, version, from]);
  const yardsticks = useYardsticksOfYears(run);
  useEffect(() => setFrom(0), [version]);
  if (frame === null) return null;
  if (frame.periods.length < 2) return <p>{words.none}</p>;
  const nth = Math.max(
    0,
    criteria.findIndex((one) => one.id === id),
  );
  const criterion = criteria[nth];
  if (criterion === undefined) return null;
  const breaks = frame.breaks.map((one, at) => ({ one, at })).filter(({ one }) => one.criterion === criterion.id);
  return (
    <>
      <p class="help">{words.intro}</p>
      <div class="fields">
        <label>
          {words.criterion}
          <select class="field" name="years-criterion" value={criterion.id} onChange={(event) => setId(event.currentTarget.value)}>
            {criteria.map((one) => (
              <option key={one.id} value={one.id}>
                {labelOf(one)[language]}
              </option>
            ))}
          </select>
        </label>
      </div>
      {group !== null && rows !== null && (
        <>
          <SeriesPicture
            frame={frame}
            criterion={criterion}
            nth={nth}
            group={group}
            rows={count <= 4 ? rows : []}
            yardsticks={yardsticks}
          />
          <Figures frame={frame} criterion={criterion} nth={nth} group={group} rows={rows} count={count} yardsticks={yardsticks} />
        </>
      )}
      {count > PAGE && (
        <p class="exports-row">
          <button
            type="button"
            class="button"
            aria-disabled={from === 0 ? true : undefined}
            onClick={() => setFrom(Math.max(0, from - PAGE))}
          >
            {words.previous}
          </button>
          <button
            type="button"
            class="button"
            aria-disabled={from + PAGE >= count ? true : undefined}
            onClick={() => from + PAGE < count && setFrom(from + PAGE)}
          >
            {words.next}
          </button>
          <span class="help" role="status">
            {words.rows(whole(from + 1, language), whole(Math.min(from + PAGE, count), language), whole(count, language))}
          </span>
        </p>
      )}
      {breaks.length > 0 && <Breaks breaks={breaks} />}
      {frame.undated.length > 0 && <p class="help">{words.undated(frame.undated.map((one) => nameOf(one, language)).join(", "))}</p>}
      <p class="exports-row">
        {(["tidy", "wide"] as const).map((shape) => (
          <button key={shape} type="button" class="button" data-series={shape} onClick={() => void save(shape === "wide")}>
            {words.save[shape]}
          </button>
        ))}
      </p>
    </>
  );

  async function save(wide: boolean): Promise<void> {
    const format = language === "sv" ? "csv-sv" : "csv";
    const blob = await ask((tables) => tables.ask("exportSeries", { format, wide }));
    const years = yearsOf((frame?.periods ?? []).map(({ period }) => period));
    if (blob !== null) saveFile(fileName([years, words.series].join(" "), words.series, "csv"), blob, blob.type);
  }
}

/** What changes between which years, as sentences; each has the number by which a table points to it. */
export function Breaks({ breaks }: { breaks: readonly { readonly one: SeriesBreak; readonly at: number }[] }) {
  const { text, language } = useText();
  const words = text.years;
  return (
    <>
      <h3>{words.breaks}</h3>
      <ul class="series-breaks">
        {breaks.map(({ one, at }) => (
          <li key={at} data-break={one.id}>
            <sup>{at + 1}</sup> {words.between(one.before, one.now)}: {one[language]}
          </li>
        ))}
      </ul>
    </>
  );
}

interface FiguresProps {
  frame: SeriesFrame;
  criterion: Criterion;
  nth: number;
  group: GroupSeries;
  rows: readonly AreaSeries[];
  count: number;
  yardsticks: readonly YardstickSeries[];
}

function Figures({ frame, criterion, nth, group, rows, count, yardsticks }: FiguresProps) {
  const spoken = useText();
  const { text, language } = spoken;
  const words = text.years;
  const caption = words.caption(labelOf(criterion)[language]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached with the keyboard.
    <div class="scrolls" role="region" aria-label={caption} tabIndex={0}>
      <table class="cells series-table">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.area}</th>
            {frame.periods.map(({ period, figures }) => (
              <th key={period} scope="col">
                {period}
                {figures[nth]?.carried === true && <span class="areas-code">{words.carried(figures[nth]?.period ?? "")}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr class="series-group">
            <th scope="row">{words.together(whole(count, language), count === 1)}</th>
            {group.points.map(({ findings }, at) => {
              const finding = findings[nth];
              const of = finding === undefined ? 0 : finding.met + finding.atThreshold + finding.notMet;
              return (
                <td key={frame.periods[at]?.period}>
                  {finding !== undefined && (
                    <>
                      {finding.percent === null ? words.lacks[finding.lacks ?? "nothing"] : value(criterion, finding.percent, language)}{" "}
                      <Changed change={finding.change} />
                      <span class="areas-code">{words.met(whole(finding.met, language), whole(of, language))}</span>
                    </>
                  )}
                </td>
              );
            })}
          </tr>
          {yardsticks.map(({ called, years }) => (
            <tr key={called.municipality} class="series-group" data-yardstick={called.municipality ?? "00"}>
              <th scope="row">{calledYardstick(called, spoken)}</th>
              {years.map((one, at) => (
                <td key={frame.periods[at]?.period}>{one === null ? "" : yardstickValue(one, nth, spoken)}</td>
              ))}
            </tr>
          ))}
          {rows.map((row) => (
            <tr key={row.row} data-series-of={row.code ?? row.name}>
              <th scope="row">
                {row.name ?? row.code ?? text.table.unnamed}
                {row.name !== null && row.code !== null && <span class="areas-code">{row.code}</span>}
              </th>
              {row.points.map((point, at) => (
                <td key={frame.periods[at]?.period}>
                  {point === null ? (
                    <span class="help">{words.absent}</span>
                  ) : (
                    <Figure criterion={criterion} finding={point.findings[nth]} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Writes a figure's value: a percentage, or persons. */
export function value(criterion: Criterion, percentage: string, language: Language): string {
  return inUnit(percentage, criterion.unit, language);
}

function Figure({ criterion, finding }: { criterion: Criterion; finding: SeriesFinding | undefined }) {
  const { text, language } = useText();
  const outcome = finding?.outcome ?? "unknown";
  return (
    <span class="areas-finding" data-tone={outcome}>
      {finding?.percent != null && `${value(criterion, finding.percent, language)} `}
      <Mark outcome={outcome} /> <span class="visually-hidden">{text.outcome[outcome]}</span> <Changed change={finding?.change ?? null} />
    </span>
  );
}

/** The change since the figure before, in points; in persons for who asks; and the breaks that lie between. */
export function Changed({ change }: { change: SeriesFinding["change"] }) {
  const { text, language } = useText();
  const words = text.years;
  if (change === null) return null;
  const signed = (number: string) =>
    number.startsWith("-") || /^0(\.0*)?$/.test(number) ? decimal(number, language) : `+${decimal(number, language)}`;
  const persons = change.persons === null ? [] : [words.persons(signed(change.persons), change.since)];
  return (
    <span class="areas-distance" title={[words.change(signed(change.points)), ...persons].join(", ")}>
      {signed(change.points)}
      {change.breaks.map((at) => (
        <sup key={at}>
          <span class="visually-hidden">{words.breakMark("")}</span>
          {at + 1}
        </sup>
      ))}
    </span>
  );
}
