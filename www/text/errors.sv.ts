// What is wrong with a figure, in Swedish: the reference that the English texts follow.

import { numberWord, sentence } from "./swedish.ts";

export const errors = {
  summary: (count: number) => (count === 1 ? "En siffra går inte att läsa" : `${sentence(numberWord(count))} siffror går inte att läsa`),
  show: "Gå till felen",
  "not-a-number": (found: string) => `”${found}” är inte ett tal. Skriv till exempel 58,2.`,
  "two-marks": (found: string) => `”${found}” har mer än ett decimaltecken. Skriv till exempel 58,2.`,
  negative: (found: string) => `”${found}” är under noll. Skriv ett tal från 0 och uppåt.`,
  "above-hundred": (found: string) => `”${found}” är mer än 100 procent. Skriv ett tal från 0 till 100, eller välj Antal.`,
  "too-many-digits": (found: string) => `”${found}” har för många siffror. Högst 12 decimaler och högst 1 000 miljarder går att räkna med.`,
  "not-whole": (found: string) => `”${found}” är inte ett helt antal personer. Skriv ett heltal, eller välj Procent.`,
  "not-a-count": (found: string) => `”${found}” är inte ett tal. Skriv ett antal personer, till exempel 742.`,
  "not-whole-beside": (found: string) => `”${found}” är inte ett helt antal personer. Skriv ett heltal.`,
  "noise-too-large": (found: string) => `”${found}” är mer än 1 000 personer. Så stora fel går inte att räkna med.`,
  ambiguous: (found: string) => `”${found}” kan vara tusental eller decimaler. Skriv talet utan punkt och komma, till exempel 1234.`,
  "count-above-total": (count: string, total: string) =>
    `${count} är fler än ${total}. Antalet kan inte vara större än det totala antalet.`,
  "total-zero": "Totalt antal är 0. Det måste vara minst 1 för att bli en andel.",
  "total-missing": "Totalt antal saknas. Skriv hur många personer det är sammanlagt.",
  "count-missing": "Antalet saknas. Skriv hur många av personerna det gäller.",
  other: "Siffran går inte att läsa.",
};

export type ErrorsText = typeof errors;
