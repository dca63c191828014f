// The views of *Many areas*: which there are, and their addresses in the page's fragment.

import type { Verdict } from "../engine/page.ts";
import type { Language } from "../text/format.ts";

/** Each view with its fragment in both languages, in the order of the row. */
const fragments = {
  table: { sv: "tabell", en: "table" },
  municipalities: { sv: "kommuner", en: "municipalities" },
  picture: { sv: "bild", en: "picture" },
  thresholds: { sv: "granser", en: "thresholds" },
  "what-if": { sv: "vad-hander-om", en: "what-if" },
  compare: { sv: "jamfor", en: "compare" },
  years: { sv: "ar", en: "years" },
  report: { sv: "rapport", en: "report" },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

export type WorkbenchView = keyof typeof fragments;

export const workbenchViews = Object.keys(fragments) as WorkbenchView[];

/** Returns the fragment of a view, with its number sign. */
export function fragmentOf(view: WorkbenchView, language: Language): string {
  return `#${fragments[view][language]}`;
}

/** Returns the view that a fragment names, in either language; null for any other fragment. */
export function viewIn(fragment: string): WorkbenchView | null {
  const name = fragment.replace(/^#/, "");
  return workbenchViews.find((view) => Object.values<string>(fragments[view]).includes(name)) ?? null;
}

/** Returns the years that periods name, as one part of a file's name: `2022`, `2020-2022`; null where they name none. */
export function yearsOf(periods: readonly (string | null)[]): string | null {
  const years = periods.flatMap((period) => /(?:19|20)\d\d/.exec(period ?? "")?.[0] ?? []).sort();
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return null;
  return first === last ? first : `${first}-${last}`;
}

/** What a filter asks for beside the municipality. */
interface Asked {
  readonly verdict: string | null;
  readonly outcome: string | null;
  readonly within: string | null;
  readonly text: string;
}

/** Returns which areas a filter leaves, in one word: all of them, those of a verdict, or others. */
export function holdsOf({ verdict, outcome, within, text }: Asked): "all" | "filtered" | Verdict {
  const isNarrowed = outcome !== null || within !== null || text.trim() !== "";
  if (isNarrowed) return "filtered";
  return verdicts.find((one) => one === verdict) ?? "all";
}

export const verdicts: readonly Verdict[] = ["meets", "does-not-meet", "undetermined"];
