// The questions that the files leave open, first of all under the answer; and what a person has decided, to be undone.

import { useId } from "preact/hooks";
import { saveFile } from "../device/files.ts";
import type { Choice, Question, Recipe, Understanding } from "../engine/tables.ts";
import { areaOf } from "./CorrectArea.tsx";
import { useText } from "./language.ts";
import { AskedAreas, asksForAreas } from "./QuestionAreas.tsx";
import { recipesText } from "./recipe-file.ts";
import { answer, recipeOf, undo, undoAreas } from "./recipes.ts";
import { areaDecisionText, choiceText, decisionText, figureText, nameOf, questionText } from "./sentences.ts";
import type { Loaded } from "./state.ts";

export function Questions({ run }: { run: Loaded }) {
  const { text } = useText();
  const words = text.questions;
  const { tables } = run.summary;
  const open = tables.flatMap((table) => table.questions.map((question) => ({ table, question })));
  const unlocated = tables.filter(asksForAreas);
  const asked = open.length + unlocated.length;
  const failed = unlocated.map((table) => recipeOf(table, ""));
  const decided = run.recipes.flatMap((recipe) => [
    ...(areaOf(recipe) !== null && !failed.includes(recipe) ? [{ recipe, measure: null }] : []),
    ...(recipe.measures ?? []).map((measure) => ({ recipe, measure })),
  ]);
  if (asked === 0 && decided.length === 0) return null;
  return (
    <section class="questions" aria-labelledby="questions-title">
      <h2 id="questions-title" tabIndex={-1}>
        {asked > 0 ? words.label(asked) : words.decided}
      </h2>
      {unlocated.map((table) => (
        <AskedAreas
          key={`${table.table.file} ${table.table.sheet} ${tables.length}`}
          table={table}
          onAnswer={(done) => void thenReadOn(done)}
        />
      ))}
      {open.length > 0 && <p class="help">{words.until}</p>}
      {open.map(({ table, question }) => (
        <Asked
          key={`${table.table.file} ${table.table.sheet} ${question.criterion}`}
          table={table}
          question={question}
          several={tables.length > 1}
        />
      ))}
      {decided.length > 0 && <Decided run={run} decided={decided} headed={asked > 0} />}
    </section>
  );
}

/** The button that was pressed is gone once the files are read: focus goes to where one reads on. */
async function thenReadOn(done: Promise<void>): Promise<void> {
  await done;
  (document.getElementById("questions-title") ?? document.getElementById("answer"))?.focus();
}

function Asked({ table, question, several }: { table: Understanding; question: Question; several: boolean }) {
  const { text, language } = useText();
  const id = useId();
  const name = text.understood.table(table.table.file, table.table.sheet);
  return (
    <div class="question" role="group" aria-labelledby={id} data-question={question.criterion}>
      <h3 id={id}>{questionText(question, text, language)}</h3>
      {several && <p class="help">{name}</p>}
      <ul class="question-choices">
        {question.choices.map((choice, nth) => (
          <li key={JSON.stringify(choice.label)}>
            <button
              type="button"
              class="button"
              aria-describedby={`${id}-${nth}`}
              onClick={() => void thenReadOn(answer(table, name, question.criterion, choice.from))}
            >
              {choiceText(choice.label, text)}
            </button>{" "}
            <span id={`${id}-${nth}`} class="help">
              <Gives choice={choice} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What an answer would give for the first areas. */
function Gives({ choice }: { choice: Choice }) {
  const { text, language } = useText();
  const words = text.questions;
  if (choice.label.kind === "neither") return <>{words.neitherHelp}</>;
  if (choice.examples.length === 0) return null;
  const examples = choice.examples.map(({ area, figure }) =>
    words.example(area, figure === null ? null : figureText(figure, text, language)),
  );
  return <>{words.gives(examples)}</>;
}

interface DecidedProps {
  run: Loaded;
  /** What was decided about a criterion, or without a measure, about the areas. */
  decided: readonly { recipe: Recipe; measure: NonNullable<Recipe["measures"]>[number] | null }[];
  headed: boolean;
}

function Decided({ run, decided, headed }: DecidedProps) {
  const { text, language } = useText();
  const words = text.questions;
  const keep = () => saveFile(text.correct.fileName, recipesText(run.recipes), "application/json");
  return (
    <>
      {headed && <h3>{words.decided}</h3>}
      <ul class="question-decided">
        {decided.map(({ recipe, measure }) => (
          <li key={`${recipe.name} ${measure?.criterion ?? ""}`} data-decided={measure?.criterion ?? "areas"}>
            {measure === null ? areaDecisionText(areaOf(recipe), text) : decisionText(measure, run.summary.tables, text, language)}{" "}
            <button
              type="button"
              class="link"
              aria-label={words.undoOf(measure === null ? words.areas.subject : nameOf(measure.criterion, language))}
              onClick={() => void thenReadOn(measure === null ? undoAreas(recipe) : undo(recipe, measure.criterion))}
            >
              {words.undo}
            </button>
          </li>
        ))}
      </ul>
      <p>
        <button type="button" class="button" data-recipe="save" onClick={keep}>
          {words.save}
        </button>{" "}
        <span class="help">{words.saveHelp}</span>
      </p>
    </>
  );
}
