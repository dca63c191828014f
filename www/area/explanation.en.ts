// What stands behind a figure, in English.

import type { ExplanationText } from "./explanation.sv.ts";

export const text: ExplanationText = {
  definition: "What it measures",
  find: "Where to find it",
  findNote: "The table ids come from third-party notes. We could not check them with Statistics Sweden.",
  areas: "DeSO are Statistics Sweden’s smallest areas, with 700 to 2,700 residents. RegSO are larger and have names.",
  newTab: "(opens in a new tab)",
  breaks: "When the way of measuring changed",
  open: "What the memo does not say",
  threshold: "The threshold in the source",
  average: "The national average in the source",
  precision: "Rounding and uncertainty",
  exact: "The figure is exact, not rounded",
  exactHelp: "Otherwise it is taken as rounded to the decimals you typed: 60 stands for 59.5 to 60.5, and 60.0 for 59.95 to 60.05.",
  known: "Number of people that the percentage is of, if you know it",
  noise: "The counts may be off by up to this many people",
  noiseHelp: "From reference year 2025, Statistics Sweden adds a small random number to counts. Empty means that the counts are right.",
  trace: {
    label: "Check the sums",
    intro: "The same comparison in whole numbers, which you can redo by hand:",
  },
};
