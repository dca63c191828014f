// Numbers for the eye against the platform's own formatting, over every length, sign and number of decimals.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { transformWithOxc } from "vite";

const file = new URL("../www/text/format.ts", import.meta.url);
const { code } = await transformWithOxc(readFileSync(file, "utf8"), file.pathname);
const { comparison, decimal, percent } = await import(`data:text/javascript,${encodeURIComponent(code)}`);

for (const [language, locale] of Object.entries({ sv: "sv-SE", en: "en-GB" })) {
  test(`numbers are written as the platform writes them, with a real minus and no-break spaces (${language})`, () => {
    for (let digits = 1; digits <= 13; digits += 1) {
      for (const decimals of [0, 1, 2, 3, 12]) {
        for (const sign of ["", "-"]) {
          const fraction = decimals === 0 ? "" : `.${"0123456789".repeat(2).slice(0, decimals)}`;
          const text = `${sign}${"1234567890123".slice(0, digits)}${fraction}`;
          const intl = new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
          const expected = intl
            .format(/** @type {any} */ (text))
            .replace("-", "\u2212")
            .replaceAll("\u202f", "\u00a0");
          assert.equal(decimal(text, language), expected);
          assert.equal(percent(text, language), language === "sv" ? `${expected}\u00a0%` : `${expected}%`);
        }
      }
    }
    assert.equal(decimal("0.05", language), language === "sv" ? "0,05" : "0.05");
  });
}

test("a comparison keeps its numbers and gets a multiplication sign", () => {
  assert.equal(
    comparison("100*742 = 74200 < 60*1237 = 74220", "sv"),
    "100\u00a0·\u00a0742 = 74\u00a0200 < 60\u00a0·\u00a01\u00a0237 = 74\u00a0220",
  );
  assert.equal(comparison("10*10.5 = 105 > 10*10 = 100", "en"), "10\u00a0·\u00a010.5 = 105 > 10\u00a0·\u00a010 = 100");
});
