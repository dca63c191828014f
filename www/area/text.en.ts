// The texts of *One area*, in English.

import { list, numberWord, sentence } from "../text/english.ts";
import { panels } from "./plan/panels.en.ts";
import type { AreaText } from "./text.sv.ts";

export const text: AreaText = {
  title: "One area",
  metaTitle: "Tröskel – does the area meet the criteria of 2018?",
  metaDescription:
    "Enter an area’s figures and see at once which of the four thresholds of the Swedish government’s memo of March 2018 it is past. The figures stay on your device.",

  verdict: {
    empty: "Which thresholds of 2018 is the area past?",
    emptyOther: "Which thresholds is the area past?",
    nothingReadable: "The figures cannot be read yet.",
    emptyWhy: "Enter the figures you have. The answer shows at once, and one is enough to begin with.",
    passed: (met: number, of: number) =>
      met === of
        ? `The area is past the threshold on all ${numberWord(of)} criteria.`
        : met === 0
          ? `The area is not past the threshold on any of the ${numberWord(of)} criteria.`
          : `The area is past the threshold on ${numberWord(met)} of ${numberWord(of)} criteria.`,
    passedKnown: (met: number, known: number) =>
      known === 1
        ? met === 1
          ? "The area is past the threshold on the one criterion that has a figure."
          : "The area is not past the threshold on the one criterion that has a figure."
        : `The area is past the threshold on ${met === 0 ? "none" : numberWord(met)} of the ${numberWord(known)} criteria that have figures.`,
    meets: "It meets the selection.",
    "does-not-meet": "It does not meet the selection.",
    undetermined: "The figures do not decide whether it meets the selection.",
    onThresholdNotCounted: (names: string[], together: number, of: number) =>
      `Exactly on the threshold: ${list(names)}. If the threshold counts, it is ${numberWord(together)} of ${numberWord(of)}.`,
    onThresholdCounted: (names: string[]) => `Exactly on the threshold and counted as met: ${list(names)}.`,
    deciding: (names: string[]) =>
      names.length === 1 ? `The figure that decides: ${list(names)}.` : `The figures that decide: ${list(names)}.`,
    required: (least: number, of: number) =>
      least === of
        ? of === 1
          ? "The criterion must be met."
          : `All ${numberWord(of)} criteria are required.`
        : least === 1
          ? "One criterion is enough under the chosen reading."
          : `${sentence(numberWord(least))} criteria are enough under the chosen reading.`,
  },

  certainty: {
    label: "How sure is the answer?",
    certain: "Same answer even if the figures are rounded",
    rounding: "The answer may change with how the figures are rounded",
    noise: "The answer may change if the counts are slightly off",
    otherReadings: "Another reading may give another answer",
    sameReadings: "Same answer under all readings",
    finding: {
      certain: "Sure even with rounding",
      rounding: "May come out otherwise if the figure is rounded",
      noise: "May come out otherwise if the counts are slightly off",
    },
  },

  start: {
    example: "Show an example",
    exampleNote: "Example: made-up figures, not a real area.",
    clear: "Clear",
    undo: "Undo clear",
  },

  form: {
    label: "The area’s figures",
    submit: "To the answer",
    intro: (of: number) => `Enter the ${numberWord(of)} figures, or as many as you have.`,
    percent: "Percent",
    count: "Count",
    modeLabel: (name: string) => `How ${name} is given`,
    percentField: (name: string) => `${name}, percent`,
    countField: (name: string) => `${name}, number of persons`,
    totalField: (name: string) => `${name}, out of a total number of persons`,
    amountField: (name: string) => `${name}, number of persons`,
    of: "of",
    persons: "persons",
    slider: (name: string) => `Slider for ${name}`,
    sliderEmpty: "no figure",
    exact: "The figure is exact, not rounded",
    exactHelp: "Otherwise it is taken as rounded to the decimals you typed: 60 stands for 59.5 to 60.5, and 60.0 for 59.95 to 60.05.",
    known: "Number of persons that the percentage is of, if you know it",
    noise: "The counts may be off by up to this many persons",
    noiseHelp: "From reference year 2025, Statistics Sweden adds a small random number to counts. Empty means that the counts are right.",
    precision: "Rounding and uncertainty",
  },

  scale: {
    threshold: "threshold",
    average: "Sweden",
    describe: (name: string, area: string | null, threshold: string, average: string | null) =>
      `Scale for ${name}: ${area === null ? "no figure for the area" : `the area ${area}`}, threshold ${threshold}${average === null ? "" : `, Sweden ${average}`}.`,
  },

  outcome: {
    met: "Met",
    "at-threshold": "Exactly on the threshold",
    "not-met": "Not met",
    unknown: "Cannot be assessed",
  },
  rule: {
    below: (threshold: string) => `Met below ${threshold}`,
    above: (threshold: string) => `Met above ${threshold}`,
    atLeast: (threshold: string) => `Met from ${threshold}`,
    atMost: (threshold: string) => `Met up to ${threshold}`,
  },
  distance: {
    below: (points: string) => `${points} percentage points below the threshold`,
    above: (points: string) => `${points} percentage points above the threshold`,
    belowPersons: (persons: string) => `${persons} persons below the threshold`,
    abovePersons: (persons: string) => `${persons} persons above the threshold`,
    persons: (persons: string, one: boolean) => (one ? "1 person" : `${persons} persons`),
    on: "Neither above nor below",
    noFigure: "No figure",
  },
  trace: {
    label: "Check the sums",
    intro: "The same comparison in whole numbers, which you can redo by hand:",
    position: (share: string) => `Position on the way from Sweden (0) to the threshold (1): ${share}`,
  },

  about: {
    label: (name: string) => `About ${name}`,
    short: "What does the figure mean?",
    definition: "What it measures",
    find: "Where to find it",
    open: "What the memo does not say",
    threshold: "The threshold in the source",
    average: "The national average in the source",
  },

  reading: {
    label: "Reading",
    intro: "What the source does not say can be chosen here. Everything is computed anew at once.",
    set: "Criteria",
    own: "one’s own",
    make: "Make criteria of your own",
    edit: "Change the criteria of your own",
    notTheMemos: (name, own) =>
      own ? `Assessed by criteria of one’s own, “${name}”. They are not the memo’s.` : `Assessed by another selection, ${name}. It is not the memo’s.`,
    tie: "If the figure is exactly on the threshold",
    strict: "it does not count",
    inclusive: "it counts as met",
    require: "Criteria required",
    all: "all",
    any: "at least one",
    atLeast: (least: number) => `at least ${numberWord(least)}`,
    settled: "The source settles this. It cannot be chosen.",
    quote: "The source’s words (in Swedish):",
    reset: "Reset the reading",
  },

  errors: {
    summary: (count: number) => (count === 1 ? "One figure cannot be read" : `${sentence(numberWord(count))} figures cannot be read`),
    show: "Go to the errors",
    "not-a-number": (found: string) => `“${found}” is not a number. Write, for example, 58.2 or 742.`,
    "two-marks": (found: string) => `“${found}” has more than one decimal mark. Write, for example, 58.2.`,
    negative: (found: string) => `“${found}” is below zero. Write a number from 0 upwards.`,
    "above-hundred": (found: string) => `“${found}” is more than 100 percent. Write a number from 0 to 100, or choose Count.`,
    "too-many-digits": (found: string) => `“${found}” has too many digits. At most 12 decimals and 1,000 billion can be computed.`,
    "not-whole": (found: string) => `“${found}” is not a whole number of persons. Write a whole number, or choose Percent.`,
    "not-a-count": (found: string) => `“${found}” is not a number. Write a number of persons, such as 742.`,
    "not-whole-beside": (found: string) => `“${found}” is not a whole number of persons. Write a whole number.`,
    "noise-too-large": (found: string) => `“${found}” is more than 1,000 persons. Errors that large cannot be computed with.`,
    ambiguous: (found: string) => `“${found}” can mean thousands or decimals. Write the number without point and comma, such as 1234.`,
    "count-above-total": (count: string, total: string) => `${count} is more than ${total}. The count cannot be larger than the total.`,
    "total-zero": "The total is 0. It must be at least 1 to make a share.",
    "total-missing": "The total is missing. Write how many persons there are altogether.",
    "count-missing": "The count is missing. Write how many of the persons it concerns.",
    other: "The figure cannot be read.",
  },

  designation: {
    label: "The municipality is a question of its own",
    why: "Which municipalities could apply was settled by a list, not by the figures of this area. Search for the area’s municipality to see both answers side by side.",
  },

  panels,

  notes: {
    label: "How to read the answer",
    otherSet: [
      "This is not the memo’s selection of March 2018 but another criteria set. The answer says nothing about a right to money.",
      "The figures you enter stay on your device. They are sent nowhere.",
    ],
    noAverages: "The source gives no national averages. So there is no common scale from Sweden to the threshold.",
    items: [
      "This is the selection of March 2018, not a decision. Being past the thresholds gives no right to money.",
      "A list of 32 municipalities decides which ones could apply. The thresholds explain how the list was made.",
      "The thresholds of 2018 against today’s figures are a comparison, not a new selection. The measurements have changed since.",
      "Long-term registered unemployment is not openly published for small areas. The other three are often enough: if one of them is not met when all are required, the answer is clear anyway.",
      "The money that was to be handed out in 2022 was withdrawn. Whether anything can be applied for today is not known here. Ask your municipality or Boverket.",
      "The figures you enter stay on your device. They are sent nowhere.",
    ],
  },

  engine: {
    loading: "The calculator is loading.",
    failed: "The calculator could not be loaded. Your figures are still here.",
    retry: "Try again",
    noScript: "To compute, the page needs JavaScript and WebAssembly. The thresholds and explanations can be read without them.",
  },
};
