// A picture of all chosen areas: a strip for each criterion on the common scale, and an area to be found in it by name.

import { useEffect, useRef, useState } from "preact/hooks";
import type { Criterion } from "../engine/criteria.ts";
import type { OutcomeCounts, Places, Row, Yardstick } from "../engine/tables.ts";
import { labelOf } from "../model/labels.ts";
import { inUnit, whole } from "../text/format.ts";
import { useText } from "./language.ts";
import { ask, criteriaSet, type Loaded, shown, wanted } from "./state.ts";
import { across, drawStrip, scatter, type Tones } from "./strip.ts";
import { useAnswer } from "./useAnswer.ts";
import { calledYardstick, useYardsticks, yardstickValue } from "./yardsticks.ts";

const verdicts = ["meets", "does-not-meet", "undetermined"] as const;
const HEIGHT = 64;
/** Names of what areas are compared with stand so far above each other. */
const LINE = 15;
/** So long the drawing goes on before the page may answer. */
const SLICE_MS = 8;

export function Plot({ run }: { run: Loaded }) {
  const { text, language } = useText();
  const words = text.explore.plot;
  const { criteria } = criteriaSet.value;
  const ids = criteria.map(({ id }) => id);
  const places = useAnswer((tables) => tables.ask("places", { criteria: ids }), [run, shown.value?.version]);
  const outcomes = useAnswer((tables) => tables.ask("outcomes", null), [run, shown.value?.version]);
  const yardsticks = useYardsticks(run);
  const [found, setFound] = useState<Row | null>(null);
  const key = useRef<HTMLUListElement>(null);
  useEffect(() => setFound(null), [run]);
  if (criteria.every(({ nationalAverage }) => nationalAverage === undefined)) return <p>{words.noScale}</p>;
  const tones = () => [...(key.current?.querySelectorAll(".strip-tone") ?? [])].map((tone) => colour(getComputedStyle(tone).color));
  return (
    <>
      <p class="help">
        {words.intro} {yardsticks.length > 0 && text.yardsticks.plot}
      </p>
      <Find onFind={setFound} />
      {found !== null && (
        <p role="status">{words.at(found.name ?? found.code ?? text.table.unnamed, figures(found, criteria, language))}</p>
      )}
      <ul ref={key} class="strip-key">
        {verdicts.map((verdict) => (
          <li key={verdict}>
            <svg class="strip-tone" data-tone={verdict} width="10" height="10" aria-hidden="true">
              <rect width="10" height="10" />
            </svg>
            {text.verdict[verdict]}
          </li>
        ))}
      </ul>
      {criteria.map((criterion, nth) => (
        <Strip
          key={criterion.id}
          criterion={criterion}
          nth={nth}
          places={places}
          found={found}
          counts={outcomes?.[nth]}
          yardsticks={yardsticks}
          tones={tones}
        />
      ))}
    </>
  );
}

function figures(row: Row, criteria: readonly Criterion[], language: "sv" | "en"): string[] {
  return criteria.flatMap((criterion) => {
    const { id, unit } = criterion;
    const value = row.assessment.findings.find((finding) => finding.criterion === id)?.percent ?? null;
    return value === null ? [] : [`${labelOf(criterion)[language]} ${inUnit(value, unit, language)}`];
  });
}

