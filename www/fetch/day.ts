// Days as a person reads them.

import type { Language } from "../text/format.ts";

/** Writes the day of a moment in ISO 8601 in words; what is no moment stays as it is. */
export function day(moment: string, language: Language): string {
  const at = new Date(moment);
  if (Number.isNaN(at.getTime())) return moment;
  return new Intl.DateTimeFormat(language === "sv" ? "sv-SE" : "en-GB", { dateStyle: "long" }).format(at);
}
