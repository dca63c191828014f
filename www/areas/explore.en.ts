// The texts of the panels below the table, in English.

import { inSentence } from "../text/format.ts";
import { list } from "../text/english.ts";
import type { ExploreText } from "./explore.sv.ts";

export const explore: ExploreText = {
  municipalities: {
    cells: "The municipalities in the files, by the memo’s list and the areas’ figures",
    listed: "On the list of 32",
    unlisted: "Not on the list",
    withSome: "Some area meets the criteria",
    without: "No area meets the criteria",
    otherSet: "The list was made by the memo’s criteria, not by those chosen here.",
    note: "The list decides which municipalities could apply. Where the figures here say otherwise the list does not change: they may be of another year or another division.",
    caption: "Areas by municipality",
    name: "Municipality",
    areas: "Areas",
    meets: "Meet",
    undetermined: "Undetermined",
    share: "Share that meets",
    show: (name) => `Show the areas of ${name} in the table`,
    unknown: "unknown municipality",
    others: (number) => `Municipalities without an area that meets the criteria (${number})`,
  },
  plot: {
    intro:
      "Each area is a mark in each row. The left line is the national average, the right one the threshold: further to the right means greater challenges. Marks beyond the picture stand at its edge.",
    average: "the country",
    threshold: "the threshold",
    describe: (name, past, of) => `${name}: the criterion is met in ${past} of ${of} areas that have a figure.`,
    find: "Find an area",
    found: "Found",
    none: "No area has that name.",
    choose: "choose an area",
    at: (name, figures) => `${name}: ${list(figures)}.`,
    noScale: "The source gives no national average, so there is no common scale.",
  },
  sweep: {
    title: "If a threshold moves",
    criterion: "Criterion",
    intro: (name, meets, threshold) =>
      `With the threshold ${threshold} for ${name}, ${meets === "1" ? "1 area meets" : `${meets} areas meet`} the criteria. With other thresholds it is so many:`,
    caption: "Areas that meet the criteria at different thresholds",
    threshold: "Threshold",
    meets: "Meet",
    next: (below, above) =>
      `The number first changes at ${[below, above].filter((one) => one !== null).join(" downwards and ")}${above === null ? " downwards" : " upwards"}.`,
    never: "No other threshold of this criterion changes the number.",
    binds: (name, number, one) => `In ${one ? "1 area" : `${number} areas`}, ${inSentence(name)} is the only criterion that is not met.`,
    now: "the threshold now",
  },
  grid: {
    title: "If two thresholds move",
    intro: "How many areas meet the criteria as two thresholds move at once and the rest is as it is.",
    first: "One threshold",
    second: "The other threshold",
    apart: "Steps",
    step: {
      percent: (step) => (step === "1" ? "1 percentage point" : `${step} percentage points`),
      persons: (step) => (step === "1" ? "1 person" : `${step} people`),
    },
    threshold: (name, value) => `${name}: ${value}`,
    at: (one, first, two, second, meets, single) =>
      `With ${one} ${first} and ${two} ${second}, ${single ? "1 area meets" : `${meets} areas meet`} the criteria.`,
    same: "That is as many as now.",
    change: (by, more) => `That is ${by} ${more ? "more" : "fewer"} than now.`,
    describe: (one, two, least, most) =>
      `A grid with thresholds of ${one} to the right and ${two} upwards. The number of areas goes from ${least} to ${most}. The sliders above move the mark; the table below has all numbers.`,
    key: (two, most) =>
      `Upwards: ${two}. The stronger the colour, the more areas; the strongest is ${most}. The dashed lines are the thresholds now.`,
    table: "Show the grid as a table",
    caption: (one, two) => `Areas that meet the criteria. Columns: threshold of ${one}. Rows: threshold of ${two}.`,
    onlyOne: "Moving two thresholds takes at least two criteria.",
  },
  whatIf: {
    intro:
      "Try other thresholds, or move all areas’ figures by so many percentage points, counts by so many people. Leave a field empty to change nothing.",
    threshold: (name) => `${name}: threshold`,
    shift: (name) => `${name}: all figures move by`,
    wrong: (text) => `“${text}” can’t be used. Write a number such as 62.5 or −1.`,
    compute: "Compute",
    result: (entering, leaving, undecided, staying) =>
      `${entering} enter, ${leaving} leave${undecided === null ? "" : `, ${undecided} can no longer be decided`} and ${staying} stay among those that meet the criteria.`,
    entering: "Entering",
    leaving: "Leaving",
    undecided: "Can no longer be decided",
    none: "None.",
    byReading: "by the reading",
    turned: (name, before, now) => `${name}: ${before} becomes ${now}`,
    onlyBefore: (name, outcome) => `${name}: ${outcome}, no longer required`,
    onlyNow: (name, outcome) => `${name}, which is added: ${outcome}`,
    showMore: "Show more",
    more: (number) => `${number} more.`,
    area: "Area",
    reason: "Why",
  },
  compare: {
    bySet: "With other criteria",
    bySetIntro: (name) => `Which areas enter and which leave where other criteria take the place of ${name}? The same files are read.`,
    otherSet: "Other criteria",
    chooseSet: "choose criteria",
    reading: (percent) => `The files are read by the other criteria: ${percent}.`,
    instead: (other, set) => `${other} instead of ${set}:`,
    byFiles: "With earlier files",
    intro: "Choose the files of an earlier year or another extract. Areas are matched by their code, else by municipality and name.",
    choose: "Choose earlier files",
    with: (files) => `Compared with ${list(files)}.`,
    caption: "The areas in the earlier files and in the new ones",
    end: "Stop comparing",
  },
};
