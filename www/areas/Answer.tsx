// The answer: how many areas meet, in one sentence; below it how many don't, and what could not be read.

import { useEffect, useState } from "preact/hooks";
import { builtIn, isOwn } from "../engine/criteria.ts";
import type { Summary } from "../engine/tables.ts";
import { whole } from "../text/format.ts";
import { type Spoken, useText } from "./language.ts";
import { asksForAreas } from "./QuestionAreas.tsx";
import { missingCriteria, missingSentence, nameOf } from "./sentences.ts";
import { cancelled, criteriaSet, everything, loaded, loading, want } from "./state.ts";
import { goToTable } from "./workbench.ts";

export function Answer() {
  const { text, language } = useText();
  const run = loaded.value;
  const set = criteriaSet.value;
  return (
    <section class="areas-answer" aria-labelledby="answer" data-answered={run === null ? undefined : ""}>
      {run === null ? (
        <>
          <h1 id="answer" tabIndex={-1}>
            {set === builtIn[0] ? text.answer.empty : text.answer.emptyOther}
          </h1>
          <p class="areas-why">{text.answer.emptyWhy}</p>
          <noscript>
            <p class="notice">{text.answer.noScript}</p>
          </noscript>
        </>
      ) : (
        <Totals summary={run.summary} />
      )}
      {set !== builtIn[0] && <p class="areas-set">{text.answer.notTheMemos(set.name[language], isOwn(set))}</p>}
      {run?.isExample === true && <p class="areas-example">{text.files.exampleNote}</p>}
      <Announcement />
    </section>
  );
}

/** How many areas meet, in one sentence. */
function answerText({ totals: { areas, meets, undetermined } }: Summary, text: Spoken["text"], language: Spoken["language"]): string {
  if (areas === 0) return text.answer.noAreas;
  if (undetermined === areas) return text.answer.noneDecided(areas === 1);
  return text.answer.meets(whole(meets, language), whole(areas, language), meets === 0, areas === 1);
}

function Totals({ summary }: { summary: Summary }) {
  const { text, language } = useText();
  const { totals, tables } = summary;
  const number = (value: number) => whole(value, language);
  const noneDecided = totals.undetermined === totals.areas;
  return (
    <>
      <h1 id="answer" tabIndex={-1}>
        <span data-areas-total={totals.areas} data-areas-meets={totals.meets}>
          {answerText(summary, text, language)}
        </span>
      </h1>
      <p class="areas-why">
        <span data-areas-does-not-meet={totals["does-not-meet"]}>
          {!noneDecided && totals.areas > 1 && text.answer.doesNotMeet(number(totals["does-not-meet"]), totals["does-not-meet"] === 1)}
        </span>{" "}
        <span data-areas-undetermined={totals.undetermined}>
          {totals.undetermined > 0 && !noneDecided && text.answer.undetermined(number(totals.undetermined), totals.undetermined === 1)}
        </span>{" "}
        {totals.meets > 0 && totals.meets < totals.areas && (
          <button
            type="button"
            class="link"
            onClick={() => {
              want({ ...everything, verdict: "meets" });
              goToTable(language);
            }}
          >
            {text.answer.showMeeting}
          </button>
        )}{" "}
        {totals.areas > 0 && missingSentence(criteriaSet.value, tables, text, language)}
      </p>
      <p class="areas-why">
        {text.answer.met}{" "}
        <span data-rows-rejected={totals.rejected}>
          {totals.rejected === 0 ? (
            totals.areas > 0 && text.answer.nothingRejected
          ) : (
            <>
              {text.answer.rejected(number(totals.rejected), totals.rejected === 1)} <a href="#rejected">{text.answer.showRejected}</a>
            </>
          )}
        </span>
      </p>
      <Missing summary={summary} />
    </>
  );
}

/** The figures that are missing, by criterion, and the way to the areas without them. */
function Missing({ summary: { outcomes, tables, totals } }: { summary: Summary }) {
  const { text, language } = useText();
  const words = text.workbench.missing;
  const missing = outcomes.filter(({ unknown }) => unknown > 0);
  const nowhere = missingCriteria(criteriaSet.value, tables).map(({ id }) => id);
  if (totals.areas === 0 || missing.length === 0) return null;
  return (
    <details class="areas-missing">
      <summary>{words.label}</summary>
      <ul>
        {missing.map(({ criterion, unknown }) => {
          const name = nameOf(criterion, language);
          return (
            <li key={criterion} data-missing={criterion}>
              {nowhere.includes(criterion) ? words.all(name) : words.some(name, whole(unknown, language), unknown === 1)}{" "}
              {unknown < totals.areas && (
                <button
                  type="button"
                  class="link"
                  aria-label={words.showOf(name)}
                  onClick={() => {
                    want({ ...everything, criterion, outcome: "unknown" });
                    goToTable(language);
                  }}
                >
                  {words.show}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** Tells a screen reader that reading began, how it ended, and the answer. */
function Announcement() {
  const { text, language } = useText();
  const [said, setSaid] = useState("");
  const run = loaded.value;
  const isLoading = loading.value !== null;
  const wasCancelled = cancelled.value;
  useEffect(() => {
    if (isLoading) setSaid(text.answer.loading);
    else if (wasCancelled) setSaid(text.files.cancelled);
    else if (run !== null) {
      const asked = run.summary.tables.reduce((questions, table) => questions + table.questions.length + (asksForAreas(table) ? 1 : 0), 0);
      setSaid([answerText(run.summary, text, language), ...(asked > 0 ? [`${text.questions.label(asked)}.`] : [])].join(" "));
    } else setSaid("");
  }, [isLoading, wasCancelled, run, text, language]);
  return (
    <p class="visually-hidden" role="status">
      {said}
    </p>
  );
}
