// A made-up country for the stand-in of Statistics Sweden's service: as many areas as there are, with codes and labels as
// the service writes them and figures of nobody.

import { readFileSync } from "node:fs";

/** @type {{ code: string, name: string }[]} */
const municipalities = JSON.parse(readFileSync(new URL("../../src/memo/municipalities.json", import.meta.url), "utf8")).municipalities;

/** A generator of whole numbers below `end`, the same everywhere. @param {number} seed */
export function numbers(seed) {
  let state = seed >>> 0;
  return (/** @type {number} */ end) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * end);
  };
}

/** How many areas each municipality has, so that they are as many as there are. @param {number} all */
function shares(all) {
  const next = numbers(all);
  const counts = municipalities.map(() => 2);
  for (let left = all - 2 * counts.length; left > 0; left -= 1) counts[next(counts.length)] += 1;
  return counts;
}

const first = ["Norra", "Södra", "Östra", "Västra", "Centrala", "Inre", "Yttre", "Övre", "Nedre", "Gamla", "Nya", "Stora", "Lilla"];
const last = ["Ängen", "Berga", "Holmen", "Kulla", "Lunden", "Myren", "Näset", "Sjöbo", "Torpa", "Åsen", "Övregård"];

/** @typedef {{ code: string, label: string }} Region as a table lists it */

/** @returns {{ code: string, name: string, municipality: string }[]} */
function regso() {
  const counts = shares(3363);
  return municipalities.flatMap((municipality, at) =>
    Array.from({ length: counts[at] }, (_, nth) => {
      // One real name, for a person who reads the tests; its figures are made up as all are.
      const name =
        municipality.code === "1488" && nth === 1
          ? "Kronogården"
          : `${first[nth % first.length]} ${last[Math.floor(nth / first.length) % last.length]}`;
      return { code: `${municipality.code}R${String(nth + 1).padStart(3, "0")}`, name, municipality: municipality.name };
    }),
  );
}

/** @param {number} all */
function deso(all) {
  const counts = shares(all);
  return municipalities.flatMap((municipality, at) =>
    Array.from({ length: counts[at] }, (_, nth) => `${municipality.code}${"ABC"[nth % 3]}${String((nth + 1) * 10).padStart(4, "0")}`),
  );
}

const areas = regso();

/** The 288 areas whose border was moved in 2025: every twelfth of them has got another name too. */
export const moved = new Set(
  areas
    .filter((_, at) => at % 11 === 5)
    .slice(0, 288)
    .map(({ code }) => code),
);
const renamed = new Set([...moved].filter((_, at) => at % 12 === 0));

/** @type {Record<string, Region[]>} */
export const regions = {
  RegSO2020: areas.map(({ code, name, municipality }) => ({ code, label: `${municipality} (${name})` })),
  RegSO2025: areas.map(({ code, name, municipality }) => ({
    code: `${code}_RegSO2025`,
    label: `${code} ${municipality} (${renamed.has(code) ? `${name} 2` : name})`,
  })),
  DeSO2018: deso(5984).map((code) => ({ code, label: code })),
  DeSO2025: deso(6160).map((code) => ({ code: `${code}_DeSO2025`, label: code })),
};

/** A number for a text, for the seed of its figures. @param {string} text */
export const seedOf = (text) => [...text].reduce((hash, letter) => (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0, 7);

/** What moves all figures of an area together: how hard it is there, 0–99. @param {string} code */
export const hardship = (code) => numbers(seedOf(`${code.slice(0, 9)} hardship`))(100);
