// The texts of *Många områden*, in Swedish: the reference that the English ones follow.

import { list, numberWord, sentence } from "../text/swedish.ts";
import { beside } from "./beside.sv.ts";
import { explore } from "./explore.sv.ts";
import { project } from "./project.sv.ts";
import { questions } from "./questions.sv.ts";
import { report } from "./report.sv.ts";
import { understood } from "./understood.sv.ts";
import { workbench } from "./workbench.sv.ts";
import { yardsticks } from "./yardsticks.sv.ts";
import { years } from "./years.sv.ts";

const areas = (number: string, one: boolean) => (one ? "1 område" : `${number} områden`);

export const text = {
  title: "Många områden",
  metaTitle: "Tröskel – många områden på en gång",
  metaDescription:
    "Lägg in filer från SCB som de är och se vilka områden som uppfyller kriterierna från mars 2018. Filerna lämnar aldrig din enhet.",

  answer: {
    empty: "Vilka områden uppfyller kriterierna från 2018?",
    emptyOther: "Vilka områden uppfyller kriterierna?",
    notTheMemos: (name: string, own: boolean) =>
      own
        ? `Räknat med egna kriterier, ”${name}”. De är inte promemorians.`
        : `Räknat med andra kriterier, ${name}. De är inte promemorians.`,
    emptyWhy:
      "Lägg in filerna som du har fått dem från SCB, Arbetsförmedlingen eller Valmyndigheten. Varje fil får ha ett mått. Områdena kopplas ihop med sin kod.",
    loading: "Filerna läses",
    meets: (number: string, total: string, none: boolean, one: boolean) =>
      one
        ? `Området uppfyller ${none ? "inte " : ""}kriterierna.`
        : `${none ? "Inget" : number} av ${total} områden uppfyller kriterierna.`,
    noAreas: "Inga områden är kända än.",
    noneDecided: (one: boolean): string => (one ? "Området går inte att avgöra." : "Inget område går att avgöra."),
    doesNotMeet: (number: string, one: boolean) => `${areas(number, one)} uppfyller dem inte.`,
    undetermined: (number: string, one: boolean) => `${areas(number, one)} går inte att avgöra.`,
    showMeeting: "Visa dem som uppfyller",
    met: "Uppfyllt betyder att området har större utmaningar än gränsen.",
    rejected: (number: string, one: boolean) =>
      one ? "1 rad eller cell kunde inte läsas." : `${number} rader och celler kunde inte läsas.`,
    nothingRejected: "Alla rader kunde läsas.",
    showRejected: "Visa dem",
    missing: (names: string[], of: number) =>
      `${sentence(list(names))} finns inte i filerna. ${of - names.length === 1 ? "Bara ett mått" : `Bara ${numberWord(of - names.length)} av ${numberWord(of)} mått`} gick att bedöma.`,
    noMeasure:
      "Inget av kriterierna hittades i filerna. Öppna tabellen nedan och peka ut kolumnen, eller lägg till en fil med något av måtten.",
    noScript: "För att läsa filer behöver sidan JavaScript och WebAssembly.",
  },

  files: {
    label: "Filer",
    choose: "Välj filer",
    add: "Lägg till filer",
    drop: "eller släpp dem här",
    formats:
      "CSV, Excel (XLSX och XLS), ODS, JSON-stat och PX, en eller flera på en gång, också i en ZIP. Filerna läses här på din enhet och skickas ingenstans.",
    size: { bytes: (size: string) => `${size} byte`, kilo: (size: string) => `${size} kB`, mega: (size: string) => `${size} MB` },
    remove: (file: string) => `Ta bort ${file}`,
    removeShort: "Ta bort",
    clear: "Ta bort alla",
    fetch: "Hämta filerna från SCB",
    example: "Visa ett exempel",
    exampleNote: "Exempel: påhittade siffror. Områdena finns inte.",
    progress: (percent: string, file: string) => `${percent} läst: ${file}`,
    progressLabel: "Hur mycket som är läst",
    areasSoFar: (number: string) => `${number} områden hittills`,
    finishing: "Räknar",
    cancel: "Avbryt",
    cancelled: "Inläsningen avbröts. Det som fanns innan är kvar.",
    paste: "Klistra in från ett kalkylark",
    pasteHelp: "Markera cellerna i kalkylarket, kopiera dem och klistra in dem här. Rubrikraden ska vara med.",
    pasteUse: "Använd det inklistrade",
    pasted: (nth: number) => (nth === 1 ? "inklistrat.txt" : `inklistrat-${nth}.txt`),
  },

  problem: {
    label: "Filerna kunde inte användas",
    stays: "Det som var inläst innan är kvar.",
    unreadable: (file: string) => `Filen ${file} går inte att läsa längre. Den kan ha flyttats eller ändrats. Välj den igen.`,
    broken: "Räknaren stannade. Den är startad igen. Försök igen, gärna med färre eller mindre filer.",
    lost: "Räknaren stannade och filerna läses in på nytt.",
    missing: "Räknaren kunde inte laddas. Kontrollera nätet och försök igen.",
    tooOld:
      "Webbläsaren är för gammal för att läsa filer här. Uppdatera den, eller öppna sidan i en från 2023 eller senare. Ett område i taget går att bedöma ändå.",
    retry: "Försök igen",
    other: (code: string) => `Filen går inte att läsa (${code}).`,
    at: (place: string, what: string) => `${place}: ${what}`,
    file: (file: string) => file,
    sheet: (sheet: string) => `bladet ${sheet}`,
    line: (line: string) => `rad ${line}`,
    column: (column: string) => `kolumnen ${column}`,
    "areas-in-a-row":
      "Områdena står i en rad, med en kolumn för varje. De ska stå under varandra, med en rad för varje. Kopiera tabellen i kalkylprogrammet och klistra in den transponerad.",
    "name-of-another":
      "På varje rad hör koden och namnet till olika kommuner. En av kolumnerna kan ha sorterats för sig. Jämför med originalet och ge filen på nytt.",
    "no-area":
      "Ingen kolumn med områden hittades. Det behövs en kolumn med områdeskoder, till exempel 0180R001, eller namn som Upplands Väsby (Bollstanäs).",
    "no-measure":
      "Områden hittades, men ingen kolumn med något av kriterierna. Kolumnen behöver en rubrik som Valdeltagande eller Förvärvsarbetande. Lägg till en fil med något av måtten.",
    "no-key":
      "Filen går inte att använda som nyckel. Den ska ha en kolumn med koder för valdistrikt eller DeSO, en med koder för de DeSO eller RegSO som de ligger i, och högst en med vikter.",
    "unknown-format": "Filen är inte CSV, Excel (XLSX eller XLS), ODS, JSON-stat eller PX. Spara tabellen i något av de formaten.",
    "other-format": (what: string) =>
      `Filen är ${what}. Hämta eller spara tabellen som CSV, Excel (XLSX eller XLS), ODS, PX eller JSON-stat.`,
    formats: {
      html: "en webbsida (HTML)",
      "xml-spreadsheet-2003": "ett kalkylblad i XML från Excel 2003",
      "flat-ods": "ett platt OpenDocument-kalkylblad (XML)",
      xml: "ett XML-dokument",
      json: "JSON som inte är JSON-stat",
      "json-stat-collection": "en JSON-stat-samling, som listar tabeller utan deras siffror",
      pdf: "ett PDF-dokument",
      picture: "en bild",
      gzip: "packad med gzip",
      packed: "packad med ett annat program än ZIP",
      numbers: "ett kalkylblad från Apple Numbers",
      xlsb: "en binär arbetsbok (XLSB)",
      "excel-4": "en arbetsbok från Excel 4 eller äldre",
      "text-document": "ett textdokument",
      "office-document": "ett dokument från ett kontorsprogram",
      parquet: "en Parquet-fil",
      sqlite: "en SQLite-databas",
      sylk: "en SYLK-fil",
      dif: "en DIF-fil",
      lotus: "ett kalkylblad från Lotus 1-2-3",
      map: "en karta utan tabell",
      binary: "inte text och inget format som känns igen",
    },
    "empty-file": "Filen är tom. Hämta eller spara den igen.",
    unread: (n: number) => (n === 1 ? "En fil kunde inte läsas" : `${sentence(numberWord(n))} filer kunde inte läsas`),
    others: "De andra filerna är inlästa. Svaret gäller dem.",
    damaged: (part: string) => `Filen är skadad (${part}). Hämta eller spara den på nytt.`,
    encrypted: "Filen har ett lösenord. Spara den utan lösenord.",
    "wrong-size": (expected: string, found: string) => `Filen säger att den har ${expected} värden men har ${found}. Hämta den på nytt.`,
    "areas-repeat":
      "De flesta områden står på flera rader, och ingen kolumn säger vad som skiljer raderna åt. Lägg till en sådan kolumn, eller ta bort de rader som inte ska räknas.",
    "only-metadata":
      "Filen beskriver en tabell men har inga siffror: det är tabellens metadata. Hämta tabellens data i stället, till exempel som JSON-stat eller CSV.",
    "not-json": "Filen börjar som JSON men går inte att läsa som det. Hämta den på nytt.",
    "too-large": {
      bytes: (limit: string) => `Filen är större än ${limit} byte, som är gränsen. Dela upp den.`,
      "document-bytes": (limit: string) => `Filen är större än ${limit} byte, som är gränsen för det här formatet. Spara den som CSV.`,
      "inflated-bytes": (limit: string) => `Filen packas upp till mer än ${limit} byte, som är gränsen. Spara den som CSV.`,
      cells: (limit: string) => `Tabellen har fler än ${limit} celler, som är gränsen. Dela upp den.`,
      "unwritten-cells": (limit: string) =>
        `Tabellen har fler än ${limit} tomma eller upprepade celler, som är gränsen. Ta bort tomma rader och kolumner, eller spara den som CSV.`,
      "text-bytes": (limit: string) => `Tabellens celler har tillsammans mer än ${limit} byte text, som är gränsen. Dela upp den.`,
      columns: (limit: string) => `En rad har fler än ${limit} kolumner, som är gränsen. Ta bort kolumner som inte behövs.`,
      "row-length": (limit: string) => `En rad är längre än ${limit} tecken, som är gränsen. Kontrollera att det är en tabell.`,
      members: (limit: string) => `Filen har fler än ${limit} delar, som är gränsen. Dela upp den.`,
      elements: (limit: string) => `Filen har fler än ${limit} element, som är gränsen. Spara den som CSV.`,
      depth: (limit: string) => `Filens element ligger i varandra i fler än ${limit} led, som är gränsen. Spara den på nytt.`,
      areas: (limit: string) => `Filerna har fler än ${limit} områden, eller fler än minnet räcker till. Dela upp dem.`,
      entries: (limit: string) => `Det är fler än ${limit} poster, som är gränsen.`,
    },
  },

  questions,
  understood,
  beside,
  workbench,
  years,
  project,
  report,
  yardsticks,
  explore,

  correct: {
    title: "Titta på tabellen och rätta",
    label: (table: string) => `Rätta hur ${table} förstods`,
    asFound: "som den hittades",
    area: "Områdena står i",
    parts: "koden i flera kolumner",
    part: (nth: number) => `Del ${nth} av koden`,
    digits: (nth: number) => `Siffror i del ${nth}`,
    addPart: "Lägg till en del",
    removePart: (nth: number) => `Ta bort del ${nth}`,
    name: "Namnen står i",
    noName: "ingen egen kolumn",
    municipality: "Kommun",
    municipalityHelp:
      "För en egen indelning utan kommunkod: skriv kommunens namn eller kod. Varje namn i kolumnen blir då ett område i den kommunen.",
    headerLine: "Rubrikerna står på rad",
    sheet: "Blad som läses",
    everySheet: "alla blad",
    level: "Nivå som bedöms",
    levels: { nation: "riket", county: "län", municipality: "kommuner", area: "områden" },
    encoding: "Teckenkodning",
    kind: "Siffran är",
    kinds: {
      found: "som den hittas",
      none: "inte i tabellen",
      percent: "procent",
      fractions: "andelar från 0 till 1",
      count: "antal och totalt antal",
      categories: "antal per kategori",
      amount: "antal personer",
    },
    percentColumn: "Kolumn med andelen",
    countColumn: "Kolumn med antalet",
    totalColumn: "Kolumn med totalen",
    addColumn: { columns: "Lägg till en kolumn med antal", totals: "Lägg till en kolumn med totalen" },
    removeColumn: (column: string) => `Ta bort ”${column}”`,
    addedUp: "Kolumnerna läggs ihop.",
    categoryColumn: "Kolumn med kategorier",
    counted: "Kategorier som räknas",
    total: "Kategorier som blir totalen",
    keep: (column: string) => `Rader som räknas i ”${column}”`,
    use: "Läs om så här",
    help: "Det du bestämmer gäller också för nästa fil med samma rubriker. Du kan spara inställningen och använda den igen.",
    save: "Spara recept",
    forget: "Glöm rättelserna",
    fileName: "recept.json",
    waiting: "Rättelserna gäller för nästa fil med samma rubriker.",
  },

  reading: {
    label: "Kriterier och tolkning",
    set: "Kriterier",
    ownSet: (name: string) => `${name} (egna)`,
    open: "Öppna egna kriterier ur en fil",
    openHelp: "Egna kriterier görs i Ett område och sparas därifrån som fil.",
    criterion: {
      below: (name: string, threshold: string) => `${name} under ${threshold}`,
      "at-most": (name: string, threshold: string) => `${name} högst ${threshold}`,
      above: (name: string, threshold: string) => `${name} över ${threshold}`,
      "at-least": (name: string, threshold: string) => `${name} minst ${threshold}`,
    },
    persons: (number: string) => (number === "1" ? "1 person" : `${number} personer`),
    tie: "Exakt på gränsen",
    strict: "räknas inte",
    inclusive: "räknas som uppfyllt",
    require: "Så många kriterier krävs",
    all: "alla",
    any: "minst ett",
    atLeast: (least: number) => `minst ${numberWord(least)}`,
  },

  filter: {
    label: "Filtrera områdena",
    text: "Sök namn eller kod",
    municipality: "Kommun",
    everyMunicipality: "alla kommuner",
    noMunicipality: "okänd kommun",
    verdict: "Svar",
    everyVerdict: "alla",
    criterion: "Kriterium",
    everyCriterion: "välj kriterium",
    outcome: "är",
    everyOutcome: "vad som helst",
    within: { percent: "Högst så många procentenheter från gränsen", persons: "Högst så många personer från gränsen" },
    withinWrong: (found: string) => `”${found}” är inte ett tal. Skriv till exempel 2,5.`,
    clear: "Visa alla",
  },

  table: {
    caption: (shown: string, of: string) => (shown === of ? `${of} områden` : `${shown} av ${of} områden`),
    empty: "Inget område matchar filtret.",
    area: "Område",
    municipality: "Kommun",
    verdict: "Svar",
    listed: "på listan",
    unlisted: "inte på listan",
    unnamed: "utan namn",
    depends: "osäkert",
    dependsHelp: "kan ändras av avrundning eller osäkra antal",
    open: (name: string) => `Öppna ${name} i Ett område, i en ny flik`,
    newTab: "öppnas i en ny flik",
    sortHelp: "Rubrikerna sorterar tabellen.",
    order: "Ordning",
    asInFile: "som i filerna",
    descending: "omvänd ordning",
    figure: (percent: string, figure: string | null) => (figure === null ? percent : `${percent} (${figure})`),
    of: (count: string, total: string) => `${count} av ${total}`,
    within: { most: (value: string) => `högst ${value}`, least: (value: string) => `minst ${value}` },
    points: {
      below: "under",
      above: "över",
      unit: {
        percent: (one: boolean): string => (one ? "procentenhet" : "procentenheter"),
        persons: (one: boolean): string => (one ? "person" : "personer"),
      },
    },
    legend: "Avståndet till gränsen är i procentenheter, för antal i personer.",
  },
  verdict: { meets: "uppfyller", "does-not-meet": "uppfyller inte", undetermined: "går inte att avgöra" },
  outcome: { met: "uppfyllt", "at-threshold": "exakt på gränsen", "not-met": "inte uppfyllt", unknown: "går inte att bedöma" },

  pager: {
    label: "Sidor i tabellen",
    first: "Första",
    previous: "Föregående",
    next: "Nästa",
    last: "Sista",
    page: "Sida",
    of: (pages: string) => `av ${pages}`,
    rows: (from: string, to: string, of: string) => `Rad ${from}–${to} av ${of}`,
  },

  rejected: {
    label: "Rader och celler som inte kunde läsas",
    intro: "Alla rader som inte kunde läsas står här. En cell som inte kan läsas gör bara den siffran okänd. Området är kvar.",
    kept: (kept: string) => `De första ${kept} visas.`,
    file: "Fil",
    line: "Rad",
    column: "Kolumn",
    text: "Text",
    reason: "Varför",
    reasons: {
      "not-an-area": "ingen områdeskod",
      "blank-record": "tom rad",
      "uneven-row": "fler celler än rubriken, eller slut mitt bland siffrorna: raden används inte",
      "name-of-another": "koden och namnet hör till olika kommuner",
      "duplicate-area": "området står redan tidigare i filen, och den första raden gäller",
      "duplicate-figure": "siffran finns redan i en annan fil; säger de olika används ingen av dem",
      "fraction-among-percentages": "mindre än 1 bland procenttal över 10: en andel av 1, eller saknas, och används inte",
      "not-a-number": "inte ett tal",
      "two-marks": "mer än ett decimaltecken",
      negative: "under noll",
      "above-hundred": "mer än 100 procent",
      "too-many-digits": "för många siffror",
      "not-whole": "inte ett helt antal",
      ambiguous: "kan vara tusental eller decimaler",
      "count-above-total": "antalet är större än det totala antalet",
      "total-zero": "totalt antal är 0",
      "total-missing": "totalt antal saknas",
      "count-missing": "antalet saknas",
    } as Record<string, string>,
    show: "Visa",
    more: "Visa fler",
  },

  exports: {
    label: "Spara tabellen",
    intro: (shown: string, of: string) =>
      shown === of
        ? `Alla ${of} områden, i tabellens ordning.`
        : `De ${shown} områden som visas, i tabellens ordning. Ta bort filtret för att spara alla ${of}.`,
    xlsx: "Excel (XLSX)",
    "csv-sv": "CSV för svenskt Excel",
    csv: "CSV, enkel",
    json: "JSON",
    writing: (file: string) => `${file} skrivs …`,
    ready: (file: string) => `${file} är sparad.`,
    failed: "Filen kunde inte skrivas. Försök igen, gärna med färre områden.",
    print: "Skriv ut",
    columns: {
      label: "Välj kolumner",
      area: "Om området",
      figures: "Om varje siffra",
      none: "Välj minst en kolumn.",
      usual: "Ta de vanliga kolumnerna",
      about: {
        file: "Fil",
        line: "Rad i filen",
        code: "Kod",
        name: "Namn",
        municipality: "Kommunkod",
        municipality_name: "Kommun",
        designated: "Om kommunen står på listan",
        verdict: "Om området uppfyller kriterierna",
      },
      finding: {
        outcome: "Utfall",
        figure: "Siffran som den är",
        percent: "Andel i procent, avrundad",
        distance: "Avstånd till gränsen",
        comparison: "Jämförelse i heltal",
        certainty: "Hur säkert utfallet är",
        depends_on: "Vad utfallet beror på",
      },
    },
  },
};

export type AreasText = typeof text;
