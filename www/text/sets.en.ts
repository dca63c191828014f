// What making criteria of one's own says, in English.

import { counted } from "./format.ts";
import { list, numberWord } from "./english.ts";
import type { sets as reference } from "./sets.sv.ts";

/** Says of a criterion that settles it by itself what a figure exactly on its threshold counts as. */
const exactly = (tie: string | null) =>
  tie === null
    ? ""
    : tie === "inclusive"
      ? " (exactly on the threshold counts as met)"
      : " (exactly on the threshold does not count as met)";

export const sets: typeof reference = {
  title: "Your own criteria",
  intro:
    "Copy the criteria and change them, step by step. The answer changes only when you choose to use them. Then it always says that the criteria are not the memo’s.",
  steps: "The steps",
  step: { base: "Start from", measures: "Measures and thresholds", about: "Name and source", check: "Check and use" },
  stepHelp: {
    base: "Begin with criteria that already exist. The original is not changed.",
    measures: "Choose which measures count, where the thresholds are and how many are required.",
    about: "Give the criteria a name. Write where they come from, so that others understand.",
    check: "Read what the criteria say. If that is right, you can use them.",
  },
  toMend: (count) => (count === 1 ? "one thing to put right" : `${numberWord(count)} things to put right`),
  first: "Choose first what the criteria start from.",
  all: "Show all steps at once",
  back: "Back",
  next: (step) => `Next: ${step}`,
  says: {
    meets: (name, require, criteria) =>
      `By “${name}” an area meets the criteria when ${
        criteria.length === 1
          ? ""
          : require === "all"
            ? `all ${numberWord(criteria.length)} hold: `
            : `at least ${require === "any" ? "one" : numberWord(Number(require))} of ${numberWord(criteria.length)} hold: `
      }${list(criteria)}.`,
    criterion: {
      below: (name, threshold, tie) => `${name} below ${threshold}${exactly(tie)}`,
      above: (name, threshold, tie) => `${name} above ${threshold}${exactly(tie)}`,
    },
    tie: {
      strict: "A figure exactly on the threshold does not count as met.",
      inclusive: "A figure exactly on the threshold counts as met.",
    },
  },
  mine: "Your sets",
  oneOf: (date, criteria) => `${date}, ${criteria === 1 ? "one criterion" : `${numberWord(criteria)} criteria`}`,
  begin: "Copy criteria",
  copy: (name) => `Copy “${name}”`,
  copied: "The copy is made. It is not used in the answer yet.",
  fromFile: "Or open a file",
  open: "Open a set from a file",
  schema: "The file format as a JSON Schema",
  undo: "Undo",
  redo: "Redo",
  undone: "The change is undone.",
  redone: "The change is made again.",
  state: {
    used: "The set is complete and used in the answer. What you change is seen at once.",
    unused: "The set is complete but not in use now.",
    use: "Use the set",
    wrong: (count, used) =>
      `${count === 1 ? "One thing needs" : `${counted(count, "thing", "things")} need`} to be put right. ${
        used ? "Until then the answer is as it was before." : "Until then the set cannot be used."
      }`,
  },
  both: "Write Swedish and English separately",
  bothHelp: "Otherwise what you write is used in both languages.",
  inLanguage: { sv: "Swedish", en: "English" },
  reading: "How the criteria are counted together",
  criterion: (name, nth) => `Criterion ${nth}: ${name}`,
  further: "More details",
  add: "Add a criterion",
  added: "A criterion is added at the end. It needs a threshold.",
  removeOne: (name) => `Remove ${name}`,
  removedOne: (name) => `${name} is removed.`,
  moveUp: (name) => `Move ${name} up`,
  movedUp: (name) => `${name} is moved up.`,
  keep: "Save, share, remove",
  keepHelp: "The set stays on this device until you remove it. As a file or a link it can go along to others.",
  keepHelpGuest: "The set came with a link or a file. It is kept on the device once you change it.",
  save: "Save as a file",
  saved: (name) => `The file ${name} is saved.`,
  notSaved: "What is wrong needs to be put right before the set can be saved.",
  share: "Share as a link",
  remove: "Remove the set",
  removed: "The set is removed. That can be undone.",
  opened: {
    opened: "The set is opened and in use.",
    renamed: "The set is opened and in use. There was already another with the same id, so it was given an id of its own.",
    known: "The file is one of the page’s own sets, unchanged. It is in use now.",
    "too-large": "The file is too large to be a criteria set. Nothing has changed.",
    "not-loaded": "The calculator could not be loaded. Nothing has changed.",
    "not-json": "The file is not JSON. Nothing has changed.",
    refused: "The file is no complete criteria set. Nothing has changed. This is wrong with it:",
  },
  wholeFile: "the whole file",
  fields: {
    name: "Name",
    date: "Date",
    id: "Id in files",
    "source.text": "Where it comes from",
    "source.quote": "The source’s own words, if any",
    "source.url": "The source’s web address, if any",
    "reading.tie.value": "A figure exactly on the threshold",
    "reading.tie.settled": "Nothing else can be chosen",
    "reading.tie.source.text": "Why so",
    "reading.require.value": "How many criteria are required",
    "reading.require.settled": "Nothing else can be chosen",
    "reading.require.source.text": "Why so",
    criteria: "The criteria",
    "criteria.label": "Name",
    "criteria.definition": "What it measures",
    "criteria.unit": "The figure is in",
    "criteria.direction": "Met when the figure is",
    "criteria.threshold.value": "Threshold",
    "criteria.nationalAverage.value": "Sweden, if known",
    "criteria.tie": "Exactly on the threshold",
    "criteria.id": "Id in files and queries",
    "criteria.threshold.source.text": "Where the threshold comes from",
    "criteria.threshold.source.quote": "The source’s own words on the threshold",
    "criteria.threshold.source.url": "Web address for the threshold",
    "criteria.nationalAverage.source.text": "Where Sweden’s figure comes from",
    "criteria.nationalAverage.source.quote": "The source’s own words on Sweden",
    "criteria.nationalAverage.source.url": "Web address for Sweden’s figure",
  },
  unit: { percent: "percent", persons: "number of people" },
  direction: { below: "below the threshold", above: "above the threshold" },
  tie: { "": "as in the interpretation", strict: "does not count as met", inclusive: "counts as met" },
  wrong: {
    empty: "Write something here.",
    emptyNumber: "Write a number.",
    "too-long": (most) => `There is room for ${most} characters.`,
    "bad-date": "Write the date as 2018, 2018-03 or 2018-03-21. The day has to exist in the calendar.",
    "bad-id": "Use small letters a–z, digits and hyphens, with a letter first.",
    "duplicate-id": (id) => `Another criterion already has the id “${id}”.`,
    idTaken: (id) => `Another set already has the id “${id}”.`,
    "out-of-range": (found, highest) => `“${found}” will not do. The number must be between 0 and ${highest}, and whole for people.`,
    "criteria-out-of-range": (most) => `There must be at least one criterion and at most ${most}.`,
    "require-out-of-range": "More criteria are required than there are.",
    "missing-member": (name) => `“${name}” is missing.`,
    "unknown-member": (name) => `“${name}” is not known.`,
    "wrong-kind": (found, expected) => `This is ${found}, but it must be ${expected}.`,
    "unknown-word": (found, known) => `“${found}” will not do. It must be ${known}.`,
    "not-json": "The file holds something that is not allowed there. All numbers must be in quotation marks, as “60.5”.",
    other: "This cannot be read.",
    number: (found) => `“${found}” is not a number. Write for example 60 or 59.5.`,
  },
  kinds: {
    string: "text in quotation marks",
    object: "an object",
    array: "a list",
    boolean: "true or false",
    number: "a number without quotation marks",
    null: "null",
  },
  fileName: "own-criteria",
};
