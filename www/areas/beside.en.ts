// The texts of municipalities beside each other, in English.

import type { BesideText } from "./beside.sv.ts";

export const beside: BesideText = {
  title: "Municipalities side by side",
  intro:
    "Choose two to four municipalities. They stand in the order in which you choose them. How many areas there are depends on how the municipality is divided, so the number says nothing by itself.",
  municipality: (nth) => `Municipality ${nth}`,
  choose: "choose a municipality",
  leave: "take away",
  country: "Sweden by the source",
  threshold: "Threshold",
  areas: "Areas",
  meets: "Meet the criteria",
  undetermined: "Cannot be decided",
  met: (met, of) => (of === "0" ? "no figure" : `met in ${met} of ${of}`),
  unknown: "not given",
};
