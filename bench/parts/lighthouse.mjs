// Lighthouse as on a phone: the median of five runs of the first page in both languages.

import { root, run } from "../../tools/process.mjs";
import path from "node:path";

/** @param {import("../report.mjs").Report} report @param {{ quick: boolean }} options */
export async function lighthouse(report, { quick }) {
  const pages = quick ? ["/"] : ["/", "/en/"];
  const output = await run("node", [path.join(root, "tools/lighthouse.mjs"), ...pages], { quiet: true });
  let page = "";
  for (const line of output.split("\n")) {
    if (line.startsWith("/")) page = line.trim();
    const [, value, name] = /^\s*([\d.]+) {2}([^(]+) \(/.exec(line) ?? [];
    if (name !== undefined)
      report.row(`Lighthouse, as on a phone, ${page}`, name.replace(", ms", ""), Number(value), name.endsWith(", ms") ? "ms" : "");
  }
}
