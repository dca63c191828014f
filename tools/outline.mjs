// Draws Sweden's outline and the seats of the designated municipalities, once, so that neither the atlas nor the
// projection is shipped. `node tools/outline.mjs` writes www/about/outline.json; `--check` fails if it is stale.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

// @ts-expect-error brings no types
import { geoPath, geoTransverseMercator } from "d3-geo";
// @ts-expect-error brings no types
import { feature } from "topojson-client";

/** @typedef {[number, number]} Position */
/** @typedef {{ code: string, seat: Position }} Seat */

const require = createRequire(import.meta.url);
const root = new URL("../", import.meta.url);
const target = new URL("www/about/outline.json", root);

/** Sweden's number in the atlas (ISO 3166-1). */
const SWEDEN = "752";
/** The meridian of Sweden's own map grid, SWEREF 99 TM. */
const MERIDIAN = 15;
/** The height of the whole drawing in its own units; a unit is about 1.6 km. */
const HEIGHT = 1000;
/** Where the close-up of the south ends: north of the northernmost designated seat. */
const NORTH_OF_CLOSE_UP = 61.3;

const atlas = JSON.parse(readFileSync(require.resolve("world-atlas/countries-50m.json"), "utf8"));
const sweden = feature(atlas, atlas.objects.countries).features.find((/** @type {{ id: string }} */ country) => country.id === SWEDEN);
/** @type {Seat[]} */
const designated = JSON.parse(readFileSync(new URL("src/memo/designated.json", root), "utf8")).municipalities;

const projection = geoTransverseMercator().rotate([-MERIDIAN, 0]).fitHeight(HEIGHT, sweden);
const [[left, top], [right, bottom]] = geoPath(projection).bounds(sweden);
const place = (/** @type {Position} */ position) => {
  const [x, y] = projection(position);
  return /** @type {Position} */ ([x - left, y - top]);
};

/** Whole units, relative to the point before, without the points that fall together: a third of the bytes. @param {Position[]} ring */
function relative(ring) {
  const [[firstX, firstY] = [0, 0]] = ring;
  let [x, y] = [Math.round(firstX), Math.round(firstY)];
  let path = `M${x},${y}l`;
  for (const point of ring.slice(1, -1)) {
    const [nextX, nextY] = [Math.round(point[0]), Math.round(point[1])];
    if (nextX !== x || nextY !== y) path += `${nextX - x},${nextY - y} `;
    [x, y] = [nextX, nextY];
  }
  return `${path.trimEnd().replaceAll(",-", "-").replaceAll(" -", "-")}z`;
}

const path = sweden.geometry.coordinates
  .map((/** @type {Position[][]} */ [ring = []]) => ring.map(place))
  .map(relative)
  .join("");

const outline = {
  about: "Made by tools/outline.mjs from Natural Earth (world-atlas, 1:50 000 000, public domain) and src/memo/designated.json.",
  width: Math.ceil(right - left),
  height: Math.ceil(bottom - top),
  closeUp: Math.floor(place([MERIDIAN, NORTH_OF_CLOSE_UP])[1]),
  path,
  seats: Object.fromEntries(designated.map(({ code, seat }) => [code, place(seat).map((unit) => Math.round(unit * 10) / 10)])),
};

const text = `${JSON.stringify(outline, null, 2)}\n`;
if (process.argv.includes("--check")) {
  const stale = readFileSync(target, "utf8").replace(/\s/g, "") !== text.replace(/\s/g, "");
  if (stale) {
    console.error("www/about/outline.json is stale: run node tools/outline.mjs");
    process.exit(1);
  }
} else {
  writeFileSync(target, text);
}
