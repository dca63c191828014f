// A criterion year by year as a picture: a line for the areas together, or one for each where they are few.

import type { Criterion } from "../engine/criteria.ts";
import type { AreaSeries, GroupSeries, SeriesFrame } from "../engine/tables.ts";
import { labelOf } from "../model/labels.ts";
import { apart, linesOf, placesOf, spanOf } from "../model/series.ts";
import { inUnit, whole } from "../text/format.ts";
import { useText } from "./language.ts";
import { calledYardstick, type YardstickSeries } from "./yardsticks.ts";

const WIDTH = 560;
const HEIGHT = 200;
/** So far apart names stand at least. */
const APART = 24;
/** Room for the years below, the scale on the left, and the names on the right. */
const [BOTTOM, LEFT, RIGHT, TOP] = [36, 84, 190, 20];

interface Props {
  frame: SeriesFrame;
  criterion: Criterion;
  nth: number;
  group: GroupSeries;
  rows: readonly AreaSeries[];
  yardsticks: readonly YardstickSeries[];
}

export function SeriesPicture({ frame, criterion, nth, group, rows, yardsticks }: Props) {
  const spoken = useText();
  const { text, language } = spoken;
  const words = text.years;
  const years = frame.periods.map(({ period }) => period);
  const show = (value: string) => inUnit(value, criterion.unit, language);
  const cuts = (changes: readonly ({ readonly breaks: readonly number[] } | null)[]) =>
    changes.map((change) => (change?.breaks.length ?? 0) > 0);
  const several = rows.map(({ name, code, points }) => ({
    name: name ?? code ?? text.table.unnamed,
    values: points.map((point) => point?.findings[nth]?.percent ?? null),
    cuts: cuts(points.map((point) => point?.findings[nth]?.change ?? null)),
  }));
  const findings = group.points.map((point) => point.findings[nth] ?? null);
  const together = {
    name: words.together(whole(2, language), false),
    values: findings.map((finding) => finding?.percent ?? null),
    cuts: cuts(findings.map((finding) => finding?.change ?? null)),
  };
  // That areas are divided in another way is no break for the country.
  const breaks = frame.breaks.filter(
    ({ criterion: id, division, id: kind }) => id === criterion.id && division === null && kind !== "division",
  );
  const compared = yardsticks.map(({ called, years: all }) => ({
    name: calledYardstick(called, spoken),
    values: all.map((one) => one?.findings[nth]?.percent ?? null),
    cuts: years.map((year) => breaks.some(({ now }) => now === year)),
    isYardstick: true,
  }));
  const series = [...(several.length > 0 ? several : [together]), ...compared];
  const values = series.flatMap((one) => one.values);
  if (values.every((value) => value === null)) return null;
  const span = spanOf(values, criterion.threshold.value);
  const [threshold] = placesOf(years.slice(0, 1), [criterion.threshold.value], span, [0, HEIGHT]);
  const drawn = series.map((one) => placesOf(years, one.values, span, [WIDTH, HEIGHT]));
  const names = apart(
    drawn.map((places) => places.filter((place) => place !== null).at(-1)?.y ?? null),
    APART,
  );
  const label = labelOf(criterion)[language];
  return (
    <svg
      class="series-picture"
      viewBox={`0 0 ${LEFT + WIDTH + RIGHT} ${TOP + HEIGHT + BOTTOM}`}
      role="img"
      aria-label={words.picture(label, years[0] ?? "", years.at(-1) ?? "")}
    >
      <g transform={`translate(${LEFT} ${TOP})`}>
        {[span.from, span.to].map((value) => (
          <text key={value} class="strip-label" x="-8" y={value === span.to ? 4 : HEIGHT} text-anchor="end">
            {show(String(value))}
          </text>
        ))}
        {threshold != null && (
          <>
            <line class="strip-threshold" x1="0" x2={WIDTH} y1={threshold.y} y2={threshold.y} />
            <text class="strip-label" x={WIDTH / 2} y={threshold.y - 6} text-anchor="middle">
              {words.threshold} {show(criterion.threshold.value)}
            </text>
          </>
        )}
        {series.map((one, at) => {
          const places = drawn[at] ?? [];
          const name = names[at];
          return (
            <g key={`${at} ${one.name}`} class="series-line" data-line={"isYardstick" in one ? "yardstick" : at}>
              {linesOf(places, one.cuts).map((line) => (
                <polyline key={line[0]?.x} points={line.map(({ x, y }) => `${x},${y}`).join(" ")} />
              ))}
              {places.map((place) => place !== null && <circle key={place.x} cx={place.x} cy={place.y} r="4" />)}
              {name != null && (several.length > 0 || "isYardstick" in one) && (
                <text class="series-name" x={WIDTH + 12} y={name + 5}>
                  {one.name}
                </text>
              )}
            </g>
          );
        })}
        {placesOf(
          years,
          years.map(() => String(span.from)),
          span,
          [WIDTH, HEIGHT],
        ).map(
          (place, at) =>
            place !== null && (
              <text key={years[at]} class="strip-label" x={place.x} y={HEIGHT + 28} text-anchor="middle">
                {years[at]}
              </text>
            ),
        )}
      </g>
    </svg>
  );
}
