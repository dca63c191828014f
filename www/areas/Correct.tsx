// Correcting how a table was understood: where its areas and figures are. What is decided is kept as a recipe, which
// holds for every table with the same headings.

import { useState } from "preact/hooks";
import type { Keep, Level, Measure, Recipe, Source, Understanding } from "../engine/tables.ts";
import { AreaFields, type AreaSaid, saidOf } from "./CorrectArea.tsx";
import { MeasureFields } from "./CorrectMeasure.tsx";
import { Checks, Choice, pair } from "./fields.tsx";
import { useText } from "./language.ts";
import { correct, recipeOf } from "./recipes.ts";
import { criteriaSet, loaded } from "./state.ts";

export function Correct({ table, name }: { table: Understanding; name: string }) {
  const { text } = useText();
  const words = text.correct;
  const given = recipeOf(table, name);
  const [area, setArea] = useState<AreaSaid>(() => saidOf(table, given));
  const [level, setLevel] = useState<Level | "">(table.area?.level ?? "");
  const [sheet, setSheet] = useState(given.sheet ?? "");
  const [headerLine, setHeaderLine] = useState(given.headerLine ?? null);
  const [sources, setSources] = useState<Readonly<Record<string, Source>>>(() => foundSources(table, given));
  const [kept, setKept] = useState<readonly Keep[]>(table.kept.map(({ column, categories }) => ({ column, categories })));
  const [encoding, setEncoding] = useState(table.table.encoding);
  const submit = (event: Event) => {
    event.preventDefault();
    const recipe: Recipe = {
      ...given,
      sheet: sheet === "" ? null : sheet,
      headerLine,
      encoding,
      area: areaOf(area),
      level: level === "" ? null : level,
      measures: Object.entries(sources).flatMap(([criterion, from]): Measure[] => (isAsFound(from) ? [] : [{ criterion, from }])),
      keep: [...kept],
    };
    void correct(recipe);
  };
  const levels = [...new Set(table.area?.divisions.map(({ division }) => levelOf(division)))];
  const sheets = (loaded.value?.summary.tables ?? []).flatMap(({ table: other }) =>
    other.file === table.table.file && other.sheet !== null ? [other.sheet] : [],
  );
  return (
    <form class="correct" aria-label={words.label(name)} onSubmit={submit}>
      <AreaFields table={table} said={area} onChange={setArea} />
      <div class="fields">
        {sheets.length > 1 && (
          <Choice label={words.sheet} value={sheet} onChoose={setSheet} options={[["", words.everySheet], ...sheets.map(pair)]} />
        )}
        <label>
          {words.headerLine}
          <input
            class="field"
            type="number"
            min={1}
            max={200}
            name="header-line"
            value={headerLine ?? table.headerLine ?? ""}
            onInput={({ currentTarget: { valueAsNumber } }) => setHeaderLine(Number.isInteger(valueAsNumber) ? valueAsNumber : null)}
          />
        </label>
        {levels.length > 1 && (
          <Choice
            label={words.level}
            value={level}
            onChoose={(chosen) => setLevel(chosen as Level)}
            options={levels.map((one) => [one, words.levels[one]])}
          />
        )}
        {table.table.format === "csv" && (
          <Choice
            label={words.encoding}
            value={encoding ?? ""}
            onChoose={(chosen) => setEncoding(chosen as typeof encoding)}
            options={(["utf-8", "windows-1252", "iso-8859-15", "utf-16le", "utf-16be"] as const).map(pair)}
          />
        )}
      </div>
      {criteriaSet.value.criteria.map((criterion) => (
        <MeasureFields
          key={criterion.id}
          criterion={criterion}
          table={table}
          source={sources[criterion.id] ?? asFound}
          onChange={(source) => setSources({ ...sources, [criterion.id]: source })}
        />
      ))}
      {kept.map((keep) => (
        <Checks
          key={keep.column}
          legend={words.keep(keep.column)}
          all={table.columns.find(({ name: column }) => column === keep.column)?.categories ?? []}
          chosen={keep.categories}
          onChange={(categories) => setKept(kept.map((one) => (one === keep ? { ...one, categories } : one)))}
        />
      ))}
      <button type="submit" class="button">
        {words.use}
      </button>
      <p class="help">{words.help}</p>
    </form>
  );
}

/** What a recipe says of the areas; null where they are to be found. */
function areaOf({ column, parts, name, municipality }: AreaSaid): NonNullable<Recipe["area"]> | null {
  const written = parts.filter((part) => part.column !== "");
  if (column === null ? written.length === 0 : column === "") return null;
  return {
    column,
    parts: column === null ? written : [],
    name: name === "" ? null : name,
    municipality: municipality.trim() === "" ? null : municipality.trim(),
  } as unknown as NonNullable<Recipe["area"]>;
}

function levelOf(division: string): Level {
  return division === "nation" || division === "county" || division === "municipality" ? division : "area";
}

const asFound: Source = { kind: "found", take: [], column: null, counts: null, fractions: null };

/** Whether nothing is said about where the figures are, so that they are looked for. */
const isAsFound = (from: Source) =>
  from.kind === "found" && (from.take ?? []).length === 0 && from.column == null && from.counts == null && from.fractions == null;

/** What was decided for each criterion, or found; what was not found stays to be looked for. */
function foundSources(table: Understanding, { measures = [] }: Recipe): Record<string, Source> {
  return Object.fromEntries([...table.measures, ...measures].map(({ criterion, from }) => [criterion, from]));
}
