// What is said of definitions and of how the answer moves, in English.

import { list } from "../../text/english.ts";
import type { definitions as definitionsReference, moves as movesReference } from "./sure.sv.ts";

export const definitions: typeof definitionsReference = {
  title: "Can the figures be compared?",
  intro: "Note what each figure is about. The notes go along in the link, the file and the record.",
  open: "Note year, ages, source and division",
  year: "Year",
  ages: "Ages",
  agesHint: "for example 20–64",
  source: "Source",
  division: "Division into areas",
  divisions: ["DeSO 2018", "DeSO 2025", "RegSO 2018", "RegSO 2025", "Electoral district", "Municipality"],
  warnings: "To keep in mind",
  none: "Nothing in the notes speaks against comparing the figures.",
  differ: {
    year: (said) => `The figures are from different years: ${list(said)}.`,
    ages: (said) => `The figures are about different ages: ${list(said)}.`,
    division: (said) => `The figures are about different divisions into areas: ${list(said)}. It need not be the same area.`,
  },
  of: (name, value) => `${name.toLocaleLowerCase("en")} ${value}`,
  later: (name) => `${name}: the figure is later than the memo of March 2018.`,
  broken: (name, text) => `${name}: ${text}`,
};

export const moves: typeof movesReference = {
  title: "How sensitive is the answer?",
  intro: "This is how the answer moves if one figure, or two, become something else and the rest stay.",
  figure: "Figure that changes",
  and: "and at the same time",
  same: (verdict) => `However this figure changes, the answer is the same: ${verdict}.`,
  changes: (threshold, below, on, above) =>
    `The answer can only change at ${threshold}. Below: ${below}. Exactly on: ${on}. Above: ${above}.`,
  slider: (name) => `Try a value for ${name}`,
  at: (value, verdict, distance) =>
    distance === "" ? `${value}: ${verdict}, exactly on the threshold.` : `${value}: ${verdict}, ${distance}.`,
  table: "The same as a table",
  value: "Value",
  outcome: "Outcome",
  answer: "Answer",
  distance: "Distance",
  two: "Two figures at the same time",
  twoAt: (first, second, verdict) => `${first} and ${second}: ${verdict}.`,
  below: (threshold) => `below ${threshold}`,
  on: (threshold) => `exactly ${threshold}`,
  above: (threshold) => `above ${threshold}`,
  pair: (name, value) => `${name} ${value}`,
  here: "The circle is the area.",
  key: { meets: "meets", "does-not-meet": "does not meet", undetermined: "cannot be told" },
};
