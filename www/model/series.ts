// A series as a picture needs it: where its years stand, and which of its values are joined by a line.

/** A value's place in a picture; years and values as whole numbers or decimals of text, for drawing only. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A span of the scale that holds all values, and a little more on each side. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Returns a span that holds values and a threshold, in whole steps of the scale, at least one. */
export function spanOf(values: readonly (string | null)[], threshold: string): Span {
  const numbers = [...values, threshold].flatMap((value) => (value === null ? [] : [Number(value)]));
  const step = stepOf(Math.max(...numbers) - Math.min(...numbers));
  const from = step * Math.floor(Math.min(...numbers) / step);
  const to = step * Math.ceil(Math.max(...numbers) / step);
  return { from: Math.max(0, from === to ? from - step : from), to: from === to ? to + step : to };
}

/** How far apart the lines of a scale stand for values that are so far apart. */
export function stepOf(width: number): number {
  const size = 10 ** Math.floor(Math.log10(Math.max(width, 1)));
  return width / size <= 2 ? size / 2 : size;
}

/** Returns the places of a series' values in a picture of a size; null where there is none. */
export function placesOf(
  years: readonly string[],
  values: readonly (string | null)[],
  { from, to }: Span,
  [width, height]: readonly [number, number],
): (Place | null)[] {
  const numbers = years.map(Number);
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  return values.map((value, nth) => {
    const year = numbers[nth];
    if (value === null || year === undefined) return null;
    return {
      x: first === last ? width / 2 : ((year - first) / (last - first)) * width,
      y: height - ((Number(value) - from) / (to - from)) * height,
    };
  });
}

/** Joins places to lines: a missing value ends a line, and so does a break before a value. */
export function linesOf(places: readonly (Place | null)[], breaksBefore: readonly boolean[]): Place[][] {
  const lines: Place[][] = [[]];
  places.forEach((place, nth) => {
    if (place === null || breaksBefore[nth] === true) lines.push([]);
    if (place !== null) lines.at(-1)?.push(place);
  });
  return lines.filter((line) => line.length > 0);
}

/** Moves heights down where they are nearer than a gap to the one above; null stays. The order stays as it is. */
export function apart(heights: readonly (number | null)[], gap: number): (number | null)[] {
  const moved = [...heights];
  let above = Number.NEGATIVE_INFINITY;
  const down = heights.flatMap((height, nth) => (height === null ? [] : [{ height, nth }])).sort((a, b) => a.height - b.height);
  for (const { height, nth } of down) {
    above = Math.max(height, above + gap);
    moved[nth] = above;
  }
  return moved;
}
