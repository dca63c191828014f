// The money: the plan of March 2018 beside what is known to have come of it, as a chart and as a table.

import type { Language } from "../text/format.ts";
import { Cite, Cited, Said } from "./Cited.tsx";
import { money, plannedTotal } from "./data.ts";
import { designated, fill, millions, sources } from "./facts.ts";
import type { AboutText } from "./text.sv.ts";

const years = money.plan.years;
const most = Math.max(...years.map((year) => year.thousandKronor));

/** The chart's height in pixels between its base line and the tallest bar, and what stands above and below. */
const PLOT = 240;
const ABOVE = 28;
const BELOW = 28;
const BASE = ABOVE + PLOT;
/** Lines to measure by, every 500 million. */
const STEP = 500_000;
const ticks = Array.from({ length: Math.floor(most / STEP) }, (_, at) => (at + 1) * STEP);

/** Heights are for the eye: the exact amounts stand beside the bars and in the table. */
const height = (thousandKronor: number) => (thousandKronor * PLOT) / most;

function knownOf(year: number) {
  return money.known.filter((known) => known.year === year);
}

function written(known: { thousandKronor: number; approximate: boolean }, language: Language, text: AboutText["money"]) {
  return `${known.approximate ? `${text.about} ` : ""}${millions(known.thousandKronor, language)}`;
}

export function Money({ language, text }: { language: Language; text: AboutText["money"] }) {
  return (
    <>
      <p class="about-intro">{fill(text.intro, { total: millions(plannedTotal, language) })}</p>
      <Chart language={language} text={text} />
      <Table language={language} text={text} />
      {money.statements.map((statement) => (
        <Said key={statement.text.en} statement={statement} language={language} />
      ))}
      <Ceilings language={language} text={text} />
    </>
  );
}

function Chart({ language, text }: { language: Language; text: AboutText["money"] }) {
  const slot = 100 / years.length;
  const at = (nth: number, share: number) => `${((nth + share) * slot).toFixed(2)}%`;
  return (
    <figure class="about-chart">
      <figcaption>
        <span class="about-chart-title">{text.chart}</span>
        <span class="about-legend about-legend-planned">{text.legendPlanned}</span>
        <span class="about-legend about-legend-known">{text.legendKnown}</span>
      </figcaption>
      <svg class="about-chart-drawing" width="100%" height={BASE + BELOW} aria-hidden="true">
        <defs>
          <pattern id="about-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" class="about-hatch-ground" />
            <line x1="0" y1="0" x2="0" y2="6" class="about-hatch-line" />
          </pattern>
        </defs>
        {ticks.map((tick) => (
          <line key={tick} class="about-chart-tick" x1="0" x2="100%" y1={BASE - height(tick)} y2={BASE - height(tick)} />
        ))}
        {years.map((year, nth) => {
          const known = knownOf(year.year);
          return (
            <g key={year.year} data-odd={nth % 2 === 1} data-repeated={years[nth - 1]?.thousandKronor === year.thousandKronor}>
              <rect
                class="about-bar-planned"
                x={at(nth, 0.14)}
                y={BASE - height(year.thousandKronor)}
                width={at(0, 0.72)}
                height={height(year.thousandKronor)}
                fill="url(#about-hatch)"
              />
              <text class="about-bar-amount" x={at(nth, 0.5)} y={BASE - height(year.thousandKronor) - 7}>
                {millions(year.thousandKronor, language)}
              </text>
              {known.map((amount, which) => (
                <rect
                  key={amount.source}
                  class="about-bar-known"
                  x={at(nth, 0.26 + (0.48 * which) / known.length)}
                  y={BASE - height(amount.thousandKronor)}
                  width={at(0, 0.48 / known.length - (known.length > 1 ? 0.02 : 0))}
                  height={height(amount.thousandKronor)}
                />
              ))}
              {known.length > 0 && (
                <text class="about-bar-known-amount" x={at(nth, 0.5)} y={BASE - height(known[0]?.thousandKronor ?? 0) - 6}>
                  {known.map((amount) => millions(amount.thousandKronor, language)).join(" / ")}
                </text>
              )}
              {known.length === 0 && (
                <text class="about-bar-unknown" x={at(nth, 0.5)} y={BASE - 8}>
                  ?
                </text>
              )}
              <text class="about-bar-year" x={at(nth, 0.5)} y={BASE + 19}>
                {year.year}
              </text>
            </g>
          );
        })}
        <line class="about-chart-base" x1="0" x2="100%" y1={BASE} y2={BASE} />
      </svg>
    </figure>
  );
}

