// Numbers for the eye. A figure stays text all the way, so what is shown is what was tested.

export type Language = "sv" | "en";

const NO_BREAK = "\u00a0";
const MINUS = "\u2212";
const locales = { sv: "sv-SE", en: "en-GB" } as const;

/** Formats by language and decimals: making one takes a hundred times as long as using it. */
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(language: Language, decimals: number): Intl.NumberFormat {
  const key = `${language} ${decimals}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locales[language], { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  formats.set(key, made);
  return made;
}

/** Writes an exact decimal number (`-0.02`) with its own decimals, in the language's notation. */
export function decimal(text: string, language: Language): string {
  const decimals = text.split(".")[1]?.length ?? 0;
  // A decimal string goes through Intl without ever being a float.
  return formatOf(language, decimals)
    .format(text as `${number}`)
    .replace("-", MINUS)
    .replace(/\u202f/g, NO_BREAK);
}

/** Writes a percentage: a no-break space before the sign in Swedish, none in English. */
export function percent(text: string, language: Language): string {
  return language === "sv" ? `${decimal(text, language)}${NO_BREAK}%` : `${decimal(text, language)}%`;
}

/** Writes an integer comparison (`100*742 = 74200 < …`) with grouped thousands and a multiplication sign. */
export function comparison(text: string, language: Language): string {
  return text.replace(/\d+(?:\.\d+)?/g, (number) => decimal(number, language)).replaceAll("*", `${NO_BREAK}·${NO_BREAK}`);
}

/** Returns the number without its sign. */
export function magnitude(text: string): string {
  return text.replace(/^-/, "");
}

/** Writes a whole number of persons with grouped thousands. */
export function whole(number: number | string, language: Language): string {
  return decimal(String(number), language);
}

/** Writes a decimal number as a person would type it: the language's mark, no grouping. */
export function typed(text: string, language: Language): string {
  return language === "sv" ? text.replace(".", ",") : text;
}
