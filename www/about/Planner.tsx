// How to apply as the memo has it: which years a period covers, and who distributes on a day that a person names.

import { useId, useState } from "preact/hooks";
import { type PlanCore as Core, type PlanEngine as Engine, loadPlanEngine as loadEngine } from "../engine/plan.ts";
import type { Period, Span } from "../generated/plan/plan.js";
import type { Language } from "../text/format.ts";
import { Said } from "./Cited.tsx";
import { fill, millions, money, periods, type Statement, type Text } from "./data.ts";
import type { AboutText } from "./text.sv.ts";

const years = money.plan.years;
const firstYear = years[0]?.year ?? 0;
const lastYear = years.at(-1)?.year ?? 0;
/** The day on which the memo hands over: the most telling one to begin with, and never today. */
const handOver = periods.distribution.plan.at(-1)?.from ?? "";

export function Planner({ engine, language, text }: { engine: Engine; language: Language; text: AboutText["apply"] }) {
  const { application } = periods;
  return (
    <>
      <p class="about-intro">{text.intro}</p>
      <noscript>
        <p>{text.noScript}</p>
      </noscript>
      {engine.state === "failed" && (
        <p role="alert">
          {text.failed}{" "}
          <button type="button" class="button" onClick={() => void loadEngine()}>
            {text.retry}
          </button>
        </p>
      )}
      <PeriodPlanner engine={engine} language={language} text={text} />
      <Said statement={{ text: application.text, sources: [application.source], quote: application.quote }} language={language} />
      <Said statement={application.law} language={language} />
      <Said statement={application.open} language={language} />
      <DayPlanner engine={engine} language={language} text={text} />
    </>
  );
}

function PeriodPlanner({ engine, language, text }: { engine: Engine; language: Language; text: AboutText["apply"] }) {
  const id = useId();
  const [start, setStart] = useState(firstYear);
  const period = engine.state === "ready" ? engine.core.applicationPeriod(start) : null;
  return (
    <div class="about-planner">
      <p>
        <label for={id}>{text.start}</label>
        <select id={id} value={String(start)} onChange={(event) => setStart(Number(event.currentTarget.value))}>
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
  );
}

function PeriodAnswer({ period, language, text }: { period: Period; language: Language; text: AboutText["apply"] }) {
  const { programme } = periods;
  const extension = fill(period.extensionPlanned ? text.extension : text.extensionUnplanned, {
    year: String(period.extensionFrom),
  });
  return (
    <>
      <ol class="about-years" aria-label={text.period}>
        {period.years.map((year) => (
          <li class="about-year" key={year.year} data-planned={year.thousandKronor !== null} data-programme={year.inProgramme}>
            <b>{year.year}</b>{" "}
            <span>{year.thousandKronor === null ? text.noPlan : `${millions(year.thousandKronor, language)} ${text.unit}`}</span>
          </li>
        ))}
      </ol>
      <p class="about-period-sum">
        {text.planned}: <b data-planned-sum={period.plannedThousandKronor}>{millions(period.plannedThousandKronor, language)}</b>{" "}
        {text.unit}.
      </p>
      <p>{extension}</p>
      {!period.plannedThroughout && <p>{fill(text.beyondPlan, { last: String(lastYear) })}</p>}
      {period.years.some((year) => !year.inProgramme) && <p>{fill(text.afterProgramme, { last: String(programme.last) })}</p>}
    </>
  );
}

function DayPlanner({ engine, language, text }: { engine: Engine; language: Language; text: AboutText["apply"] }) {
  const id = useId();
  const [date, setDate] = useState(handOver);
  const answer = engine.state === "ready" ? onDay(engine.core, date) : null;
  return (
    <div class="about-planner">
      <p>
        <label for={id}>{text.date}</label>
        <input id={id} type="date" value={date} aria-describedby={`${id}-answer`} onInput={(event) => setDate(event.currentTarget.value)} />
      </p>
      <div class="about-day" id={`${id}-answer`} role="status">
        {answer === "not-a-date" && <p>{text.notADate}</p>}
        {answer !== null && answer !== "not-a-date" && (
          <>
            <h3>
              {text.byPlan}
              <Authority span={answer.plan} language={language} />
            </h3>
            <DayAnswer statement={planned(answer.plan)} none={text.noneByPlan} language={language} />
            <h3>
              {text.inFact}
              <Authority span={answer.outcome} language={language} />
            </h3>
            <DayAnswer statement={inFact(answer.outcome)} none={text.noneInFact} language={language} />
          </>
        )}
      </div>
    </div>
  );
}

const authorities: Readonly<Record<string, { name: Text }>> = periods.authorities;

function Authority({ span, language }: { span: Span | null; language: Language }) {
  const authority = authorities[span?.authority ?? ""];
  return authority === undefined ? null : <span class="about-authority">: {authority.name[language]}</span>;
}

function onDay(core: Core, date: string) {
  try {
    return core.distribution(date);
  } catch {
    return "not-a-date";
  }
}

function planned(span: Span | null): Statement | null {
  return described(periods.distribution.plan, span);
}

function inFact(span: Span | null): Statement | null {
  return described(periods.distribution.outcome, span);
}

interface Described {
  id: string;
  text: Statement["text"];
  source: string;
  quote?: string | undefined;
}

function described(spans: readonly Described[], span: Span | null): Statement | null {
  const found = spans.find(({ id }) => id === span?.id);
  return found === undefined ? null : { text: found.text, sources: [found.source], quote: found.quote };
}

function DayAnswer({ statement, none, language }: { statement: Statement | null; none: string; language: Language }) {
  return statement === null ? <p>{none}</p> : <Said statement={statement} language={language} />;
}
