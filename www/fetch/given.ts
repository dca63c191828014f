// A fetched figure as the core reads it.

import type { Given } from "../engine/page.ts";
import { type Language, typed } from "../text/format.ts";
import type { KnownFigure } from "./areas.ts";

/** Returns the figure, or an empty one where none is known; a percentage is rounded as the table has it. */
export function given(known: KnownFigure | undefined, language: Language): Given {
  const figure = known?.figure;
  if (figure === undefined) return { mode: "percent", text: "", exact: false, of: "" };
  return figure.kind === "percent"
    ? { mode: "percent", text: typed(figure.percent, language), exact: false, of: "" }
    : { mode: "count", count: figure.count, total: figure.total, noise: "" };
}
