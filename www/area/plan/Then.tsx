// Then and now: what figures came to under the criteria that they were shared with, beside what they come to today.

import type { ComponentChildren } from "preact";
import type { Criterion } from "../../engine/criteria.ts";
import type { Assessed } from "../../engine/page.ts";
import { Mark } from "../../look/Mark.tsx";
import { decimal, type Language, percent } from "../../text/format.ts";
import { labelOf } from "../../model/labels.ts";
import type { AreaText } from "../text.sv.ts";
import type { PlanText } from "./text.sv.ts";
import type { Answer, Found } from "../../engine/plan.ts";
import "./then.css";
import { own } from "../../text/own.ts";

interface Props {
  readonly before: Answer;
  readonly now: Assessed;
  /** Today's criteria, in their order. */
  readonly criteria: readonly Criterion[];
  readonly text: PlanText;
  readonly area: AreaText;
  readonly language: Language;
}

export function Then({ before, now, criteria, text, area, language }: Props) {
  const gone = Object.keys(before.findings).filter((id) => criteria.every((criterion) => criterion.id !== id));
  const words = text.arrive.thenAndNow;
  const found = (id: string) => {
    const at = own(before.findings, id);
    return at === undefined ? <Cell>{words.noFigure}</Cell> : <FoundThen found={at} text={text} area={area} language={language} />;
  };
  return (
    <table class="then">
      <caption>{words.title}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{words.before}</th>
          <th scope="col">{words.now}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{text.compare.answer}</th>
          <Verdict verdict={before.verdict} reading={before.reading} text={text} area={area} />
          <Verdict verdict={now.assessment.verdict} reading={now.reading} text={text} area={area} />
        </tr>
        {criteria.map((criterion, nth) => {
          const { id, unit, direction } = criterion;
          const outcome = now.assessment.findings[nth]?.outcome ?? "unknown";
          return (
            <tr key={id}>
              <th scope="row">{labelOf(criterion)[language]}</th>
              {found(id)}
              <FoundThen
                found={{ outcome, threshold: criterion.threshold.value, unit, direction }}
                text={text}
                area={area}
                language={language}
              />
            </tr>
          );
        })}
        {gone.map((id) => (
          <tr key={id}>
            <th scope="row">
              <code translate={false}>{id}</code>
            </th>
            {found(id)}
            <Cell>{words.gone}</Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ children }: { children: ComponentChildren }) {
  return (
    <td>
      <span class="then-detail">{children}</span>
    </td>
  );
}

type Words = Pick<Props, "text" | "area">;

function Verdict({ verdict, reading, text, area }: Words & { verdict: Answer["verdict"]; reading: Answer["reading"] }) {
  const { tie, require } = reading;
  const least = require === "all" ? area.reading.all : require === "any" ? area.reading.any : area.reading.atLeast(Number(require));
  return (
    <td>
      <strong>{text.sure.verdict[verdict]}</strong>
      <span class="then-detail">{text.compare.readingShort(least, tie === "inclusive")}</span>
    </td>
  );
}

function FoundThen({ found, text, area, language }: Words & { found: Found; language: Language }) {
  const { outcome, threshold, unit, direction } = found;
  const number = unit === "persons" ? text.figure.persons(decimal(threshold, language)) : percent(threshold, language);
  return (
    <td>
      <span class="then-outcome" data-tone={outcome}>
        <Mark outcome={outcome} />
        {area.outcome[outcome]}
      </span>
      <span class="then-detail">{text.arrive.thenAndNow.limit[direction](number)}</span>
    </td>
  );
}
