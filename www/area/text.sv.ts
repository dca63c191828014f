// The texts of *Ett område*, in Swedish: the reference that the English ones follow.

import { list, numberWord, sentence } from "../text/swedish.ts";
import { panels } from "./plan/panels.sv.ts";

export const text = {
  title: "Ett område",
  metaTitle: "Tröskel – uppfyller området kriterierna från 2018?",
  metaDescription:
    "Skriv in ett områdes siffror och se direkt vilka av promemorians fyra gränser från mars 2018 det är förbi. Siffrorna stannar på din enhet.",

  verdict: {
    empty: "Vilka gränser från 2018 är området förbi?",
    emptyOther: "Vilka gränser är området förbi?",
    nothingReadable: "Siffrorna går inte att läsa än.",
    emptyWhy: "Skriv in de siffror du har. Svaret syns direkt, och det går bra att börja med en.",
    passed: (met: number, of: number) =>
      met === of
        ? `Området är förbi gränsen på alla ${numberWord(of)} kriterierna.`
        : met === 0
          ? `Området är inte förbi gränsen på något av de ${numberWord(of)} kriterierna.`
          : `Området är förbi gränsen på ${numberWord(met)} av ${numberWord(of)} kriterier.`,
    passedKnown: (met: number, known: number) =>
      known === 1
        ? met === 1
          ? "Området är förbi gränsen på det kriterium som har en siffra."
          : "Området är inte förbi gränsen på det kriterium som har en siffra."
        : `Området är förbi gränsen på ${met === 0 ? "inget" : numberWord(met)} av de ${numberWord(known)} kriterier som har siffror.`,
    meets: "Det uppfyller urvalet.",
    "does-not-meet": "Det uppfyller inte urvalet.",
    undetermined: "Om det uppfyller urvalet avgörs inte av uppgifterna.",
    onThresholdNotCounted: (names: string[], together: number, of: number) =>
      `${sentence(list(names))} ligger exakt på gränsen. Om gränsen räknas blir det ${numberWord(together)} av ${numberWord(of)}.`,
    onThresholdCounted: (names: string[]) =>
      `${sentence(list(names))} ligger exakt på gränsen och räknas som uppfyllt.`,
    deciding: (names: string[]) =>
      names.length === 1 ? `Uppgiften som avgör: ${list(names)}.` : `Uppgifterna som avgör: ${list(names)}.`,
    required: (least: number, of: number) =>
      least === of
        ? of === 1
          ? "Kriteriet måste vara uppfyllt."
          : `Alla ${numberWord(of)} kriterier krävs.`
        : least === 1
          ? "Ett kriterium räcker i den valda tolkningen."
          : `${sentence(numberWord(least))} kriterier räcker i den valda tolkningen.`,
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
    example: "Visa ett exempel",
    exampleNote: "Exempel: påhittade siffror, inte ett verkligt område.",
    clear: "Rensa",
    undo: "Ångra rensningen",
  },

  form: {
    label: "Områdets siffror",
    submit: "Till svaret",
    intro: (of: number) => `Fyll i de ${numberWord(of)} uppgifterna, eller så många du har.`,
    percent: "Procent",
    count: "Antal",
    modeLabel: (name: string) => `Hur ${name} anges`,
    percentField: (name: string) => `${name}, procent`,
    countField: (name: string) => `${name}, antal personer`,
    totalField: (name: string) => `${name}, av totalt antal personer`,
    amountField: (name: string) => `${name}, antal personer`,
    of: "av",
    persons: "personer",
    slider: (name: string) => `Reglage för ${name}`,
    sliderEmpty: "ingen siffra",
    exact: "Siffran är exakt, inte avrundad",
    exactHelp: "Annars räknas den som avrundad till de decimaler du skrev: 60 står för 59,5 till 60,5 och 60,0 för 59,95 till 60,05.",
    known: "Antal personer som procenttalet gäller, om du vet det",
    noise: "Antalen kan vara fel med upp till så här många personer",
    noiseHelp: "SCB ändrar från referensår 2025 antal med ett litet slumptal. Tomt betyder att antalen stämmer.",
    precision: "Avrundning och osäkerhet",
  },

  scale: {
    threshold: "gräns",
    average: "riket",
    describe: (name: string, area: string | null, threshold: string, average: string | null) =>
      `Skala för ${name}: ${area === null ? "området saknar siffra" : `området ${area}`}, gränsen ${threshold}${average === null ? "" : `, riket ${average}`}.`,
  },

  outcome: {
    met: "Uppfyllt",
    "at-threshold": "Exakt på gränsen",
    "not-met": "Inte uppfyllt",
    unknown: "Går inte att bedöma",
  },
  rule: {
    below: (threshold: string) => `Uppfyllt under ${threshold}`,
    above: (threshold: string) => `Uppfyllt över ${threshold}`,
    atLeast: (threshold: string) => `Uppfyllt från ${threshold}`,
    atMost: (threshold: string) => `Uppfyllt till och med ${threshold}`,
  },
  distance: {
    below: (points: string) => `${points} procentenheter under gränsen`,
    above: (points: string) => `${points} procentenheter över gränsen`,
    belowPersons: (persons: string) => `${persons} personer under gränsen`,
    abovePersons: (persons: string) => `${persons} personer över gränsen`,
    persons: (persons: string, one: boolean) => (one ? "1 person" : `${persons} personer`),
    on: "Varken över eller under",
    noFigure: "Ingen siffra",
  },
  trace: {
    label: "Räkna efter",
    intro: "Samma jämförelse med heltal, som du kan göra om för hand:",
    position: (share: string) => `Läge på vägen från riket (0) till gränsen (1): ${share}`,
  },

  about: {
    label: (name: string) => `Om ${name}`,
    short: "Vad betyder siffran?",
    definition: "Vad den mäter",
    find: "Var du hittar den",
    open: "Vad promemorian inte säger",
    threshold: "Gränsen i källan",
    average: "Riksgenomsnittet i källan",
  },

  reading: {
    label: "Tolkning",
    intro: "Det källan inte säger går att välja här. Allt räknas om direkt.",
    set: "Kriterier",
    own: "egna",
    make: "Gör egna kriterier",
    edit: "Ändra de egna kriterierna",
    notTheMemos: (name: string, own: boolean) =>
      own ? `Räknat med egna kriterier, ”${name}”. De är inte promemorians.` : `Räknat med ett annat urval, ${name}. Det är inte promemorians.`,
    tie: "Om siffran är exakt på gränsen",
    strict: "räknas den inte",
    inclusive: "räknas den som uppfylld",
    require: "Så många kriterier krävs",
    all: "alla",
    any: "minst ett",
    atLeast: (least: number) => `minst ${numberWord(least)}`,
    settled: "Källan avgör det här. Det går inte att välja.",
    quote: "Källans ord:",
    reset: "Återställ tolkningen",
  },

  errors: {
    summary: (count: number) => (count === 1 ? "En uppgift går inte att läsa" : `${sentence(numberWord(count))} uppgifter går inte att läsa`),
    show: "Gå till felen",
    "not-a-number": (found: string) => `”${found}” är inte ett tal. Skriv till exempel 58,2 eller 742.`,
    "two-marks": (found: string) => `”${found}” har mer än ett decimaltecken. Skriv till exempel 58,2.`,
    negative: (found: string) => `”${found}” är under noll. Skriv ett tal från 0 och uppåt.`,
    "above-hundred": (found: string) => `”${found}” är mer än 100 procent. Skriv ett tal från 0 till 100, eller välj Antal.`,
    "too-many-digits": (found: string) => `”${found}” har för många siffror. Högst 12 decimaler och högst 1 000 miljarder går att räkna med.`,
    "not-whole": (found: string) => `”${found}” är inte ett helt antal personer. Skriv ett heltal, eller välj Procent.`,
    "not-a-count": (found: string) => `”${found}” är inte ett tal. Skriv ett antal personer, till exempel 742.`,
    "not-whole-beside": (found: string) => `”${found}” är inte ett helt antal personer. Skriv ett heltal.`,
    "noise-too-large": (found: string) => `”${found}” är mer än 1 000 personer. Så stora fel går inte att räkna med.`,
    ambiguous: (found: string) => `”${found}” kan vara tusental eller decimaler. Skriv talet utan punkt och komma, till exempel 1234.`,
    "count-above-total": (count: string, total: string) => `${count} är fler än ${total}. Antalet kan inte vara större än det totala antalet.`,
    "total-zero": "Totalt antal är 0. Det måste vara minst 1 för att bli en andel.",
    "total-missing": "Totalt antal saknas. Skriv hur många personer det är sammanlagt.",
    "count-missing": "Antalet saknas. Skriv hur många av personerna det gäller.",
    other: "Uppgiften går inte att läsa.",
  },

  designation: {
    label: "Kommunen är en egen fråga",
    why: "Vilka kommuner som fick ansöka avgjordes av en lista, inte av det här områdets siffror. Sök områdets kommun för att se båda svaren bredvid varandra.",
  },

  panels,

  notes: {
    label: "Så ska svaret läsas",
    otherSet: [
      "Det här är inte promemorians urval från mars 2018, utan en annan kriterieuppsättning. Svaret är ingen bedömning av rätt till pengar.",
      "Siffrorna du skriver stannar på din enhet. De skickas ingenstans.",
    ],
    noAverages: "Källan ger inga riksgenomsnitt. Därför finns ingen gemensam skala från riket till gränsen.",
    items: [
      "Det här är urvalet från mars 2018, inte ett beslut. Att vara förbi gränserna ger ingen rätt till pengar.",
      "Vilka kommuner som fick söka avgörs av en lista med 32 kommuner. Gränserna förklarar hur listan kom till.",
      "Gränserna från 2018 mot dagens siffror är en jämförelse, inte ett nytt urval. Mätningarna har ändrats sedan dess.",
      "Långtidsinskrivna arbetslösa publiceras inte öppet för små områden. Ofta räcker de andra tre: är ett av dem inte uppfyllt när alla krävs, är svaret klart ändå.",
      "De pengar som skulle delas ut 2022 drogs in. Om det går att söka något i dag är inte känt här. Fråga din kommun eller Boverket.",
      "Siffrorna du skriver stannar på din enhet. De skickas ingenstans.",
    ],
  },

  engine: {
    loading: "Räknedelen laddas.",
    failed: "Räknedelen kunde inte laddas. Dina siffror finns kvar.",
    retry: "Försök igen",
    noScript: "För att räkna behöver sidan JavaScript och WebAssembly. Gränserna och förklaringarna går att läsa ändå.",
  },
};

export type AreaText = typeof text;
