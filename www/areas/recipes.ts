// Recipes: what a person has decided about tables of one shape, kept for the next file and to be saved as a file.

import type { Recipe, Source, Understanding } from "../engine/tables.ts";
import { loaded, read } from "./state.ts";

/**
 * Returns the headings by which tables of the same shape are known: those that are not blank and stand there once.
 * Headings that are nothing but a year are left out, so that next year's file has them all, unless hardly any remain.
 */
export function headings(table: Understanding): string[] {
  const all = table.columns.map(({ header }) => header.trim()).filter((header) => header !== "");
  const once = all.filter((header) => all.indexOf(header) === all.lastIndexOf(header));
  const worded = once.filter((header) => /\p{L}/u.test(header));
  return (worded.length > 1 ? worded : once).slice(0, 40);
}

/** Whether two recipes are for the same tables. */
export const sameTables = (a: Recipe, b: Recipe) =>
  JSON.stringify([a.shape, a.sheet ?? null]) === JSON.stringify([b.shape, b.sheet ?? null]);

/** The recipe for tables like this one: what is decided already, or nothing yet. */
export function recipeOf(table: Understanding, name: string): Recipe {
  const tables = loaded.value?.summary.tables ?? [];
  const shape = headings(table);
  // Where sheets of one workbook have the same headings, the recipe is for this one.
  const twin = tables.some(
    (other) => other !== table && other.table.file === table.table.file && String(headings(other)) === String(shape),
  );
  const fresh: Recipe = { name, shape, sheet: twin ? table.table.sheet : null, measures: [], keep: [] };
  return loaded.value?.recipes.find((recipe) => sameTables(recipe, fresh)) ?? fresh;
}

/** Reads the files anew by a recipe in place of one for the same tables; what holds for all tables stays behind it. */
export async function correct(recipe: Recipe): Promise<void> {
  const run = loaded.value;
  if (run !== null) await read({ ...run, recipes: [recipe, ...run.recipes.filter((other) => !sameTables(recipe, other))] });
}

/** Answers a question about a criterion; answers to other questions about the table stay. */
export async function answer(table: Understanding, name: string, criterion: string, from: Source): Promise<void> {
  const recipe = recipeOf(table, name);
  const before = recipe.measures?.find((measure) => measure.criterion === criterion)?.from;
  const others = (recipe.measures ?? []).filter((measure) => measure.criterion !== criterion);
  await correct({ ...recipe, measures: [...others, { criterion, from: both(before, from) }] });
}

/** An answer beside what was answered before about the same criterion. */
function both(before: Source | undefined, now: Source): Source {
  if (before?.kind !== "found" || now.kind !== "found") return now;
  const take = [
    ...(before.take ?? []).filter(({ facet }) => now.take?.every((other) => other.facet !== facet) ?? true),
    ...(now.take ?? []),
  ];
  return {
    kind: "found",
    take,
    column: now.column ?? before.column ?? null,
    counts: now.counts ?? before.counts ?? null,
    fractions: now.fractions ?? before.fractions ?? null,
  };
}

/** Answers which column of a table its areas are, and of which municipality. */
export async function answerAreas(table: Understanding, name: string, column: string, municipality: string): Promise<void> {
  const area = { column, parts: [], name: null, municipality } as unknown as NonNullable<Recipe["area"]>;
  await correct({ ...recipeOf(table, name), area });
}

/** Takes back what was decided about a criterion. */
export async function undo(recipe: Recipe, criterion: string): Promise<void> {
  await leave(recipe, { ...recipe, measures: (recipe.measures ?? []).filter((measure) => measure.criterion !== criterion) });
}

/** Takes back what was decided about the areas. */
export async function undoAreas(recipe: Recipe): Promise<void> {
  await leave(recipe, { ...recipe, area: null });
}

/** Reads the files by what is left of a recipe. */
async function leave(recipe: Recipe, rest: Recipe): Promise<void> {
  const run = loaded.value;
  if (run === null) return;
  const recipes = run.recipes.flatMap((other) => (other !== recipe ? [other] : saysNothing(rest) ? [] : [rest]));
  await read({ ...run, recipes });
}

function saysNothing({ measures = [], keep = [], area, level, encoding, delimiter, headerLine }: Recipe): boolean {
  return measures.length === 0 && keep.length === 0 && [area, level, encoding, delimiter, headerLine].every((part) => part == null);
}

/** Forgets all recipes and reads the files as if nothing had been decided. */
export async function forget(): Promise<void> {
  const run = loaded.value;
  if (run !== null) await read({ ...run, recipes: [] });
}
