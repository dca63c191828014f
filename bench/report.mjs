// One table of all that was measured, as Markdown and JSON, with the machine and the date.

import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

/** @param {number} value */
const rounded = (value) =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value >= 0.1 ? value.toFixed(2) : value.toPrecision(2);

/** @typedef {{ what: string, who: string, value: number, unit: string, ratio?: number }} Row */

export class Report {
  /** @type {Row[]} */
  rows = [];
  machine = {
    date: new Date().toISOString().slice(0, 10),
    commit: execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim(),
    processor: os.cpus()[0]?.model ?? "unknown",
    cores: os.cpus().length,
    memoryGB: Math.round(os.totalmem() / 2 ** 30),
    system: `${os.type()} ${os.release()}`,
    node: process.version,
    loadAtStart: os.loadavg()[0],
  };

  /**
   * Notes one figure; `ratio` is how many times as much as ours.
   *
   * @param {string} what @param {string} who @param {number} value @param {string} unit @param {number} [ratio]
   */
  row(what, who, value, unit, ratio) {
    this.rows.push({ what, who, value, unit, ...(ratio === undefined ? {} : { ratio }) });
    console.log(`  ${who}: ${rounded(value)} ${unit}${ratio === undefined ? "" : ` (${rounded(ratio)}×)`} – ${what}`);
  }

  markdown() {
    const { date, commit, processor, cores, memoryGB, system, node, loadAtStart } = this.machine;
    const lines = [
      `Measured ${date} at ${commit}: ${processor}, ${cores} cores, ${memoryGB} GB, ${system}, Node ${node}; load ${loadAtStart.toFixed(1)} at the start. Medians; a ratio is how many times as much as Tröskel’s.`,
      ...(loadAtStart > cores
        ? [
            "",
            "**The machine was busy with other work: times by the clock are too long, ratios are rough.** Processor times and bytes hold.",
          ]
        : []),
      "",
      "| what | who | median | ratio |",
      "| --- | --- | ---: | ---: |",
    ];
    let before = "";
    for (const { what, who, value, unit, ratio } of this.rows) {
      lines.push(`| ${what === before ? "" : what} | ${who} | ${rounded(value)} ${unit} | ${ratio === undefined ? "" : rounded(ratio)} |`);
      before = what;
    }
    return `${lines.join("\n")}\n`;
  }

  /** @param {string} folder @param {string} name */
  write(folder, name) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, `${name}.md`), this.markdown());
    writeFileSync(path.join(folder, `${name}.json`), `${JSON.stringify({ machine: this.machine, rows: this.rows }, null, 2)}\n`);
  }
}
