// What a planner may want other than the whole country's RegSO areas: a year, smaller areas, parts of the country.

import { batch } from "@preact/signals";
import { useId, useRef, useState } from "preact/hooks";
import { useText } from "./language.ts";
import { counties, municipalities, type Place, placeName } from "./places.ts";
import { comparableYear, isComparable, type Level, queries, years } from "./sources.ts";
import { chosenCode, problems, wanted } from "./state.ts";

type Where = "whole" | "county" | "municipalities";

function choose(part: Partial<typeof wanted.value>): void {
  batch(() => {
    chosenCode.value = null;
    // What went wrong was about something else.
    problems.value = new Map();
    wanted.value = { ...wanted.value, ...part };
  });
}

export function Choose() {
  const { text } = useText();
  const { level, places, year } = wanted.value;
  const [where, setWhere] = useState<Where>("whole");
  const id = useId();
  const toLevel = (to: Level) => choose({ level: to, year: years(to).includes(year) ? year : comparableYear(to) });
  const toWhere = (to: Where) => {
    setWhere(to);
    const [first] = to === "county" ? counties() : [];
    choose({ places: first === undefined ? [] : [first.code] });
  };
  return (
    <details class="fetch-choose">
      <summary>{text.choose.title}</summary>
      <label>
        {text.choose.period}
        <select class="field" name="period" value={String(year)} onChange={(event) => choose({ year: Number(event.currentTarget.value) })}>
          {years(level).map((one) => (
            <option key={one} value={String(one)}>
              {isComparable(level, one)
                ? text.choose.comparable(one)
                : text.choose.mixed(one, queries({ level, places: [], year: one }).at(-1)?.year ?? one)}
            </option>
          ))}
        </select>
      </label>
      <fieldset>
        <legend>{text.choose.level}</legend>
        {(["regso", "deso"] as const).map((one) => (
          <Radio
            key={one}
            name={`${id}-level`}
            value={one}
            checked={level === one}
            label={text.choose[one]}
            onChoose={() => toLevel(one)}
          />
        ))}
      </fieldset>
      <fieldset>
        <legend>{text.choose.where}</legend>
        {(["whole", "county", "municipalities"] as const).map((one) => (
          <Radio
            key={one}
            name={`${id}-where`}
            value={one}
            checked={where === one}
            label={text.choose[one]}
            onChoose={() => toWhere(one)}
          />
        ))}
      </fieldset>
      {where === "county" && (
        <label>
          {text.choose.countyLabel}
          <select class="field" name="county" value={places[0] ?? ""} onChange={(event) => choose({ places: [event.currentTarget.value] })}>
            {counties().map(option)}
          </select>
        </label>
      )}
      {where === "municipalities" && <Municipalities />}
    </details>
  );
}

const option = ({ code, name }: Place) => (
  <option key={code} value={code}>
    {name}
  </option>
);

interface RadioProps {
  name: string;
  value: string;
  checked: boolean;
  label: string;
  onChoose: () => void;
}

function Radio({ name, value, checked, label, onChoose }: RadioProps) {
  return (
    <label class="check">
      <input type="radio" name={name} value={value} checked={checked} onChange={onChoose} />
      {label}
    </label>
  );
}

function Municipalities() {
  const { text } = useText();
  const { places } = wanted.value;
  const select = useRef<HTMLSelectElement>(null);
  const add = () => {
    const code = select.current?.value ?? "";
    if (code !== "" && !places.includes(code)) choose({ places: [...places, code] });
  };
  return (
    <div>
      <label>
        {text.choose.municipalityLabel}
        <select ref={select} class="field" name="municipality">
          {municipalities().map(option)}
        </select>
      </label>
      <button type="button" class="button" onClick={add}>
        {text.choose.add}
      </button>
      <ul class="fetch-places">
        {places.map((code) => (
          <li key={code}>
            {placeName(code)}{" "}
            <button type="button" class="link" onClick={() => choose({ places: places.filter((one) => one !== code) })}>
              {text.choose.remove(placeName(code))}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
