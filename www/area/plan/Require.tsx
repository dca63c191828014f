// What it would take to have another answer: for the area as a whole, and for each criterion.

import { type ComponentChildren, Fragment } from "preact";
import type { Criterion } from "../../engine/criteria.ts";
import type { Change, Cheapest, CriterionChange, Move, Part, Slack } from "../../engine/plan.ts";
import { decimal, whole } from "../../text/format.ts";
import { announce } from "../../model/announce.ts";
import { criteriaSet, entryOf } from "../../model/area.ts";
import { explained, whatIf } from "../../model/answers.ts";
import { figureText } from "./figures.ts";
import { Gap } from "./Gap.tsx";
import { usePlan } from "./language.ts";
import { insteadText, movingText } from "./moves.ts";
import { goTo } from "../../model/panels.ts";
import { addScenario, freeName } from "../../model/scenarios.ts";
import { fieldsOf, figureOf } from "../../model/steps.ts";
import "./require.css";
import { labelOf } from "../../model/labels.ts";

export function Require() {
  const { text, area } = usePlan();
  const answer = whatIf.value;
  return (
    <>
      {answer === null ? (
        <p>{area.engine.loading}</p>
      ) : (
        <>
          <ForVerdict cheapest={answer.cheapest} />
          <ul class="changes">
            {criteriaSet.value.criteria.map((criterion, nth) => {
              const change = answer.changes[nth];
              return change === undefined ? null : <ForCriterion key={criterion.id} criterion={criterion} change={change} />;
            })}
          </ul>
          <p class="help">{text.require.noAdvice}</p>
        </>
      )}
    </>
  );
}

/** The cheapest combinations that turn the verdict, all ties included. */
function ForVerdict({ cheapest }: { cheapest: Cheapest | null }) {
  const { text, language } = usePlan();
  const deciding = explained.value?.assessment.deciding ?? [];
  if (cheapest === null) {
    const names = criteriaSet.value.criteria.filter(({ id }) => deciding.includes(id)).map((criterion) => labelOf(criterion)[language]);
    return <p class="panel-lead">{text.require.undetermined(names)}</p>;
  }
  if (cheapest.becomes === null) return <p class="panel-lead">{text.require.never}</p>;
  return (
    <>
      <p class="panel-lead">{text.require.turns[cheapest.becomes](cheapest.combinations.length)}</p>
      <ol class="combinations">
        {cheapest.combinations.map((parts) => (
          <li key={parts.map((part) => part.criterion).join(" ")}>
            <Combination parts={parts} />
            <Try changes={parts.map((part) => [part.criterion, figureOf(part)])} />
          </li>
        ))}
      </ol>
      <p class="help">{text.require.cost[cheapest.cost]}</p>
    </>
  );
}

function Combination({ parts }: { parts: readonly Part[] }) {
  const { text, language } = usePlan();
  return (
    <>
      {parts.map((part, nth) => {
        const criterion = criteriaSet.value.criteria.find(({ id }) => id === part.criterion);
        if (criterion === undefined) return null;
        return (
          <Fragment key={part.criterion}>
            {nth > 0 && <span class="combination-and">{text.require.and}</span>}
            <span class="combination-part">
              <strong>{labelOf(criterion)[language]}</strong>
              {": "}
              <PartText criterion={criterion} part={part} />
            </span>
          </Fragment>
        );
      })}
    </>
  );
}

function PartText({ criterion, part }: { criterion: Criterion; part: Part }) {
  const { text, language } = usePlan();
  return <>{insteadText(figureOf(part), figureNow(criterion), criterion, text, language)}</>;
}

/** The figure that stands there now. */
function figureNow(criterion: Criterion): string | null {
  const nth = criteriaSet.value.criteria.indexOf(criterion);
  return explained.value?.assessment.findings[nth]?.figure ?? null;
}

function Result({ children }: { children: ComponentChildren }) {
  return (
    <span class="change-result">
      <span aria-hidden="true">→ </span>
      {children}
    </span>
  );
}

