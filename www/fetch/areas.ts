// The areas of several answers by their codes, each with the figures that are known of it.

import type { Fetched } from "./keep.ts";
import type { Figure } from "./dataset.ts";

export interface KnownFigure {
  readonly figure: Exclude<Figure, null>;
  readonly fetched: Fetched;
}

export interface Area {
  readonly code: string;
  readonly name: string;
  readonly municipality: string;
  /** By criterion; a criterion without a figure is not there. */
  readonly figures: ReadonlyMap<string, KnownFigure>;
  /** Criteria whose answer has the code under another name: a border was moved, and it is another area. */
  readonly renamed: readonly string[];
}

/** Joins the answers by code; the first is the one whose division counts. */
export function join(all: readonly Fetched[]): Area[] {
  const areas = new Map<
    string,
    { code: string; name: string; municipality: string; figures: Map<string, KnownFigure>; renamed: string[] }
  >();
  const leading = all[0]?.query.division.id;
  for (const fetched of all) {
    const { division, table } = fetched.query;
    for (const { code, name, municipality, figure } of fetched.dataset.areas) {
      let area = areas.get(code);
      if (area === undefined) {
        if (division.id !== leading) continue;
        area = { code, name, municipality, figures: new Map(), renamed: [] };
        areas.set(code, area);
      }
      if (figure === null) continue;
      if (division.id !== leading && name !== area.name) area.renamed.push(table.criterion);
      else area.figures.set(table.criterion, { figure, fetched });
    }
  }
  return [...areas.values()];
}

/** Folds letters as a person who searches does: without case, dots and rings. */
export function fold(text: string): string {
  return text.toLocaleLowerCase("sv").normalize("NFD").replace(/\p{M}/gu, "").trim();
}

export interface Searchable {
  readonly area: Area;
  readonly words: string;
  readonly municipality: string;
  readonly name: string;
}

/** Prepares the areas for searching, with the names of their municipalities. */
export function searchable(areas: readonly Area[], municipalityName: (code: string) => string): Searchable[] {
  return areas.map((area) => {
    const [name, municipality] = [fold(area.name), fold(municipalityName(area.municipality))];
    return { area, name, municipality, words: `${name} ${municipality} ${fold(area.code)}` };
  });
}

/** Finds areas by words of their name, municipality or code: names that begin with the text first, then in order of code. */
export function search(all: readonly Searchable[], text: string): Area[] {
  const wanted = fold(text);
  if (wanted === "") return [];
  const words = wanted.split(/\s+/);
  const rank = ({ name, municipality }: Searchable) =>
    name === wanted ? 0 : name.startsWith(wanted) ? 1 : municipality.startsWith(wanted) ? 2 : 3;
  const found = all.filter((one) => words.every((word) => one.words.includes(word)));
  return found
    .map((one) => ({ one, by: rank(one) }))
    .sort((left, right) => left.by - right.by || (left.one.area.code < right.one.area.code ? -1 : 1))
    .map(({ one }) => one.area);
}

/** How many figures of an answer are others than they were, by area. */
export function changesBetween(before: Fetched, after: Fetched): number {
  const old = new Map(before.dataset.areas.map(({ code, figure }) => [code, JSON.stringify(figure)]));
  const now = new Map(after.dataset.areas.map(({ code, figure }) => [code, JSON.stringify(figure)]));
  return [...new Set([...old.keys(), ...now.keys()])].filter((code) => old.get(code) !== now.get(code)).length;
}
