// What a visitor loads: the first visit over the wire, the worker's module, and what DuckDB-Wasm would load.

import { readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { launch, siteServer } from "../browser.mjs";
import { root } from "../../tools/process.mjs";

/** At 9, as hosts do while they answer: 11 takes minutes for DuckDB’s 35 MB and saves a tenth. */
const squeezed = (file) => brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length;

async function firstVisit() {
  const { server, origin } = await siteServer();
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Network.enable");
    let bytes = 0;
    devtools.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
    await page.goto(`${origin}/`);
    await page.waitForSelector("[data-verdict]", { state: "attached" });
    await page.waitForTimeout(500);
    return bytes;
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}

/** @param {import("../report.mjs").Report} report */
export async function bytes(report) {
  report.row("over the wire, Brotli", "Tröskel: the first visit, headers included", (await firstVisit()) / 1000, "KB");
  const tables = ["tables_bg.wasm", "tables.js"].map((name) => path.join(root, "www/generated/tables", name));
  const own = tables.reduce((sum, file) => sum + squeezed(file), 0);
  const dist = path.join(root, "bench/node_modules/@duckdb/duckdb-wasm/dist");
  const peers = ["duckdb-eh.wasm", "duckdb-browser-eh.worker.js", "duckdb-browser.mjs"].map((name) => path.join(dist, name));
  const duck = peers.reduce((sum, file) => sum + squeezed(file), 0);
  report.row("over the wire, Brotli 9: to read files", "Tröskel: the worker’s module", own / 1000, "KB", 1);
  report.row("over the wire, Brotli 9: to read files", "DuckDB-Wasm, without Arrow", duck / 1000, "KB", duck / own);
  const papa = squeezed(path.join(root, "bench/node_modules/papaparse/papaparse.min.js"));
  report.row("over the wire, Brotli 9: to read files", "PapaParse, CSV alone", papa / 1000, "KB", papa / own);
  const all = readdirSync(path.join(root, "dist"), { recursive: true, encoding: "utf8" });
  const files = all.filter((name) => !/\.(?:br|gz)$/.test(name)).map((name) => statSync(path.join(root, "dist", name)));
  report.row(
    "the whole site on its host",
    "Tröskel, nothing squeezed",
    files.filter((file) => file.isFile()).reduce((sum, { size }) => sum + size, 0) / 1000,
    "KB",
  );
}