/** How far one figure is from its threshold, and the smallest changes that make its criterion count otherwise. */
function ForCriterion({ criterion, change }: { criterion: Criterion; change: CriterionChange }) {
  const spoken = usePlan();
  const { text, language } = spoken;
  const finding = explained.value?.assessment.findings.find((one) => one.criterion === criterion.id);
  return (
    <li class="change">
      <h3>{labelOf(criterion)[language]}</h3>
      {finding !== undefined && <Gap criterion={criterion} finding={finding} />}
      {change.change !== null && (
        <details class="change-more">
          <summary>{text.require.what}</summary>
          <Ways criterion={criterion} change={change.change} />
          {change.slack !== null && <p class="change-slack">{slackText(change.slack, spoken)}</p>}
        </details>
      )}
    </li>
  );
}

function slackText({ persons, points }: Slack, { text, language }: ReturnType<typeof usePlan>): string {
  if (persons !== null) return persons === 0 ? text.require.noSlack : text.require.slackPersons(whole(persons, language));
  return points === null || Number(points) === 0 ? text.require.noSlackPoints : text.require.slackPoints(decimal(points, language));
}

function Ways({ criterion, change }: { criterion: Criterion; change: Change }) {
  const { text, language } = usePlan();
  if ("step" in change) {
    return (
      <dl class="ways">
        <Way name={text.require.way.percent}>
          {change.figure === null ? (
            <Impossible />
          ) : (
            <>
              {insteadText(change.figure, figureNow(criterion), criterion, text, language)}
              <Try changes={[[criterion.id, change.figure]]} />
            </>
          )}
        </Way>
      </dl>
    );
  }
  const ways: readonly (readonly [WayId, Move])[] =
    "amount" in change
      ? [["amount", change.amount]]
      : [
          ["fixedTotal", change.fixedTotal],
          ["movingIn", change.movingIn],
          ["movingOut", change.movingOut],
        ];
  return (
    <dl class="ways">
      {ways.map(([way, move]) => (
        <Way key={way} name={text.require.way[way]}>
          {move === "impossible" ? (
            <Impossible />
          ) : (
            <>
              {way === "movingIn" || way === "movingOut" ? (
                <>
                  {movingText(way, move, criterion, text, language)} <Result>{figureText(move.figure, criterion, text, language)}</Result>
                </>
              ) : (
                insteadText(move.figure, figureNow(criterion), criterion, text, language)
              )}
              <Try changes={[[criterion.id, move.figure]]} />
            </>
          )}
        </Way>
      ))}
    </dl>
  );
}

type WayId = "fixedTotal" | "movingIn" | "movingOut" | "amount";

function Way({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="way">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Impossible() {
  const { text } = usePlan();
  return <span class="change-impossible">{text.require.impossible}</span>;
}

/** Makes a scenario of the figures with a change, and goes there. */
function Try({ changes }: { changes: readonly (readonly [string, string])[] }) {
  const { text, language } = usePlan();
  const described = changes.map(([id, figure]) => {
    const criterion = criteriaSet.value.criteria.find((one) => one.id === id);
    return criterion === undefined ? "" : `${labelOf(criterion)[language]} ${figureText(figure, criterion, text, language)}`;
  });
  return (
    <button
      type="button"
      class="link change-try"
      onClick={() => {
        const changed = criteriaSet.value.criteria.flatMap((criterion) => {
          const figure = changes.find(([id]) => id === criterion.id)?.[1];
          return figure === undefined ? [] : [[criterion.id, { ...entryOf(criterion), ...fieldsOf(figure, criterion, language) }] as const];
        });
        const name = freeName(text.compare.name);
        addScenario(name, Object.fromEntries(changed));
        announce(text.compare.added(name));
        goTo("compare");
      }}
    >
      {text.require.try}
      <span class="visually-hidden">
        {" "}
        {text.require.tryWhat} {described.join(", ")}
      </span>
    </button>
  );
}
