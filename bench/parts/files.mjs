// From file to file, as people run it: the command line itself beside Polars and DuckDB, with the same columns out.

import { createHash } from "node:crypto";
import { createReadStream, mkdtempSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { file } from "../data.mjs";
import { median, program } from "../measure.mjs";
import { commandLine, peers } from "../peers.mjs";
import { Missing } from "../../tools/process.mjs";

/** The columns that the peers' scripts write. */
const COLUMNS = "code,name,verdict,outcomes";

async function hash(/** @type {string} */ name) {
  const digest = createHash("sha256");
  await pipeline(createReadStream(name), digest);
  return digest.digest("hex");
}

/**
 * Runs programs in turn, every other round backwards; the first round warms the file cache and is not counted.
 *
 * @param {Record<string, [string, string[]]>} contenders @param {number} rounds
 */
async function inTurn(contenders, rounds) {
  const seen = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    const turns = Object.entries(contenders);
    for (const [name, [command, args]] of round % 2 === 0 ? turns : turns.reverse()) {
      const one = await program(command, args);
      if (round > 0) seen[name].push(one);
    }
  }
  return seen;
}

/** @param {import("../report.mjs").Report} report @param {{ quick: boolean }} options */
export async function files(report, { quick }) {
  const python = await peers();
  const troskel = await commandLine();
  const folder = mkdtempSync(path.join(os.tmpdir(), "troskel-bench-"));
  try {
    const count = quick ? 100_000 : 1_000_000;
    const data = file(count);
    const out = (name) => path.join(folder, name);
    const ours = (name, ...args) => [troskel, ["assess", data, "--out", out(name), ...args]];
    const same = {
      Tröskel: ours("troskel.csv", "--columns", COLUMNS),
      Polars: python("polars_files.py", data, out("polars.csv")),
      DuckDB: python("duckdb_files.py", data, out("duckdb.csv")),
    };
    const more = {
      "Tröskel, the list that it writes unless told otherwise": ours("list.csv"),
      "Tröskel, the same list for a Swedish spreadsheet: a workbook": ours("list.xlsx", "--format", "xlsx"),
      "Tröskel, JSON": ours("list.json", "--format", "json"),
      "Tröskel, JSON lines": ours("list.jsonl", "--format", "jsonl"),
    };
    const seen = await inTurn({ ...same, ...more }, quick ? 2 : 6);
    const hashes = await Promise.all(["troskel.csv", "polars.csv", "duckdb.csv"].map((name) => hash(out(name))));
    if (new Set(hashes).size !== 1) throw new Missing(`The programs do not write the same bytes: ${hashes.join(" ")}`);
    const of = (name, what) => median(seen[name].map((one) => one[what]));
    const what = `${count.toLocaleString("en")} areas, file to file: ${COLUMNS}, the same bytes out`;
    const rows = (names, title, value, unit, scale = 1) => {
      for (const name of names)
        if (seen[name][0][value] !== null) report.row(title, name, of(name, value) / scale, unit, of(name, value) / of("Tröskel", value));
    };
    rows(Object.keys(same), `${what}; the whole process`, "ms", "ms");
    rows(Object.keys(same), "the same, processor time of all cores", "cpu", "ms");
    rows(Object.keys(same), "the same, peak memory", "peak", "MB", 1e6);
    rows(Object.keys(more), "all columns; the whole process", "ms", "ms");
    rows(Object.keys(more), "all columns, processor time of all cores", "cpu", "ms");
    rows(Object.keys(more), "all columns, peak memory", "peak", "MB", 1e6);
    for (const [who, name] of [
      ["the list", "list.csv"],
      ["the workbook", "list.xlsx"],
      ["JSON", "list.json"],
    ])
      report.row("what was written", who, statSync(out(name)).size / 1e6, "MB");
    for (const rows of quick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000, 4_000_000]) {
      const { Tröskel: runs } = await inTurn({ Tröskel: [troskel, ["assess", file(rows), "--out", out("grown.csv")]] }, 3);
      const peak = runs[0].peak === null ? "" : `, peak ${Math.round(median(runs.map((one) => one.peak)) / 1e6)} MB`;
      report.row(
        "growth, file to the whole list",
        `Tröskel: ${rows.toLocaleString("en")} areas${peak}`,
        (median(runs.map(({ ms }) => ms)) * 1000) / rows,
        "µs an area",
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
