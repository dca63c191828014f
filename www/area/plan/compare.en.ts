// What the panel of scenarios says, in English.

import { counted } from "../../text/format.ts";
import type { compare as compareReference, editor as editorReference } from "./compare.sv.ts";

export const compare: typeof compareReference = {
  title: "Compare scenarios",
  enterFirst: "Enter the area’s figures above. Then scenarios can be made of them.",
  intro: "A scenario is a copy of the figures above. Change it and see what the answer becomes. The figures above stay as they are.",
  introSome: "Change a scenario and see the difference from how it is now. The figures above stay as they are.",
  add: "New scenario",
  name: (nth) => `Scenario ${nth}`,
  added: (name) => `${name} is added.`,
  undo: "Undo",
  redo: "Redo",
  undone: "Undone.",
  redone: "Redone.",
  table: "The scenarios side by side",
  now: "As it is",
  unnamed: "Without a name",
  edit: "Change",
  answer: "Answer",
  met: (met, of) => `${met} of ${of} met`,
  reading: "Interpretation",
  readingShort: (require, inclusive) => `${require} required, exactly on the threshold ${inclusive ? "counts" : "does not count"} as met`,
  changed: "changed",
  away: (points, below) => `${counted(points, "percentage point", "percentage points")} ${below ? "below" : "above"} the threshold`,
  awayPersons: (persons, below) => `${counted(persons, "person", "people")} ${below ? "below" : "above"} the threshold`,
  ownThreshold: (threshold) => `Your own threshold: ${threshold}. Not the source’s.`,
  unreadable: "One of your own thresholds cannot be read.",
  picture: "How far it is to the threshold.",
  pictureHelp:
    "All criteria on one scale: from Sweden’s average to the threshold. The circle is how it is now, the numbers are the scenarios.",
  zero: "Sweden",
  one: "threshold",
  pictureTable: "The same picture as a table",
  pictureScale: "0 is Sweden’s average, 1 is the threshold.",
  noCommonScale: "The source gives no national average, so the criteria have no common scale.",
};

export const editor: typeof editorReference = {
  title: (name) => `Change ${name}`,
  name: "Name",
  stepPersons: "Step in people",
  stepPoints: "Step in percentage points",
  points: (size) => counted(size, "percentage point", "percentage points"),
  persons: (size, who) => `${counted(size, "person", "people")} ${who}`,
  apply: "Fill in the smallest change",
  applied: "The smallest change that gives another answer is put in.",
  copy: "Copy",
  remove: "Remove",
  removed: (name) => `${name} is removed. It can be undone.`,
  close: "Done",
  own: "Your own thresholds",
  ownHelp: "Try other thresholds than the source’s. The scenario is marked, since its answer is then no longer about the criteria of 2018.",
  ownField: (name) => `Your own threshold for ${name}`,
  ownSource: (threshold) => `the source’s threshold ${threshold}`,
};
