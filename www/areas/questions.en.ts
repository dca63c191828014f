// What a person is asked about a file, in English.

import { list, numberWord, sentence } from "../text/english.ts";
import type { questions as reference } from "./questions.sv.ts";

const quoted = (name: string) => `“${name}”`;

export const questions: typeof reference = {
  label: (n) => (n === 1 ? "A question about the files" : `${sentence(numberWord(n))} questions about the files`),
  until: "The figures can be read in several ways. The answer lacks them until you have chosen. Nothing is guessed.",
  found: {
    fractions: (name, column) => `${name}: all numbers in ${quoted(column)} are between 0 and 1. What do they mean?`,
    values: (name, values) =>
      values.length === 1
        ? `${name}: the file has only ${list(values)}. Does that figure hold all the same?`
        : `${name}: the file has ${list(values)}. They can’t be added up. Which one holds?`,
    columns: (name, columns) => `${name}: ${list(columns.map(quoted))} say the same. Which column holds?`,
    words: (name, column, words) =>
      `${name}: ${quoted(column)} also has ${list(words.map(quoted))} with it. Is it the right figure all the same?`,
    "part-of": (name, column, base) =>
      `${name}: the numbers beside ${quoted(column)} show that it has parts of ${quoted(base)}. Is it the right figure all the same?`,
    hundreds: (name, column) => `${name}: all numbers in ${quoted(column)} are 100. Is that the right figure?`,
    "no-whole": (name, column, others) =>
      `${name}: ${quoted(column)} does not make up 100 percent with ${list(others.map(quoted))}. Is it the right figure all the same?`,
    scale: (name, column) => `${name}: all numbers in ${quoted(column)} are whole ones from 1 to 10, as on a scale. Are they percentages?`,
    noughts: (name, column) => `${name}: all numbers in ${quoted(column)} are noughts. Is that the value, or is it missing?`,
    "no-election": (name, column, year) =>
      `${name}: ${quoted(column)} is of ${year}, when there was no election to the Riksdag. Is the figure of such an election after all?`,
    kind: (name, column) => `${name}: are the numbers in ${quoted(column)} counts or percentages? They may be either.`,
    disagree: (name, counts, percent, n, one) =>
      `${name}: the counts in ${list(counts.map(quoted))} and the percentages in ${quoted(percent)} contradict each other in ${one ? "1 area" : `${n} areas`}. Which ones hold?`,
  },
  choice: {
    fractions: "Fractions: 0.6 is 60 percent",
    percent: "Percentages: 0.6 is 0.6 percent",
    sum: (values) => `${list(values)} together`,
    column: (column) => `The column ${quoted(column)}`,
    counts: "The counts",
    percentages: "The percentages",
    noughts: "The value is nought",
    neither: "None of them",
  },
  areas: {
    title: (file) => `Which column of ${file} is the areas, and which municipality are they in?`,
    why: "The file has no column of area codes, such as 0180R001. A municipality’s own division has no national code, so only you can say which the areas are. If the file is not about areas, you can remove it further down.",
    column: "Column of the areas",
    examples: (cells) => `It has ${list(cells.map(quoted))}, for example.`,
    municipality: "Municipality",
    municipalityHelp: "The municipality’s name or code, such as Göteborg or 1480.",
    unknown: (municipality) => `No municipality has the name or the code ${quoted(municipality)}. Write Göteborg or 1480, for example.`,
    use: "Read the areas this way",
    subject: "the areas",
    decided: (column, municipality) =>
      municipality === null
        ? `The areas are in the column ${quoted(column)}.`
        : `The areas are in the column ${quoted(column)} and in the municipality ${municipality}.`,
    byForm: "The areas: as you entered in the form.",
  },
  gives: (examples) => `Gives ${examples.join("; ")}.`,
  example: (area, figure) => (figure === null ? `${area}: no figure` : `${area}: ${figure}`),
  neitherHelp: "The criterion gets no figure.",
  decided: "You have decided this",
  undo: "Undo",
  undoOf: (name) => `Undo for ${name}`,
  answer: {
    none: "no figure",
    byForm: "as you entered in the form",
    asFound: "as the file says",
  },
  save: "Save as a recipe",
  saveHelp: "The recipe reads next year’s file the same way. Open it here together with the file.",
};
