// Which columns a saved table has: the usual ones, until a person chooses.

import { signal } from "@preact/signals";
import type { About, FindingPart } from "../engine/tables.ts";
import { useText } from "./language.ts";

/** What is said of an area, and of each of its figures, in the order in which a file has it. */
const about: readonly About[] = ["code", "name", "municipality", "municipality_name", "designated", "verdict", "file", "line"];
const findings: readonly FindingPart[] = ["figure", "percent", "distance", "outcome", "certainty", "depends_on", "comparison"];

/** The names of the parts of all figures together. */
const plurals = {
  figure: "figures",
  percent: "percents",
  distance: "distances",
  outcome: "outcomes",
  certainty: "certainties",
  depends_on: "depends_on",
  comparison: "comparisons",
} as const satisfies Record<FindingPart, string>;

const usual: readonly (About | FindingPart)[] = [...about.slice(0, 6), ...findings.slice(0, 5)];

/** What is chosen; null for what each format has unless told otherwise. */
const chosen = signal<ReadonlySet<About | FindingPart> | null>(null);

/** Returns the names of the chosen columns with commas between, as the core reads them; null for the usual ones. */
export function chosenColumns(): string | null {
  const names = chosen.value;
  if (names === null) return null;
  const parts = findings.filter((name) => names.has(name)).map((name) => plurals[name]);
  return [...about.filter((name) => names.has(name)), ...parts].join(",");
}

/** Whether a table would have any column. */
export const hasColumns = (): boolean => chosen.value === null || chosen.value.size > 0;

export function Columns() {
  const { text } = useText();
  const words = text.exports.columns;
  const names = chosen.value ?? new Set(usual);
  const choose = (name: About | FindingPart, isWanted: boolean) => {
    const next = new Set(names);
    if (isWanted) next.add(name);
    else next.delete(name);
    chosen.value = next;
  };
  const group = <Name extends About | FindingPart>(title: string, all: readonly Name[], labels: Readonly<Record<Name, string>>) => (
    <fieldset>
      <legend>{title}</legend>
      {all.map((name) => (
        <label key={name} class="check">
          <input
            type="checkbox"
            name={`column-${name}`}
            checked={names.has(name)}
            onChange={(event) => choose(name, event.currentTarget.checked)}
          />
          {labels[name]}
        </label>
      ))}
    </fieldset>
  );
  return (
    <details class="exports-columns">
      <summary>{words.label}</summary>
      <div class="exports-groups">
        {group(words.area, about, words.about)}
        {group(words.figures, findings, words.finding)}
      </div>
      {!hasColumns() && <p class="help">{words.none}</p>}
      {chosen.value !== null && (
        <button
          type="button"
          class="link"
          onClick={() => {
            chosen.value = null;
          }}
        >
          {words.usual}
        </button>
      )}
    </details>
  );
}
