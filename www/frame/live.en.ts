// What the live parts around every view say, in English.

import type { LiveFrameText } from "./live.sv.ts";

export const text: LiveFrameText = {
  broken: {
    said: "Something in the page has stopped, and its answers can no longer be relied on. What you have typed is still there when you reload.",
    reload: "Reload",
  },
  unkept: {
    work: "Your work is not saved on the device: it is full, or the browser does not allow it. It exists only in this tab.",
    sets: "Your own criteria are not saved on the device: it is full, or the browser does not allow it. They exist only in this tab.",
    project: "The project is not saved on the device: it is full, or the browser does not allow it. It exists only in this tab.",
    tab: "What you have typed will not come along if you go to another page or reload: the device is full, or the browser does not allow it. It stays as long as you stay here.",
    save: "Save as a file",
  },
};
