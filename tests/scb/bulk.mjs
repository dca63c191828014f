// Writes a look-alike of a bulk file of Statistics Sweden's: one long table with every region of both divisions, year,
// sex, age and content, in the layout that a public script reads (the file itself was not seen):
//
//   node tests/scb/bulk.mjs FILE.csv [EVERY]     with EVERY only each so-manieth region, for a smaller file
//
// Commas, quotes, Windows-1252, `..` for a missing cell. Regions stand by their labels alone, in one block for each
// division: the same label for both divisions of DeSO, no code for RegSO 2020.

import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { isMain, main } from "../../tools/process.mjs";
import { regionsOf, tables } from "./tables.mjs";

/** @param {string} file @param {number} [every] @returns {Promise<number>} the bytes */
export async function writeBulk(file, every = 1) {
  const table = tables.find(({ id }) => id === "TAB6680");
  if (table === undefined) throw new Error("no table");
  const [sexes, ages, contents, years] = table.variables;
  const out = createWriteStream(file);
  let bytes = 0;
  /** @param {string} text */
  const write = async (text) => {
    const encoded = Buffer.from(text, "latin1");
    bytes += encoded.length;
    if (!out.write(encoded)) await once(out, "drain");
  };
  await write('"region","kön","ålder","tabellinnehåll","år","Arbetsmarknadsstatus"\r\n');
  for (const [nth, { code, label }] of regionsOf(table).entries()) {
    if (nth % every !== 0) continue;
    let rows = "";
    for (const sex of sexes?.values ?? [])
      for (const age of ages?.values ?? [])
        for (const content of contents?.values ?? [])
          for (const year of years?.values ?? []) {
            const cell = table.cell(code, { Kon: sex.code, Alder: age.code, ContentsCode: content.code, Tid: year.code });
            // Where the division has no figures for the year, most bulk files have dots.
            const isOther = code.includes("_") !== Number(year.code) >= 2024;
            rows += `"${label}","${sex.label.sv}","${age.label.sv}","${content.label.sv}","${year.code}",${isOther ? '".."' : cell}\r\n`;
          }
    await write(rows);
  }
  out.end();
  await once(out, "finish");
  return bytes;
}

if (isMain(import.meta.url)) {
  await main(async () => {
    const [file = "TAB6680_sv.csv", every = "1"] = process.argv.slice(2);
    console.log(`${file}: ${await writeBulk(file, Number(every))} bytes`);
  });
}
