// A picture of the answer to share: drawn as shapes, which become SVG or the dots of a canvas alike.

import type { Criterion } from "../../engine/criteria.ts";
import type { Outcome } from "../../engine/page.ts";
import { marksOf, nearOf, place, wholeOf } from "../../model/range.ts";

export const WIDTH = 1200;
export const HEIGHT = 630;
const EDGE = 64;

type Shape =
  | {
      readonly kind: "rect";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: string;
    }
  | {
      readonly kind: "line";
      readonly from: readonly [number, number];
      readonly to: readonly [number, number];
      readonly stroke: string;
      readonly width: number;
      readonly dash?: string;
    }
  | {
      readonly kind: "text";
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly font: "serif" | "sans";
      readonly weight: number;
      readonly fill: string;
      readonly anchor: "start" | "middle" | "end";
      readonly text: string;
    }
  | { readonly kind: "area"; readonly points: readonly (readonly [number, number])[]; readonly fill: string };

export interface CardRow {
  readonly criterion: Criterion;
  readonly label: string;
  /** The figure's share or number; null where there is none. */
  readonly value: string | null;
  readonly outcome: Outcome;
  /** Figure and outcome in words. */
  readonly said: string;
  readonly threshold: string;
  readonly average: string | null;
}

export interface Card {
  readonly sentence: readonly string[];
  readonly notes: readonly string[];
  readonly rows: readonly CardRow[];
  readonly source: string;
  readonly made: string;
}

const colour = {
  paper: "#fbfaf6",
  ink: "#1d1b18",
  soft: "#57534a",
  line: "#dcd7ca",
  band: "#e4edf4",
  past: "#f6e8d3",
  hatch: "#b98b4e",
} as const;
const tones: Readonly<Record<Outcome, string>> = { met: "#84490b", "at-threshold": "#5b3690", "not-met": "#23557f", unknown: "#625e56" };

/** How wide a letter is, of its size, on the average of the widest font of each kind: enough for breaking lines. */
const letter = { serif: 0.5, sans: 0.58 } as const;

const widthOf = (text: string, size: number) => text.length * size * letter.sans;

function lines(text: string, size: number, width: number, font: keyof typeof letter = "sans"): readonly string[] {
  const most = Math.floor(width / (size * letter[font]));
  return text.split(" ").reduce<string[]>((made, word) => {
    const last = made.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= most) made[made.length - 1] = `${last} ${word}`;
    else made.push(word.slice(0, most));
    return made;
  }, []);
}

/** Returns the picture as shapes, from the bottom to the top. */
export function shapesOf({ sentence, notes, rows, source, made }: Card): readonly Shape[] {
  const shapes: Shape[] = [{ kind: "rect", x: 0, y: 0, width: WIDTH, height: HEIGHT, fill: colour.paper }];
  const write = (text: string, x: number, y: number, size: number, more: Partial<Extract<Shape, { kind: "text" }>> = {}) =>
    shapes.push({ kind: "text", x, y, size, font: "sans", weight: 400, fill: colour.ink, anchor: "start", text, ...more });
  let y = 40;
  for (const line of sentence.flatMap((one) => lines(one, 46, WIDTH - 2 * EDGE, "serif")).slice(0, 4)) {
    y += 54;
    write(line, EDGE, y, 46, { font: "serif" });
  }
  y += 10;
  for (const line of notes.flatMap((one) => lines(one, 23, WIDTH - 2 * EDGE)).slice(0, 3)) {
    y += 32;
    write(line, EDGE, y, 23, { fill: colour.soft });
  }
  const top = y + 28;
  const from = lines(source, 20, WIDTH - 2 * EDGE - widthOf(made, 20) - 24);
  const foot = HEIGHT - 30 - 26 * from.length;
  const height = Math.min(84, (foot - top) / Math.max(1, rows.length));
  for (const [nth, row] of rows.entries()) drawRow(shapes, row, top + nth * height, height);
  shapes.push({ kind: "line", from: [EDGE, foot], to: [WIDTH - EDGE, foot], stroke: colour.line, width: 1 });
  for (const [nth, line] of from.entries()) write(line, EDGE, foot + 34 + 26 * nth, 20, { fill: colour.soft });
  write(made, WIDTH - EDGE, HEIGHT - 22, 20, { fill: colour.soft, anchor: "end" });
  return shapes;
}

const BAND = { x: 440, width: 440, height: 14 } as const;

