// What making criteria of one's own says, in Swedish.

import { counted } from "./format.ts";
import { list, numberWord } from "./swedish.ts";

/** Says of a criterion that settles it by itself what a figure exactly on its threshold counts as. */
const exactly = (tie: string | null) =>
  tie === null ? "" : tie === "inclusive" ? " (exakt på gränsen räknas som uppfyllt)" : " (exakt på gränsen räknas inte som uppfyllt)";

export const sets = {
  title: "Egna kriterier",
  intro:
    "Kopiera kriterierna och ändra dem, steg för steg. Svaret ändras först när du väljer att använda dem. Då står det alltid att kriterierna inte är promemorians.",
  steps: "Stegen",
  step: { base: "Utgå från", measures: "Mått och gränser", about: "Namn och källa", check: "Kontrollera och använd" },
  stepHelp: {
    base: "Börja med kriterier som redan finns. Originalet ändras inte.",
    measures: "Välj vilka mått som räknas, var gränserna går och hur många som krävs.",
    about: "Ge kriterierna ett namn. Skriv var de kommer ifrån, så att andra förstår.",
    check: "Läs vad kriterierna säger. Stämmer det kan du använda dem.",
  },
  toMend: (count: number) => (count === 1 ? "en sak att rätta" : `${numberWord(count)} saker att rätta`),
  first: "Välj först vad kriterierna ska utgå från.",
  all: "Visa alla steg på en gång",
  back: "Tillbaka",
  next: (step: string) => `Nästa: ${step}`,
  says: {
    meets: (name: string, require: string, criteria: readonly string[]) =>
      `Enligt ”${name}” uppfyller ett område kriterierna när ${
        criteria.length === 1
          ? ""
          : require === "all"
            ? `alla ${numberWord(criteria.length)} stämmer: `
            : `minst ${require === "any" ? "en" : numberWord(Number(require))} av ${numberWord(criteria.length)} stämmer: `
      }${list(criteria)}.`,
    criterion: {
      below: (name: string, threshold: string, tie: string | null) => `${name} under ${threshold}${exactly(tie)}`,
      above: (name: string, threshold: string, tie: string | null) => `${name} över ${threshold}${exactly(tie)}`,
    },
    tie: {
      strict: "En siffra exakt på gränsen räknas inte som uppfylld.",
      inclusive: "En siffra exakt på gränsen räknas som uppfylld.",
    },
  },
  mine: "Dina uppsättningar",
  oneOf: (date: string, criteria: number) => `${date}, ${criteria === 1 ? "ett kriterium" : `${numberWord(criteria)} kriterier`}`,
  begin: "Kopiera kriterier",
  copy: (name: string) => `Kopiera ”${name}”`,
  copied: "Kopian är skapad. Den används inte i svaret än.",
  fromFile: "Eller öppna en fil",
  open: "Öppna en uppsättning från en fil",
  schema: "Filformatet som JSON Schema",
  undo: "Ångra",
  redo: "Gör om",
  undone: "Ändringen är ångrad.",
  redone: "Ändringen är gjord igen.",
  state: {
    used: "Uppsättningen är komplett och används i svaret. Det du ändrar syns direkt.",
    unused: "Uppsättningen är komplett men används inte just nu.",
    use: "Använd uppsättningen",
    wrong: (count: number, used: boolean) =>
      `${count === 1 ? "En sak" : counted(count, "sak", "saker")} behöver rättas. ${
        used ? "Till dess räknas svaret som det var innan." : "Till dess går uppsättningen inte att använda."
      }`,
  },
  both: "Skriv på svenska och engelska var för sig",
  bothHelp: "Annars gäller det du skriver för båda språken.",
  inLanguage: { sv: "svenska", en: "engelska" },
  reading: "Så räknas kriterierna ihop",
  criterion: (name: string, nth: number) => `Kriterium ${nth}: ${name}`,
  further: "Fler uppgifter",
  add: "Lägg till ett kriterium",
  added: "Ett kriterium är tillagt sist. Det behöver en gräns.",
  removeOne: (name: string) => `Ta bort ${name}`,
  removedOne: (name: string) => `${name} är borttaget.`,
  moveUp: (name: string) => `Flytta upp ${name}`,
  movedUp: (name: string) => `${name} är flyttat uppåt.`,
  keep: "Spara, dela, ta bort",
  keepHelp: "Uppsättningen sparas på den här enheten tills du tar bort den. Som fil eller länk kan den följa med till andra.",
  keepHelpGuest: "Uppsättningen kom med en länk eller en fil. Den sparas på enheten först när du ändrar den.",
  save: "Spara som fil",
  saved: (name: string) => `Filen ${name} är sparad.`,
  notSaved: "Det som är fel behöver rättas innan uppsättningen kan sparas.",
  share: "Dela som länk",
  remove: "Ta bort uppsättningen",
  removed: "Uppsättningen är borttagen. Det går att ångra.",
  opened: {
    opened: "Uppsättningen är öppnad och används nu.",
    renamed: "Uppsättningen är öppnad och används nu. Det fanns redan en annan med samma id, så den har fått ett eget id.",
    known: "Filen är en av sidans egna uppsättningar, oförändrad. Den används nu.",
    "too-large": "Filen är för stor för att vara en kriterieuppsättning. Inget har ändrats.",
    "not-loaded": "Räknaren kunde inte laddas. Inget har ändrats.",
    "not-json": "Filen är inte JSON. Inget har ändrats.",
    refused: "Filen är ingen komplett kriterieuppsättning. Inget har ändrats. Det här är fel i den:",
  },
  wholeFile: "hela filen",
  fields: {
    name: "Namn",
    date: "Datum",
    id: "Id i filer",
    "source.text": "Var den kommer ifrån",
    "source.quote": "Källans egna ord, om de finns",
    "source.url": "Källans webbadress, om den finns",
    "reading.tie.value": "En siffra exakt på gränsen",
    "reading.tie.settled": "Det går inte att välja något annat",
    "reading.tie.source.text": "Varför så",
    "reading.require.value": "Så många kriterier krävs",
    "reading.require.settled": "Det går inte att välja något annat",
    "reading.require.source.text": "Varför så",
    criteria: "Kriterierna",
    "criteria.label": "Namn",
    "criteria.definition": "Vad det mäter",
    "criteria.unit": "Siffran anges i",
    "criteria.direction": "Uppfyllt när siffran är",
    "criteria.threshold.value": "Gräns",
    "criteria.nationalAverage.value": "Sveriges genomsnitt, om det är känt",
    "criteria.tie": "Exakt på gränsen",
    "criteria.id": "Id i filer och frågor",
    "criteria.threshold.source.text": "Var gränsen kommer ifrån",
    "criteria.threshold.source.quote": "Källans egna ord om gränsen",
    "criteria.threshold.source.url": "Webbadress för gränsen",
    "criteria.nationalAverage.source.text": "Var Sveriges siffra kommer ifrån",
    "criteria.nationalAverage.source.quote": "Källans egna ord om Sveriges siffra",
    "criteria.nationalAverage.source.url": "Webbadress för Sveriges siffra",
  },
  unit: { percent: "procent", persons: "antal personer" },
  direction: { below: "under gränsen", above: "över gränsen" },
  tie: { "": "som i tolkningen", strict: "räknas inte som uppfylld", inclusive: "räknas som uppfylld" },
  wrong: {
    empty: "Skriv något här.",
    emptyNumber: "Skriv ett tal.",
    "too-long": (most: string) => `Högst ${most} tecken får plats.`,
    "bad-date": "Skriv datumet som 2018, 2018-03 eller 2018-03-21. Dagen ska finnas i kalendern.",
    "bad-id": "Använd små bokstäver a–z, siffror och bindestreck, med en bokstav först.",
    "duplicate-id": (id: string) => `Ett annat kriterium har redan id ”${id}”.`,
    idTaken: (id: string) => `En annan uppsättning har redan id ”${id}”.`,
    "out-of-range": (found: string, highest: string) =>
      `”${found}” går inte. Talet ska ligga mellan 0 och ${highest}, och vara helt för personer.`,
    "criteria-out-of-range": (most: string) => `Det ska vara minst ett kriterium och högst ${most}.`,
    "require-out-of-range": "Det krävs fler kriterier än det finns.",
    "missing-member": (name: string) => `”${name}” saknas.`,
    "unknown-member": (name: string) => `”${name}” känns inte igen.`,
    "wrong-kind": (found: string, expected: string) => `Här står ${found}, men det ska vara ${expected}.`,
    "unknown-word": (found: string, known: string) => `”${found}” går inte. Det ska vara ${known}.`,
    "not-json": "Filen har något som inte får stå där. Alla tal ska stå inom citattecken, som ”60.5”.",
    other: "Det här går inte att läsa.",
    number: (found: string) => `”${found}” är inte ett tal. Skriv till exempel 60 eller 59,5.`,
  },
  kinds: {
    string: "text inom citattecken",
    object: "ett objekt",
    array: "en lista",
    boolean: "true eller false",
    number: "ett tal utan citattecken",
    null: "null",
  },
  fileName: "egna-kriterier",
};
