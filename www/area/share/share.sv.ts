// What sharing says, in Swedish, and what is said when a link, a file or kept work is opened.

import { list, numberWord } from "../../text/swedish.ts";
import { own } from "../../text/own.ts";

export const share = {
  title: "Dela",
  intro:
    "Länken innehåller siffrorna, svaret, tolkningen, scenarierna och noteringarna. Allt står i länken själv och skickas inte till någon server. Den som får länken kan läsa siffrorna.",
  name: "Områdets namn, om du vill ha det med",
  link: "Länken",
  copy: "Kopiera länken",
  done: "Kopierad",
  copied: "Länken är kopierad.",
  copyByHand: "Webbläsaren lät inte sidan kopiera. Länken är markerad: kopiera den själv.",
  send: "Dela med en app",
  current: "Länken visar det som står här nu.",
  tooLong: "Det är för mycket för en länk. Spara det som fil i stället.",
  card: {
    title: "Bild att dela",
    intro: "Bilden görs här på enheten och skickas ingenstans förrän du delar den.",
    save: "Spara bilden",
    saveSvg: "Spara som SVG",
    send: "Dela bilden",
    failed: "Webbläsaren kunde inte göra bilden. Spara den som SVG i stället.",
    average: "Sverige",
    none: "Ingen siffra",
    municipality: (name: string) => `Kommun: ${name}`,
    source: "Kriterier: regeringens promemoria, mars 2018. Beräkning, inte ett beslut.",
    sourceOther: (name: string) => `Kriterier: ${name}. Beräkning, inte ett beslut.`,
    made: (day: string) => `Tröskel, ${day}`,
    fileName: "omrade",
  },
  files: "Spara som fil",
  filesHelp: "Filen innehåller samma sak som länken. Du kan öppna filen här senare, på den här eller en annan enhet.",
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
  part: (part: string) => own(parts, part) ?? "",
  linkDamaged: (lost: string[]) =>
    lost.length === 0
      ? "Länken är skadad. Det som gick att läsa finns här."
      : `Länken är skadad. Det som gick att läsa finns här, men ${list(lost)} gick förlorat.`,
  linkUnreadable: "Länken går inte att läsa. Den är skadad eller avklippt. Be om den på nytt, gärna kopierad i sin helhet.",
  linkNewer: "Länken är skapad med en nyare version av Tröskel. Ladda om sidan för att hämta den versionen.",
  linkNotLoaded: "Räknaren kunde inte laddas, så länken är inte öppnad än.",
  ownPutBy: "Ditt eget sparade arbete finns kvar. Siffrorna här hör inte till det.",
  ownInstead: "Öppna mitt eget sparade arbete i stället",
  typedInstead: "Ta tillbaka siffrorna jag skrev",
  set: {
    changed: "Kriterierna har ändrats sedan dess. Svaret är räknat med dagens kriterier.",
    own: "Kriterierna är egna och följer med.",
    unknown: "Kriterierna är okända här. Siffrorna visas mot kriterierna på sidan.",
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
    count === 0 ? "Det som stod här förra gången finns kvar." : `Ditt arbete med ${scenarioCount(count)} finns kvar från förra gången.`,
  keptNotLoaded: "Ditt sparade arbete finns kvar, men räknaren kunde inte laddas.",
  keptDamaged: "Det som fanns sparat på enheten går inte att läsa. Det är lagt åt sidan, inte borttaget.",
  keptNewer: "Det som fanns sparat på enheten är skapat med en nyare version. Det är lagt åt sidan, inte borttaget.",
  setsDamaged: "Någon av de kriterieuppsättningar som fanns sparade på enheten går inte att läsa. Den är lagd åt sidan, inte borttagen.",
  keptStuck:
    "Det som fanns sparat på enheten går inte att läsa, och det finns inte plats att lägga det åt sidan. Det ligger kvar. Nytt arbete sparas inte.",
  noRoom: "Inget är öppnat än. Ditt arbete här är inte sparat, och enheten har inte plats för det. Spara det som fil först.",
  saveThis: "Spara arbetet som fil",
  openAnyway: "Öppna ändå",
  putAside: (name: string) => (name === "" ? "Ett arbete är lagt åt sidan." : `Arbetet ”${name}” är lagt åt sidan.`),
  openAside: "Öppna det",
  removeAside: "Ta bort det",
  saveDamaged: "Spara det som fil",
  forget: "Ta bort det sparade från enheten",
  forgotten: "Det sparade är borttaget från enheten.",
  fileOpened: (count: number) => (count === 0 ? "Filen är öppnad." : `Filen är öppnad, med ${scenarioCount(count)}.`),
  fileUnreadable: "Filen går inte att läsa. Den ska vara en fil som har sparats här. Inget har ändrats.",
  fileNewer: "Filen är skapad med en nyare version av Tröskel. Inget har ändrats.",
};
