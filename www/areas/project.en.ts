// The texts of the project, in English.

import type { ProjectText } from "./project.sv.ts";

export const project: ProjectText = {
  label: "Project",
  kept: "What you decide is kept on your device all the time.",
  notes: "Notes",
  example: "An example is not kept.",
  content: (size) => `Include what is in the files (${size})`,
  tooLarge: "The files are too large to be included in the project.",
  save: "Save the project as a file",
  help: "The file has the names and checksums of the files, your corrections, the criteria, the filter and the notes. Open it as any file, here or on another device. The files themselves go along only if you tick the box.",
  fileName: "project",
  goesOn: (files) =>
    files === 0
      ? "Your work goes on here. Your corrections, criteria and notes are still there. Choose files to compute."
      : "Your work goes on here. Your corrections, criteria, filter and notes are still there. Choose the files again, or next year’s:",
  differs: "The files are not the same as when the project was saved:",
  changed: (file) => `${file} has another content.`,
  missing: (file) => `${file} is not among them.`,
  seen: "I have seen this",
  anew: "Begin anew",
  back: "Go back to what was here before",
  older: (count) => (count === 1 ? "One more earlier project" : `${count} more earlier projects`),
  called: (notes, files) => notes.split("\n")[0]?.trim() || files.join(", ") || "Without files",
  unreadable: "The project was not saved. One of the files can no longer be read. Choose the files again, or save without what is in them.",
  leftover: {
    newer: "The project on the device is of a newer version of the page. It is still there. Reload the page, or save it as a file.",
    damaged: "The project on the device cannot be read. It is still there. You can save it as a file.",
  },
  refused: {
    newer: (file) => `${file} is a project of a newer version of the page. Reload the page and open it again.`,
    damaged: (file) => `${file} is a project that cannot be read. It may have been changed or cut. What was here is still here.`,
  },
};
