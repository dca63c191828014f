// Numbers and names for the eye. A figure stays text all the way, so what is shown is what was tested.

export type Language = "sv" | "en";

const NO_BREAK = "\u00a0";
const MINUS = "\u2212";
const marks = { sv: { group: NO_BREAK, decimal: "," }, en: { group: ",", decimal: "." } } as const;

/**
 * Writes an exact decimal number (`-0.02`) with its own decimals, in the language's notation.
 *
 * It only moves characters, so it is exact; making one `Intl.NumberFormat` would take a phone longer than all else that
 * a key sets off.
 */
export function decimal(text: string, language: Language): string {
  const { group, decimal: mark } = marks[language];
  const [units = "", decimals] = text.split(".");
  const grouped = units.replace("-", MINUS).replace(/\B(?=(?:\d{3})+$)/g, group);
  return decimals === undefined ? grouped : grouped + mark + decimals;
}

/** Writes a percentage: a no-break space before the sign in Swedish, none in English. */
export function percent(text: string, language: Language): string {
  return language === "sv" ? `${decimal(text, language)}${NO_BREAK}%` : `${decimal(text, language)}%`;
}

/** Whether a source's words are a cell of its table with the heading before it, and so no words in a row to be quoted. */
export function isCell(quote: string): boolean {
  return /^[^:]+: \d+(?:,\d+)? %$/.test(quote);
}

/** Keeps each percent sign of a quoted text with its number. */
export function quoted(text: string): string {
  return text.replaceAll(" %", `${NO_BREAK}%`);
}

/** Puts a measure's name into a sentence: lower case, unless it is an abbreviation. */
export function inSentence(label: string): string {
  return /^\p{Lu}\p{Lu}/u.test(label) ? label : label.charAt(0).toLocaleLowerCase("sv") + label.slice(1);
}

/** Writes an integer comparison (`100*742 = 74200 < …`) with grouped thousands and a multiplication sign. */
export function comparison(text: string, language: Language): string {
  return text.replace(/\d+(?:\.\d+)?/g, (number) => decimal(number, language)).replaceAll("*", `${NO_BREAK}·${NO_BREAK}`);
}

/** Returns the number without its sign. */
export function magnitude(text: string): string {
  return text.replace(/^-/, "");
}

/** Puts a number and its noun together: `1 person`, `0 personer`, `1,5 procentenheter`. */
export function counted(number: number | string, one: string, many: string): string {
  return `${number}${NO_BREAK}${/^[+\u2212-]?1$/.test(String(number)) ? one : many}`;
}

/** Writes a figure in the unit of its criterion: in percent, or a number of persons. */
export function inUnit(value: string, unit: "percent" | "persons" | undefined, language: Language): string {
  return unit === "persons" ? decimal(value, language) : percent(value, language);
}

/** Writes a whole number of persons with grouped thousands, also within bounds (`1100–1103`). */
export function whole(number: number | string, language: Language): string {
  return String(number)
    .split("–")
    .map((end) => decimal(end, language))
    .join("–");
}

/** Writes a decimal number as a person would type it: the language's mark, no grouping. */
export function typed(text: string, language: Language): string {
  return language === "sv" ? text.replace(".", ",") : text;
}
