// What an export holds, for the name of its file.

import type { MunicipalityTable } from "../engine/tables.ts";
import { holdsOf, yearsOf } from "../model/workbench.ts";
import type { Spoken } from "./language.ts";
import { type Loaded, wanted } from "./state.ts";

/** Says what an export holds: of which municipality, of which years, and which areas. */
export function contentOf(
  { summary }: Loaded,
  municipalities: MunicipalityTable["municipalities"],
  { workbench: { holds } }: Spoken["text"],
): string {
  const { municipality } = wanted.value;
  const [only, more] = municipalities;
  const where = municipality === null ? (more === undefined ? only : undefined) : municipalities.find(({ code }) => code === municipality);
  const years = yearsOf(summary.tables.flatMap(({ measures }) => measures.map(({ period, year }) => period ?? year)));
  return [where?.name ?? municipality, years, holds[holdsOf(wanted.value)]].filter((part) => part != null).join(" ");
}
