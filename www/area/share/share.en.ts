// What sharing says, in English.

import { list, numberWord } from "../../text/english.ts";
import type { arrive as arriveReference, share as shareReference } from "./share.sv.ts";
import { own } from "../../text/own.ts";

export const share: typeof shareReference = {
  title: "Share",
  intro:
    "The link holds the figures, the answer, the interpretation, the scenarios and the notes. All of it is in the link itself and is sent to no server. Whoever gets the link can read the figures.",
  name: "The area’s name, if you want it included",
  link: "The link",
  copy: "Copy the link",
  done: "Copied",
  copied: "The link is copied.",
  copyByHand: "The browser did not let the page copy. The link is selected: copy it yourself.",
  send: "Share with an app",
  current: "The link shows what is shown here now.",
  tooLong: "It is too much for a link. Save it as a file instead.",
  card: {
    title: "A picture to share",
    intro: "The picture is made here on the device and is sent nowhere until you share it.",
    save: "Save the picture",
    saveSvg: "Save as SVG",
    send: "Share the picture",
    failed: "The browser could not make the picture. Save it as SVG instead.",
    average: "Sweden",
    none: "No figure",
    municipality: (name) => `Municipality: ${name}`,
    source: "Criteria: Swedish government memo, March 2018. A computation, not a decision.",
    sourceOther: (name) => `Criteria: ${name}. A computation, not a decision.`,
    made: (day) => `Tröskel, ${day}`,
    fileName: "area",
  },
  files: "Save as a file",
  filesHelp: "The file holds the same as the link. You can open it here later, on this device or another.",
  fileName: "troskel",
  save: "Save the file",
  saved: (name) => `The file ${name} is saved.`,
  open: "Open a saved file",
};

const parts: Readonly<Record<string, string>> = {
  criteria: "the criteria set",
  reading: "the interpretation",
  area: "the area’s name",
  figure: "some figure",
  scenario: "some scenario",
  set: "your own criteria",
};

const scenarioCount = (count: number) => (count === 1 ? "one scenario" : `${numberWord(count)} scenarios`);

export const arrive: typeof arriveReference = {
  linkOpened: "The figures come from the link.",
  part: (part) => own(parts, part) ?? "",
  linkDamaged: (lost) =>
    lost.length === 0
      ? "The link is damaged. What could be read is here."
      : `The link is damaged. What could be read is here, but ${list(lost)} was lost.`,
  linkUnreadable: "The link cannot be read. It is damaged or cut off. Ask for it again, copied as a whole.",
  linkNewer: "The link was made with a newer version of Tröskel. Reload the page to fetch that version.",
  linkNotLoaded: "The calculator could not be loaded, so the link is not opened yet.",
  ownPutBy: "Your own saved work is still there. The figures shown here are not part of it.",
  ownInstead: "Open my own saved work instead",
  typedInstead: "Bring back the figures I typed",
  set: {
    changed: "The criteria have changed since then. Today’s are used here.",
    own: "The criteria are someone’s own and come along.",
    unknown: "The criteria set is unknown here. The figures are shown against the criteria of the page.",
  },
  readingDropped: "The interpretation cannot be used with these criteria, so the source’s own applies.",
  answers: (then, now) => `The answer then: ${then}. The answer now: ${now}.`,
  thenAndNow: {
    title: "Then and now",
    before: "Then",
    now: "Now",
    limit: {
      below: (threshold) => `Threshold: below ${threshold}`,
      above: (threshold) => `Threshold: above ${threshold}`,
    },
    noFigure: "No figure then",
    gone: "Not among the criteria now",
  },
  restored: (count) =>
    count === 0 ? "What stood here last time is still here." : `Your work with ${scenarioCount(count)} is still here from last time.`,
  keptNotLoaded: "Your saved work is still here, but the calculator could not be loaded.",
  keptDamaged: "What was saved on the device cannot be read. It is set aside, not removed.",
  keptNewer: "What was saved on the device was made with a newer version. It is set aside, not removed.",
  setsDamaged: "Some criteria set that was kept on the device cannot be read. It is set aside, not removed.",
  keptStuck:
    "What was saved on the device can’t be read, and there is no room to set it aside. It is left as it is. New work is not saved.",
  noRoom: "Nothing has been opened yet. Your work here is not saved, and the device has no room for it. Save it as a file first.",
  saveThis: "Save the work as a file",
  openAnyway: "Open anyway",
  putAside: (name) => (name === "" ? "Some work has been set aside." : `The work “${name}” has been set aside.`),
  openAside: "Open it",
  removeAside: "Remove it",
  saveDamaged: "Save it as a file",
  forget: "Remove what is kept on the device",
  forgotten: "What was kept is removed from the device.",
  fileOpened: (count) => (count === 0 ? "The file is opened." : `The file is opened, with ${scenarioCount(count)}.`),
  fileUnreadable: "The file cannot be read. It has to be a file that was saved here. Nothing has changed.",
  fileNewer: "The file was made with a newer version of Tröskel. Nothing has changed.",
};
