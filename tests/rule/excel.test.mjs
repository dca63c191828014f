// The sheet, pasted and filled down in a spreadsheet engine, gives the core's outcomes and verdicts.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { HyperFormula } from "hyperformula";
import svSE from "hyperformula/i18n/languages/svSE";
import { cases } from "./areas.mjs";

HyperFormula.registerLanguage("svSE", svSE);

const SWEDISH = {
  uppfyllt: "met",
  "exakt på gränsen": "at-threshold",
  "inte uppfyllt": "not-met",
  "går inte att bedöma": "unknown",
  uppfyller: "meets",
  "uppfyller inte": "does-not-meet",
  "går inte att avgöra": "undetermined",
};

const ENGLISH = {
  met: "met",
  "exactly on the threshold": "at-threshold",
  "not met": "not-met",
  "cannot be assessed": "unknown",
  meets: "meets",
  "does not meet": "does-not-meet",
  "cannot be decided": "undetermined",
};

const sheets = {
  Swedish: {
    form: "excelSv",
    options: { language: "svSE", functionArgSeparator: ";", decimalSeparator: ",", thousandSeparator: " " },
    word: (word) => SWEDISH[word],
  },
  English: { form: "excelEn", options: {}, word: (word) => ENGLISH[word] },
};

/** Pastes the text as a spreadsheet does, types the figures into its last row and on, and fills the formulas down. */
function compute(text, rows, options) {
  const pasted = text
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t"));
  const formulas = pasted.pop();
  const last = pasted.length + 1;
  const cell = (text) => (text === null ? null : Number(text));
  const filled = rows.map(([code, ...figures], nth) => [
    code,
    ...figures.map(cell),
    ...formulas
      .slice(figures.length + 1)
      .map((formula) =>
        formula.replace(/\b([A-Z]{1,2})(\d+)\b(?!\()/g, (whole, column, row) => (Number(row) === last ? `${column}${last + nth}` : whole)),
      ),
  ]);
  const sheet = HyperFormula.buildFromArray([...pasted, ...filled], { licenseKey: "gpl-v3", maxRows: 20_000, ...options });
  const values = sheet.getSheetValues(0).slice(pasted.length);
  sheet.destroy();
  return { headings: pasted.at(-1), explanations: pasted.slice(0, -1), values };
}

/** Tells whether a row is within what every spreadsheet compares exactly under every criterion of the sets here. */
const within = ([, ...cells]) => cells.every((cell) => cell === null || (Number(cell) < 1e8 && (cell.split(".")[1] ?? "").length <= 10));

/** One area for each combination of outcomes: the verdict's formula sees nothing else. */
function representatives(outcomes) {
  return [...new Map(outcomes.map((combination, nth) => [combination.join(), nth])).values()];
}

for (const [language, { form, options, word }] of Object.entries(sheets)) {
  describe(`the ${language} sheet in HyperFormula ${HyperFormula.version}`, () => {
    for (const { title, columns, rows, outcomes, rules } of cases) {
      const check = (rule, areas) => {
        const { headings, explanations, values } = compute(
          rule[form],
          areas.map((nth) => rows[nth]),
          options,
        );
        assert.equal(headings.length, columns.length + outcomes[0].length + 1);
        assert.ok(explanations.every((cells) => cells.length === 1));
        for (const [at, nth] of areas.entries()) {
          const found = values[at].slice(columns.length).map(word);
          const expected = [...outcomes[nth], rule.verdicts[nth]];
          assert.deepEqual(found, expected, `${rule.title}: ${rows[nth]}`);
        }
      };
      const inside = [...rows.keys()].filter((nth) => within(rows[nth]));
      const combinations = representatives(inside.map((nth) => outcomes[nth])).map((at) => inside[at]);

      test(`${title}: ${inside.length} areas`, () => check(rules[0], inside));

      test(`${title}: ${combinations.length} combinations under ${rules.length} readings`, () => {
        for (const rule of rules) check(rule, combinations);
      });

      test(`${title}: beyond what spreadsheets tell apart, a count is unknown and never wrong`, () => {
        const beyond = [...rows.keys()].filter((nth) => rows[nth].slice(1).some((cell) => Number(cell) >= 1e8));
        const { values } = compute(
          rules[0][form],
          beyond.map((nth) => rows[nth]),
          options,
        );
        for (const [at, nth] of beyond.entries()) {
          for (const [criterion, cell] of values[at].slice(columns.length, -1).entries()) {
            assert.ok([outcomes[nth][criterion], "unknown"].includes(word(cell)), `${rows[nth]}: ${cell}`);
          }
        }
      });
    }
  });
}
