// What the panels say, in English.

import { list, numberWord } from "../../text/english.ts";
import { counted } from "../../text/format.ts";
import { record } from "../record/record.en.ts";
import { rule } from "../rule/rule.en.ts";
import { sets } from "../../text/sets.en.ts";
import { arrive, share } from "../share/share.en.ts";
import { compare, editor } from "./compare.en.ts";
import { definitions, moves } from "./sure.en.ts";
import type { PlanText } from "./text.sv.ts";

export const text: PlanText = {
  figure: {
    share: (count, total) => `${count} of ${total}`,
    persons: (persons) => counted(persons, "person", "people"),
  },

  who: {
    employment: {
      with: { one: "gainfully employed", many: "gainfully employed" },
      without: { one: "not gainfully employed", many: "not gainfully employed" },
    },
    "long-term-unemployment": {
      with: { one: "registered long-term", many: "registered long-term" },
      without: { one: "not registered long-term", many: "not registered long-term" },
    },
    "low-education": {
      with: { one: "with compulsory school at most", many: "with compulsory school at most" },
      without: { one: "with longer education", many: "with longer education" },
    },
    turnout: {
      with: { one: "who votes", many: "who vote" },
      without: { one: "who does not vote", many: "who do not vote" },
    },
    "long-term-income-support": {
      with: { one: "with long-term support", many: "with long-term support" },
      without: { one: "without long-term support", many: "without long-term support" },
    },
    "upper-secondary-eligibility": {
      with: { one: "who is eligible", many: "who are eligible" },
      without: { one: "who is not eligible", many: "who are not eligible" },
    },
    population: {
      with: { one: "living there", many: "living there" },
      without: { one: "living there", many: "living there" },
    },
    other: {
      with: { one: "who is counted", many: "who are counted" },
      without: { one: "who is not counted", many: "who are not counted" },
    },
  },

  move: {
    movingIn: (n, who) => `${counted(n, "person", "people")} ${who} moving in`,
    movingOut: (n, who) => `${counted(n, "person", "people")} ${who} moving out`,
    instead: (after, before) => `${after} instead of ${before}`,
  },

  require: {
    title: "How near the thresholds is the area?",
    undetermined: (names) =>
      names.length === 0
        ? "Enter the area’s figures, and it is computed here."
        : `The answer cannot be told yet. First needed: ${list(names.map((name) => name.toLocaleLowerCase("en")))}.`,
    never: "No change of the known figures gives another answer.",
    turns: {
      meets: (ways) =>
        ways === 1
          ? "The smallest difference that gives the answer “meets”:"
          : `The smallest difference that gives the answer “meets”. There are ${numberWord(ways)} equally small ones:`,
      "does-not-meet": (ways) =>
        ways === 1
          ? "The smallest difference that gives the answer “does not meet”:"
          : `The smallest difference that gives the answer “does not meet”. There are ${numberWord(ways)} equally small ones:`,
      undetermined: (ways) =>
        ways === 1
          ? "The smallest difference by which the missing figures decide the answer:"
          : `The smallest difference by which the missing figures decide the answer. There are ${numberWord(ways)} equally small ones:`,
    },
    and: "and",
    cost: {
      persons: "Compared in people, with unchanged totals.",
      points: "Compared in percentage points, since at least one of the figures is a percentage.",
      "points-and-persons":
        "Percentage points and people cannot be weighed against each other. These are the changes that no other one is smaller than in both.",
    },
    missing: "No figure.",
    apart: (figure, distance, threshold) => `The area has ${figure}. That is ${distance}, which is ${threshold}.`,
    onIt: (figure) => `The area has ${figure}, the same as the threshold.`,
    what: "What would change that?",
    way: {
      percent: "The figure itself",
      fixedTotal: "Same total",
      movingIn: "Moving in",
      movingOut: "Moving out",
      amount: "The count",
    },
    try: "Try",
    tryWhat: "in a scenario:",
    impossible: "impossible",
    noSlack: "No margin: one more person changes the outcome.",
    noSlackPoints: "No margin: the next step changes the outcome.",
    slackPersons: (persons) => `Margin until then: ${counted(persons, "person", "people")}.`,
    slackPoints: (points) => `Margin until then: ${counted(points, "percentage point", "percentage points")}.`,
    noAdvice:
      "These are the smallest differences, computed exactly for the chosen interpretation. They say nothing about what is reasonable or desirable.",
  },

  sure: {
    title: "How sure is the answer?",
    figures: "What the figures can stand for",
    figuresIntro: "A published percentage is rounded. These are the outcomes that the true value can give.",
    criterion: "Criterion",
    figure: "Figure",
    possible: "Possible outcomes",
    because: "Depends on",
    certain: "Certain",
    depends: { rounding: "the rounding", noise: "the counts being off" },
    impossibleFigure: "The figure cannot be right with the number of people you have given.",
    noFigure: "No figure",
    help: "Do you know how many people a percentage is of? Write it under “What does the figure mean?”, and only real shares are counted.",
    noise: "Try counts that are slightly off",
    noiseLabel: "Off by up to this many people",
    noiseHelp: "From reference year 2025, Statistics Sweden adds a small random number to counts. Applies to all figures that are counts.",
    readings: "The answer under every interpretation",
    readingsSame: (verdict) => `The answer is the same under all interpretations: ${verdict}.`,
    readingsDiffer: "The source leaves two questions open. The answer differs with how they are interpreted:",
    readingsSettled: "The source itself settles how the criteria are to be interpreted.",
    require: "Criteria required",
    strict: "Exactly on the threshold does not count as met",
    inclusive: "Exactly on the threshold counts as met",
    all: (of) => `all ${numberWord(of)}`,
    any: "at least one",
    atLeast: (least) => `at least ${numberWord(least)}`,
    chosen: "chosen interpretation",
    verdict: { meets: "meets", "does-not-meet": "does not meet", undetermined: "cannot be told" },
    words: "What the source says",
  },

  definitions,
  moves,
  compare,
  editor,
  share,
  arrive,
  record,
  rule,
  sets,
};
