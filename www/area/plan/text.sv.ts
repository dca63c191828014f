// What the panels say, in Swedish: the reference that the English texts follow.

import { counted } from "../../text/format.ts";
import { list, numberWord } from "../../text/swedish.ts";
import { record } from "../record/record.sv.ts";
import { rule } from "../rule/rule.sv.ts";
import { sets } from "../../text/sets.sv.ts";
import { arrive, share } from "../share/share.sv.ts";
import { compare, editor } from "./compare.sv.ts";
import { definitions, moves } from "./sure.sv.ts";

export const text = {
  figure: {
    share: (count: string, total: string) => `${count} av ${total}`,
    persons: (persons: string) => counted(persons, "person", "personer"),
  },

  who: {
    employment: {
      with: { one: "som förvärvsarbetar", many: "som förvärvsarbetar" },
      without: { one: "som inte förvärvsarbetar", many: "som inte förvärvsarbetar" },
    },
    "long-term-unemployment": {
      with: { one: "som är långtidsinskriven", many: "som är långtidsinskrivna" },
      without: { one: "som inte är långtidsinskriven", many: "som inte är långtidsinskrivna" },
    },
    "low-education": {
      with: { one: "med högst grundskola", many: "med högst grundskola" },
      without: { one: "med längre utbildning", many: "med längre utbildning" },
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
      with: { one: "som är behörig", many: "som är behöriga" },
      without: { one: "som inte är behörig", many: "som inte är behöriga" },
    },
    population: {
      with: { one: "som bor där", many: "som bor där" },
      without: { one: "som bor där", many: "som bor där" },
    },
    other: {
      with: { one: "som räknas med", many: "som räknas med" },
      without: { one: "som inte räknas med", many: "som inte räknas med" },
    },
  },

  move: {
    movingIn: (n: string, who: string) => `${counted(n, "inflyttad person", "inflyttade personer")} ${who}`,
    movingOut: (n: string, who: string) => `${counted(n, "utflyttad person", "utflyttade personer")} ${who}`,
    instead: (after: string, before: string) => `${after} i stället för ${before}`,
  },

  require: {
    title: "Hur nära gränsen är området?",
    undetermined: (names: string[]) =>
      names.length === 0
        ? "Skriv in områdets siffror, så räknas det ut här."
        : `Svaret går inte att avgöra än. Först behövs ${list(names.map((name) => name.toLocaleLowerCase("sv")))}.`,
    never: "Ingen ändring av de siffror som är kända ger ett annat svar.",
    turns: {
      meets: (ways: number) =>
        ways === 1
          ? "Den minsta skillnad som ger svaret ”uppfyller”:"
          : `Den minsta skillnad som ger svaret ”uppfyller”. Det finns ${numberWord(ways)} lika små:`,
      "does-not-meet": (ways: number) =>
        ways === 1
          ? "Den minsta skillnad som ger svaret ”uppfyller inte”:"
          : `Den minsta skillnad som ger svaret ”uppfyller inte”. Det finns ${numberWord(ways)} lika små:`,
      undetermined: (ways: number) =>
        ways === 1
          ? "Den minsta skillnad som gör att de siffror som saknas avgör svaret:"
          : `Den minsta skillnad som gör att de siffror som saknas avgör svaret. Det finns ${numberWord(ways)} lika små:`,
    },
    and: "och",
    cost: {
      persons: "Jämfört i personer, med oförändrat totalt antal.",
      points: "Jämfört i procentenheter, eftersom minst en av siffrorna är ett procenttal.",
      "points-and-persons":
        "Procentenheter och personer går inte att väga mot varandra. Här står de ändringar där ingen annan är mindre i båda måtten.",
    },
    missing: "Siffra saknas.",
    apart: (figure: string, distance: string, threshold: string) => `Området har ${figure}. Det är ${distance}, som är ${threshold}.`,
    onIt: (figure: string) => `Området har ${figure}, samma som gränsen.`,
    what: "Vad skulle ändra det?",
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
    noSlack: "Ingen marginal: en person till ändrar utfallet.",
    noSlackPoints: "Ingen marginal: nästa steg ändrar utfallet.",
    slackPersons: (persons: string) => `Marginal innan dess: ${counted(persons, "person", "personer")}.`,
    slackPoints: (points: string) => `Marginal innan dess: ${counted(points, "procentenhet", "procentenheter")}.`,
    noAdvice:
      "Det här är de minsta skillnaderna, exakt uträknade för den valda tolkningen. De säger inget om vad som är rimligt eller önskvärt.",
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
    impossibleFigure: "Siffran kan inte stämma med det antal personer du angett.",
    noFigure: "Siffra saknas",
    help: "Vet du hur många personer ett procenttal gäller? Skriv det under ”Vad betyder siffran?”, så räknas bara verkliga andelar.",
    noise: "Pröva om antalen är lite fel",
    noiseLabel: "Fel med upp till så här många personer",
    noiseHelp: "Från referensår 2025 lägger SCB till ett litet slumptal på antalen. Gäller alla siffror som är antal.",
    readings: "Svaret i alla tolkningar",
    readingsSame: (verdict: string) => `Svaret är detsamma i alla tolkningar: ${verdict}.`,
    readingsDiffer: "Källan lämnar två frågor öppna. Svaret beror på hur de tolkas:",
    readingsSettled: "Källan avgör själv hur kriterierna ska tolkas.",
    require: "Så många krävs",
    strict: "Exakt på gränsen räknas inte som uppfyllt",
    inclusive: "Exakt på gränsen räknas som uppfyllt",
    all: (of: number) => `alla ${numberWord(of)}`,
    any: "minst ett",
    atLeast: (least: number) => `minst ${numberWord(least)}`,
    chosen: "vald tolkning",
    verdict: { meets: "uppfyller", "does-not-meet": "uppfyller inte", undetermined: "går inte att avgöra" },
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
