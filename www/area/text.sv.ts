// The texts of *Ett område*, in Swedish: the reference that the English ones follow.

import type { Verdict } from "../engine/page.ts";
import { counted } from "../text/format.ts";
import { list, numberWord, sentence } from "../text/swedish.ts";
import { errors } from "../text/errors.sv.ts";
import { panels } from "./plan/panels.sv.ts";

export const text = {
  title: "Ett område",
  metaTitle: "Tröskel – uppfyller området kriterierna från 2018?",
  metaDescription:
    "Skriv in ett områdes siffror och se direkt om det uppfyller regeringens fyra kriterier från mars 2018. Siffrorna stannar på din enhet.",

  verdict: {
    empty: "Uppfyller ditt område kriterierna från 2018?",
    emptyOther: "Uppfyller ditt område kriterierna?",
    nothingReadable: "Siffrorna går inte att läsa än.",
    emptyWhy: "Skriv in de siffror du har. Svaret syns direkt, och det går bra att börja med en.",
    passed: (met: number, of: number) =>
      met === of
        ? of === 1
          ? "Området uppfyller kriteriet."
          : `Området uppfyller alla ${numberWord(of)} kriterier.`
        : met === 0
          ? of === 1
            ? "Området uppfyller inte kriteriet."
            : `Området uppfyller inget av de ${numberWord(of)} kriterierna.`
          : `Området uppfyller ${numberWord(met)} av ${numberWord(of)} kriterier.`,
    passedKnown: (met: number, known: number) =>
      known === 1
        ? met === 1
          ? "Området uppfyller det kriterium som har en siffra."
          : "Området uppfyller inte det kriterium som har en siffra."
        : `Området uppfyller ${met === 0 ? "inget" : numberWord(met)} av de ${numberWord(known)} kriterier som har siffror.`,
    /** With the name that somebody gave the area. */
    named: (sentence: string, name: string) => sentence.replace(/^Området/, () => name),
    meets: "Det räcker.",
    "does-not-meet": (required: number, of: number) =>
      required === of
        ? of === 1
          ? "Det räcker inte."
          : `Det räcker inte – alla ${numberWord(of)} krävs.`
        : `Det räcker inte – minst ${numberWord(required)} krävs.`,
    undetermined: "Om det räcker går inte att avgöra än.",
    meaning: "Uppfyllt betyder att området har större utmaningar än gränsen.",
    meaningOther: "Uppfyllt betyder att siffran ligger på den sida av gränsen som källan räknar.",
    onThresholdNotCounted: (names: string[], together: number, of: number) =>
      `${sentence(list(names))} är exakt på gränsen. Räknas det som uppfyllt blir det ${numberWord(together)} av ${numberWord(of)}.`,
    onThresholdCounted: (names: string[]) => `${sentence(list(names))} är exakt på gränsen, och det räknas som uppfyllt.`,
    deciding: (names: string[]) =>
      names.length === 1 ? `Siffra som saknas för ett svar: ${list(names)}.` : `Siffror som saknas för ett svar: ${list(names)}.`,
    required: (least: number, of: number) =>
      least === of
        ? of === 1
          ? "Kriteriet måste vara uppfyllt."
          : `Alla ${numberWord(of)} kriterier krävs.`
        : least === 1
          ? "Ett kriterium räcker i den valda tolkningen."
          : `${sentence(numberWord(least))} kriterier räcker i den valda tolkningen.`,
  },

  /** The answer in one line. */
  bar: (met: number, of: number, missing: number, verdict: Verdict) => {
    const follows = { meets: "det räcker", "does-not-meet": "det räcker inte", undetermined: "" }[verdict];
    const lacking = missing === 0 ? "" : `${missing === 1 ? "en siffra" : `${numberWord(missing)} siffror`} saknas`;
    return [`${met} av ${of} ${met === 1 ? "uppfyllt" : "uppfyllda"}`, follows, lacking].filter((part) => part !== "").join(" · ");
  },

  certainty: {
    label: "Hur säkert är svaret?",
    certain: "Samma svar även om siffrorna är avrundade",
    rounding: "Svaret kan ändras av hur siffrorna är avrundade",
    noise: "Svaret kan ändras om antalen är lite fel",
    otherReadings: "En annan tolkning kan ge ett annat svar",
    sameReadings: "Samma svar i alla tolkningar",
    finding: {
      certain: "Säkert även med avrundning",
      rounding: "Kan bli ett annat svar om siffran är avrundad",
      noise: "Kan bli ett annat svar om antalen är lite fel",
    },
  },

  start: {
    what: "I mars 2018 bestämde regeringen vilka kommuner som fick söka stöd för områden med stora utmaningar. Urvalet byggde på fyra mått, enligt en promemoria (regeringens text om stödet). Här ser du hur ditt område ligger till, du som bor, arbetar eller planerar där.",
    whatOther: "Skriv in områdets siffror och se direkt hur det ligger till.",
    municipality: "Vilken kommun ligger området i?",
    municipalityHelp: "Bara 32 av Sveriges 290 kommuner fick söka stödet.",
    figures: "Områdets siffror",
    title: (name: string) => `${name} – Tröskel`,
    fetch: "Hämta siffror från SCB",
    findArea: "Är det ett område? Hämta siffror först, sedan kan du söka på områdets namn",
    near: "Visa skalorna från gränsen",
    whole: "Visa hela skalorna, från 0",
    past: "Hoppa förbi siffrorna",
    example: "Visa ett exempel",
    exampleNote: "Exempel med påhittade siffror, inte ett verkligt område. Skriv över dem, eller rensa.",
    exampleShort: "Exempel med påhittade siffror, inte ett verkligt område.",
    clear: "Rensa",
    undo: "Ta tillbaka siffrorna",
  },

  form: {
    submit: "Till svaret",
    percent: "Procent",
    count: "Antal",
    modeLabel: (name: string) => `Ange ${name} som`,
    percentField: (name: string) => `${name}, procent`,
    countField: (name: string) => `${name}, antal personer`,
    totalField: (name: string) => `${name}, av totalt antal personer`,
    amountField: (name: string) => `${name}, antal personer`,
    of: "av",
    persons: "personer",
    slider: (name: string) => `Reglage för ${name}`,
    sliderEmpty: "ingen siffra",
    fraction: (percent: string) => `${percent} är mindre än en procent.`,
    meant: (percent: string) => `Menar du ${percent}?`,
  },

  scale: {
    threshold: "gräns",
    average: "Sverige",
    describe: (name: string, area: string | null, threshold: string, average: string | null) =>
      `Skala för ${name}: ${area === null ? "området saknar siffra" : `området ${area}`}, gränsen ${threshold}${average === null ? "" : `, Sverige ${average}`}.`,
  },

  outcome: {
    met: "Uppfyllt",
    "at-threshold": "Exakt på gränsen",
    "not-met": "Inte uppfyllt",
    unknown: "Ingen siffra än",
    unreadable: "Går inte att läsa",
  },
  rule: {
    below: (threshold: string) => `Uppfyllt under ${threshold}`,
    above: (threshold: string) => `Uppfyllt över ${threshold}`,
    atLeast: (threshold: string) => `Uppfyllt från ${threshold}`,
    atMost: (threshold: string) => `Uppfyllt till och med ${threshold}`,
  },
  distance: {
    below: (points: string) => `${counted(points, "procentenhet", "procentenheter")} under gränsen`,
    above: (points: string) => `${counted(points, "procentenhet", "procentenheter")} över gränsen`,
    belowPersons: (persons: string) => `${counted(persons, "person", "personer")} under gränsen`,
    abovePersons: (persons: string) => `${counted(persons, "person", "personer")} över gränsen`,
    persons: (persons: string) => counted(persons, "person", "personer"),
    on: "Varken över eller under",
    noFigure: "Ingen siffra",
  },
  about: {
    short: "Vad betyder siffran?",
  },

  reading: {
    label: "Tolkning",
    intro:
      "Regeringens promemoria lämnar två frågor öppna. Här väljer du hur de ska tolkas. Du kan också byta kriterier. Allt räknas om direkt.",
    introOther: "Här väljer du hur det som källan lämnar öppet ska tolkas. Du kan också byta kriterier. Allt räknas om direkt.",
    set: "Kriterier",
    own: "egna",
    make: "Gör egna kriterier",
    edit: "Ändra de egna kriterierna",
    notTheMemos: (name: string, own: boolean) =>
      own
        ? `Räknat med egna kriterier, ”${name}”. De är inte promemorians.`
        : `Räknat med andra kriterier, ${name}. De är inte promemorians.`,
    tie: "En siffra exakt på gränsen",
    strict: "räknas inte som uppfylld",
    inclusive: "räknas som uppfylld",
    require: "Så många kriterier krävs",
    all: "alla",
    any: "minst ett",
    atLeast: (least: number) => `minst ${numberWord(least)}`,
    settled: "Källan avgör det här. Det går inte att välja.",
    quote: "Källans ord:",
    reset: "Återställ tolkningen",
  },

  errors,

  panels,

  notes: {
    label: "Så ska svaret läsas",
    otherSet: [
      "Det här är inte promemorians kriterier från mars 2018, utan andra. Svaret är ingen bedömning av rätt till pengar.",
      "Siffrorna du skriver stannar på din enhet. De skickas ingenstans.",
    ],
    noAverages: "Källan ger inga genomsnitt för Sverige. Därför går kriterierna inte att visa på en gemensam skala.",
    items: [
      "Det här är kriterierna från mars 2018, inte ett beslut. Att uppfylla dem ger ingen rätt till pengar.",
      "Vilka kommuner som fick söka avgjordes av en lista med 32 kommuner. Gränserna förklarar hur listan kom till.",
      "Gränserna från 2018 mot dagens siffror är en jämförelse, inte ett nytt urval. Siffrorna mäts på nya sätt sedan dess.",
      "Vi har inte hittat andelen långtidsinskrivna arbetslösa i någon öppen tabell för små områden. Ofta klarar du dig utan den: om något annat kriterium inte är uppfyllt är svaret klart, när alla krävs.",
      "Ett senare bidrag, till 74 kommuner, drogs in 2022. Vi vet inte om något liknande går att söka i dag. Fråga din kommun.",
      "Siffrorna du skriver stannar på din enhet. De skickas ingenstans.",
    ],
  },

  elsewhere: {
    said: "Ditt sparade arbete har ändrats i en annan flik. Det som står här är inte sparat.",
    fetch: "Hämta ändringarna",
    keep: "Behåll det som står här",
  },

  engine: {
    loading: "Räknaren laddas.",
    failed: "Räknaren kunde inte laddas. Dina siffror finns kvar.",
    retry: "Försök igen",
    noScript: "För att räkna behöver sidan JavaScript och WebAssembly. Gränserna och förklaringarna går att läsa ändå.",
  },
};

export type AreaText = typeof text;