function drawRow(
  shapes: Shape[],
  { criterion, label, value, outcome, said, threshold, average }: CardRow,
  top: number,
  height: number,
): void {
  const y = top + height / 2 - 6;
  const near = nearOf(criterion);
  const outside = value !== null && (Number(value) < near.from || Number(value) > near.to);
  const range = outside ? wholeOf(criterion) : near;
  const { averageAt, thresholdAt } = marksOf(criterion, range);
  const at = (percent: number) => BAND.x + (BAND.width * percent) / 100;
  const small = Math.min(16, height / 2 - 20);
  const text = (x: number, place: number, size: number, words: string, more: Partial<Extract<Shape, { kind: "text" }>> = {}) =>
    shapes.push({ kind: "text", x, y: place, size, font: "sans", weight: 400, fill: colour.ink, anchor: "start", text: words, ...more });
  for (const [nth, line] of lines(label, 22, 350).slice(0, 2).entries()) text(EDGE, y + 12 + nth * 25, 22, line, { weight: 600 });
  const [from, to] = criterion.direction === "below" ? [BAND.x, at(thresholdAt)] : [at(thresholdAt), BAND.x + BAND.width];
  shapes.push({ kind: "rect", x: BAND.x, y, width: BAND.width, height: BAND.height, fill: colour.band });
  shapes.push({ kind: "rect", x: from, y, width: to - from, height: BAND.height, fill: colour.past });
  for (let x = from; x <= to - BAND.height; x += 10)
    shapes.push({ kind: "line", from: [x, y + BAND.height], to: [x + BAND.height, y], stroke: colour.hatch, width: 1.5 });
  if (averageAt !== null && average !== null) {
    shapes.push({ kind: "line", from: [at(averageAt), y - 6], to: [at(averageAt), y + 20], stroke: colour.soft, width: 2, dash: "4 3" });
    // Where the two names are near each other, the country's stands above the band; in a low row, where the row above is, not at all.
    const apart = (widthOf(average, small) + widthOf(threshold, small)) / 2 + 8;
    const isNear = Math.abs(at(averageAt) - at(thresholdAt)) < apart;
    if (!isNear || height >= 80)
      text(at(averageAt), isNear ? y - 20 : y + 22 + small, small, average, { fill: colour.soft, anchor: "middle" });
  }
  if (value !== null) {
    const x = at(place(value, range));
    shapes.push({
      kind: "area",
      points: [
        [x - 11, y - 16],
        [x + 11, y - 16],
        [x, y],
      ],
      fill: tones[outcome],
    });
  }
  shapes.push({ kind: "line", from: [at(thresholdAt), y - 2], to: [at(thresholdAt), y + 22], stroke: colour.ink, width: 4 });
  text(at(thresholdAt), y + 22 + small, small, threshold, { anchor: "middle" });
  for (const [nth, line] of lines(said, 21, WIDTH - EDGE - BAND.x - BAND.width - 32)
    .slice(0, 2)
    .entries()) {
    text(BAND.x + BAND.width + 32, y + 12 + nth * 25, 21, line, { fill: tones[outcome], weight: 600 });
  }
}

const fonts = {
  serif: "Georgia, 'Noto Serif', 'DejaVu Serif', serif",
  sans: "system-ui, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif",
} as const;

/** Writes the shapes as an SVG document. */
export function svgOf(shapes: readonly Shape[], title: string): string {
  const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[^\P{Cc}\t]/gu, "");
  const write = (shape: Shape): string => {
    switch (shape.kind) {
      case "rect":
        return `<rect x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}" fill="${shape.fill}"/>`;
      case "line":
        return `<path d="M${shape.from.join(" ")}L${shape.to.join(" ")}" stroke="${shape.stroke}" stroke-width="${shape.width}"${shape.dash === undefined ? "" : ` stroke-dasharray="${shape.dash}"`}/>`;
      case "area":
        return `<path d="M${shape.points.map((point) => point.join(" ")).join("L")}Z" fill="${shape.fill}"/>`;
      case "text":
        return `<text x="${shape.x}" y="${shape.y}" font-family="${fonts[shape.font]}" font-size="${shape.size}" font-weight="${shape.weight}" fill="${shape.fill}" text-anchor="${shape.anchor}">${escaped(shape.text)}</text>`;
    }
  };
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img"><title>${escaped(title)}</title>${shapes.map(write).join("")}</svg>\n`;
}

/** Draws the shapes on a canvas. */
export function draw(shapes: readonly Shape[], to: CanvasRenderingContext2D): void {
  for (const shape of shapes) {
    switch (shape.kind) {
      case "rect":
        to.fillStyle = shape.fill;
        to.fillRect(shape.x, shape.y, shape.width, shape.height);
        break;
      case "line":
        to.strokeStyle = shape.stroke;
        to.lineWidth = shape.width;
        to.setLineDash(shape.dash?.split(" ").map(Number) ?? []);
        to.beginPath();
        to.moveTo(...shape.from);
        to.lineTo(...shape.to);
        to.stroke();
        break;
      case "area":
        to.fillStyle = shape.fill;
        to.beginPath();
        for (const point of shape.points) to.lineTo(...point);
        to.fill();
        break;
      case "text":
        to.fillStyle = shape.fill;
        to.font = `${shape.weight} ${shape.size}px ${fonts[shape.font]}`;
        to.textAlign = shape.anchor === "middle" ? "center" : shape.anchor;
        to.fillText(shape.text, shape.x, shape.y);
        break;
    }
  }
}
