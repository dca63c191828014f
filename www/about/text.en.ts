// The words of About the criteria, with the same keys as the Swedish reference.

import { text as live } from "./live.en.ts";
import type { AboutText } from "./text.sv.ts";

export const text: AboutText = {
  title: "About the criteria",
  metaTitle: "About the criteria – Tröskel",
  metaDescription:
    "The Swedish government’s memo of March 2018 as facts: the four thresholds, the 32 municipalities, the money by year, who distributed it, and what is not known.",
  lead: "In March 2018 the Swedish government decided which municipalities could apply for support to areas with socio-economic challenges. Here is everything its memo says, where each fact comes from, and what is not known.",
  contents: "Contents",
  sections: {
    rule: "The thresholds",
    who: "Which municipalities could apply?",
    verdicts: "Two answers, never one",
    money: "The money",
    apply: "How applying was meant to work",
    programme: "The programme",
    measures: "The four measures",
    unknown: "What is not known",
    method: "How it is computed",
    afterwards: "What happened next?",
    sources: "Sources",
    accessibility: "Accessibility",
  },
  rule: {
    intro:
      "Four measures, each with its national average and its threshold. An area meets a criterion when its figure lies on the side of the threshold that means greater challenges.",
    caption: "The memo’s table",
    measure: "Measure",
    threshold: "Threshold",
    average: "Sweden",
    below: "below",
    above: "above",
  },
  who: {
    intro: "{count} of Sweden’s {all} municipalities. Search by name or code.",
    noScript: "The search needs scripts. Without them the list below decides: a municipality that is not there could not apply.",
    decides: "What decides",
  },
  verdicts: {
    intro:
      "Whether a municipality could apply was settled by the list. Whether an area meets the criteria is a computation, and it gives no right to money. The two answers may differ.",
  },
  money: {
    ...live.money,
    intro: "The plan of March 2018 was {total} million kronor over ten years. This is what came of it, as far as is known.",
    chart: "Planned and known, million kronor a year",
    year: "Year",
    planned: "Planned in March 2018",
    known: "Known afterwards",
    recipients: { named: "to municipalities", open: "from 2019: recipient not named" },
    authorities:
      "Two authorities distributed the money: Tillväxtverket through 2020, Delegationen mot segregation in 2021. The delegation was closed at the end of 2022.",
    total: "Sum",
    legendPlanned: "planned",
    legendKnown: "known afterwards",
    exact: "The sum is exact: {parts} = {total}.",
    municipality: "Municipality",
    ceiling: "At most, million kronor",
    source: "Source",
    theRest: "The other {n}: not known.",
  },
  apply: {
    intro: "See what the plan was. Choose the year in which the period was to begin, and a day to see who was to distribute the money.",
    noScript: "The planner needs scripts. Without them: a period was three years, and the amounts by year are in the table above.",
  },
  programme: {
    focus: "Five focus areas",
    purpose: "The purpose of the support",
    examples: "Examples of municipal measures",
  },
  measures: {
    intro: "The measures sound simple. They can still be counted in several ways, and the memo does not say which was used.",
    plain: "In the memo’s list",
    term: "In the memo’s table",
    english: "Statistics Sweden’s English",
    open: "Unclear",
    nothingOpen: "Nothing unclear.",
    breaks: "Breaks in the series",
    noBreaks: "None known.",
    find: "Where to find the figure",
    threshold: "Threshold {threshold}, Sweden {average}",
    general: "For all four",
  },
  unknown: {
    intro: "These were looked for and not found. The page does not guess.",
  },
  method: {
    comparison: "100 · {count} = {left} and {threshold} · {total} = {right}",
    equal: "They are equal: exactly on the threshold.",
  },
  afterwards: {
    today: "Can anything be applied for today?",
    confuse: "Not to be confused with",
  },
  sources: {
    intro: "Everything the page says comes from here. What is in quotation marks is verbatim, in Swedish.",
    memo: "Read the whole memo (in Swedish)",
    memoNote: "Verbatim as it was handed over; the text of its footnotes is missing.",
    data: "All facts of this page are data in the product, each with its source.",
    map: "The map’s outline: Natural Earth, public domain.",
  },
  accessibility: {
    text: [
      "The page is made to work with a keyboard, a screen reader, 400 percent zoom, dark mode, forced colours and in print. The aim is WCAG 2.2 at level AA.",
      "No answer rests on colour alone: each outcome has a word and a shape. Chart and map have the same content in a table or list.",
      "Known shortcomings: the names on the map are hidden on narrow screens; there the list has them. Quotes are in Swedish on the English page too.",
      "This statement is of 29 November 2026. It rests on tests of our own in three browsers, not on a review from outside. Have you found a flaw? Tell whoever runs this site, or write an issue where the project’s code is.",
    ],
  },
};
