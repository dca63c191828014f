// Writes what the stand-in answers into a folder, as a person's downloads, for trying the command line by hand:
//
//   node tests/scb/files.mjs FOLDER [YEAR]

import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fetchModules } from "../../tools/fetch-modules.mjs";
import { isMain, main } from "../../tools/process.mjs";
import { standIn } from "./server.mjs";

/**
 * @param {string} folder
 * @param {number} year
 * @param {"sv" | "en"} [language]
 * @returns {Promise<string[]>} the files
 */
export async function writeAnswers(folder, year, language = "sv") {
  const { Client, queries, fileName } = await fetchModules();
  const scb = await standIn();
  try {
    mkdirSync(folder, { recursive: true });
    const means = {
      fetch: (/** @type {string} */ address, /** @type {RequestInit} */ init) =>
        fetch(address.replace(/^https:\/\/[^/]+/, scb.origin), init),
      wait: async () => undefined,
      now: () => performance.now(),
      patience: 60_000,
    };
    const client = new Client(language, new AbortController().signal, means);
    /** @type {string[]} */
    const files = [];
    for (const query of queries({ level: "regso", places: [], year })) {
      const { bytes } = await client.answer(query);
      const file = path.join(folder, fileName(query));
      writeFileSync(file, bytes);
      files.push(file);
    }
    return files;
  } finally {
    scb.close();
  }
}

if (isMain(import.meta.url)) {
  await main(async () => {
    const [folder = "answers", year = "2023"] = process.argv.slice(2);
    for (const file of await writeAnswers(folder, Number(year))) console.log(file);
  });
}
