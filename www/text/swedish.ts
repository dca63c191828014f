// What Swedish sentences are built of.

const words = ["noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"];

/** Returns a small number as a word, a larger one as digits. */
export function numberWord(number: number): string {
  return words[number] ?? String(number);
}

/** Joins names with commas and *och*. */
export function list(names: readonly string[]): string {
  const before = names.slice(0, -1).join(", ");
  return before === "" ? (names[0] ?? "") : `${before} och ${names.at(-1)}`;
}

/** Begins a sentence with a capital letter. */
export function sentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase("sv") + text.slice(1);
}
