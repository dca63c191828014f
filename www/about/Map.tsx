// Southern Sweden with a mark for each designated municipality. One stop for the Tab key; arrows go from mark to mark.

import { useRef } from "preact/hooks";

import { designated, fill, type Place } from "./facts.ts";
import outline from "./outline.json";
import type { LiveText } from "./live.sv.ts";

type Point = readonly [number, number];

interface Seat extends Place {
  at: Point;
}

const places: readonly Place[] = designated.municipalities;
const positions: Readonly<Record<string, readonly number[]>> = outline.seats;

/** From north to south, which is also the order in which they are read aloud. */
const seats: readonly Seat[] = places
  .map(({ code, name }) => {
    const [x = 0, y = 0] = positions[code] ?? [];
    return { code, name, at: [x, y] as const };
  })
  .sort((north, south) => north.at[1] - south.at[1]);

const LEFT = -72;
const WIDTH = outline.width - LEFT - 24;
const TOP = outline.closeUp;
const HEIGHT = outline.height - TOP + 4;

/** Where a name stands: beside its mark by default, elsewhere where that would hide something. Offsets in map units. */
const beside: Readonly<Record<string, { dx: number; dy: number; end?: true; leader?: true }>> = {
  "0123": { dx: 55, dy: -12, leader: true },
  "0180": { dx: 46.2, dy: -4.5, leader: true },
  "0126": { dx: 49.3, dy: 2.5, leader: true },
  "0127": { dx: 54.7, dy: 13, leader: true },
  "0181": { dx: 62.1, dy: 26.5, leader: true },
  "0480": { dx: 6, dy: 5 },
  "0483": { dx: -6, dy: 4, end: true },
  "0484": { dx: -6, dy: -1, end: true },
  "0581": { dx: 6, dy: 7 },
  "0580": { dx: 6, dy: 6 },
  "0583": { dx: -6, dy: 4, end: true },
  "1275": { dx: 5, dy: -3 },
  "1277": { dx: -2, dy: -6, end: true },
  "1280": { dx: -6, dy: 4, end: true },
  "1282": { dx: -6, dy: 5, end: true },
  "1283": { dx: -6, dy: 3, end: true },
  "1290": { dx: 5, dy: 7 },
  "1380": { dx: -6, dy: 4, end: true },
  "1480": { dx: -6, dy: 4, end: true },
  "1485": { dx: -6, dy: 3, end: true },
  "1880": { dx: -6, dy: 4, end: true },
  "1980": { dx: 6, dy: 2 },
  "2081": { dx: -6, dy: 4, end: true },
  "2181": { dx: -6, dy: 4, end: true },
};

const usual = { dx: 6, dy: 4 } as const;

const directions: Readonly<Record<string, Point>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** The nearest seat that lies rather in the direction than beside it. */
function neighbour(from: Seat, [directionX, directionY]: Point): Seat | undefined {
  let nearest: Seat | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const seat of seats) {
    const [x, y] = [seat.at[0] - from.at[0], seat.at[1] - from.at[1]];
    const along = x * directionX + y * directionY;
    const across = Math.abs(x * directionY) + Math.abs(y * directionX);
    const cost = along + 2 * across;
    if (along > 0 && across <= 2 * along && cost < least) [nearest, least] = [seat, cost];
  }
  return nearest;
}

export function MunicipalityMap({
  text,
  chosen,
  onChoose,
}: {
  text: LiveText["who"];
  chosen: string | null;
  onChoose: (code: string) => void;
}) {
  const svg = useRef<SVGSVGElement>(null);
  const count = String(seats.length);
  const stop = seats.some((seat) => seat.code === chosen) ? chosen : seats[0]?.code;

  function key(event: KeyboardEvent, seat: Seat) {
    const direction = directions[event.key];
    const next = direction === undefined ? undefined : neighbour(seat, direction);
    if (event.key === " " || event.key === "Enter") onChoose(seat.code);
    else if (next !== undefined) {
      onChoose(next.code);
      svg.current?.querySelector<SVGGElement>(`[data-seat="${next.code}"]`)?.focus();
    } else return;
    event.preventDefault();
  }

  return (
    <figure class="about-map">
      <div role="radiogroup" aria-label={fill(text.mapLabel, { count })}>
        <svg ref={svg} viewBox={`${LEFT} ${TOP} ${WIDTH} ${HEIGHT}`} role="presentation" class="about-map-drawing">
          <defs>
            <linearGradient id="about-map-fade" x1="0" y1="0" x2="0" y2="1">
              <stop offset="0" class="about-map-fade-start" />
              <stop offset="1" class="about-map-fade-end" />
            </linearGradient>
          </defs>
          <path id="about-sweden" class="about-map-land" d={outline.path} />
          <rect x={LEFT} y={TOP} width={WIDTH} height="36" fill="url(#about-map-fade)" class="about-map-fade" />
          <svg
            class="about-map-inset"
            x={outline.width - 80}
            y={TOP + 2}
            width="46"
            height="110"
            viewBox={`-6 -6 ${outline.width + 12} ${outline.height + 12}`}
          >
            <title>{text.inset}</title>
            <use href="#about-sweden" />
            <rect x="-3" y={TOP} width={outline.width + 6} height={outline.height - TOP + 3} class="about-map-frame" />
          </svg>
          {seats.map((seat) => (
            <Mark key={seat.code} seat={seat} chosen={seat.code === chosen} stop={seat.code === stop} onChoose={onChoose} onKey={key} />
          ))}
        </svg>
      </div>
      <figcaption>
        {text.mapNote} <span class="about-map-keys">{text.mapKeys}</span>
      </figcaption>
    </figure>
  );
}

function Mark({
  seat,
  chosen,
  stop,
  onChoose,
  onKey,
}: {
  seat: Seat;
  chosen: boolean;
  stop: boolean;
  onChoose: (code: string) => void;
  onKey: (event: KeyboardEvent, seat: Seat) => void;
}) {
  const [x, y] = seat.at;
  const place = beside[seat.code];
  const { dx, dy } = place ?? usual;
  return (
    <g
      class="about-seat"
      data-seat={seat.code}
      role="radio"
      aria-checked={chosen}
      aria-label={seat.name}
      tabindex={stop ? 0 : -1}
      onClick={() => onChoose(seat.code)}
      onKeyDown={(event) => onKey(event, seat)}
    >
      <circle class="about-seat-target" cx={x} cy={y} r="9" />
      {place?.leader && <path class="about-seat-leader" d={`M${x},${y}L${x + dx - 3},${y + dy - 3.5}`} />}
      <circle class="about-seat-mark" cx={x} cy={y} r="3.4" />
      <text x={x + dx} y={y + dy} text-anchor={place?.end ? "end" : "start"}>
        {seat.name}
      </text>
    </g>
  );
}
