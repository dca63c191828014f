// What is wrong with a figure, in English.

import { numberWord, sentence } from "./english.ts";
import type { ErrorsText } from "./errors.sv.ts";

export const errors: ErrorsText = {
  summary: (count: number) => (count === 1 ? "One figure cannot be read" : `${sentence(numberWord(count))} figures cannot be read`),
  show: "Go to the errors",
  "not-a-number": (found: string) => `“${found}” is not a number. Write, for example, 58.2.`,
  "two-marks": (found: string) => `“${found}” has more than one decimal mark. Write, for example, 58.2.`,
  negative: (found: string) => `“${found}” is below zero. Write a number from 0 upwards.`,
  "above-hundred": (found: string) => `“${found}” is more than 100 percent. Write a number from 0 to 100, or choose Count.`,
  "too-many-digits": (found: string) => `“${found}” has too many digits. At most 12 decimals and 1,000 billion can be computed.`,
  "not-whole": (found: string) => `“${found}” is not a whole number of people. Write a whole number, or choose Percent.`,
  "not-a-count": (found: string) => `“${found}” is not a number. Write a number of people, such as 742.`,
  "not-whole-beside": (found: string) => `“${found}” is not a whole number of people. Write a whole number.`,
  "noise-too-large": (found: string) => `“${found}” is more than 1,000 people. Errors that large cannot be computed with.`,
  ambiguous: (found: string) => `“${found}” can mean thousands or decimals. Write the number without point and comma, such as 1234.`,
  "count-above-total": (count: string, total: string) => `${count} is more than ${total}. The count cannot be larger than the total.`,
  "total-zero": "The total is 0. It must be at least 1 to make a share.",
  "total-missing": "The total is missing. Write how many people there are altogether.",
  "count-missing": "The count is missing. Write how many of the people it concerns.",
  other: "The figure cannot be read.",
};
