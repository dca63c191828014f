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
  footer: {
    what: "Tröskel computes the Swedish government’s selection criteria of March 2018. It is not a decision, and not the page of an authority.",
    privacy: "No figure leaves your device. No cookies, no tracking.",
    licences: "Licences of what the page consists of",
  },
};
