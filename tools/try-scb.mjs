// Asks Statistics Sweden's live service as *Hämta siffror* does, and prints what came: for a person with a network. It
// changes nothing and keeps nothing.
//
//   npm run try:scb               the whole country by RegSO, in the year of which all figures can be compared
//   npm run try:scb -- 2024 1488  another year, and one municipality

import { createHash } from "node:crypto";
import { fetchModules } from "./fetch-modules.mjs";
import { Failed, Missing, isMain, main } from "./process.mjs";
import { packages } from "./setup.mjs";

/** @param {any} figure */
const written = (figure) =>
  figure === null ? "missing" : figure.kind === "percent" ? `${figure.percent} %` : `${figure.count} of ${figure.total}`;

async function tryScb() {
  await packages();
  const { Client, comparableYear, queries, readDataset, fileName } = await fetchModules();
  const words = process.argv.slice(2);
  const year = Number(words.find((word) => /^(19|20)\d\d$/.test(word)) ?? comparableYear("regso"));
  const places = words.filter((word) => word !== String(year));
  const unknown = places.find((place) => !/^\d{4}$/.test(place));
  if (unknown !== undefined) throw new Missing(`${unknown} is neither a year nor the four digits of a municipality.`);
  const means = {
    fetch: (/** @type {string} */ address, /** @type {RequestInit} */ init) => {
      console.log(`  asks     ${address}`);
      return fetch(address, init);
    },
    wait: async (/** @type {number} */ ms) => {
      console.log(`  waits    ${ms / 1000} s, as the service is busy`);
      await new Promise((resolve) => setTimeout(resolve, ms));
    },
    now: () => performance.now(),
    patience: 60_000,
  };
  const client = new Client("sv", new AbortController().signal, means);
  let failed = 0;
  for (const query of queries({ level: "regso", places, year })) {
    console.log(`\n${query.table.name}, ${query.year}, ${query.division.id}`);
    try {
      const { bytes, id, select } = await client.answer(query);
      const { areas, cells, updated } = readDataset(new TextDecoder().decode(bytes), query, select);
      console.log(`  got      ${id}: ${cells} cells, ${areas.length} areas, ${bytes.length} bytes, updated ${updated}`);
      console.log(`  sha-256  ${createHash("sha256").update(bytes).digest("hex")}`);
      console.log(`  missing  ${areas.filter((/** @type {any} */ { figure }) => figure === null).length} areas have no figure`);
      for (const { code, name, figure } of areas.slice(0, 3)) console.log(`  such as  ${code} ${name}: ${written(figure)}`);
      console.log(`  file     ${fileName(query)}`);
    } catch (error) {
      failed += 1;
      const problem = error instanceof Error && "problem" in error ? JSON.stringify(error.problem) : String(error);
      console.log(`  failed   ${problem}`);
    }
  }
  if (failed > 0) throw new Failed(`${failed} of the tables`, "another answer than the page expects, or none");
}

if (isMain(import.meta.url)) await main(tryScb);
