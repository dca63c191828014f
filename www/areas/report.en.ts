// The texts of the report, in English.

import { list } from "../text/english.ts";
import type { ReportText } from "./report.sv.ts";

const areas = (n: string, one: boolean) => (one ? "1 area" : `${n} areas`);

export const report: ReportText = {
  intro: "The areas that are shown become a report, for instance for a committee. On paper there is only the report.",
  question: "The question that the report answers",
  notes: "Include the notes of the project",
  holds: (n, one, of, year, appendix) =>
    `The report is about ${areas(n, one)} of ${of}, with ${year === null ? "the newest figures" : `figures of ${year}`}. ${
      appendix ? "They are many and stand in an appendix." : one ? "It stands on the first pages." : "They stand on the first pages."
    }`,
  tooMany: (limit) => `A report has room for ${limit} areas at most. Filter for those that it is to be about.`,
  print: "Print (A4)",
  html: "Save as a web page (HTML)",
  xlsx: "Save as Excel (XLSX)",
  fileName: "report",
  picture: "picture",
  appendix: "Appendix: all areas",
  chosen: {
    by: (parts) => `They were chosen so: ${list(parts)}.`,
    municipality: (name) => `the municipality is ${name}`,
    verdict: (verdict) => `the answer is “${verdict}”`,
    outcome: (name, outcome) => `${name} is “${outcome}”`,
    within: {
      percent: (name, points) => `${name} is at most ${points} percentage points from the threshold`,
      persons: (name, persons) => `${name} is at most ${persons} people from the threshold`,
    },
    text: (part) => `the name or code has “${part}”`,
    period: (year) => `The year was chosen: ${year}.`,
  },
};
