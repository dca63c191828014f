// The texts around every view, in English.

import type { FrameText } from "./text.sv.ts";

export const text: FrameText = {
  product: "Tröskel",
  skip: "To the content",
  navigation: "Parts of the page",
  views: { area: "One area", areas: "Many areas", fetch: "Get figures", about: "About the criteria" },
  other: { language: "sv", name: "Svenska" },
  broken: {
    said: "Something in the page has stopped, and its answers can no longer be relied on. What you have typed is still there when you reload.",
    reload: "Reload",
  },
  unkept: {
    work: "Your work is not saved on the device: it is full, or the browser does not allow it. It exists only in this tab.",
    sets: "Your own criteria are not saved on the device: it is full, or the browser does not allow it. They exist only in this tab.",
    tab: "What you have typed will not come along if you go to another page or reload: the device is full, or the browser does not allow it. It stays as long as you stay here.",
    save: "Save as a file",
  },
  footer: {
    what: "Tröskel computes the Swedish government’s selection criteria of March 2018. It is not a decision, and not the page of an authority.",
    privacy: "No figure leaves your device. No cookies, no tracking.",
    licences: "Licences of what the page consists of",
  },
};
