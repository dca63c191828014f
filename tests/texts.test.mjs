// The texts as a reader meets them: plain enough, and a number beside the right form of its noun.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { pageModules } from "./modules.mjs";

const page = pageModules();

/** Everything that a module of texts can say; a function is asked with numbers and names. @param {unknown} value @returns {string[]} */
function sayings(value) {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(sayings);
  if (typeof value === "function") {
    for (const given of [
      ["12", "12", "12", "12"],
      [2, 4, 4, 4],
      [["siffran", "talet"], 2, 4],
      ["Namn", true, "12"],
    ]) {
      try {
        return sayings(value(...given));
      } catch {
        // Not what it asks for.
      }
    }
    return [];
  }
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(sayings) : [];
}

/** The Swedish texts of a data file. @param {unknown} value @returns {string[]} */
function swedish(value) {
  if (Array.isArray(value)) return value.flatMap(swedish);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) =>
    key === "sv" && typeof inside === "string" ? [inside] : key === "about" ? [] : swedish(inside),
  );
}

/** LIX: words in a sentence, and of a hundred words how many have more than six letters. @param {string[]} texts */
function lix(texts) {
  const sentences = texts.flatMap((text) => text.split(/(?<=[.!?:])\s+/)).filter((sentence) => /[.!?:]$/.test(sentence));
  const words = sentences.flatMap((sentence) => sentence.match(/[\p{L}\p{N}]+(?:[.,:-][\p{L}\p{N}]+)*/gu) ?? []);
  const long = words.filter((word) => word.length > 6);
  return words.length / sentences.length + (100 * long.length) / words.length;
}

const memo = () =>
  readdirSync(new URL("../src/memo/", import.meta.url))
    .filter((name) => name.endsWith(".json") && name !== "sources.json" && name !== "municipalities.json")
    .flatMap((name) => swedish(JSON.parse(readFileSync(new URL(`../src/memo/${name}`, import.meta.url), "utf8"))));

describe("readability, as LIX counts it", () => {
  /** @type {[string, string[], number][]} */
  const parts = [
    ["Ett område", ["/area/text.sv.ts", "/area/explanation.sv.ts"], 35],
    ["its panels", ["/area/plan/text.sv.ts"], 35],
    ["Många områden", ["/areas/text.sv.ts", "/areas/explore.sv.ts", "/areas/understood.sv.ts"], 35],
    ["Om kriterierna", ["/about/text.sv.ts", "/about/live.sv.ts"], 40],
    ["around the views", ["/frame/text.sv.ts", "/frame/live.sv.ts", "/device/text.sv.ts", "/municipality/text.sv.ts"], 40],
  ];
  for (const [name, modules, most] of parts) {
    test(`${name}: at most ${most}`, async () => {
      const loaded = await Promise.all(modules.map((module) => page.load(module)));
      const found = lix(loaded.flatMap(sayings));
      assert.ok(found <= most, `${found.toFixed(1)}`);
    });
  }
  test("what the memo's data say: at most 40", () => {
    const found = lix(memo());
    assert.ok(found <= 40, `${found.toFixed(1)}`);
  });
  test("a hard text is noticed", () => {
    assert.ok(lix(["Förvärvsintensitetens undersökningsmetodik förutsätter myndighetsgemensamma definitionsbeskrivningar."]) > 60);
  });
});

test("a number has its noun in the right form", async () => {
  const { counted } = await page.load("/text/format.ts");
  const forms = (/** @type {string} */ one, /** @type {string} */ many) =>
    [0, 1, 2, "+1", "−1", "1,5", "1,0"].map((number) => counted(number, one, many).replace("\u00a0", " "));
  assert.deepEqual(forms("person", "personer"), [
    "0 personer",
    "1 person",
    "2 personer",
    "+1 person",
    "−1 person",
    "1,5 personer",
    "1,0 personer",
  ]);
  assert.deepEqual(forms("person", "people"), ["0 people", "1 person", "2 people", "+1 person", "−1 person", "1,5 people", "1,0 people"]);
  for (const language of ["sv", "en"]) {
    const [{ text: area }, { text: plan }] = await Promise.all([
      page.load(`/area/text.${language}.ts`),
      page.load(`/area/plan/text.${language}.ts`),
    ]);
    const [one, many] =
      language === "sv"
        ? [/1.(person|procentenhet|kriterium)\b/, /\d.(personer|procentenheter|kriterier)\b/]
        : [/1.(person|percentage point|criterion)\b/, /\d.(people|percentage points|criteria)\b/];
    for (const number of ["0", "1", "2"]) {
      const form = number === "1" ? one : many;
      for (const say of [
        area.distance.below,
        area.distance.above,
        area.distance.belowPersons,
        area.distance.abovePersons,
        area.distance.persons,
        plan.figure.persons,
        plan.require.slackPersons,
        plan.require.slackPoints,
        plan.record.counted,
        plan.record.noise,
        plan.compare.away,
        plan.compare.awayPersons,
      ]) {
        assert.match(say(number, 4), form, `${number} in ${language}`);
      }
    }
  }
});

test("no text calls a criterion passed, or an area a selection", async () => {
  const modules = [
    "/area/text.sv.ts",
    "/area/plan/text.sv.ts",
    "/about/text.sv.ts",
    "/frame/text.sv.ts",
    "/area/explanation.sv.ts",
    "/about/live.sv.ts",
    "/frame/live.sv.ts",
  ];
  const loaded = await Promise.all(modules.map((module) => page.load(module)));
  for (const saying of [...loaded.flatMap(sayings), ...memo()])
    assert.doesNotMatch(saying, /förbi gräns|uppfyller (inte )?urvalet|läsning|anteckningarna/, saying);
});
