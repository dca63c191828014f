// The texts of municipalities beside each other, in English.

import type { BesideText } from "./beside.sv.ts";

export const beside: BesideText = {
  title: "Municipalities side by side",
  intro:
    "Choose two to four municipalities. They stand in the order in which you choose them. How many areas there are depends on how the municipality is divided, so the number says nothing by itself. The figure of the whole municipality and of the country is their own row in the files.",
  municipality: (nth) => `Municipality ${nth}`,
  choose: "choose a municipality",
  leave: "take away",
  own: (value) => `the whole municipality: ${value}`,
  inFiles: "The country in the files",
  country: "Sweden by the source",
  threshold: "Threshold",
  areas: "Areas",
  meets: "Meet the criteria",
  undetermined: "Cannot be decided",
  met: (met, of) => (of === "0" ? "no figure" : `met in ${met} of ${of}`),
  unknown: "not given",
};
