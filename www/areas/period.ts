// The year of the figures that everything here is about: the newest of each criterion, or one that a person chose.

import { signal } from "@preact/signals";
import { ask, type Loaded, loaded, select } from "./state.ts";

/** The chosen year, of the files that one worker has: others begin with the newest. */
const chosen = signal<{ readonly tables: Loaded["tables"]; readonly period: string } | null>(null);

/** The year that a project was left with: the first files that have it are taken at it. */
export const awaited = signal<string | null>(null);

/** The years that are compared, where a person chose them. */
export const comparedYears = signal<{ readonly before: string | null; readonly now: string | null }>({ before: null, now: null });

/** Takes up the year that is waited for, if it is among those of the files. */
export async function takeUpYear(years: readonly string[]): Promise<void> {
  const year = awaited.value;
  awaited.value = null;
  if (year !== null && years.includes(year)) await useYear(year);
}

/** Returns the chosen year of a run; null for the newest figures. */
export function periodOf(run: Loaded): string | null {
  return chosen.value?.tables === run.tables ? chosen.value.period : null;
}

/** Takes the figures of a year into use, or the newest with null. */
export async function useYear(period: string | null): Promise<void> {
  const summary = await ask((tables) => tables.ask("atPeriod", { period }));
  const run = loaded.value;
  if (summary === null || run === null) return;
  chosen.value = period === null ? null : { tables: run.tables, period };
  loaded.value = { ...run, summary };
  await select();
}
