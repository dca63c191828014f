// How each table was understood: sentences, warnings, and the table's beginning with its columns marked.

import type { Understanding } from "../engine/tables.ts";
import { whole } from "../text/format.ts";
import { useText } from "./language.ts";
import { form, understanding, warnings } from "./sentences.ts";
import { criteriaSet, type Loaded } from "./state.ts";

/** More columns than these are not shown in the preview. */
const COLUMNS = 30;

export function Understood({ run }: { run: Loaded }) {
  const { text, language } = useText();
  const { tables, warnings: joined } = run.summary;
  return (
    <section class="understood" aria-labelledby="understood-title">
      <h2 id="understood-title">{text.understood.label}</h2>
      {tables.map((table) => (
        <TableFound key={`${table.table.file} ${table.table.sheet}`} table={table} />
      ))}
      {joined.length > 0 && (
        <ul class="understood-warnings">
          {joined.map((warning) => (
            <li key={warning.kind}>
              {warning.kind === "not-in-all"
                ? text.understood.joined["not-in-all"](whole(warning.areas, language))
                : text.understood.joined["different-vintages"]}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function TableFound({ table }: { table: Understanding }) {
  const { text, language } = useText();
  const name = text.understood.table(table.table.file, table.table.sheet);
  const told = warnings(table, text, language);
  return (
    <article class="understood-table">
      <h3>{name}</h3>
      <p>{understanding(table, criteriaSet.value, text, language).join(" ")}</p>
      {told.length > 0 && (
        <ul class="understood-warnings">
          {told.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <details>
        <summary>
          {text.understood.preview}
          <span class="visually-hidden">{` ${name}`}</span>
        </summary>
        <p class="help">{form(table, text, language)}</p>
        <Preview table={table} name={name} />
      </details>
    </article>
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
