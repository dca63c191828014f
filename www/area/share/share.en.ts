// What sharing says, in English.

import { list, numberWord } from "../../text/english.ts";
import type { arrive as arriveReference, share as shareReference } from "./share.sv.ts";

export const share: typeof shareReference = {
  title: "Share",
  intro: "The link holds the figures, the answer, the reading, the scenarios and the notes. All of it stands in the link itself and is sent to no server. Whoever gets the link can read the figures.",
  name: "The area’s name, if you want it included",
  make: "Make a link",
  made: "The link is made.",
  link: "The link",
  copy: "Copy the link",
  copied: "The link is copied.",
  copyByHand: "The browser did not let the page copy. The link is selected: copy it yourself.",
  send: "Share with an app",
  current: "The link shows what stands here now.",
  stale: "The figures have changed since the link was made. Make a new one to include the changes.",
  tooLong: "It is too much for a link. Save it as a file instead.",
  files: "Save as a file",
  filesHelp: "The file holds the same as the link. Open it here again, on this device or another.",
  fileName: "troskel",
  save: "Save the file",
  saved: (name) => `The file ${name} is saved.`,
  open: "Open a saved file",
};

const parts: Readonly<Record<string, string>> = {
  criteria: "the criteria set",
  reading: "the reading",
  area: "the area’s name",
  figure: "some figure",
  scenario: "some scenario",
  set: "the criteria set of one’s own",
};

const scenarioCount = (count: number) => (count === 1 ? "one scenario" : `${numberWord(count)} scenarios`);

export const arrive: typeof arriveReference = {
  linkOpened: "The figures come from the link.",
  part: (part) => parts[part] ?? "",
  linkDamaged: (lost) =>
    lost.length === 0
      ? "The link is damaged. What could be read is here."
      : `The link is damaged. What could be read is here, but ${list(lost)} was lost.`,
  linkUnreadable: "The link cannot be read. It is damaged or cut off. Ask for it again, copied as a whole.",
  linkNewer: "The link was made with a newer version of Tröskel. Reload the page to fetch that version.",
  linkNotLoaded: "The calculator could not be loaded, so the link is not opened yet.",
  ownPutBy: "Your own saved work is put by while the link is open.",
  ownInstead: "Open my own saved work instead",
  typedInstead: "Bring back the figures I typed",
  set: {
    changed: "The criteria have changed since then. Today’s are used here.",
    own: "The criteria are a set of one’s own and come along.",
    unknown: "The criteria set is unknown here. The figures are shown against the criteria of the page.",
  },
  readingDropped: "The reading cannot be used with these criteria, so the source’s own applies.",
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
    count === 0 ? "What you wrote last time is still here." : `Your work with ${scenarioCount(count)} is still here from last time.`,
  keptNotLoaded: "Your saved work is still here, but the calculator could not be loaded.",
  keptDamaged: "What was saved on the device cannot be read. It is set aside, not removed.",
  keptNewer: "What was saved on the device was made with a newer version. It is set aside, not removed.",
  setsDamaged: "Some criteria set that was kept on the device cannot be read. It is set aside, not removed.",
  saveDamaged: "Save it as a file",
  forget: "Remove what is kept on the device",
  forgotten: "What was kept is removed from the device.",
  fileOpened: (count) => (count === 0 ? "The file is opened." : `The file is opened, with ${scenarioCount(count)}.`),
  fileUnreadable: "The file cannot be read. It has to be a file that was saved here. Nothing has changed.",
  fileNewer: "The file was made with a newer version of Tröskel. Nothing has changed.",
};
