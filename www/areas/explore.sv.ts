// The texts of the panels below the table, in Swedish: the reference that the English ones follow.

import { inSentence } from "../text/format.ts";
import { list } from "../text/swedish.ts";

export const explore = {
  municipalities: {
    cells: "Kommunerna i filerna, efter promemorians lista och områdenas siffror",
    listed: "På listan med 32",
    unlisted: "Inte på listan",
    withSome: "Något område uppfyller kriterierna",
    without: "Inget område uppfyller kriterierna",
    otherSet: "Listan gjordes efter promemorians kriterier, inte efter dem som är valda här.",
    note: "Listan avgör vilka kommuner som fick söka. Att siffrorna säger något annat här ändrar inte listan: de kan gälla ett annat år eller en annan indelning.",
    caption: "Områden per kommun",
    name: "Kommun",
    areas: "Områden",
    meets: "Uppfyller",
    undetermined: "Avgörs inte",
    share: "Andel som uppfyller",
    show: (name: string) => `Visa områdena i ${name} i tabellen`,
    unknown: "okänd kommun",
    others: (number: string) => `Kommuner utan område som uppfyller kriterierna (${number})`,
  },
  plot: {
    intro:
      "Varje område är ett märke i varje rad. Vänster streck är riksgenomsnittet, höger streck är gränsen: längre åt höger är större utmaningar. Märken utanför bilden står i kanten.",
    average: "Sverige",
    threshold: "gränsen",
    describe: (name: string, past: string, of: string) => `${name}: kriteriet är uppfyllt i ${past} av ${of} områden som har en siffra.`,
    find: "Hitta ett område",
    found: "Träffar",
    none: "Inget område heter så.",
    choose: "välj område",
    at: (name: string, figures: string[]) => `${name}: ${list(figures)}.`,
    noScale: "Källan ger inget riksgenomsnitt, så det finns ingen gemensam skala.",
  },
  sweep: {
    title: "Om en gräns flyttas",
    criterion: "Kriterium",
    intro: (name: string, meets: string, threshold: string) =>
      `Med gränsen ${threshold} för ${name} uppfyller ${meets === "1" ? "1 område" : `${meets} områden`} kriterierna. Så många blir det med andra gränser:`,
    caption: "Områden som uppfyller kriterierna vid olika gränser",
    threshold: "Gräns",
    meets: "Uppfyller",
    next: (below: string | null, above: string | null) =>
      `Antalet ändras först vid ${[below, above].filter((one) => one !== null).join(" nedåt och ")}${above === null ? " nedåt" : below === null ? " uppåt" : " uppåt"}.`,
    never: "Ingen annan gräns för det här kriteriet ändrar antalet.",
    binds: (name: string, number: string, one: boolean) =>
      one
        ? `I 1 område är ${inSentence(name)} det enda kriterium som inte är uppfyllt.`
        : `I ${number} områden är ${inSentence(name)} det enda kriterium som inte är uppfyllt.`,
    now: "gränsen nu",
  },
  grid: {
    title: "Om två gränser flyttas",
    intro: "Så många områden uppfyller kriterierna när två gränser flyttas på en gång och resten är som det är.",
    first: "Den ena gränsen",
    second: "Den andra gränsen",
    apart: "Steg",
    step: {
      percent: (step: string) => (step === "1" ? "1 procentenhet" : `${step} procentenheter`),
      persons: (step: string) => (step === "1" ? "1 person" : `${step} personer`),
    },
    threshold: (name: string, value: string) => `${name}: ${value}`,
    at: (one: string, first: string, two: string, second: string, meets: string, single: boolean) =>
      `Med ${one} ${first} och ${two} ${second} uppfyller ${single ? "1 område" : `${meets} områden`} kriterierna.`,
    same: "Det är lika många som nu.",
    change: (by: string, more: boolean) => `Det är ${by} ${more ? "fler" : "färre"} än nu.`,
    describe: (one: string, two: string, least: string, most: string) =>
      `Ett rutnät med gränser för ${one} åt höger och ${two} uppåt. Antalet områden går från ${least} till ${most}. Reglagen ovanför flyttar markeringen; tabellen nedanför har alla tal.`,
    key: (two: string, most: string) =>
      `Uppåt: ${two}. Ju starkare färg, desto fler områden; den starkaste är ${most}. De streckade linjerna är gränserna nu.`,
    table: "Visa rutnätet som tabell",
    caption: (one: string, two: string) => `Områden som uppfyller kriterierna. Kolumner: gräns för ${one}. Rader: gräns för ${two}.`,
    onlyOne: "Det behövs minst två kriterier för att flytta två gränser.",
  },
  whatIf: {
    intro:
      "Pröva andra gränser, eller flytta alla områdens siffror med så många procentenheter, för antal så många personer. Lämna tomt för att inte ändra.",
    threshold: (name: string) => `${name}: gräns`,
    shift: (name: string) => `${name}: alla siffror flyttas`,
    wrong: (text: string) => `”${text}” går inte att räkna med. Skriv ett tal som 62,5 eller −1.`,
    compute: "Räkna",
    result: (entering: string, leaving: string, undecided: string | null, staying: string) =>
      `${entering} tillkommer, ${leaving} faller ifrån${undecided === null ? "" : `, ${undecided} går inte längre att avgöra`} och ${staying} är kvar bland dem som uppfyller kriterierna.`,
    entering: "Tillkommer",
    leaving: "Faller ifrån",
    undecided: "Går inte längre att avgöra",
    none: "Inga.",
    byReading: "genom tolkningen",
    turned: (name: string, before: string, now: string) => `${name}: ${before} blir ${now}`,
    onlyBefore: (name: string, outcome: string) => `${name}: ${outcome}, krävs inte längre`,
    onlyNow: (name: string, outcome: string) => `${name}, som tillkommer: ${outcome}`,
    showMore: "Visa fler",
    more: (number: string) => `${number} till.`,
    area: "Område",
    reason: "Varför",
  },
  compare: {
    bySet: "Med andra kriterier",
    bySetIntro: (name: string) =>
      `Vilka områden tillkommer och faller ifrån om andra kriterier får gälla i stället för ${name}? Samma filer läses.`,
    otherSet: "Andra kriterier",
    chooseSet: "välj kriterier",
    reading: (percent: string) => `Filerna läses efter de andra kriterierna: ${percent}.`,
    instead: (other: string, set: string) => `${other} i stället för ${set}:`,
    byFiles: "Med tidigare filer",
    intro: "Välj filerna från ett tidigare år eller ett annat uttag. Områdena paras ihop efter kod, annars efter kommun och namn.",
    choose: "Välj tidigare filer",
    with: (files: string[]) => `Jämfört med ${list(files)}.`,
    caption: "Områdena i de tidigare filerna och i de nya",
    end: "Sluta jämföra",
  },
};

export type ExploreText = typeof explore;
