// Recipes as a file, or as the tab keeps them.

import type { Recipe } from "../engine/tables.ts";

/** Returns the content of a file with recipes. */
export const recipesText = (recipes: readonly Recipe[]) => JSON.stringify(recipes, null, 2);

/** Returns the recipes in a file that was saved here, or null for any other file. */
export async function recipesIn(file: File): Promise<Recipe[] | null> {
  if (!/\.json$/i.test(file.name) || file.size > 1_000_000) return null;
  return recipesOf(await file.text());
}

/** Returns the recipes that a text holds, or null for any other text. */
export function recipesOf(text: string): Recipe[] | null {
  try {
    const list: unknown = JSON.parse(text);
    // A glance at the shape; the core reads it strictly.
    const isRecipe = (one: unknown): one is Recipe => typeof one === "object" && one !== null && "shape" in one && "measures" in one;
    return Array.isArray(list) && list.length > 0 && list.every(isRecipe) ? list : null;
  } catch {
    return null;
  }
}
