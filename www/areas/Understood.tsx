// The files and how each table was understood: where its areas and figures are, what was assumed, what was not used,
// where every row and column went, and the beginning with its columns marked.

import type { ComponentChildren } from "preact";
import { saveFile } from "../device/files.ts";
import type { Ledger, Understanding } from "../engine/tables.ts";
import { labelOf } from "../model/labels.ts";
import { decimal, whole } from "../text/format.ts";
import { Correct } from "./Correct.tsx";
import { isChangeLog, putTogetherTo, removeKey, useAsKey } from "./keys.ts";
import { useText } from "./language.ts";
import { recipesText } from "./recipe-file.ts";
import { forget } from "./recipes.ts";
import { areasText, assumedText, form, joining, measureText, nameOf, notUsedText, warnings } from "./sentences.ts";
import { clear, criteriaSet, type Loaded, read, remove } from "./state.ts";

/** More columns than these are not shown in the preview. */
const COLUMNS = 30;
/** More columns and categories that were not used are not listed one by one. */
const NOT_USED = 60;

export function Understood({ run }: { run: Loaded }) {
  const { text, language } = useText();
  const { tables, warnings: joined } = run.summary;
  const saveRecipes = () => saveFile(text.correct.fileName, recipesText(run.recipes), "application/json");
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
              </button>{" "}
              {tables.every(({ table, measures, questions }) => !isOf(file, table) || measures.length + questions.length === 0) && (
                <button type="button" class="link" data-use-as-key={file.name} onClick={() => useAsKey(run, file)}>
                  {text.understood.key.use}
                </button>
              )}
            </div>
            <div>
              {tables
                .filter(({ table }) => isOf(file, table))
                .map((table) => (
                  <TableFound key={`${table.table.file} ${table.table.sheet}`} table={table} file={file.name} />
                ))}
            </div>
          </li>
        ))}
        {run.keys.map((key) => (
          <KeyRow key={key.file.name} run={run} inUse={key} />
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

/** Whether a table stands in a file, which may be an archive. */
const isOf = (file: File, table: Understanding["table"]) => table.file === file.name || table.file.startsWith(`${file.name}/`);

/** A key by which counts are put together, with the way to another division where it has two, and away. */
function KeyRow({ run, inUse }: { run: Loaded; inUse: Loaded["keys"][number] }) {
  const { text, language } = useText();
  const words = text.understood.key;
  const { file, ways } = inUse;
  const to = inUse.to ?? ways[0];
  return (
    <li class="understood-file" data-key={file.name}>
      <div>
        <h3>{file.name}</h3>
        <span class="help">{size(file.size, text.files.size, language)}</span>{" "}
        <button type="button" class="link" aria-label={text.files.remove(file.name)} onClick={() => removeKey(run, inUse)}>
          {text.files.removeShort}
        </button>
      </div>
      <div>
        <p>{isChangeLog(inUse) ? words.isLog : words.is}</p>
        {ways.map(
          (way) =>
            way !== to &&
            (way === "regso" || way === "deso") && (
              <button key={way} type="button" class="link" onClick={() => putTogetherTo(run, inUse, way)}>
                {words.to[way]}
              </button>
            ),
        )}
      </div>
    </li>
  );
}

type Spoken = ReturnType<typeof useText>;

/** Writes a file's size. */
export function size(bytes: number, words: Spoken["text"]["files"]["size"], language: Spoken["language"]): string {
  if (bytes < 1000) return words.bytes(whole(bytes, language));
  if (bytes < 1_000_000) return words.kilo(whole(Math.round(bytes / 1000), language));
  return words.mega(decimal((bytes / 1_000_000).toFixed(1), language));
}

function TableFound({ table, file }: { table: Understanding; file: string }) {
  const { text, language } = useText();
  const words = text.understood;
  const name = words.table(table.table.file, table.table.sheet);
  const told = warnings(table, text, language);
  return (
    <article class="understood-table" aria-label={name}>
      {name !== file && <h4>{name}</h4>}
      <p>{areasText(table, text, language).join(" ")}</p>
      {table.measures.length > 0 && (
        <ul class="understood-measures">
          {table.measures.map((measure) => (
            <li key={measure.criterion} data-measure={measure.criterion}>
              <strong>{nameOf(measure.criterion, language)}:</strong> {measureText(measure, table, text, language).join(" ")}
            </li>
          ))}
        </ul>
      )}
      {table.assumed.length > 0 && (
        <div class="notice understood-assumed">
          <p>{words.assumed.label}</p>
          <ul class="understood-warnings">
            {table.assumed.map((assumed) => (
              <li key={JSON.stringify(assumed)}>{assumedText(assumed, text, language)}</li>
            ))}
          </ul>
        </div>
      )}
      {told.length > 0 && (
        <ul class="understood-warnings">
          {told.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <Rest table={table} name={name} />
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

/** What was not used, and where every row and column went. */
function Rest({ table, name }: { table: Understanding; name: string }) {
  const { text, language } = useText();
  const words = text.understood;
  const { notUsed, ledger } = table;
  return (
    <>
      {notUsed.length > 0 && (
        <details>
          <summary>
            {words.notUsed.label(whole(notUsed.length, language), notUsed.length === 1)}
            <span class="visually-hidden">{` ${name}`}</span>
          </summary>
          <ul class="understood-warnings">
            {notUsed.slice(0, NOT_USED).map((one) => (
              <li key={JSON.stringify(one)}>{notUsedText(one, text)}</li>
            ))}
            {notUsed.length > NOT_USED && <li>{words.notUsed.more(whole(notUsed.length - NOT_USED, language))}</li>}
          </ul>
        </details>
      )}
      <details>
        <summary>
          {words.ledger.label}
          <span class="visually-hidden">{` ${name}`}</span>
        </summary>
        <LedgerTable ledger={ledger} name={name} />
      </details>
    </>
  );
}

const ACCOUNTS = ["heading", "used", "another", "notUsed", "listed", "all"] as const;

/** A table that may be wider than the page. */
function Scrolls({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached with the keyboard.
    <div class="scrolls" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}

function LedgerTable({ ledger, name }: { ledger: Ledger; name: string }) {
  const { text, language } = useText();
  const words = text.understood.ledger;
  return (
    <Scrolls label={words.caption(name)}>
      <table class="cells understood-ledger">
        <caption class="visually-hidden">{words.caption(name)}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{words.rows}</th>
            <th scope="col">{words.columns}</th>
            <th scope="col">{words.categories}</th>
          </tr>
        </thead>
        <tbody>
          {ACCOUNTS.map((account) => (
            <tr key={account}>
              <th scope="row">{words[account]}</th>
              <td>{whole(ledger.rows[account], language)}</td>
              <td>{whole(ledger.columns[account], language)}</td>
              <td>{whole(ledger.categories[account], language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolls>
  );
}

function Preview({ table, name }: { table: Understanding; name: string }) {
  const { text, language } = useText();
  const columns = table.columns.slice(0, COLUMNS);
  const labels = (ids: readonly string[]) =>
    criteriaSet.value.criteria.filter(({ id }) => ids.includes(id)).map((criterion) => labelOf(criterion)[language]);
  const caption = text.understood.previewCaption(name);
  return (
    <Scrolls label={caption}>
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
    </Scrolls>
  );
}
