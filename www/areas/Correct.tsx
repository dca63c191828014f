// Correcting how a table was understood: where its areas and figures are. What is decided is kept as a recipe, which
// holds for every table with the same headings.

import { useState } from "preact/hooks";
import type { Criterion } from "../engine/criteria.ts";
import type { Keep, Level, Measure, Recipe, Source, Understanding } from "../engine/tables.ts";
import { useText } from "./language.ts";
import { correct, headings } from "./recipes.ts";
import { criteriaSet } from "./state.ts";

/** More categories than these are not listed one by one. */
const CATEGORIES = 200;

type Kind = Source["kind"] | "fractions";

export function Correct({ table, name }: { table: Understanding; name: string }) {
  const { text } = useText();
  const words = text.correct;
  const columns = table.columns.map((column) => column.name);
  const [area, setArea] = useState(table.area?.columns.length === 1 ? (table.area.columns[0] ?? "") : "");
  const [level, setLevel] = useState<Level | "">(table.area?.level ?? "");
  const [sources, setSources] = useState<Readonly<Record<string, Source>>>(() => foundSources(table));
  const [kept, setKept] = useState<readonly Keep[]>(table.kept.map(({ column, categories }) => ({ column, categories })));
  const [encoding, setEncoding] = useState(table.table.encoding);
  const submit = (event: Event) => {
    event.preventDefault();
    const recipe: Recipe = {
      name,
      shape: headings(table),
      encoding,
      area: area === "" ? null : { column: area, parts: [], name: table.area?.name ?? null },
      level: level === "" ? null : level,
      measures: Object.entries(sources).map(([criterion, from]): Measure => ({ criterion, from })),
      keep: [...kept],
    };
    void correct(recipe);
  };
  const levels = [...new Set(table.area?.divisions.map(({ division }) => levelOf(division)))];
  return (
    <form class="correct" aria-label={words.label(name)} onSubmit={submit}>
      <div class="fields">
        <Choice label={words.area} value={area} onChoose={setArea} options={[["", words.asFound], ...columns.map(pair)]} />
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
          source={sources[criterion.id] ?? { kind: "none" }}
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

const pair = (name: string): [string, string] => [name, name];

function levelOf(division: string): Level {
  return division === "nation" || division === "county" || division === "municipality" ? division : "area";
}

/** What was found for each criterion; a criterion that was not found stays to be looked for only if nothing is said. */
function foundSources(table: Understanding): Record<string, Source> {
  return Object.fromEntries(table.measures.map(({ criterion, from }) => [criterion, from]));
}

interface MeasureProps {
  criterion: Criterion;
  table: Understanding;
  source: Source;
  onChange: (source: Source) => void;
}

function MeasureFields({ criterion, table, source, onChange }: MeasureProps) {
  const { text, language } = useText();
  const words = text.correct;
  const columns = table.columns.map(({ name }) => name);
  const withCategories = table.columns.filter(({ categories }) => categories.length > 0);
  const first = columns.find((column) => !table.area?.columns.includes(column)) ?? columns[0] ?? "";
  const kind: Kind = source.kind === "percent" && source.fractions === true ? "fractions" : source.kind;
  const kinds: Kind[] = criterion.unit === "persons" ? ["none", "amount"] : ["none", "percent", "fractions", "count"];
  if (criterion.unit === "percent" && withCategories.length > 0) kinds.push("categories");
  const begin = (chosen: Kind): Source => {
    const column = "column" in source ? source.column : first;
    switch (chosen) {
      case "none":
        return { kind: "none" };
      case "amount":
        return { kind: "amount", column };
      case "percent":
        return { kind: "percent", column, fractions: false };
      case "fractions":
        return { kind: "percent", column, fractions: true };
      case "count":
        return { kind: "count", columns: [column], totals: [column] };
      case "categories":
        return { kind: "categories", column, category: withCategories[0]?.name ?? "", counted: [], total: [] };
    }
  };
  return (
    <fieldset class="correct-measure">
      <legend>{criterion.label[language]}</legend>
      <div class="fields">
        <Choice label={words.kind} value={kind} onChoose={(chosen) => onChange(begin(chosen as Kind))} options={kinds.map((one) => [one, words.kinds[one]])} />
        {"column" in source && (
          <Choice
            label={source.kind === "percent" ? words.percentColumn : words.countColumn}
            value={source.column}
            onChoose={(column) => onChange({ ...source, column })}
            options={columns.map(pair)}
          />
        )}
        {source.kind === "count" && (
          <>
            <Choice label={words.countColumn} value={source.columns[0] ?? ""} onChoose={(column) => onChange({ ...source, columns: [column] })} options={columns.map(pair)} />
            <Choice label={words.totalColumn} value={source.totals[0] ?? ""} onChoose={(column) => onChange({ ...source, totals: [column] })} options={columns.map(pair)} />
          </>
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

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
  onChoose: (value: string) => void;
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  return (
    <label>
      {label}
      <select class="field" value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {options.map(([one, said]) => (
          <option key={one} value={one}>
            {said}
          </option>
        ))}
      </select>
    </label>
  );
}

interface ChecksProps {
  legend: string;
  all: readonly string[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

function Checks({ legend, all, chosen, onChange }: ChecksProps) {
  return (
    <fieldset class="correct-checks">
      <legend>{legend}</legend>
      {all.slice(0, CATEGORIES).map((one) => (
        <label key={one} class="check">
          <input
            type="checkbox"
            checked={chosen.includes(one)}
            onChange={(event) => onChange(event.currentTarget.checked ? [...chosen, one] : chosen.filter((other) => other !== one))}
          />
          {one}
        </label>
      ))}
    </fieldset>
  );
}
