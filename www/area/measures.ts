// What is known of the memo's measures, for reading beside a figure.

import measures from "@data/memo/measures.json";
import type { Criterion, Text } from "../engine/criteria.ts";
import { type Language, percent } from "../text/format.ts";

export interface Measure {
  readonly definition: Text;
  readonly open: readonly Text[];
  /** Where the figure is found. */
  readonly find: readonly Text[];
  /** The years from which it is counted in another way. */
  readonly breaks: readonly Text[];
}

/** Returns what is known of a criterion's measure, or nothing for another set than the memo's. */
export function measureOf(set: string, criterion: Criterion): Measure | undefined {
  const found = set === measures.set ? measures.measures.find((measure) => measure.criterion === criterion.id) : undefined;
  if (found === undefined) return undefined;
  const number = (value: string | undefined, language: Language) => (value === undefined ? "" : percent(value, language));
  const filled = (text: Text): Text => {
    const fill = (language: Language) =>
      text[language]
        .replaceAll("{average}", number(criterion.nationalAverage?.value, language))
        .replaceAll("{threshold}", number(criterion.threshold.value, language));
    return { sv: fill("sv"), en: fill("en") };
  };
  return {
    definition: filled(found.definition.text),
    open: found.open.map((line) => filled(line.text)),
    find: found.find.map((line) => filled(line.text)),
    breaks: found.breaks.map((line) => filled(line.text)),
  };
}
