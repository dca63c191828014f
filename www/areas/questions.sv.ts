// What a person is asked about a file, in Swedish: the reference that the English texts follow.

import { list, numberWord, sentence } from "../text/swedish.ts";

const quoted = (name: string) => `”${name}”`;

export const questions = {
  label: (n: number) => (n === 1 ? "En fråga om filerna" : `${sentence(numberWord(n))} frågor om filerna`),
  until: "Siffrorna går att läsa på flera sätt. De saknas i svaret tills du har valt. Inget gissas.",
  found: {
    fractions: (name: string, column: string) => `${name}: alla tal i ${quoted(column)} ligger mellan 0 och 1. Vad betyder de?`,
    values: (name: string, values: string[]) =>
      values.length === 1
        ? `${name}: i filen står bara ${list(values)}. Ska den siffran gälla ändå?`
        : `${name}: i filen står ${list(values)}. De kan inte läggas ihop. Vilken ska gälla?`,
    columns: (name: string, columns: string[]) => `${name}: ${list(columns.map(quoted))} säger samma sak. Vilken kolumn ska gälla?`,
    words: (name: string, column: string, words: string[]) =>
      `${name}: vid ${quoted(column)} står även ${list(words.map(quoted))}. Är det ändå rätt siffra?`,
    "part-of": (name: string, column: string, base: string) =>
      `${name}: talen bredvid visar att ${quoted(column)} är andelar av ${quoted(base)}. Är det ändå rätt siffra?`,
    hundreds: (name: string, column: string) => `${name}: alla tal i ${quoted(column)} är 100. Är det rätt siffra?`,
    "no-whole": (name: string, column: string, others: string[]) =>
      `${name}: ${quoted(column)} blir inte 100 procent tillsammans med ${list(others.map(quoted))}. Är det ändå rätt siffra?`,
    scale: (name: string, column: string) =>
      `${name}: alla tal i ${quoted(column)} är heltal från 1 till 10, som på en skala. Är de procent?`,
    noughts: (name: string, column: string) => `${name}: alla tal i ${quoted(column)} är noll. Är det värdet, eller saknas det?`,
    "no-election": (name: string, column: string, year: string) =>
      `${name}: ${quoted(column)} är från ${year}, och då var det inget riksdagsval. Gäller siffran ändå riksdagsvalet?`,
    kind: (name: string, column: string) => `${name}: är talen i ${quoted(column)} antal eller procent? De kan vara båda delarna.`,
    disagree: (name: string, counts: string[], percent: string, n: string, one: boolean) =>
      `${name}: antalen i ${list(counts.map(quoted))} och procenten i ${quoted(percent)} stämmer inte med varandra i ${one ? "1 område" : `${n} områden`}. Vilka ska gälla?`,
  },
  choice: {
    fractions: "Andelar: 0,6 är 60 procent",
    percent: "Procent: 0,6 är 0,6 procent",
    sum: (values: string[]) => `${list(values)} tillsammans`,
    column: (column: string) => `Kolumnen ${quoted(column)}`,
    counts: "Antalen",
    percentages: "Procenten",
    noughts: "Värdet är noll",
    neither: "Ingen av dem",
  },
  areas: {
    title: (file: string) => `Vilken kolumn i ${file} är områdena, och i vilken kommun ligger de?`,
    why: "Filen har ingen kolumn med områdeskoder, till exempel 0180R001. En kommuns egen indelning saknar nationell kod, så bara du kan säga vilka områdena är. Handlar filen inte om områden kan du ta bort den längre ned.",
    column: "Kolumn med områdena",
    examples: (cells: string[]) => `Där står till exempel ${list(cells.map(quoted))}.`,
    municipality: "Kommun",
    municipalityHelp: "Kommunens namn eller kod, till exempel Göteborg eller 1480.",
    unknown: (municipality: string) =>
      `Ingen kommun har namnet eller koden ${quoted(municipality)}. Skriv till exempel Göteborg eller 1480.`,
    use: "Läs områdena så här",
    subject: "områdena",
    decided: (column: string, municipality: string | null) =>
      municipality === null
        ? `Områdena står i kolumnen ${quoted(column)}.`
        : `Områdena står i kolumnen ${quoted(column)} och ligger i kommunen ${municipality}.`,
    byForm: "Områdena: som du har angett i formuläret.",
  },
  gives: (examples: string[]) => `Ger ${examples.join("; ")}.`,
  example: (area: string, figure: string | null) => (figure === null ? `${area}: ingen siffra` : `${area}: ${figure}`),
  neitherHelp: "Kriteriet blir utan siffra.",
  decided: "Det här har du bestämt",
  undo: "Ångra",
  undoOf: (name: string) => `Ångra för ${name}`,
  answer: {
    none: "ingen siffra",
    byForm: "som du har angett i formuläret",
    asFound: "som filen säger",
  },
  save: "Spara som recept",
  saveHelp: "Receptet läser nästa års fil likadant. Öppna det här tillsammans med filen.",
};
