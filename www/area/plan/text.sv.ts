// What the panels say, in Swedish: the reference that the English texts follow.

import { list, numberWord, sentence } from "../../text/swedish.ts";
import { record } from "../record/record.sv.ts";
import { rule } from "../rule/rule.sv.ts";
import { sets } from "../sets/sets.sv.ts";
import { arrive, share } from "../share/share.sv.ts";
import { compare, editor } from "./compare.sv.ts";
import { definitions, moves } from "./sure.sv.ts";

export const text = {
  figure: {
    share: (count: string, total: string) => `${count} av ${total}`,
    persons: (persons: string, one: boolean) => (one ? "1 person" : `${persons} personer`),
  },

  who: {
    employment: {
      with: { one: "i arbete", many: "i arbete" },
      without: { one: "utan arbete", many: "utan arbete" },
    },
    "long-term-unemployment": {
      with: { one: "långtidsinskriven", many: "långtidsinskrivna" },
      without: { one: "som inte är långtidsinskriven", many: "som inte är långtidsinskrivna" },
    },
    "low-education": {
      with: { one: "lågutbildad", many: "lågutbildade" },
      without: { one: "som inte är lågutbildad", many: "som inte är lågutbildade" },
    },
    turnout: {
      with: { one: "som röstar", many: "som röstar" },
      without: { one: "som inte röstar", many: "som inte röstar" },
    },
    "long-term-income-support": {
      with: { one: "med långvarigt stöd", many: "med långvarigt stöd" },
      without: { one: "utan långvarigt stöd", many: "utan långvarigt stöd" },
    },
    "upper-secondary-eligibility": {
      with: { one: "behörig", many: "behöriga" },
      without: { one: "som inte är behörig", many: "som inte är behöriga" },
    },
    population: {
      with: { one: "boende", many: "boende" },
      without: { one: "boende", many: "boende" },
    },
    other: {
      with: { one: "som räknas med", many: "som räknas med" },
      without: { one: "som inte räknas med", many: "som inte räknas med" },
    },
  },

  move: {
    more: { one: (n: string, who: string) => `${n} fler ${who}`, many: (n: string, who: string) => `${n} fler ${who}` },
    fewer: { one: (n: string, who: string) => `${n} färre ${who}`, many: (n: string, who: string) => `${n} färre ${who}` },
    movingIn: { one: (n: string, who: string) => `${n} inflyttad ${who}`, many: (n: string, who: string) => `${n} inflyttade ${who}` },
    movingOut: { one: (n: string, who: string) => `${n} utflyttad ${who}`, many: (n: string, who: string) => `${n} utflyttade ${who}` },
    higher: (points: string) => `${points} procentenheter högre`,
    lower: (points: string) => `${points} procentenheter lägre`,
  },

  require: {
    title: "Vad skulle krävas för ett annat svar?",
    undetermined: (names: string[]) =>
      names.length === 0
        ? "Skriv in områdets siffror, så räknas det ut här."
        : `Svaret avgörs inte av uppgifterna än. Först behövs ${list(names.map((name) => name.toLocaleLowerCase("sv")))}.`,
    never: "Ingen ändring av de siffror som är kända ger ett annat svar.",
    turns: {
      meets: (ways: number) =>
        ways === 1
          ? "Minsta ändringen för att området ska uppfylla urvalet:"
          : `Minsta ändringen för att området ska uppfylla urvalet. ${sentence(numberWord(ways))} sätt är lika små:`,
      "does-not-meet": (ways: number) =>
        ways === 1
          ? "Minsta ändringen för att området inte ska uppfylla urvalet:"
          : `Minsta ändringen för att området inte ska uppfylla urvalet. ${sentence(numberWord(ways))} sätt är lika små:`,
      undetermined: (ways: number) =>
        ways === 1
          ? "Minsta ändringen för att de siffror som saknas ska avgöra svaret:"
          : `Minsta ändringen för att de siffror som saknas ska avgöra svaret. ${sentence(numberWord(ways))} sätt är lika små:`,
    },
    and: "och",
    cost: {
      persons: "Jämfört i personer, med oförändrat totalt antal.",
      points: "Jämfört i procentenheter, eftersom minst en av siffrorna är ett procenttal.",
      "points-and-persons":
        "Procentenheter och personer går inte att väga mot varandra. Här står alla ändringar som ingen annan slår på båda sätten.",
    },
    missing: "Siffra saknas.",
    out: "Räknas som uppfyllt. För att inte räknas:",
    into: "Räknas inte som uppfyllt. För att räknas:",
    way: {
      percent: "Siffran själv",
      fixedTotal: "Samma totala antal",
      movingIn: "Inflyttning",
      movingOut: "Utflyttning",
      amount: "Antalet",
    },
    try: "Pröva",
    tryWhat: "i ett scenario:",
    impossible: "går inte",
    noSlack: "Ingen marginal: nästa person ändrar.",
    noSlackPoints: "Ingen marginal: nästa steg ändrar.",
    slackPersons: (persons: string, one: boolean) => `Marginal innan dess: ${one ? "1 person" : `${persons} personer`}.`,
    slackPoints: (points: string) => `Marginal innan dess: ${points} procentenheter.`,
    noAdvice: "Det här är de minsta ändringar som räcker, exakt uträknade för den valda tolkningen. De säger inget om vad som är rimligt eller önskvärt.",
  },

  sure: {
    title: "Hur säkert är svaret?",
    figures: "Vad siffrorna kan stå för",
    figuresIntro: "En publicerad procentsats är avrundad. Här står vilka utfall det sanna värdet kan ge.",
    criterion: "Kriterium",
    figure: "Siffra",
    possible: "Möjliga utfall",
    because: "Beror på",
    certain: "Säkert",
    depends: { rounding: "avrundningen", noise: "att antalen kan vara fel" },
    impossibleFigure: "Ingen andel av det kända antalet ger den siffran.",
    noFigure: "Siffra saknas",
    help: "Vet du hur många personer ett procenttal gäller? Skriv det under ”Vad betyder siffran?”, så räknas bara verkliga andelar.",
    noise: "Pröva om antalen är lite fel",
    noiseLabel: "Fel med upp till så här många personer",
    noiseHelp: "SCB ändrar från referensår 2025 antal med ett litet slumptal. Gäller alla siffror som är antal.",
    readings: "Svaret i alla tolkningar",
    readingsSame: (verdict: string) => `Svaret är detsamma i alla tolkningar: ${verdict}.`,
    readingsDiffer: "Källan lämnar två frågor öppna. Svaret skiljer sig beroende på hur de läses:",
    readingsSettled: "Källan avgör själv hur kriterierna ska läsas.",
    require: "Så många krävs",
    strict: "Gränsen räknas inte",
    inclusive: "Gränsen räknas som uppfylld",
    all: (of: number) => `alla ${numberWord(of)}`,
    any: "minst ett",
    atLeast: (least: number) => `minst ${numberWord(least)}`,
    chosen: "vald tolkning",
    verdict: { meets: "uppfyller", "does-not-meet": "uppfyller inte", undetermined: "avgörs inte av uppgifterna" },
    words: "Vad källan säger",
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

export type PlanText = typeof text;
