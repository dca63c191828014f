// Where a table has its areas: one column, a code in several columns, or names of a municipality's own division.

import type { CodePart, Recipe, Understanding } from "../engine/tables.ts";
import { Choice, pair } from "./fields.tsx";
import { useText } from "./language.ts";

/** What is said of the areas. */
export interface AreaSaid {
  /** The column; empty where it is to be found, null where the code is in several. */
  readonly column: string | null;
  readonly parts: readonly CodePart[];
  /** The column of names, or empty. */
  readonly name: string;
  /** The municipality whose own division it is, or empty. */
  readonly municipality: string;
}

/** The choice of several columns, which can't be a column's name. */
const PARTS = "\0";

/** What a recipe says of the areas; null where it leaves them to be found. The declarations know two types by the name of `Part`. */
export const areaOf = (recipe: Recipe) => (recipe.area ?? null) as unknown as Partial<AreaSaid> | null;

/** What was found or decided of the areas. */
export function saidOf({ area }: Understanding, recipe: Recipe): AreaSaid {
  const decided = areaOf(recipe);
  const single = area !== null && area.columns.length === 1 ? (area.columns[0] ?? "") : "";
  const parts = decided?.parts ?? [];
  const found: CodePart[] = area !== null && area.columns.length > 1 ? area.columns.map((column) => ({ column, digits: 2 })) : [];
  return {
    column: parts.length > 0 ? null : (decided?.column ?? single),
    parts: parts.length > 0 ? parts : found,
    name: decided?.name ?? area?.name ?? "",
    municipality: decided?.municipality ?? "",
  };
}

interface Props {
  table: Understanding;
  said: AreaSaid;
  onChange: (said: AreaSaid) => void;
}

export function AreaFields({ table, said, onChange }: Props) {
  const { text } = useText();
  const words = text.correct;
  const columns = table.columns.map(({ name }) => name);
  const first = columns[0] ?? "";
  const choose = (column: string) => {
    if (column !== PARTS) onChange({ ...said, column });
    else onChange({ ...said, column: null, parts: said.parts.length > 0 ? said.parts : [{ column: first, digits: 2 }] });
  };
  return (
    <>
      <div class="fields">
        <Choice
          label={words.area}
          value={said.column ?? PARTS}
          onChoose={choose}
          options={[["", words.asFound], ...columns.map(pair), [PARTS, words.parts]]}
        />
        <Choice
          label={words.name}
          value={said.name}
          onChoose={(name) => onChange({ ...said, name })}
          options={[["", words.noName], ...columns.map(pair)]}
        />
        <label>
          {words.municipality}
          <input
            class="field"
            name="municipality"
            autocomplete="off"
            value={said.municipality}
            onInput={({ currentTarget: { value } }) => onChange({ ...said, municipality: value })}
          />
          <span class="help">{words.municipalityHelp}</span>
        </label>
      </div>
      {said.column === null && <Parts columns={columns} parts={said.parts} onChange={(parts) => onChange({ ...said, parts })} />}
    </>
  );
}

function Parts({
  columns,
  parts,
  onChange,
}: {
  columns: readonly string[];
  parts: readonly CodePart[];
  onChange: (parts: readonly CodePart[]) => void;
}) {
  const { text } = useText();
  const words = text.correct;
  const change = (nth: number, part: Partial<CodePart>) => onChange(parts.map((one, at) => (at === nth ? { ...one, ...part } : one)));
  return (
    <fieldset class="correct-parts">
      <legend>{words.parts}</legend>
      {parts.map((part, nth) => (
        <div key={nth} class="fields">
          <Choice
            label={words.part(nth + 1)}
            value={part.column}
            onChoose={(column) => change(nth, { column })}
            options={columns.map(pair)}
          />
          <label>
            {words.digits(nth + 1)}
            <input
              class="field"
              type="number"
              min={1}
              max={8}
              value={part.digits}
              onInput={({ currentTarget: { valueAsNumber } }) => Number.isInteger(valueAsNumber) && change(nth, { digits: valueAsNumber })}
            />
          </label>
          {parts.length > 1 && (
            <button type="button" class="link" onClick={() => onChange(parts.filter((_, at) => at !== nth))}>
              {words.removePart(nth + 1)}
            </button>
          )}
        </div>
      ))}
      <button type="button" class="link" onClick={() => onChange([...parts, { column: columns[0] ?? "", digits: 2 }])}>
        {words.addPart}
      </button>
    </fieldset>
  );
}