function Table({ language, text }: { language: Language; text: AboutText["money"] }) {
  const parts = groups().map(([amount, count]) =>
    count === 1 ? millions(amount, language) : `${count}\u00a0·\u00a0${millions(amount, language)}`,
  );
  return (
    <>
      <table class="about-table about-money">
        <caption>{text.chart}</caption>
        <thead>
          <tr>
            <th scope="col">{text.year}</th>
            <th scope="col" class="about-number">
              {text.planned}
            </th>
            <th scope="col">{text.known}</th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, thousandKronor }, nth) => {
            const known = knownOf(year);
            // The memo names who is to have the money for its first year only.
            const recipient = [text.recipients.named, text.recipients.open][nth] ?? null;
            return (
              <tr key={year}>
                <th scope="row">{year}</th>
                <td class="about-number">
                  {millions(thousandKronor, language)}
                  {recipient !== null && <span class="about-recipient">{recipient}</span>}
                </td>
                <td>
                  {known.length === 0 ? (
                    <span class="about-unknown">{text.unknown}</span>
                  ) : (
                    known.map((amount) => (
                      <p key={amount.source} class="about-known">
                        <b>{written(amount, language, text)}</b> {amount.note[language]}{" "}
                        <a href={`#source-${amount.source}`}>{sources[amount.source]?.short[language]}</a>
                      </p>
                    ))
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{text.total}</th>
            <td class="about-number">
              <b>{millions(plannedTotal, language)}</b>
            </td>
            <td>
              <span class="about-unknown">{money.unknownAfter.text[language]}</span>
            </td>
          </tr>
        </tfoot>
      </table>
      <Cited origin={{ sources: ["delmos-2021", "delmos-2022"] }} language={language}>
        <p>{text.authorities}</p>
      </Cited>
      <p class="about-sum">{fill(text.exact, { parts: parts.join(" + "), total: millions(plannedTotal, language) })}</p>
      <Cite origin={{ sources: ["memo"], quote: years.at(-1)?.quote }} language={language} />
    </>
  );
}

/** The plan's amounts in order, equal neighbours counted together. */
function groups(): [amount: number, count: number][] {
  const grouped: [number, number][] = [];
  for (const { thousandKronor } of years) {
    const last = grouped.at(-1);
    if (last?.[0] === thousandKronor) last[1] += 1;
    else grouped.push([thousandKronor, 1]);
  }
  return grouped;
}

function Ceilings({ language, text }: { language: Language; text: AboutText["money"] }) {
  const { about, known } = money.ceilings2018;
  const highest = Math.max(...known.map((ceiling) => ceiling.thousandKronor));
  const name = new Map(designated.municipalities.map((municipality) => [municipality.code, municipality.name]));
  return (
    <>
      <h3>{text.ceilings}</h3>
      <p>{about[language]}</p>
      <table class="about-table about-ceilings">
        <caption>{text.ceilings}</caption>
        <thead>
          <tr>
            <th scope="col">{text.municipality}</th>
            <th scope="col" class="about-number">
              {text.ceiling}
            </th>
            <td class="about-ceiling-bar" />
            <th scope="col">{text.source}</th>
          </tr>
        </thead>
        <tbody>
          {known.map((ceiling) => (
            <tr key={ceiling.code}>
              <th scope="row">{name.get(ceiling.code)}</th>
              <td class="about-number">{written(ceiling, language, text)}</td>
              <td class="about-ceiling-bar">
                <svg width="100%" height="10" aria-hidden="true">
                  <rect class="about-bar-known" width={`${((ceiling.thousandKronor * 100) / highest).toFixed(1)}%`} height="10" />
                </svg>
              </td>
              <td>
                <a href={`#source-${ceiling.source}`}>{sources[ceiling.source]?.short[language]}</a>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={4}>{fill(text.theRest, { n: String(designated.municipalities.length - known.length) })}</td>
          </tr>
        </tfoot>
      </table>
    </>
  );
}
