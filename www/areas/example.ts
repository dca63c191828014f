// Made-up files to start from, in the shapes that people have: a long table of counts, two of percentages, and one
// saved by a Swedish spreadsheet. Their areas don't exist.

import type { Language } from "../text/format.ts";

/** Municipalities on the memo's list and not on it; the areas in them are made up. */
const municipalities = ["0127", "0162", "0180", "0581", "1280", "1480", "2480"];
const names = ["Norra", "Södra", "Östra", "Västra", "Centrala", "Inre", "Yttre", "Övre"];

interface MadeUp {
  readonly code: string;
  readonly name: string;
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

function areas(): MadeUp[] {
  const next = numbers(2018);
  return municipalities.flatMap((municipality, at) =>
    names.map((name, nth) => {
      // How hard it is in the area, which moves all four figures together, each with its own scatter.
      const hardship = next(100) - 8 * (at % 3);
      const tenths = (value: number) => `${Math.floor(value / 10)}.${value % 10}`;
      const residents = 800 + next(1700);
      return {
        code: `${municipality}R9${String(nth + 1).padStart(2, "0")}`,
        name: `Påhittade ${name}`,
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

/** Returns the files. The figures of one area are missing, as they are in small areas. */
export function exampleFiles(language: Language): File[] {
  const all = areas();
  const label = ({ code, name }: MadeUp) => `"${code} ${name}"`;
  const prefix = language === "sv" ? "exempel" : "example";
  return [
    csv(`${prefix}-1.csv`, [
      '"region","arbetsmarknadsstatus","Antal 2022"',
      ...all.flatMap((area) => [
        `${label(area)},"förvärvsarbetande",${area.employed}`,
        `${label(area)},"ej förvärvsarbetande",${area.residents - area.employed}`,
      ]),
    ]),
    csv(`${prefix}-2.csv`, [
      "Områdeskod;Andel långtidsinskrivna arbetslösa",
      ...all.map((area, nth) => `${area.code};${nth === 5 ? ".." : area.longTerm.replace(".", ",")}`),
    ]),
    csv(`${prefix}-3.csv`, ['"region","Andel förgymnasial utbildning, procent"', ...all.map((area) => `${label(area)},${area.lowEducation}`)]),
    csv(`${prefix}-4.csv`, ['"region","Valdeltagande, procent"', ...all.map((area) => `${label(area)},${area.turnout}`)]),
  ];
}
