// Who distributes the money on a day that a person names, as it was planned and as it came about.

import { useEffect, useRef, useState } from "preact/hooks";
import { type PlanCore as Core, planEngine } from "../engine/plan.ts";
import type { Span } from "../generated/plan/plan.js";
import type { Language } from "../text/format.ts";
import { Said } from "./Cited.tsx";
import { authorities, distribution, type Statement, type Text } from "./facts.ts";
import type { LiveText } from "./live.sv.ts";

/** The day on which the memo hands over: the most telling one to begin with, and never today. */
const handOver = distribution.plan.at(-1)?.from ?? "";

export function Day({ language, text: { apply: text } }: { language: Language; text: LiveText }) {
  const engine = planEngine.value;
  const field = useRef<HTMLInputElement>(null);
  const [date, setDate] = useState(handOver);
  // What was typed before any script ran.
  useEffect(() => setDate(field.current?.value ?? handOver), []);
  const answer = engine.state === "ready" ? onDay(engine.core, date) : null;
  return (
    <div class="about-planner">
      <p>
        <label for="about-day">{text.date}</label>
        <input
          ref={field}
          id="about-day"
          type="date"
          value={date}
          aria-describedby="about-day-answer"
          onInput={(event) => setDate(event.currentTarget.value)}
        />
      </p>
      <div class="about-day" id="about-day-answer" role="status">
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

const byId: Readonly<Record<string, { name: Text }>> = authorities;

function Authority({ span, language }: { span: Span | null; language: Language }) {
  const authority = byId[span?.authority ?? ""];
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
  return described(distribution.plan, span);
}

function inFact(span: Span | null): Statement | null {
  return described(distribution.outcome, span);
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
