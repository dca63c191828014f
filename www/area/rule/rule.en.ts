// What the rule to take away says, in English.

import type { rule as reference } from "./rule.sv.ts";

export const rule: typeof reference = {
  title: "Use the rule in Excel or SQL",
  intro:
    "The rule under the interpretation chosen here, to be run on many areas in another program. It answers as the page does: a missing figure makes an outcome unknown, and the verdict is settled only if the figure could not change it.",
  form: "Written as",
  forms: { sql: "SQL", "excel-sv": "Excel in Swedish", "excel-en": "Excel in English", json: "JSON" },
  figures: "The figures are",
  kinds: { percent: "percentages", counts: "counts of totals" },
  use: {
    sql: "A query that runs unchanged on SQLite, PostgreSQL, DuckDB and Spark SQL. The names of the table and its columns are at its top.",
    "excel-sv":
      "For an Excel in Swedish. Copy all of it, go to cell A1 of an empty sheet and paste. Type the figures below the headings and fill the formulas down.",
    "excel-en":
      "Copy all of it, go to cell A1 of an empty sheet and paste. Type the figures below the headings and fill the formulas down.",
    json: "Thresholds, directions and interpretation as data, for whoever wants to write the rule in their own program.",
  },
  text: (form) => `The rule as ${form}`,
  copy: "Copy",
  copied: "The rule is copied.",
  copyByHand: "The browser did not let the page copy. The rule is selected: copy it yourself.",
  save: "Save as a file",
  saved: (name) => `The file ${name} is saved.`,
  fileName: "rule",
};
