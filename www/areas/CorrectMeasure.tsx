// Where a table has the figures for one criterion. Every column that is added up is shown and can be taken away.

import { labelOf } from "../model/labels.ts";
import type { Criterion } from "../engine/criteria.ts";
import type { Source, Understanding } from "../engine/tables.ts";
import { Checks, Choice, pair } from "./fields.tsx";
import { useText } from "./language.ts";

type Kind = Source["kind"] | "fractions";

interface Props {
  criterion: Criterion;
  table: Understanding;
  source: Source;
  onChange: (source: Source) => void;
}

export function MeasureFields({ criterion, table, source, onChange }: Props) {
  const { text, language } = useText();
  const words = text.correct;
  const columns = table.columns.map(({ name }) => name);
  const withCategories = table.columns.filter(({ categories }) => categories.length > 0);
  const kind: Kind = source.kind === "percent" && source.fractions === true ? "fractions" : source.kind;
  const kinds: Kind[] = criterion.unit === "persons" ? ["found", "none", "amount"] : ["found", "none", "percent", "fractions", "count"];
  if (criterion.unit === "percent" && withCategories.length > 0) kinds.push("categories");
  return (
    <fieldset class="correct-measure" data-correct={criterion.id}>
      <legend>{labelOf(criterion)[language]}</legend>
      <div class="fields">
        <Choice
          label={words.kind}
          value={kind}
          onChoose={(chosen) => onChange(begin(chosen as Kind, source, criterion, table))}
          options={kinds.map((one) => [one, words.kinds[one]])}
        />
        {source.kind !== "found" && "column" in source && (
          <Choice
            label={source.kind === "percent" ? words.percentColumn : words.countColumn}
            value={source.column}
            onChoose={(column) => onChange({ ...source, column })}
            options={columns.map(pair)}
          />
        )}
        {source.kind === "categories" && (
          <Choice
            label={words.categoryColumn}
            value={source.category}
            onChoose={(category) => onChange({ ...source, category, counted: [], total: [] })}
            options={withCategories.map(({ name }) => pair(name))}
          />
        )}
      </div>
      {source.kind === "count" &&
        (["columns", "totals"] as const).map((part) => (
          <Added
            key={part}
            part={part}
            all={columns}
            chosen={source[part]}
            onChange={(chosen) => onChange({ ...source, [part]: chosen })}
          />
        ))}
      {source.kind === "categories" && (
        <div class="correct-categories">
          {(["counted", "total"] as const).map((part) => (
            <Checks
              key={part}
              legend={words[part]}
              all={withCategories.find(({ name }) => name === source.category)?.categories ?? []}
              chosen={source[part]}
              onChange={(chosen) => onChange({ ...source, [part]: chosen })}
            />
          ))}
        </div>
      )}
    </fieldset>
  );
}

interface AddedProps {
  part: "columns" | "totals";
  all: readonly string[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** The columns that are added up, one by one. */
function Added({ part, all, chosen, onChange }: AddedProps) {
  const { text } = useText();
  const words = text.correct;
  const label = part === "columns" ? words.countColumn : words.totalColumn;
  return (
    <div class="fields correct-added" data-added={part}>
      {chosen.map((column, nth) => (
        <div key={nth}>
          <Choice
            label={label}
            value={column}
            onChoose={(other) => onChange(chosen.map((one, at) => (at === nth ? other : one)))}
            options={all.map(pair)}
          />
          {chosen.length > 1 && (
            <button type="button" class="link" onClick={() => onChange(chosen.filter((_, at) => at !== nth))}>
              {words.removeColumn(column)}
            </button>
          )}
        </div>
      ))}
      <p>
        <button type="button" class="link" onClick={() => onChange([...chosen, all.find((one) => !chosen.includes(one)) ?? all[0] ?? ""])}>
          {words.addColumn[part]}
        </button>{" "}
        {chosen.length > 1 && <span class="help">{words.addedUp}</span>}
      </p>
    </div>
  );
}

/** A source of another kind, begun with the columns that were found or chosen. */
function begin(kind: Kind, source: Source, { id }: Criterion, { columns, area, measures }: Understanding): Source {
  const found = measures.find(({ criterion }) => criterion === id);
  const first = columns.find(({ name }) => area?.columns.includes(name) !== true)?.name ?? columns[0]?.name ?? "";
  const chosen = "columns" in source ? source.columns[0] : "column" in source ? source.column : null;
  const column = chosen ?? found?.columns[0] ?? first;
  switch (kind) {
    case "found":
      return { kind, take: [], column: null, counts: null, fractions: null };
    case "none":
      return { kind };
    case "amount":
      return { kind, column };
    case "percent":
      return { kind, column, fractions: false };
    case "fractions":
      return { kind: "percent", column, fractions: true };
    case "count": {
      const base = found?.base?.columns ?? [];
      return {
        kind,
        columns: found !== undefined && found.columns.length > 0 ? found.columns : [column],
        totals: base.length > 0 ? base : [column],
      };
    }
    case "categories":
      return { kind, column, category: columns.find(({ categories }) => categories.length > 0)?.name ?? "", counted: [], total: [] };
  }
}
