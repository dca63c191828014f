// The texts of what areas are compared with, in English.

import type { YardsticksText } from "./yardsticks.sv.ts";

export const yardsticks: YardsticksText = {
  country: "The country",
  municipality: (name) => `${name} (the municipality)`,
  compare: "to compare with",
  none: "not in the files",
  help: "At the top are the rows of the country and the municipality that are in the files. They are no areas, and are not counted.",
  plot: "Dotted lines are the country and the municipality by the files.",
  source: "the country by the source",
};
