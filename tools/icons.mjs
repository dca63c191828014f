// Draws the icons for installed pages from the favicon, and the picture that is shown where somebody links to the site:
// `node tools/icons.mjs`, when the favicon has changed.

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

/** The product in one picture: its name, what it asks, and a scale. @param {string} icon */
const preview = (icon) => `<!doctype html><style>
  body { margin: 0; padding: 70px 80px; width: 1040px; height: 490px; background: #fbfaf6; color: #1d1b18; font: 400 30px/1.4 system-ui, sans-serif }
  header { display: flex; gap: 20px; align-items: center; font: 600 40px Georgia, "DejaVu Serif", serif }
  header svg { width: 64px; height: 64px }
  h1 { margin: 46px 0 26px; font: 400 66px/1.15 Georgia, "DejaVu Serif", serif }
  p { margin: 0 0 46px; color: #57534a }
</style><header>${icon}Tröskel</header><h1>Uppfyller ditt område kriterierna från 2018?</h1>
<p>Regeringens fyra mått på områden med stora utmaningar, räknade exakt. Inga siffror lämnar din enhet.</p>
<svg width="1040" height="60"><defs><pattern id="h" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="10" height="10" fill="#f6e8d3"/><path d="M1 0V10" stroke="#84490b" stroke-width="2"/></pattern></defs>
<rect y="16" width="1040" height="24" fill="#e4edf4"/><rect y="16" width="560" height="24" fill="url(#h)"/><path d="M560 6V52" stroke="#1d1b18" stroke-width="6"/><path d="M770 8V48" stroke="#57534a" stroke-width="3" stroke-dasharray="6 5"/></svg>`;

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
    const page = await browser.newPage({ viewport: { width: 1200, height: 630 }, colorScheme: "light" });
    await page.setContent(preview(svg));
    await page.screenshot({ path: path.join(folder, "preview.png") });
  } finally {
    await browser.close();
  }
}

if (isMain(import.meta.url)) await main(draw);
