// What areas are compared with: the country and their municipality, by their own rows in the files. They are no areas.

import type { Tables, Yardstick } from "../engine/tables.ts";
import { inUnit } from "../text/format.ts";
import type { Spoken } from "./language.ts";
import { criteriaSet, type Loaded, wanted } from "./state.ts";
import { useAnswer, useLatest } from "./useAnswer.ts";

/** Returns the country, and the municipality that all areas which are shown lie in, as far as the files have rows of them. */
export function useYardsticks(run: Loaded): readonly Yardstick[] {
  const { municipality } = wanted.value;
  const answer = useAnswer(
    async (tables) => tables.ask("yardsticks", { municipalities: await shownMunicipality(tables, municipality) }),
    [run, municipality],
  );
  return useLatest(answer) ?? [];
}

/** One of them, with what it is in each year. */
export interface YardstickSeries {
  readonly called: Yardstick;
  readonly years: readonly (Yardstick | null)[];
}

/** Returns the same year by year. */
export function useYardsticksOfYears(run: Loaded): readonly YardstickSeries[] {
  const { municipality } = wanted.value;
  const answer = useAnswer(
    async (tables) => tables.ask("yardsticksOfYears", { municipalities: await shownMunicipality(tables, municipality) }),
    [run, municipality],
  );
  const years = useLatest(answer) ?? [];
  const known = new Map(years.flat().map((one) => [one.municipality, one]));
  const of = (called: Yardstick) => years.map((all) => all.find((one) => one.municipality === called.municipality) ?? null);
  return [...known.values()].map((called) => ({ called, years: of(called) }));
}

/** The municipality that is filtered for, else the only one that there is. */
async function shownMunicipality(tables: Tables, municipality: string | null): Promise<string[]> {
  if (municipality !== null) return [municipality];
  const { municipalities } = await tables.ask("municipalities", { all: true });
  const [only, more] = municipalities.flatMap(({ code }) => code ?? []);
  return only === undefined || more !== undefined ? [] : [only];
}

/** Names a yardstick. */
export function calledYardstick({ municipality, name }: Yardstick, { text }: Pick<Spoken, "text">): string {
  return municipality === null ? text.yardsticks.country : text.yardsticks.municipality(name ?? municipality);
}

/** Writes what a yardstick has for the criterion at a place of the set; null where the files don't tell. */
export function yardstickValue({ findings }: Yardstick, nth: number, { language }: Pick<Spoken, "language">): string | null {
  const value = findings[nth]?.percent ?? null;
  if (value === null) return null;
  return inUnit(value, criteriaSet.value.criteria[nth]?.unit, language);
}
