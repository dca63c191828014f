// An area's figures as a link to *Ett område*, each with a note of where it came from.

import { builtIn } from "../engine/criteria.ts";
import { hashOf, type PlanCore } from "../engine/plan.ts";
import { passTrap } from "../engine/trap.ts";
import type { Language } from "../text/format.ts";
import { noteOf } from "../model/origins.ts";
import type { Area, KnownFigure } from "./areas.ts";
import { given } from "./given.ts";
import { originOf } from "./keep.ts";
import { placeName } from "./places.ts";
import { divisionName } from "./sources.ts";

/** Returns the part of a link that holds the figures, or null where it can't be made. */
export function linkTo(area: Area, core: PlanCore, language: Language): string | null {
  const [set] = builtIn;
  const figures = set.criteria.flatMap(({ id }) => {
    const known = area.figures.get(id);
    return known === undefined ? [] : [[id, { given: given(known, language), notes: notes(known, language) }]];
  });
  try {
    const name = `${area.name === "" ? area.code : area.name}, ${placeName(area.municipality)}`;
    const part = core.writeLink({
      format: "troskel-work",
      version: 1,
      criteria: { id: set.id, hash: hashOf(core, set), set: null },
      reading: { tie: null, require: null },
      area: { name, municipality: area.municipality },
      figures: Object.fromEntries(figures),
      answer: null,
      scenarios: [],
    });
    return `#${part}`;
  } catch (error) {
    passTrap(error);
    return null;
  }
}

/** What is known of a figure, in the words that the notes of *Ett område* have. */
function notes({ fetched }: KnownFigure, language: Language) {
  const { query, from } = fetched;
  const { table, division, year } = query;
  const said = { sv: "hämtad", en: "fetched" }[language];
  return {
    year: String(year),
    ages: table.ages,
    division: divisionName(division),
    source: noteOf(`SCB ${from.id} (${table.name}), ${said} ${from.fetched.slice(0, 10)}`, originOf(fetched), language),
  };
}
