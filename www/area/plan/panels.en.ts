// The texts of the row below the criteria, in English.

import type { panels as reference } from "./panels.sv.ts";

export const panels: typeof reference = {
  label: "Go on with the answer",
  require: "What would it take?",
  sure: "How sure is the answer?",
  compare: "Compare scenarios",
  share: "Share",
  record: "Print a record",
  rule: "Take the rule along",
  sets: "Own criteria",
  loading: "Loading.",
  failed: "This part could not be loaded. Everything you typed is still here.",
  retry: "Try again",
  dismiss: "Close",
};
