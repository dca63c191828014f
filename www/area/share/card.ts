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
  /** The figure in words; null where there is none. */
  readonly figure: string | null;
  /** The outcome in a word. */
  readonly word: string;
  /** On which side of which threshold the criterion is met. */
  readonly rule: string;
  readonly average: string | null;
}

export interface Card {
  /** What stands above the answer: the municipality, and that the figures are an example. */
  readonly above: readonly string[];
  readonly sentence: readonly string[];
  readonly note: string;
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
const letter = { serif: 0.56, sans: 0.58 } as const;

const widthOf = (text: string, size: number, font: keyof typeof letter = "sans") => text.length * size * letter[font];

/** Breaks a text into lines; a word that is longer than one is cut, and says so. */
function lines(text: string, size: number, width: number, font: keyof typeof letter = "sans"): readonly string[] {
  const most = Math.floor(width / (size * letter[font]));
  return text.split(" ").reduce<string[]>((made, word) => {
    const last = made.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= most) made[made.length - 1] = `${last} ${word}`;
    else made.push(cut(word, most));
    return made;
  }, []);
}

const cut = (text: string, most: number) => (text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`);

/** Keeps so many lines, and says where there were more. */
function atMost(made: readonly string[], most: number): readonly string[] {
  return made.length <= most ? made : [...made.slice(0, most - 1), `${made[most - 1]?.replace(/[\s,.]+$/, "")}…`];
}

/** The sizes that the answer can have, and how high it may be: a long name makes it smaller, the rows keep their room. */
const ANSWER_SIZES = [46, 40, 34, 30] as const;
const ANSWER_HEIGHT = 164;
const leading = (size: number) => Math.round(size * 1.18);

/** The answer in the largest size in which it has room. */
function answerLines(sentence: readonly string[]): { readonly size: number; readonly all: readonly string[] } {
  const smallest = ANSWER_SIZES[ANSWER_SIZES.length - 1] ?? ANSWER_SIZES[0];
  const inSize = (size: number) => sentence.map((one) => lines(one, size, WIDTH - 2 * EDGE, "serif"));
  const fits = ANSWER_SIZES.find((size) => inSize(size).flat().length * leading(size) <= ANSWER_HEIGHT);
  if (fits !== undefined) return { size: fits, all: inSize(fits).flat() };
  const [found = [], ...follows] = inSize(smallest);
  const most = Math.floor(ANSWER_HEIGHT / leading(smallest)) - follows.flat().length;
  return { size: smallest, all: [...atMost(found, Math.max(1, most)), ...follows.flat()] };
}

type Words = Partial<Extract<Shape, { kind: "text" }>>;
type Write = (text: string, x: number, y: number, size: number, more?: Words) => void;

const FOOT_SIZE = 17;
const ROW = 84;
/** In rows lower than this there is room for one line only. */
const LOW = 62;

/** Returns the picture as shapes, from the bottom to the top. */
export function shapesOf({ above, sentence, note, rows, source, made }: Card): readonly Shape[] {
  const shapes: Shape[] = [{ kind: "rect", x: 0, y: 0, width: WIDTH, height: HEIGHT, fill: colour.paper }];
  const write: Write = (text, x, y, size, more = {}) =>
    shapes.push({ kind: "text", x, y, size, font: "sans", weight: 400, fill: colour.ink, anchor: "start", text, ...more });
  const across = (y: number) => shapes.push({ kind: "line", from: [EDGE, y], to: [WIDTH - EDGE, y], stroke: colour.line, width: 1 });
  let y = 44;
  if (above.length > 0) {
    y += 16;
    write(cut(above.join(" · "), Math.floor((WIDTH - 2 * EDGE) / (20 * letter.sans))), EDGE, y, 20, { fill: colour.soft });
    y += 4;
  }
  const { size, all } = answerLines(sentence);
  for (const line of all) {
    y += leading(size);
    write(line, EDGE, y, size, { font: "serif" });
  }
  y += 10;
  for (const line of atMost(lines(note, 20, WIDTH - 2 * EDGE), 2)) {
    y += 28;
    write(line, EDGE, y, 20, { fill: colour.soft });
  }
  const from = atMost(lines(source, FOOT_SIZE, WIDTH - 2 * EDGE - widthOf(made, FOOT_SIZE) - 32), 2);
  const foot = HEIGHT - 32 - 24 * from.length;
  const top = y + 24;
  const height = Math.min(ROW, (foot - 8 - top) / Math.max(1, rows.length));
  for (const [nth, row] of rows.entries()) {
    across(top + nth * height);
    if (height < LOW) drawLowRow(write, row, top + nth * height, height);
    else drawRow(shapes, write, row, top + nth * height, height);
  }
  across(foot);
  for (const [nth, line] of from.entries()) write(line, EDGE, foot + 32 + 24 * nth, FOOT_SIZE, { fill: colour.soft });
  write(made, WIDTH - EDGE, foot + 32, FOOT_SIZE, { fill: colour.soft, anchor: "end" });
  return shapes;
}

/** The columns of a row: what is measured, the scale, what came out. */
const LABEL_WIDTH = 310;
const BAND = { x: 430, width: 430, height: 14 } as const;
const SAID = { x: 904, width: WIDTH - EDGE - 904 } as const;
const SMALL = 16;

function drawRow(shapes: Shape[], write: Write, row: CardRow, top: number, height: number): void {
  const { criterion, label, value, outcome, rule, average } = row;
  const middle = top + height / 2;
  const y = middle - BAND.height;
  const near = nearOf(criterion);
  const outside = value !== null && (Number(value) < near.from || Number(value) > near.to);
  const range = outside ? wholeOf(criterion) : near;
  const { averageAt, thresholdAt } = marksOf(criterion, range);
  const at = (percent: number) => BAND.x + (BAND.width * percent) / 100;
  centred(write, atMost(lines(label, 20, LABEL_WIDTH), 2), EDGE, middle, 20, { weight: 600 });
  const isBelow = criterion.direction === "below";
  const [from, to] = isBelow ? [BAND.x, at(thresholdAt)] : [at(thresholdAt), BAND.x + BAND.width];
  shapes.push({ kind: "rect", x: BAND.x, y, width: BAND.width, height: BAND.height, fill: colour.band });
  shapes.push({ kind: "rect", x: from, y, width: to - from, height: BAND.height, fill: colour.past });
  for (let x = from; x <= to - BAND.height; x += 10)
    shapes.push({ kind: "line", from: [x, y + BAND.height], to: [x + BAND.height, y], stroke: colour.hatch, width: 1.5 });
  // What counts as met stands under the side that does, from the threshold on where there is room.
  const under = y + BAND.height + 8 + SMALL;
  const ruleWidth = widthOf(rule, SMALL);
  const ruleFrom = Math.max(BAND.x, Math.min(isBelow ? at(thresholdAt) - ruleWidth : at(thresholdAt), BAND.x + BAND.width - ruleWidth));
  write(rule, isBelow ? ruleFrom + ruleWidth : ruleFrom, under, SMALL, { anchor: isBelow ? "end" : "start" });
  if (averageAt !== null && average !== null) {
    const width = widthOf(average, SMALL);
    const isLeft = averageAt < thresholdAt;
    const centre = at(averageAt) - width / 2;
    const averageFrom = isLeft ? Math.min(centre, ruleFrom - width - 14) : Math.max(centre, ruleFrom + ruleWidth + 14);
    const hasRoom = averageFrom >= EDGE + LABEL_WIDTH && averageFrom + width <= SAID.x - 8 && isLeft !== isBelow;
    // A mark whose name has no room would be a riddle.
    if (hasRoom) {
      shapes.push({ kind: "line", from: [at(averageAt), y - 6], to: [at(averageAt), y + 20], stroke: colour.soft, width: 2, dash: "4 3" });
      const anchor = isLeft ? "end" : "start";
      write(average, isLeft ? averageFrom + width : averageFrom, under, SMALL, { fill: colour.soft, anchor });
    }
  }
  shapes.push({ kind: "line", from: [at(thresholdAt), y - 4], to: [at(thresholdAt), y + 20], stroke: colour.ink, width: 4 });
  if (value !== null) {
    const x = at(place(value, range));
    shapes.push({
      kind: "area",
      points: [
        [x - 11, y - 18],
        [x + 11, y - 18],
        [x, y - 1],
      ],
      fill: tones[outcome],
    });
  }
  drawSaid(write, row, middle);
}

/** The figure, and below it the outcome. */
function drawSaid(write: Write, { figure, word, outcome }: CardRow, middle: number): void {
  const tone = { fill: tones[outcome], weight: 600 };
  if (figure === null) {
    write(word, SAID.x, middle + 7, 20, tone);
    return;
  }
  // A count of a total is longer than a percentage.
  const size = widthOf(figure, 26) <= SAID.width ? 26 : 20;
  write(cut(figure, Math.floor(SAID.width / (size * letter.sans))), SAID.x, middle - 4, size);
  write(word, SAID.x, middle + 22, 20, tone);
}

/** A row of many: without the scale, since the words on it would lie on those of the next. */
function drawLowRow(write: Write, { label, figure, word, rule, outcome }: CardRow, top: number, height: number): void {
  const size = Math.min(18, height * 0.6);
  const foot = top + height / 2 + size * 0.36;
  const fit = (text: string, width: number) => cut(text, Math.floor(width / (size * letter.sans)));
  write(fit(label, 380), EDGE, foot, size, { weight: 600 });
  write(fit(rule, 260), 470, foot, size, { fill: colour.soft });
  if (figure !== null) write(fit(figure, 180), 740, foot, size);
  write(fit(word, WIDTH - EDGE - 936), 936, foot, size, { fill: tones[outcome], weight: 600 });
}

/** Writes lines so that their middle is where it is wanted. */
function centred(write: Write, all: readonly string[], x: number, middle: number, size: number, more: Words): void {
  const step = size * 1.2;
  for (const [nth, line] of all.entries()) write(line, x, middle + size * 0.36 + (nth - (all.length - 1) / 2) * step, size, more);
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
