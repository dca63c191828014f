// The texts of the row of views, of what is folded above it, and of the table's own handling, in English.

import { sentence } from "../text/english.ts";
import type { WorkbenchText } from "./workbench.sv.ts";

const areas = (number: string, one: boolean) => (one ? "1 area" : `${number} areas`);

export const workbench: WorkbenchText = {
  views: "Views",
  view: {
    table: "Table",
    municipalities: "Municipalities",
    picture: "Picture",
    thresholds: "Thresholds",
    "what-if": "What if …",
    compare: "Compare",
    years: "Year by year",
    report: "Report",
  },
  files: (number) => (number === 1 ? "1 file" : `${number} files`),
  assumed: (number) => (number === 1 ? "1 assumption to look at" : `${number} assumptions to look at`),
  required: (require) => `${sentence(require)} required`,
  missing: {
    label: "What is missing",
    all: (name) => `${name}: not in the files.`,
    some: (name, number, one) => `${name}: no figure for ${areas(number, one)}.`,
    show: "Show them",
    showOf: (name) => `Show areas without a figure: ${name}`,
  },
  keys: "Arrow up and arrow down move between the rows, Page Up and Page Down between the pages.",
  more: (name) => `Figures for ${name}`,
  legend: "Marks in the table",
  holds: { all: "areas", meets: "meets", "does-not-meet": "does-not-meet", undetermined: "undetermined", filtered: "filtered" },
};
