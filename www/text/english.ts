// What English sentences are built of.

const words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** Returns a small number as a word, a larger one as digits. */
export function numberWord(number: number): string {
  return words[number] ?? String(number);
}

/** Joins names with commas and *and*. */
export function list(names: readonly string[]): string {
  const before = names.slice(0, -1).join(", ");
  return before === "" ? (names[0] ?? "") : `${before} and ${names.at(-1)}`;
}

/** Begins a sentence with a capital letter. */
export function sentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase("en") + text.slice(1);
}
