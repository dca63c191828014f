// What the panels say, in English.

import { list, numberWord, sentence } from "../../text/english.ts";
import { record } from "../record/record.en.ts";
import { rule } from "../rule/rule.en.ts";
import { sets } from "../sets/sets.en.ts";
import { arrive, share } from "../share/share.en.ts";
import { compare, editor } from "./compare.en.ts";
import { definitions, moves } from "./sure.en.ts";
import type { PlanText } from "./text.sv.ts";

const people = (n: string, who: string) => `${n} people ${who}`;
const person = (n: string, who: string) => `${n} person ${who}`;

export const text: PlanText = {
  figure: {
    share: (count, total) => `${count} of ${total}`,
    persons: (persons, one) => (one ? "1 person" : `${persons} people`),
  },

  who: {
    employment: {
      with: { one: "in work", many: "in work" },
      without: { one: "not in work", many: "not in work" },
    },
    "long-term-unemployment": {
      with: { one: "registered long-term", many: "registered long-term" },
      without: { one: "not registered long-term", many: "not registered long-term" },
    },
    "low-education": {
      with: { one: "with low education", many: "with low education" },
      without: { one: "without low education", many: "without low education" },
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
    more: { one: (n, who) => person(`${n} more`, who), many: (n, who) => people(`${n} more`, who) },
    fewer: { one: (n, who) => person(`${n} fewer`, who), many: (n, who) => people(`${n} fewer`, who) },
    movingIn: { one: (n, who) => `${person(n, who)} moving in`, many: (n, who) => `${people(n, who)} moving in` },
    movingOut: { one: (n, who) => `${person(n, who)} moving out`, many: (n, who) => `${people(n, who)} moving out` },
    higher: (points) => `${points} percentage points higher`,
    lower: (points) => `${points} percentage points lower`,
  },

  require: {
    title: "What would it take to have another answer?",
    undetermined: (names) =>
      names.length === 0
        ? "Enter the area’s figures, and it is computed here."
        : `The figures do not decide the answer yet. First needed: ${list(names.map((name) => name.toLocaleLowerCase("en")))}.`,
    never: "No change of the known figures gives another answer.",
    turns: {
      meets: (ways) =>
        ways === 1
          ? "The smallest change for the area to meet the selection:"
          : `The smallest change for the area to meet the selection. ${sentence(numberWord(ways))} ways are equally small:`,
      "does-not-meet": (ways) =>
        ways === 1
          ? "The smallest change for the area not to meet the selection:"
          : `The smallest change for the area not to meet the selection. ${sentence(numberWord(ways))} ways are equally small:`,
      undetermined: (ways) =>
        ways === 1
          ? "The smallest change for the missing figures to decide the answer:"
          : `The smallest change for the missing figures to decide the answer. ${sentence(numberWord(ways))} ways are equally small:`,
    },
    and: "and",
    cost: {
      persons: "Compared in persons, with unchanged totals.",
      points: "Compared in percentage points, since at least one of the figures is a percentage.",
      "points-and-persons":
        "Percentage points and persons cannot be weighed against each other. These are all the changes that no other one undercuts in both.",
    },
    missing: "No figure.",
    out: "Counts as met. In order not to count:",
    into: "Does not count as met. In order to count:",
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
    noSlack: "No margin: the next person changes it.",
    noSlackPoints: "No margin: the next step changes it.",
    slackPersons: (persons, one) => `Margin until then: ${one ? "1 person" : `${persons} people`}.`,
    slackPoints: (points) => `Margin until then: ${points} percentage points.`,
    noAdvice: "These are the smallest changes that suffice, computed exactly for the chosen reading. They say nothing about what is reasonable or desirable.",
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
    impossibleFigure: "No share of the known total gives that figure.",
    noFigure: "No figure",
    help: "Do you know how many persons a percentage is of? Write it under “What does the figure mean?”, and only real shares are counted.",
    noise: "Try counts that are slightly off",
    noiseLabel: "Off by up to this many persons",
    noiseHelp: "From reference year 2025, Statistics Sweden adds a small random number to counts. Applies to all figures that are counts.",
    readings: "The answer under every reading",
    readingsSame: (verdict) => `The answer is the same under all readings: ${verdict}.`,
    readingsDiffer: "The source leaves two questions open. The answer differs with how they are read:",
    readingsSettled: "The source itself settles how the criteria are to be read.",
    require: "Criteria required",
    strict: "The threshold does not count",
    inclusive: "The threshold counts as met",
    all: (of) => `all ${numberWord(of)}`,
    any: "at least one",
    atLeast: (least) => `at least ${numberWord(least)}`,
    chosen: "chosen reading",
    verdict: { meets: "meets", "does-not-meet": "does not meet", undetermined: "not decided by the figures" },
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
