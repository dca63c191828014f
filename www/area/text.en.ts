// The texts of *One area*, in English.

import { list, numberWord, sentence } from "../text/english.ts";
import { counted } from "../text/format.ts";
import { errors } from "../text/errors.en.ts";
import { panels } from "./plan/panels.en.ts";
import type { AreaText } from "./text.sv.ts";

export const text: AreaText = {
  title: "One area",
  metaTitle: "Tröskel – does the area meet the criteria of 2018?",
  metaDescription:
    "Enter an area’s figures and see at once whether it meets the four criteria of the Swedish government’s memo of March 2018. The figures stay on your device.",

  verdict: {
    empty: "Does your area meet the criteria of 2018?",
    emptyOther: "Does your area meet the criteria?",
    nothingReadable: "The figures cannot be read yet.",
    emptyWhy: "Enter the figures you have. The answer shows at once, and one is enough to begin with.",
    passed: (met: number, of: number) =>
      met === of
        ? of === 1
          ? "The area meets the criterion."
          : `The area meets all ${numberWord(of)} criteria.`
        : met === 0
          ? of === 1
            ? "The area does not meet the criterion."
            : `The area meets none of the ${numberWord(of)} criteria.`
          : `The area meets ${numberWord(met)} of ${numberWord(of)} criteria.`,
    passedKnown: (met: number, known: number) =>
      known === 1
        ? met === 1
          ? "The area meets the one criterion that has a figure."
          : "The area does not meet the one criterion that has a figure."
        : `The area meets ${met === 0 ? "none" : numberWord(met)} of the ${numberWord(known)} criteria that have figures.`,
    named: (sentence, name) => sentence.replace(/^The area/, () => name),
    meets: "That is enough.",
    "does-not-meet": (required: number, of: number) =>
      required === of
        ? of === 1
          ? "That is not enough."
          : `That is not enough – all ${numberWord(of)} are required.`
        : `That is not enough – at least ${numberWord(required)} are required.`,
    undetermined: "Whether that is enough cannot be told yet.",
    meaning: "Met means that the area has greater challenges than the threshold.",
    meaningOther: "Met means that the figure is on the side of the threshold that the source counts.",
    onThresholdNotCounted: (names: string[], together: number, of: number) =>
      `Exactly on the threshold: ${list(names)}. If that counts as met, it is ${numberWord(together)} of ${numberWord(of)}.`,
    onThresholdCounted: (names: string[]) => `Exactly on the threshold and counted as met: ${list(names)}.`,
    deciding: (names: string[]) =>
      names.length === 1 ? `Figure missing for an answer: ${list(names)}.` : `Figures missing for an answer: ${list(names)}.`,
    required: (least: number, of: number) =>
      least === of
        ? of === 1
          ? "The criterion must be met."
          : `All ${numberWord(of)} criteria are required.`
        : least === 1
          ? "One criterion is enough under the chosen interpretation."
          : `${sentence(numberWord(least))} criteria are enough under the chosen interpretation.`,
  },

  bar: (met, of, missing, verdict) => {
    const follows = { meets: "that is enough", "does-not-meet": "that is not enough", undetermined: "" }[verdict];
    const lacking = missing === 0 ? "" : `${missing === 1 ? "one figure" : `${numberWord(missing)} figures`} missing`;
    return [`${met} of ${of} met`, follows, lacking].filter((part) => part !== "").join(" · ");
  },

  certainty: {
    label: "How sure is the answer?",
    certain: "Same answer even if the figures are rounded",
    rounding: "The answer may change with how the figures are rounded",
    noise: "The answer may change if the counts are slightly off",
    otherReadings: "Another interpretation may give another answer",
    sameReadings: "Same answer under all interpretations",
    finding: {
      certain: "Sure even with rounding",
      rounding: "May come out otherwise if the figure is rounded",
      noise: "May come out otherwise if the counts are slightly off",
    },
  },

  start: {
    what: "In March 2018 the Swedish government decided which municipalities could apply for support to areas with great challenges. The selection was based on four measures, according to a memo (the government’s text on the support). Here you see how your area compares, whether you live, work or plan there.",
    whatOther: "Enter the area’s figures and see at once how it compares.",
    municipality: "Which municipality is the area in?",
    municipalityHelp: "Only 32 of Sweden’s 290 municipalities could apply for the support.",
    figures: "The area’s figures",
    title: (name) => `${name} – Tröskel`,
    fetch: "Get figures from Statistics Sweden",
    findArea: "Is it an area? Get figures first, then you can search for the area’s name",
    near: "Show the scales around the threshold",
    whole: "Show the whole scales, from 0",
    past: "Skip the figures",
    example: "Show an example",
    exampleNote: "Example with made-up figures, not a real area. Write over them, or clear.",
    exampleShort: "Example with made-up figures, not a real area.",
    clear: "Clear",
    undo: "Bring back the figures",
  },

  form: {
    submit: "To the answer",
    percent: "Percent",
    count: "Count",
    modeLabel: (name: string) => `Give ${name} as`,
    percentField: (name: string) => `${name}, percent`,
    countField: (name: string) => `${name}, number of people`,
    totalField: (name: string) => `${name}, out of a total number of people`,
    amountField: (name: string) => `${name}, number of people`,
    of: "of",
    persons: "people",
    slider: (name: string) => `Slider for ${name}`,
    sliderEmpty: "no figure",
    fraction: (percent) => `${percent} is less than one percent.`,
    meant: (percent) => `Do you mean ${percent}?`,
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
    unknown: "No figure yet",
    unreadable: "Cannot be read",
  },
  rule: {
    below: (threshold: string) => `Met below ${threshold}`,
    above: (threshold: string) => `Met above ${threshold}`,
    atLeast: (threshold: string) => `Met from ${threshold}`,
    atMost: (threshold: string) => `Met up to ${threshold}`,
  },
  distance: {
    below: (points) => `${counted(points, "percentage point", "percentage points")} below the threshold`,
    above: (points) => `${counted(points, "percentage point", "percentage points")} above the threshold`,
    belowPersons: (persons) => `${counted(persons, "person", "people")} below the threshold`,
    abovePersons: (persons) => `${counted(persons, "person", "people")} above the threshold`,
    persons: (persons) => counted(persons, "person", "people"),
    on: "Neither above nor below",
    noFigure: "No figure",
  },
  about: {
    short: "What does the figure mean?",
  },

  reading: {
    label: "Interpretation",
    intro:
      "The government’s memo leaves two questions open. Here you choose how to interpret them. You can also change the criteria. Everything is computed again at once.",
    introOther:
      "Here you choose how to interpret what the source leaves open. You can also change the criteria. Everything is computed again at once.",
    set: "Criteria",
    own: "your own",
    make: "Make your own criteria",
    edit: "Change your own criteria",
    notTheMemos: (name, own) =>
      own
        ? `Assessed by your own criteria, “${name}”. They are not the memo’s.`
        : `Assessed by other criteria, ${name}. They are not the memo’s.`,
    tie: "A figure exactly on the threshold",
    strict: "does not count as met",
    inclusive: "counts as met",
    require: "Criteria required",
    all: "all",
    any: "at least one",
    atLeast: (least: number) => `at least ${numberWord(least)}`,
    settled: "The source settles this. It cannot be chosen.",
    quote: "The source’s words (in Swedish):",
    reset: "Reset the interpretation",
  },

  errors,

  panels,

  notes: {
    label: "How to read the answer",
    otherSet: [
      "These are not the memo’s criteria of March 2018 but others. The answer says nothing about a right to money.",
      "The figures you enter stay on your device. They are sent nowhere.",
    ],
    noAverages: "The source gives no averages for Sweden. So the criteria cannot be shown on one scale.",
    items: [
      "These are the criteria of March 2018, not a decision. Meeting them gives no right to money.",
      "A list of 32 municipalities settled which ones could apply. The thresholds explain how the list was made.",
      "The thresholds of 2018 against today’s figures are a comparison, not a new selection. The figures are measured in new ways since then.",
      "We have not found the share of long-term registered unemployed in any open table for small areas. You can often do without it: if any other criterion is not met, the answer is clear when all are required.",
      "A later grant, to 74 municipalities, was withdrawn in 2022. We do not know whether anything similar can be applied for today. Ask your municipality.",
      "The figures you enter stay on your device. They are sent nowhere.",
    ],
  },

  elsewhere: {
    said: "Your saved work has been changed in another tab. What is shown here is not saved.",
    fetch: "Fetch the changes",
    keep: "Keep what is shown here",
  },

  engine: {
    loading: "The calculator is loading.",
    failed: "The calculator could not be loaded. Your figures are still here.",
    retry: "Try again",
    noScript: "To compute, the page needs JavaScript and WebAssembly. The thresholds and explanations can be read without them.",
  },
};
