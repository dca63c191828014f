// The files and how each table was understood: sentences, warnings, questions, and the beginning with its columns marked.

import type { Question, Understanding } from "../engine/tables.ts";
import { decimal, whole } from "../text/format.ts";
import { Correct } from "./Correct.tsx";
import { save } from "./Exports.tsx";
import { useText } from "./language.ts";
import { answerFractions, forget } from "./recipes.ts";
import { form, joining, understanding, warnings } from "./sentences.ts";
import { clear, criteriaSet, type Loaded, read, remove } from "./state.ts";

/** More columns than these are not shown in the preview. */
const COLUMNS = 30;

export function Understood({ run }: { run: Loaded }) {
  const { text, language } = useText();
  const { tables, warnings: joined } = run.summary;
  const saveRecipes = () =>
    save(new Blob([JSON.stringify(run.recipes, null, 2)], { type: "application/json" }), text.correct.fileName);
  return (
    <section class="understood" aria-labelledby="understood-title">
      <h2 id="understood-title">{text.understood.label}</h2>
      <ul class="understood-files">
        {run.files.map((file) => (
          <li key={file.name} class="understood-file">
            <div>
              <h3>{file.name}</h3>
              <span class="help">{size(file.size, text.files.size, language)}</span>{" "}
              <button type="button" class="link" aria-label={text.files.remove(file.name)} onClick={() => remove(file)}>
                {text.files.removeShort}
              </button>
            </div>
            <div>
              {tables
                .filter(({ table }) => table.file === file.name || table.file.startsWith(`${file.name}/`))
                .map((table) => (
                  <TableFound key={`${table.table.file} ${table.table.sheet}`} table={table} file={file.name} />
                ))}
            </div>
          </li>
        ))}
      </ul>
      {joined.length > 0 && (
        <ul class="understood-warnings">
          {joined.map((warning) => (
            <li key={warning.kind}>
              {joining(warning, text, language)}
              {(warning.kind === "summable" || warning.kind === "summed") && (
                <>
                  {" "}
                  <button type="button" class="link" onClick={() => void read({ ...run, sum: !run.sum })}>
                    {run.sum ? text.understood.apart : text.understood.sum}
                  </button>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      <p class="understood-actions">
        {run.files.length > 1 && (
          <button type="button" class="link" onClick={clear}>
            {text.files.clear}
          </button>
        )}
        {run.recipes.length > 0 && (
          <>
            <button type="button" class="link" onClick={saveRecipes}>
              {text.correct.save}
            </button>
            <button type="button" class="link" onClick={() => void forget()}>
              {text.correct.forget}
            </button>
          </>
        )}
      </p>
    </section>
  );
}

type Spoken = ReturnType<typeof useText>;

function size(bytes: number, words: Spoken["text"]["files"]["size"], language: Spoken["language"]): string {
  if (bytes < 1000) return words.bytes(whole(bytes, language));
  if (bytes < 1_000_000) return words.kilo(whole(Math.round(bytes / 1000), language));
  return words.mega(decimal((bytes / 1_000_000).toFixed(1), language));
}

function TableFound({ table, file }: { table: Understanding; file: string }) {
  const { text, language } = useText();
  const name = text.understood.table(table.table.file, table.table.sheet);
  const told = warnings(table, text, language);
  return (
    <article class="understood-table" aria-label={name}>
      {name !== file && <h4>{name}</h4>}
      <p>{understanding(table, criteriaSet.value, text, language).join(" ")}</p>
      {told.length > 0 && (
        <ul class="understood-warnings">
          {told.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {table.questions.map((question) => (
        <Asked key={`${question.kind} ${question.column}`} question={question} table={table} name={name} />
      ))}
      <details>
        <summary>
          {text.correct.title}
          <span class="visually-hidden">{` ${name}`}</span>
        </summary>
        <p class="help">{form(table, text, language)}</p>
        <Preview table={table} name={name} />
        <Correct table={table} name={name} />
      </details>
    </article>
  );
}

function Asked({ question, table, name }: { question: Question; table: Understanding; name: string }) {
  const { text, language } = useText();
  const words = text.understood.questions;
  if (question.kind === "categories") return <p class="notice">{words.categories(question.column)}</p>;
  const label = criteriaSet.value.criteria.find(({ id }) => id === question.criterion)?.label[language] ?? question.criterion;
  const answer = (fractions: boolean) => void answerFractions(table, question.criterion, name, fractions);
  return (
    <div class="notice">
      <p>{words.fractions(label, question.column)}</p>
      <p class="exports-row">
        <button type="button" class="button" onClick={() => answer(true)}>
          {words.areFractions}
        </button>
        <button type="button" class="button" onClick={() => answer(false)}>
          {words.arePercent}
        </button>
      </p>
    </div>
  );
}

function Preview({ table, name }: { table: Understanding; name: string }) {
  const { text, language } = useText();
  const columns = table.columns.slice(0, COLUMNS);
  const labels = (ids: readonly string[]) =>
    criteriaSet.value.criteria.filter(({ id }) => ids.includes(id)).map(({ label }) => label[language]);
  const caption = text.understood.previewCaption(name);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached with the keyboard.
    <div class="scrolls" role="region" aria-label={caption} tabIndex={0}>
      <table class="cells">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" data-role={column.role}>
                {column.header === "" ? column.name : column.header}
                <span class="cells-role">{[text.understood.roles[column.role], ...labels(column.criteria)].join(": ")}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.preview.map((row) => (
            <tr key={row.line}>
              {columns.map((column, nth) => (
                <td key={column.name} data-role={column.role}>
                  {row.cells[nth] ?? ""}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {table.columns.length > COLUMNS && <p class="help">{text.understood.more(whole(COLUMNS, language))}</p>}
    </div>
  );
}
