// Made-up areas for the benchmark: the same bytes on every machine, 57 bytes a row, semicolon and decimal comma.

import { existsSync, mkdirSync, openSync, closeSync, renameSync, writeSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
export const cache = path.join(here, ".cache");

const municipalities = JSON.parse(readFileSync(path.join(here, "../src/memo/municipalities.json"), "utf8"));
const words = [
  "Bergsäter",
  "Björkbacken",
  "Granliden",
  "Hamnstaden",
  "Lövängen",
  "Norra Åsen",
  "Stationen",
  "Södra torp",
  "Västerby",
  "Östra viken",
];

/** The municipalities' codes, wherever the list keeps them. */
const codes = [...new Set(JSON.stringify(municipalities).match(/"\d{4}"/g) ?? [])].map((code) => code.slice(1, 5));

/** A small generator of random numbers from 0 to below 1 (mulberry32), so that no run differs from another. */
function random(/** @type {number} */ seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A percentage with one decimal and a decimal comma; worse areas lie nearer `worst`. */
function percentage(/** @type {number} */ best, /** @type {number} */ worst, /** @type {number} */ at) {
  const tenths = Math.round((best + (worst - best) * Math.min(1, Math.max(0, at))) * 10);
  return `${Math.floor(tenths / 10)},${tenths % 10}`;
}

/** The header; its words are those of the published tables. */
export const header = "Områdeskod;Områdesnamn;Sysselsättningsgrad;Långtidsarbetslöshet;Låg utbildning;Valdeltagande\n";

/**
 * The rows of as many areas, some thousand at a time.
 *
 * @param {number} count
 */
export function* rows(count) {
  const next = random(2018);
  const each = Math.ceil(count / codes.length);
  let text = "";
  for (let n = 0; n < count; n += 1) {
    const within = n % each;
    const code = `${codes[Math.floor(n / each)]}${"ABC"[Math.floor(within / 10_000) % 3]}${String(within % 10_000).padStart(4, "0")}`;
    const name = `${words[Math.floor(next() * words.length)]} kvarteret ${n}`;
    const hardship = next();
    const near = () => hardship + (next() - 0.5) * 0.5;
    text += `${code};${name};${percentage(85, 45, near())};${percentage(1, 15, near())};${percentage(5, 40, near())};${percentage(95, 60, near())}\n`;
    if (text.length > 1 << 16) {
      yield text;
      text = "";
    }
  }
  yield text;
}

const levels = [
  "förgymnasial utbildning kortare än 9 år",
  "förgymnasial utbildning, 9 (10) år",
  "gymnasial utbildning",
  "eftergymnasial utbildning, mindre än 3 år",
  "eftergymnasial utbildning, 3 år eller mer",
  "uppgift om utbildningsnivå saknas",
];

/**
 * The records of a long table as the database writes it: for each area eighteen counts, by level of education and sex.
 *
 * @param {number} count
 */
export function* longRows(count) {
  const next = random(2018);
  const each = Math.ceil(count / codes.length);
  let text = "";
  for (let n = 0; n < count; n += 1) {
    const within = n % each;
    const code = `${codes[Math.floor(n / each)]}${"ABC"[Math.floor(within / 10_000) % 3]}${String(within % 10_000).padStart(4, "0")}`;
    for (const level of levels) {
      const [men, women] = [Math.floor(next() * 400), Math.floor(next() * 400)];
      for (const [sex, persons] of [
        ["män", men],
        ["kvinnor", women],
        ["totalt", men + women],
      ])
        text += `"${code}_DeSO2025","${level}","${sex}",${persons}\n`;
    }
    if (text.length > 1 << 16) {
      yield text;
      text = "";
    }
  }
  yield text;
}

/** Writes a file once. @param {string} name @param {string} header @param {() => Iterable<string>} rows */
function made(name, header, rows) {
  const file = path.join(cache, name);
  if (existsSync(file)) return file;
  mkdirSync(cache, { recursive: true });
  const out = openSync(`${file}.part`, "w");
  writeSync(out, header);
  for (const text of rows()) writeSync(out, text);
  closeSync(out);
  renameSync(`${file}.part`, file);
  return file;
}

/**
 * The path of a file with as many areas, a record each; made once.
 *
 * @param {number} count
 */
export const file = (count) => made(`areas-${count}.csv`, header, () => rows(count));

/**
 * The path of a long table with as many areas; made once. A million areas are 1.3 GB.
 *
 * @param {number} count
 */
export const longFile = (count) => made(`long-${count}.csv`, '"region","utbildningsnivå","kön","2024"\n', () => longRows(count));
