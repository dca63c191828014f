// Look-alikes of Statistics Sweden's tables for the whole country by RegSO over five years, in both ways of writing an
// area, with made-up figures; and what is right about them, computed here by itself, with whole numbers.

import { readFileSync } from "node:fs";

export const YEARS = [2020, 2021, 2022, 2023, 2024];
const AREAS = 3363;
/** The criteria in the set's order, each with its threshold in percent and the side that counts. */
export const CRITERIA = [
  { id: "employment", threshold: 60n, below: true },
  { id: "long-term-unemployment", threshold: 10n, below: false },
  { id: "low-education", threshold: 28n, below: false },
  { id: "turnout", threshold: 75n, below: true },
];

const { municipalities } = JSON.parse(readFileSync(new URL("../../src/memo/municipalities.json", import.meta.url), "utf8"));

/** Numbers that look random and are the same each time. @param {number} seed */
function dice(seed) {
  let state = BigInt(seed);
  return (/** @type {number} */ below) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) % 2n ** 64n;
    return Number((state >> 33n) % BigInt(below));
  };
}

/** A figure: counts of a total, or a percentage in tenths. @typedef {{ count: number, total: number } | { tenths: number } | null} Figure */

/** All areas with their figures, by criterion and year. */
export function country() {
  const roll = dice(20201128);
  return Array.from({ length: AREAS }, (_, nth) => {
    const { code: municipality, name: called } = municipalities[nth % municipalities.length];
    const inside = Math.floor(nth / municipalities.length) + 1;
    const code = `${municipality}R${String(inside).padStart(3, "0")}`;
    const share = (/** @type {number} */ about, /** @type {number} */ spread) => {
      const total = 700 + roll(2000);
      // Some lie exactly on their threshold, and some figures are suppressed.
      if (roll(50) === 0) return null;
      if (roll(20) === 0) return { count: Math.floor(total / 25) * about, total: Math.floor(total / 25) * 25 };
      return { count: Math.floor((total * (4 * about - spread + roll(2 * spread))) / 100), total };
    };
    const percent = (/** @type {number} */ from, /** @type {number} */ width) => (roll(60) === 0 ? null : { tenths: from + roll(width) });
    /** @type {Record<string, Map<number, Figure>>} */
    const figures = {
      employment: new Map(YEARS.map((year) => [year, share(15, 15)])),
      "long-term-unemployment": new Map([2022, 2023, 2024].map((year) => [year, percent(80, 60)])),
      "low-education": new Map(YEARS.map((year) => [year, share(7, 12)])),
      turnout: new Map([2018, 2022].map((year) => [year, percent(680, 140)])),
    };
    return { code, municipality, name: `${called} (Område ${inside})`, figures };
  });
}

/** @typedef {ReturnType<typeof country>[number]} Area */

const quoted = (/** @type {unknown} */ text) => `"${text}"`;

/**
 * Employment as TAB6680 has it, wide: to 2023 an area is its name, from 2024 its code and its name.
 * @param {Area[]} areas @param {number[]} years
 */
export function employment(areas, years) {
  const contents = ["antal sysselsatta", "antal arbetslösa", "antal sysselsatta och arbetslösa (arbetskraften)", "antal totalt"];
  const head = ["region", "kön", "ålder", ...years.flatMap((year) => contents.map((one) => `${one} ${year}`))];
  const row = (/** @type {Area} */ area, /** @type {string} */ label, /** @type {(year: number) => boolean} */ own) => {
    const cells = years.flatMap((year) => {
      const figure = own(year) ? area.figures["employment"]?.get(year) : null;
      if (!figure || !("count" in figure)) return ["..", "..", "..", ".."];
      const unemployed = Math.floor((figure.total - figure.count) / 3);
      return [figure.count, unemployed, figure.count + unemployed, figure.total].map(String);
    });
    return [quoted(label), quoted("totalt"), quoted("20-64 år"), ...cells].join(",");
  };
  const rows = [head.map(quoted).join(",")];
  if (years.some((year) => year < 2024)) rows.push(...areas.map((area) => row(area, area.name, (year) => year < 2024)));
  if (years.includes(2024)) rows.push(...areas.map((area) => row(area, `${area.code} ${area.name}`, (year) => year === 2024)));
  return `${rows.join("\r\n")}\r\n`;
}

/** Education by code, long: of ages 25–64 to 2023, then of 25–65. @param {Area[]} areas @param {number[]} years */
export function education(areas, years) {
  const rows = ["region;ålder;utbildningsnivå;år;antal"];
  for (const area of areas)
    for (const year of years) {
      const figure = area.figures["low-education"]?.get(year);
      const [count, total] = figure && "count" in figure ? [figure.count, figure.total] : ["..", ".."];
      const ages = year < 2024 ? "25-64 år" : "25-65 år";
      rows.push(`${area.code};${ages};förgymnasial utbildning;${year};${count}`, `${area.code};${ages};totalt;${year};${total}`);
    }
  return `${rows.join("\n")}\n`;
}

