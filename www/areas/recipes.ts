// Recipes: what a person has decided about tables of one shape, kept for the next file and to be saved as a file.

import type { Recipe, Source, Understanding } from "../engine/tables.ts";
import { loaded, read } from "./state.ts";

/** Returns the headings by which tables of the same shape are known: those that are not blank and stand there once. */
export function headings(table: Understanding): string[] {
  const all = table.columns.map(({ header }) => header.trim()).filter((header) => header !== "");
  return all.filter((header) => all.indexOf(header) === all.lastIndexOf(header)).slice(0, 40);
}

const sameShape = (a: Recipe, b: Recipe) => JSON.stringify(a.shape) === JSON.stringify(b.shape);

/** Reads the files anew by a recipe; one of the same shape is forgotten. */
export async function correct(recipe: Recipe): Promise<void> {
  const run = loaded.value;
  if (run === null) return;
  await read({ ...run, recipes: [recipe, ...run.recipes.filter((other) => !sameShape(recipe, other))] });
}

/** Answers whether the numbers of a column of percentages are fractions from 0 to 1. */
export async function answerFractions(table: Understanding, criterion: string, name: string, fractions: boolean): Promise<void> {
  const measures = table.measures.map((measure) => {
    const from: Source = measure.criterion === criterion && measure.from.kind === "percent" ? { ...measure.from, fractions } : measure.from;
    return { criterion: measure.criterion, from };
  });
  await correct({ name, shape: headings(table), measures, keep: table.kept.map(({ column, categories }) => ({ column, categories })) });
}

/** Forgets all recipes and reads the files as if nothing had been decided. */
export async function forget(): Promise<void> {
  const run = loaded.value;
  if (run !== null) await read({ ...run, recipes: [] });
}

/** Returns the recipes in a file that was saved here, or null for any other file. */
export async function recipesIn(file: File): Promise<Recipe[] | null> {
  if (!/\.json$/i.test(file.name) || file.size > 1_000_000) return null;
  try {
    const list: unknown = JSON.parse(await file.text());
    // A glance at the shape; the core reads it strictly.
    const isRecipe = (one: unknown): one is Recipe => typeof one === "object" && one !== null && "shape" in one && "measures" in one;
    return Array.isArray(list) && list.length > 0 && list.every(isRecipe) ? list : null;
  } catch {
    return null;
  }
}
