// The texts around every view, in English.

import type { FrameText } from "./text.sv.ts";

export const text: FrameText = {
  product: "Tröskel",
  skip: "To the content",
  navigation: "Parts of the page",
  views: { area: "One area", areas: "Many areas", fetch: "Get figures", about: "About the criteria" },
  other: { language: "sv", name: "Svenska" },
  footer: {
    what: "Tröskel computes the Swedish government’s selection criteria of March 2018. It is not a decision, and not the page of an authority.",
    privacy: "No figure leaves your device. No cookies, no tracking.",
    licences: "Licences of what the page consists of",
  },
};
