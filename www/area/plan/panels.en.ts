// The texts of the row below the criteria, in English.

import type { panels as reference } from "./panels.sv.ts";

export const panels: typeof reference = {
  label: "Go on with the answer",
  require: "How near the thresholds?",
  sure: "How sure?",
  compare: "Compare scenarios",
  share: "Share",
  record: "Print",
  rule: "Use the rule in Excel or SQL",
  sets: "Your own criteria",
  more: "For planners",
  loading: "Loading.",
  failed: "This part could not be loaded. Everything you typed is still here.",
  retry: "Try again",
  dismiss: "Close",
};
