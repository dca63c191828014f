// The texts of *Hämta siffror*, in Swedish: the reference that the English ones follow.

import { list, numberWord, sentence } from "../text/swedish.ts";

const areas = (number: string, one: boolean) => (one ? "1 område" : `${number} områden`);

export const text = {
  title: "Hämta siffror",
  metaTitle: "Tröskel – hämta områdets siffror från SCB",
  metaDescription:
    "Sök upp ditt område och få dess öppna siffror från SCB: förvärvsintensitet, utbildning och valdeltagande. Du ser först vad som skickas.",
  lead: "Tre av de fyra siffrorna finns öppet hos SCB (Statistiska centralbyrån). Hämta dem först. Sedan söker du upp ditt område med dess namn.",
  noScript: "För att hämta siffror behöver sidan JavaScript. Utan det kan du ladda ned filerna själv, längre ned.",

  sent: {
    title: "Siffror från SCB",
    what: "Det här skickas",
    first: "Inget skickas förrän du trycker.",
    to: (host: string, older: string) => `Frågan går till SCB på ${host}, eller på ${older} om den adressen inte går att nå. Inga andra.`,
    about: (level: string, where: string) => `Den gäller ${level} i ${where}, ur de här tabellerna:`,
    level: { regso: "alla områden med namn (RegSO)", deso: "alla mindre områden (DeSO)" },
    whole: "hela landet",
    places: (names: string[]) => list(names),
    table: (title: string, year: string) => `${title}, ${year}`,
    unknownId: "Valdeltagandets tabell söks upp bland dem om RegSO, eftersom dess nummer i tjänsten inte är känt.",
    seesWhole: "SCB får veta din IP-adress och att någon frågar om hela landet, men inte vilket område du söker.",
    seesPlaces: "SCB får veta din IP-adress och vilka kommuner eller län frågan gäller, men inte vilket område du söker.",
    nothing: "Inget som du har skrivit in skickas, och inga kakor.",
    addresses: "De exakta adresserna",
    size: (calls: number, cells: string) => `${sentence(numberWord(calls))} ${calls === 1 ? "fråga" : "frågor"}, omkring ${cells} tal.`,
  },

  choose: {
    title: "Välj år, områden eller delar av landet",
    period: "År",
    comparable: (year: number) => `${year} (samma områdesindelning i alla)`,
    mixed: (year: number, election: number) => `${year} (nyare, men valdeltagandet är från ${election} och en äldre indelning)`,
    level: "Områden",
    regso: "3\u00a0363 områden med namn (RegSO)",
    deso: "Omkring 6\u00a0000 mindre områden (DeSO), bara koder, inget valdeltagande",
    where: "Var",
    whole: "Hela landet",
    county: "Ett län",
    municipalities: "En eller flera kommuner",
    countyLabel: "Län",
    municipalityLabel: "Kommun",
    add: "Lägg till",
    remove: (name: string) => `Ta bort ${name}`,
  },

  get: {
    start: "Hämta från SCB",
    rest: "Hämta det som saknas",
    again: "Hämta på nytt",
    cancel: "Avbryt",
    progress: (title: string, nth: number, of: number) => `Hämtar ${nth} av ${of}: ${title}`,
    progressLabel: "Hur mycket som är hämtat",
    done: (number: string, one: boolean) => `Hämtat: ${areas(number, one)}.`,
    part: (present: number, of: number) => `Hämtat: ${numberWord(present)} av ${numberWord(of)} tabeller.`,
    kept: (date: string) => `Hämtat ${date} och sparat på enheten. Det går att använda utan nät.`,
    notKept: "Webbläsaren lät inte sidan spara filerna. Det hämtade finns kvar tills du lämnar sidan.",
  },

  problem: {
    title: "Det gick inte att hämta",
    unreachable:
      "SCB går inte att nå. Enheten kan vara utan nät, eller så stoppar ett filter i nätet frågan. Försök igen senare, eller ladda ned filen själv.",
    refused: "SCB tar inte emot frågan just nu. Försök igen senare, eller ladda ned filen på SCB:s sida.",
    missing: "Tabellen finns inte längre på den adressen. Öppna SCB:s sida för att se vad som har ersatt den.",
    "not-accepted": "SCB förstår inte frågan. Tabellen kan ha ändrats. Ladda ned filen på SCB:s sida.",
    busy: "SCB har för många frågor just nu, också efter att sidan har väntat. Försök igen om en stund.",
    failed: "SCB:s tjänst har ett fel just nu. Försök igen senare.",
    slow: "SCB svarade inte inom en minut. Försök igen.",
    "cut-off": "Svaret kom inte fram helt. Försök igen.",
    "not-figures": "Det som kom var inga siffror utan något annat, kanske en sida om driftstopp. Försök igen senare.",
    changed: (what: string) =>
      `Tabellen ser inte längre ut som den gjorde (${what}). Siffrorna används därför inte. Ladda ned filen på SCB:s sida.`,
    "wrong-size": (expected: string, found: string) =>
      `Svaret har ${found} tal, men ${expected} väntades. Siffrorna används därför inte. Försök igen, eller ladda ned filen på SCB:s sida.`,
    "only-zeros": "Svaret har bara nollor. Så svarar SCB när områdesindelningen inte har några siffror för året. Välj ett annat år.",
    "not-found": "Tabellen gick inte att hitta i SCB:s tjänst. Ladda ned filen på SCB:s sida.",
    stopped: "Hämtningen avbröts. Det som hann hämtas finns kvar.",
    pages: (one: boolean): string => (one ? "SCB:s sida för tabellen" : "SCB:s sidor för tabellerna"),
    typed: "Skriv in siffrorna själv i Ett område",
    also: "Siffror finns också hos",
  },

  find: {
    title: "Hitta ditt område",
    label: "Områdets eller kommunens namn",
    hint: "Till exempel Kronogården eller Trollhättan",
    none: "Inget område har det namnet. Prova en del av namnet, eller kommunens namn.",
    found: (number: string, one: boolean) => `${areas(number, one)} hittades.`,
    more: (number: string) => `Visa alla ${number}`,
    before: "När siffrorna är hämtade finns här ett fält där du söker upp ditt område.",
    noName: "(utan namn)",
  },

  card: {
    in: (name: string, municipality: string) => `${name} i ${municipality}`,
    known: (met: number, known: number) =>
      known === 1
        ? met === 1
          ? "Det enda kriterium som har en siffra är uppfyllt."
          : "Det enda kriterium som har en siffra är inte uppfyllt."
        : `${met === 0 ? "Inget" : sentence(numberWord(met))} av de ${numberWord(known)} kriterier som har en siffra är uppfyllt${met > 1 ? "a" : ""}.`,
    noFigures: "SCB har ingen siffra för området i de här tabellerna. I små områden är det vanligt.",
    meets: "Området uppfyller kriterierna.",
    "does-not-meet": "Området uppfyller inte kriterierna, eftersom alla fyra krävs. Så blir det vad de siffror som saknas än är.",
    undetermined: (names: string[]) => `Det avgörs av ${list(names)}.`,
    reading: "Promemorian säger inte uttryckligen att alla fyra krävs. Andra tolkningar kan du välja i Ett område.",
    hardship: "Uppfyllt betyder att området har större utmaningar än gränsen, inte att något är godkänt.",
    share: (count: string, total: string) => `${count} av ${total}`,
    threshold: { below: (threshold: string) => `gränsen: under ${threshold}`, above: (threshold: string) => `gränsen: över ${threshold}` },
    outcome: { met: "Uppfyllt", "at-threshold": "Exakt på gränsen", "not-met": "Inte uppfyllt", unknown: "Ingen siffra" },
    missing: "SCB har ingen siffra för området.",
    renamed: "Området har ett annat namn i den tabellen. Gränsen är flyttad, så siffran gäller inte samma område och används inte.",
    notFetched: "Inte hämtad.",
    source: (table: string, year: string, ages: string, division: string) =>
      `SCB ${table}, ${year}, ${ages.replace(/–$/, "")} år${ages.endsWith("–") ? " och äldre" : ""}, ${division}`,
    updated: (date: string) => `tabellen uppdaterad ${date}`,
    divisions:
      "Siffrorna gäller olika områdesindelningar. I 288 av 3 363 områden flyttades gränsen mellan dem, och då är det inte samma område.",
    municipality: "Kommunen",
    municipalityUnknown: "Kommunen finns inte i förteckningen.",
    go: "Ta siffrorna till Ett område",
    goWait: "Siffrorna görs i ordning …",
    goFailed: "Siffrorna kunde inte göras i ordning. Skriv in dem i Ett område.",
    other: "Välj ett annat område",
  },

  many: {
    title: "Alla områden på en gång",
    open: "Öppna i Många områden",
    said: (number: string, one: boolean) => `${areas(number, one)} finns här, färdiga att jämföra.`,
  },

  kept: {
    title: "Det hämtade",
    intro: "Så här kom filerna från SCB. Inget i dem är ändrat.",
    file: "Fil",
    cells: (cells: string) => `${cells} tal`,
    updated: (date: string) => `Tabellen uppdaterad hos SCB ${date}`,
    fetched: (date: string) => `Hämtad ${date}`,
    address: "Adress",
    sha: "SHA-256",
    noSha: "Webbläsaren räknar inte ut någon kontrollsumma på den här adressen.",
    save: (file: string) => `Spara ${file}`,
    list: "Spara en förteckning över källorna",
    listName: "kallor.txt",
    same: "Inget har ändrats sedan sist.",
    changed: (number: string, one: boolean) => `Ändrat sedan sist: ${one ? "siffran för 1 område" : `siffran för ${number} områden`}.`,
    forget: "Ta bort det hämtade",
  },

  byHand: {
    title: "Ladda ned själv",
    intro:
      "Hämta filerna med din webbläsare, på den här eller en annan dator, och släpp dem i Många områden. Visar webbläsaren filen i stället för att spara den väljer du Spara sidan som.",
    table: (title: string, year: string) => `${title}, ${year}`,
    direct: "Hämta den här filen",
    page: "Välj själv på SCB:s sida",
    bulk: "Hela tabellen, alla år (ZIP, stor)",
    bulkNote:
      "De stora filerna är på svenska och rymmer alla områden, år och åldrar. Hela filen går att släppa som den är, men den är hundratals megabyte uppackad.",
    noAddress: "Adressen till själva siffrorna är inte känd. På sidan väljer du region, samtliga, män och kvinnor, och året.",
    missing: "Långtidsinskrivna arbetslösa",
    drop: "Släpp filerna i Många områden",
    seen: "Adresserna kommer från öppna skript och loggar. De har inte prövats härifrån.",
  },
};

export type FetchText = typeof text;