/** Percentages by code, a column a year. @param {Area[]} areas @param {string} criterion @param {string} heading @param {number[]} years */
export function percentages(areas, criterion, heading, years) {
  const cell = (/** @type {Area} */ area, /** @type {number} */ year) => {
    const figure = area.figures[criterion]?.get(year);
    return figure && "tenths" in figure ? `${Math.floor(figure.tenths / 10)},${figure.tenths % 10}` : "..";
  };
  const rows = areas.map((area) => [area.code, ...years.map((year) => cell(area, year))].join(";"));
  return `${["region", ...years.map((year) => `${heading} ${year}`)].join(";")}\n${rows.join("\n")}\n`;
}

/** A figure as a quotient in percent. @param {NonNullable<Figure>} figure @returns {[bigint, bigint]} */
const quotient = (figure) => ("count" in figure ? [100n * BigInt(figure.count), BigInt(figure.total)] : [BigInt(figure.tenths), 10n]);

/** Divides and rounds down. @param {bigint} a @param {bigint} b above zero */
const floor = (a, b) => (a - (((a % b) + b) % b)) / b;

/** A quotient as text, rounded half-up with so many decimals. @param {bigint} a @param {bigint} b @param {number} decimals */
function rounded(a, b, decimals) {
  const units = floor(2n * a * 10n ** BigInt(decimals) + b, 2n * b);
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, "0");
  return { units, text: `${units < 0n ? "-" : ""}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}` };
}

const sign = (/** @type {bigint} */ number) => (number > 0n ? 1 : number < 0n ? -1 : 0);

/** The change between two figures, in points as text and in persons. @param {NonNullable<Figure>} before @param {NonNullable<Figure>} now */
export function changeOf(before, now) {
  const [[a, b], [c, d]] = [quotient(before), quotient(now)];
  const difference = c * b - a * d;
  let decimals = 1;
  while (sign(rounded(difference, b * d, decimals).units) !== sign(difference)) decimals += 1;
  const points = rounded(difference, b * d, decimals).text;
  if (!("count" in before) || !("count" in now)) return { points, persons: null, total: null };
  return { points, persons: String(now.count - before.count), total: String(now.total - before.total) };
}

const written = (/** @type {NonNullable<Figure>} */ figure) =>
  "count" in figure ? `${figure.count}/${figure.total}` : `${Math.floor(figure.tenths / 10)}.${figure.tenths % 10}`;

/** @param {(typeof CRITERIA)[number]} criterion @param {Figure} figure */
function outcomeOf({ threshold, below }, figure) {
  if (figure === null) return "unknown";
  const [a, b] = quotient(figure);
  const side = sign(a - threshold * b);
  return side === 0 ? "at-threshold" : side < 0 === below ? "met" : "not-met";
}

/** The verdict where all must be met, strictly. @param {string[]} outcomes */
function verdictOf(outcomes) {
  if (outcomes.some((one) => one === "not-met" || one === "at-threshold")) return "does-not-meet";
  return outcomes.includes("unknown") ? "undetermined" : "meets";
}

/** The year of a criterion's figures that stand in a year; null where there are none. @param {string} criterion @param {number} year @param {Map<number, Figure>} known */
function standing(criterion, year, known) {
  if (known.has(year)) return year;
  const election = year - ((year - 2018) % 4);
  return criterion === "turnout" && known.has(election) ? election : null;
}

/** The ids of what breaks between two years, for an area known by a RegSO code. @param {string} criterion @param {number} before @param {number} now */
export function breaksOf(criterion, before, now) {
  const over = before < 2024 && now >= 2024;
  return over ? [...(criterion === "low-education" ? ["age"] : []), "regso-2025"].sort() : [];
}

/** What is right about an area in some years: verdict and figures, with the change since its last figure. @param {Area} area @param {number[]} years */
export function seriesOf(area, years) {
  /** @type {Map<string, { year: number, figure: NonNullable<Figure> }>} */
  const last = new Map();
  return years.map((year) => {
    const findings = CRITERIA.map((criterion) => {
      const known = area.figures[criterion.id] ?? new Map();
      const own = standing(criterion.id, year, known);
      const figure = own === null ? null : (known.get(own) ?? null);
      const before = last.get(criterion.id);
      let change = null;
      if (figure !== null && own === year) {
        if (before)
          change = { since: String(before.year), ...changeOf(before.figure, figure), breaks: breaksOf(criterion.id, before.year, year) };
        last.set(criterion.id, { year, figure });
      }
      return { outcome: outcomeOf(criterion, figure), figure: figure && written(figure), change };
    });
    return { verdict: verdictOf(findings.map(({ outcome }) => outcome)), findings };
  });
}
