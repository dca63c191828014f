// Which years a period covers that begins in a year which a person names.

import { useEffect, useRef, useState } from "preact/hooks";
import { loadPlanEngine, planEngine } from "../engine/plan.ts";
import type { Period as Answer } from "../generated/plan/plan.js";
import type { Language } from "../text/format.ts";
import { fill, millions, plan, programme } from "./facts.ts";
import type { LiveText } from "./live.sv.ts";

const { years } = plan;
const firstYear = years[0]?.year ?? 0;
const lastYear = years.at(-1)?.year ?? 0;

interface Props {
  language: Language;
  text: LiveText;
}

export function Period({ language, text }: Props) {
  const engine = planEngine.value;
  const field = useRef<HTMLSelectElement>(null);
  const [start, setStart] = useState(firstYear);
  // What was chosen before any script ran.
  useEffect(() => setStart(Number(field.current?.value ?? firstYear)), []);
  const period = engine.state === "ready" ? engine.core.applicationPeriod(start) : null;
  return (
    <>
      {engine.state === "failed" && (
        <p role="alert">
          {text.apply.failed}{" "}
          <button type="button" class="button" onClick={() => void loadPlanEngine()}>
            {text.apply.retry}
          </button>
        </p>
      )}
      <div class="about-planner">
        <p>
          <label for="about-start">{text.apply.start}</label>
          <select ref={field} id="about-start" value={String(start)} onChange={(event) => setStart(Number(event.currentTarget.value))}>
            {years.map(({ year }) => (
              <option key={year} value={String(year)}>
                {year}
              </option>
            ))}
          </select>
        </p>
        <div class="about-period" role="status">
          {period !== null && <PeriodAnswer period={period} language={language} text={text} />}
        </div>
      </div>
    </>
  );
}

function PeriodAnswer({ period, language, text: { apply: text, money: words } }: Props & { period: Answer }) {
  const extension = fill(period.extensionPlanned ? text.extension : text.extensionUnplanned, {
    year: String(period.extensionFrom),
  });
  return (
    <>
      <ol class="about-years" aria-label={text.period}>
        {period.years.map((year) => (
          <li class="about-year" key={year.year} data-planned={year.thousandKronor !== null} data-programme={year.inProgramme}>
            <b>{year.year}</b>{" "}
            <span>{year.thousandKronor === null ? text.noPlan : `${millions(year.thousandKronor, language)} ${words.unit}`}</span>
          </li>
        ))}
      </ol>
      <p class="about-period-sum">
        {text.planned}: <b data-planned-sum={period.plannedThousandKronor}>{millions(period.plannedThousandKronor, language)}</b>{" "}
        {words.unit}.
      </p>
      <p>{extension}</p>
      {!period.plannedThroughout && <p>{fill(text.beyondPlan, { last: String(lastYear) })}</p>}
      {period.years.some((year) => !year.inProgramme) && <p>{fill(text.afterProgramme, { last: String(programme.last) })}</p>}
    </>
  );
}
