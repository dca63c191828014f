// What sharing says, in Swedish, and what is said when a link, a file or kept work is opened.

import { list, numberWord } from "../../text/swedish.ts";

export const share = {
  title: "Dela",
  intro: "Länken innehåller siffrorna, svaret, tolkningen, scenarierna och anteckningarna. Allt står i länken själv och skickas inte till någon server. Den som får länken kan läsa siffrorna.",
  name: "Områdets namn, om du vill ha det med",
  make: "Skapa länk",
  made: "Länken är skapad.",
  link: "Länken",
  copy: "Kopiera länken",
  copied: "Länken är kopierad.",
  copyByHand: "Webbläsaren lät inte sidan kopiera. Länken är markerad: kopiera den själv.",
  send: "Dela med en app",
  current: "Länken visar det som står här nu.",
  stale: "Siffrorna har ändrats sedan länken skapades. Skapa en ny för att få med ändringarna.",
  tooLong: "Det är för mycket för en länk. Spara det som fil i stället.",
  files: "Spara som fil",
  filesHelp: "Filen innehåller samma sak som länken. Öppna den här igen, på den här enheten eller en annan.",
  fileName: "troskel",
  save: "Spara filen",
  saved: (name: string) => `Filen ${name} är sparad.`,
  open: "Öppna en sparad fil",
};

const parts: Readonly<Record<string, string>> = {
  criteria: "kriterieuppsättningen",
  reading: "tolkningen",
  area: "områdets namn",
  figure: "någon siffra",
  scenario: "något scenario",
  set: "den egna kriterieuppsättningen",
};

const scenarioCount = (count: number) => (count === 1 ? "ett scenario" : `${numberWord(count)} scenarier`);

export const arrive = {
  linkOpened: "Siffrorna kommer från länken.",
  part: (part: string) => parts[part] ?? "",
  linkDamaged: (lost: string[]) =>
    lost.length === 0
      ? "Länken är skadad. Det som gick att läsa finns här."
      : `Länken är skadad. Det som gick att läsa finns här, men ${list(lost)} gick förlorat.`,
  linkUnreadable: "Länken går inte att läsa. Den är skadad eller avklippt. Be om den på nytt, gärna kopierad i sin helhet.",
  linkNewer: "Länken är skapad med en nyare version av Tröskel. Ladda om sidan för att hämta den versionen.",
  linkNotLoaded: "Räknedelen kunde inte laddas, så länken är inte öppnad än.",
  ownPutBy: "Ditt eget sparade arbete är lagt åt sidan medan länken är öppen.",
  ownInstead: "Öppna mitt eget sparade arbete i stället",
  typedInstead: "Ta tillbaka siffrorna jag skrev",
  set: {
    changed: "Kriterierna har ändrats sedan dess. Här räknas med dagens.",
    own: "Kriterierna är en egen uppsättning och följer med.",
    unknown: "Kriterieuppsättningen är okänd här. Siffrorna visas mot kriterierna på sidan.",
  },
  readingDropped: "Tolkningen går inte att använda med de här kriterierna, så källans egen gäller.",
  answers: (then: string, now: string) => `Svaret då: ${then}. Svaret nu: ${now}.`,
  thenAndNow: {
    title: "Då och nu",
    before: "Då",
    now: "Nu",
    limit: {
      below: (threshold: string) => `Gränsen: under ${threshold}`,
      above: (threshold: string) => `Gränsen: över ${threshold}`,
    },
    noFigure: "Ingen siffra då",
    gone: "Finns inte bland kriterierna nu",
  },
  restored: (count: number) =>
    count === 0 ? "Det du skrev förra gången finns kvar." : `Ditt arbete med ${scenarioCount(count)} finns kvar från förra gången.`,
  keptNotLoaded: "Ditt sparade arbete finns kvar, men räknedelen kunde inte laddas.",
  keptDamaged: "Det som fanns sparat på enheten går inte att läsa. Det är lagt åt sidan, inte borttaget.",
  keptNewer: "Det som fanns sparat på enheten är skapat med en nyare version. Det är lagt åt sidan, inte borttaget.",
  setsDamaged: "Någon av de kriterieuppsättningar som fanns sparade på enheten går inte att läsa. Den är lagd åt sidan, inte borttagen.",
  saveDamaged: "Spara det som fil",
  forget: "Ta bort det sparade från enheten",
  forgotten: "Det sparade är borttaget från enheten.",
  fileOpened: (count: number) => (count === 0 ? "Filen är öppnad." : `Filen är öppnad, med ${scenarioCount(count)}.`),
  fileUnreadable: "Filen går inte att läsa. Den ska vara en fil som har sparats här. Inget har ändrats.",
  fileNewer: "Filen är skapad med en nyare version av Tröskel. Inget har ändrats.",
};