/** Reads a colour as the browser computes it; other forms than rgb are drawn into a pixel and read back. */
function colour(computed: string): readonly [number, number, number] {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext("2d");
  if (context === null) return [0, 0, 0];
  context.fillStyle = computed;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

interface StripProps {
  criterion: Criterion;
  nth: number;
  places: Places | null;
  found: Row | null;
  counts: OutcomeCounts | undefined;
  yardsticks: readonly Yardstick[];
  tones: () => Tones;
}

function Strip({ criterion, nth, places, found, counts, yardsticks, tones }: StripProps) {
  const spoken = useText();
  const { text, language } = spoken;
  const words = text.explore.plot;
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const drawing = canvas.current;
    const scale = places?.scales[nth];
    if (drawing === null || places === null || scale === undefined) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const draw = () => {
      clearTimeout(timer);
      const density = Math.min(2, devicePixelRatio);
      const size = [drawing.clientWidth, HEIGHT].map((length) => Math.round(length * density)) as [number, number];
      const work = drawStrip(drawing, size, places.areas, places.verdicts, scale, tones());
      // A million marks take their time: a slice of it at once, so that the page answers in between.
      const slice = () => {
        const end = performance.now() + SLICE_MS;
        while (performance.now() < end) if (work.next().done === true) return;
        timer = setTimeout(slice);
      };
      timer = setTimeout(slice);
    };
    const size = new ResizeObserver(draw);
    size.observe(drawing);
    const dark = matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", draw);
    return () => {
      clearTimeout(timer);
      size.disconnect();
      dark.removeEventListener("change", draw);
    };
  }, [places, nth]);
  const known = counts === undefined ? 0 : counts.met + counts.atThreshold + counts.notMet;
  const label = labelOf(criterion)[language];
  const at = foundAt(found, places, nth);
  const lines = yardsticks.flatMap((one) => {
    const position = one.findings[nth]?.position ?? null;
    const value = yardstickValue(one, nth, spoken);
    return position === null || value === null
      ? []
      : [{ x: across(1000 * Number(position), 100), said: `${calledYardstick(one, spoken)} ${value}` }];
  });
  return (
    <div class="strip">
      <h3>{label}</h3>
      <div class="strip-frame" data-lines={lines.length}>
        <canvas
          ref={canvas}
          height={HEIGHT}
          role="img"
          aria-label={[
            words.describe(label, whole(counts?.met ?? 0, language), whole(known, language)),
            ...lines.map(({ said }) => `${said}.`),
          ].join(" ")}
        />
        <svg width="100%" height={HEIGHT} aria-hidden="true">
          <line class="strip-average" x1={`${across(0, 100)}%`} x2={`${across(0, 100)}%`} y1="-4" y2={HEIGHT + 4} />
          <line class="strip-threshold" x1={`${across(1000, 100)}%`} x2={`${across(1000, 100)}%`} y1="-4" y2={HEIGHT + 4} />
          <text class="strip-label" x={`${across(0, 100)}%`} y={HEIGHT + 17} text-anchor="end">
            {lines.length > 0 ? text.yardsticks.source : words.average}
          </text>
          <text class="strip-label" x={`${across(1000, 100)}%`} y={HEIGHT + 17} text-anchor="start">
            {words.threshold}
          </text>
          {lines.map(({ x, said }, line) => (
            <g key={said} data-yardstick={line}>
              <line class="strip-yardstick" x1={`${x}%`} x2={`${x}%`} y1={-6 - LINE * line} y2={HEIGHT + 4} />
              <text class="strip-label" x={`${x}%`} y={-8 - LINE * line} text-anchor={x < 20 ? "start" : x > 80 ? "end" : "middle"}>
                {said}
              </text>
            </g>
          ))}
          {at !== null && found !== null && (
            <circle class="strip-found" cx={`${across(at, 100)}%`} cy={4 + scatter(found.position) * (HEIGHT - 8)} r="7" />
          )}
        </svg>
      </div>
    </div>
  );
}

/** Where the found area stands: by its own finding, so that it is seen even where the table leaves it out. */
function foundAt(found: Row | null, places: Places | null, nth: number): number | null {
  if (found === null || places === null) return null;
  const position = found.assessment.findings[nth]?.position ?? null;
  return position === null ? null : 1000 * Number(position);
}

function Find({ onFind }: { onFind: (row: Row | null) => void }) {
  const { text } = useText();
  const words = text.explore.plot;
  const [rows, setRows] = useState<readonly Row[] | null>(null);
  const [typed, setTyped] = useState("");
  useEffect(() => {
    if (typed.trim() === "") {
      setRows(null);
      return;
    }
    let isLatest = true;
    const timer = setTimeout(() => {
      void ask((tables) => tables.ask("find", { text: typed, selection: wanted.value })).then((answer) => {
        if (isLatest) setRows(answer);
      });
    }, 250);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [typed]);
  const name = (row: Row) => [row.name, row.code, row.municipalityName].filter((part) => part !== null).join(", ");
  return (
    <div class="fields">
      <label>
        {words.find}
        <input
          class="field"
          type="search"
          name="find"
          autocomplete="off"
          maxLength={100}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      {rows !== null &&
        (rows.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <label>
            {words.found}
            <select
              class="field"
              name="found"
              onChange={(event) => onFind(rows.find(({ position }) => String(position) === event.currentTarget.value) ?? null)}
            >
              <option value="">{words.choose}</option>
              {rows.map((row) => (
                <option key={row.position} value={row.position}>
                  {name(row)}
                </option>
              ))}
            </select>
          </label>
        ))}
    </div>
  );
}
