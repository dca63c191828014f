// Drawing a strip of areas: pixel by pixel, since there may be a million of them.

/** The part of the scale that is shown, in thousandths of the way from the national average to the threshold. */
export const FROM = -2000;
export const TO = 3000;

/** No place on the scale. */
const NOWHERE = -2147483648;

/** Where a place on the scale stands across a width; what is beyond the picture stands at its edge. */
export function across(place: number, width: number): number {
  return (Math.min(TO, Math.max(FROM, place)) - FROM) * (width / (TO - FROM));
}

/** How high an area stands in its strip, from 0 to 1: scattered, the same each time it is drawn. */
export function scatter(area: number): number {
  return (Math.imul(area + 1, 2654435761) >>> 0) / 4294967296;
}

/** Red, green, blue for each verdict's number. */
export type Tones = readonly (readonly [number, number, number])[];

/** So many marks are drawn between two looks at the clock. */
const MARKS = 4096;

/**
 * Draws the areas as a picture of a size, some at a time; those that meet come last, so that they are seen among many.
 * The picture stands there once all are drawn.
 */
export function* drawStrip(
  canvas: HTMLCanvasElement,
  [width, height]: readonly [number, number],
  areas: Uint32Array,
  verdicts: Uint8Array,
  places: Int32Array,
  tones: Tones,
): Generator<void> {
  const context = canvas.getContext("2d");
  if (context === null || width === 0) return;
  const size = areas.length <= 3000 ? 4 : areas.length <= 30000 ? 2 : 1;
  const image = context.createImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  for (const verdict of [1, 2, 0]) {
    const [red, green, blue] = tones[verdict] ?? [0, 0, 0];
    const ink = new Uint32Array(new Uint8ClampedArray([red, green, blue, 255]).buffer)[0] ?? 0;
    for (let nth = 0; nth < places.length; nth += 1) {
      if (nth % MARKS === MARKS - 1) yield;
      const place = places[nth] ?? NOWHERE;
      if (verdicts[nth] !== verdict || place === NOWHERE) continue;
      const left = Math.min(width - size, Math.max(0, Math.round(across(place, width) - size / 2)));
      const top = Math.floor(scatter(areas[nth] ?? 0) * (height - size));
      for (let down = 0; down < size; down += 1) {
        const start = (top + down) * width + left;
        pixels.fill(ink, start, start + size);
      }
    }
  }
  canvas.width = width;
  canvas.height = height;
  context.putImageData(image, 0, 0);
}
