// Made-up files to start from, in the shapes that people have: a long table of counts, two of percentages, and one
// saved by a Swedish spreadsheet. Their areas don't exist.

import type { CriteriaSet, Criterion } from "../engine/criteria.ts";
import type { Language } from "../text/format.ts";

/** Municipalities on the memo's list and not on it; the areas in them are made up. */
const municipalities = ["0127", "0162", "0180", "0581", "1280", "1480", "2480"];
const names = ["Norra", "Södra", "Östra", "Västra", "Centrala", "Inre", "Yttre", "Övre"];

interface MadeUp {
  readonly code: string;
  readonly name: string;
  readonly hardship: number;
  readonly residents: number;
  readonly employed: number;
  readonly longTerm: string;
  readonly lowEducation: string;
  readonly turnout: string;
}

/** A plain generator of numbers below `end`, the same in every browser. */
function numbers(seed: number): (end: number) => number {
  let state = seed;
  return (end) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * end);
  };
}

const tenths = (value: number) => `${Math.floor(value / 10)}.${value % 10}`;
const label = ({ code, name }: MadeUp) => `"${code} ${name}"`;

function areas(): MadeUp[] {
  const next = numbers(2018);
  return municipalities.flatMap((municipality, at) =>
    names.map((name, nth) => {
      // How hard it is in the area, which moves all four figures together, each with its own scatter.
      const hardship = next(100) - 8 * (at % 3);
      const residents = 800 + next(1700);
      return {
        code: `${municipality}R9${String(nth + 1).padStart(2, "0")}`,
        name: `Påhittade ${name}`,
        hardship,
        residents,
        employed: Math.floor((residents * (820 - 3 * hardship - next(60))) / 1000),
        longTerm: tenths(Math.max(5, 15 + hardship + next(30))),
        lowEducation: tenths(90 + 2 * Math.max(0, hardship) + next(90)),
        turnout: tenths(900 - 2 * Math.max(0, hardship) - next(60)),
      };
    }),
  );
}

const csv = (name: string, lines: readonly string[]) => new File([`${lines.join("\r\n")}\r\n`], name, { type: "text/csv" });

/** Files of the shapes that people have, by the criteria whose figures they hold. */
const shapes: Readonly<Record<string, (areas: readonly MadeUp[]) => string[]>> = {
  employment: (all) => [
    '"region","arbetsmarknadsstatus","Antal 2022"',
    ...all.flatMap((area) => [
      `${label(area)},"förvärvsarbetande",${area.employed}`,
      `${label(area)},"ej förvärvsarbetande",${area.residents - area.employed}`,
    ]),
  ],
  // The figure of one area is missing, as they are in small areas.
  "long-term-unemployment": (all) => [
    "Områdeskod;Andel långtidsinskrivna arbetslösa",
    ...all.map((area, nth) => `${area.code};${nth === 5 ? ".." : area.longTerm.replace(".", ",")}`),
  ],
  "low-education": (all) => [
    '"region","Andel förgymnasial utbildning, procent"',
    ...all.map((area) => `${label(area)},${area.lowEducation}`),
  ],
  turnout: (all) => ['"region","Valdeltagande, procent"', ...all.map((area) => `${label(area)},${area.turnout}`)],
};

/** Made-up figures for a criterion of any set: around its threshold, and past it where it is hard in the area. */
function around(criterion: Criterion, all: readonly MadeUp[]): string[] {
  const { value } = criterion.threshold;
  const isPercent = criterion.unit === "percent";
  const next = numbers(1 + [...criterion.id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0));
  // In tenths of a percent, or in persons.
  const threshold = isPercent ? Math.round(10 * Number(value)) : Number(value);
  const far = Math.max(20, Math.round(threshold / 2));
  const figure = ({ hardship }: MadeUp) => {
    const past = Math.round(((hardship - 30 + next(30)) * far) / 100);
    const moved = Math.max(0, criterion.direction === "above" ? threshold + past : threshold - past);
    return isPercent ? tenths(Math.min(1000, moved)).replace(".", ",") : String(moved);
  };
  return [`Områdeskod;${criterion.id}`, ...all.map((area) => `${area.code};${figure(area)}`)];
}

/** Returns the files, one for each criterion of a set. */
export function exampleFiles(language: Language, { criteria }: CriteriaSet): File[] {
  const all = areas();
  const prefix = language === "sv" ? "exempel" : "example";
  return criteria.map((criterion, nth) => csv(`${prefix}-${nth + 1}.csv`, shapes[criterion.id]?.(all) ?? around(criterion, all)));
}
