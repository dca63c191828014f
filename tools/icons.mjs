// Draws the icons for installed pages from the favicon: `node tools/icons.mjs`, when the favicon has changed.

import { readFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { chromiumFlags, needChromium } from "./browsers.mjs";
import { isMain, main, root } from "./process.mjs";

const icons = [
  // A share of the side is left around the drawing; systems cut a maskable icon to a circle.
  { file: "icon-192.png", side: 192, margin: 0.06 },
  { file: "icon-512.png", side: 512, margin: 0.06 },
  { file: "icon-maskable-512.png", side: 512, margin: 0.2 },
  { file: "apple-touch-icon.png", side: 180, margin: 0.1 },
];

async function draw() {
  const folder = path.join(root, "www", "public");
  const svg = readFileSync(path.join(folder, "favicon.svg"), "utf8");
  const { browser: executablePath } = await needChromium();
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  try {
    for (const { file, side, margin } of icons) {
      const page = await browser.newPage({ viewport: { width: side, height: side }, colorScheme: "light" });
      const pad = Math.round(side * margin);
      await page.setContent(
        `<style>body{margin:0;background:#fbfaf6}svg{display:block;margin:${pad}px;width:${side - 2 * pad}px;height:${side - 2 * pad}px}</style>${svg}`,
      );
      await page.screenshot({ path: path.join(folder, file) });
      await page.close();
    }
  } finally {
    await browser.close();
  }
}

if (isMain(import.meta.url)) await main(draw);
