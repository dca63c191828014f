// The texts of the panels below the table, in Swedish: the reference that the English ones follow.

import { list } from "../text/swedish.ts";

export const explore = {
  label: "Mer om områdena",
  municipalities: {
    title: "Kommuner",
    cells: "Kommunerna i filerna, efter promemorians lista och områdenas siffror",
    listed: "På listan med 32",
    unlisted: "Inte på listan",
    withSome: "Något område uppfyller urvalet",
    without: "Inget område uppfyller urvalet",
    note: "Listan avgör vilka kommuner som fick söka. Att siffrorna säger något annat här ändrar inte listan: de kan gälla ett annat år eller en annan indelning.",
    caption: "Områden per kommun",
    name: "Kommun",
    areas: "Områden",
    meets: "Uppfyller",
    undetermined: "Avgörs inte",
    share: "Andel som uppfyller",
    show: (name: string) => `Visa områdena i ${name} i tabellen`,
    unknown: "okänd kommun",
    others: (number: string) => `Kommuner utan område som uppfyller urvalet (${number})`,
  },
  plot: {
    title: "Bild av alla områden",
    intro: "Varje område är ett märke i varje rad. Vänster streck är riksgenomsnittet, höger streck är gränsen: längre åt höger är längre förbi gränsen. Märken utanför bilden står i kanten.",
    average: "riket",
    threshold: "gränsen",
    describe: (name: string, past: string, of: string) => `${name}: ${past} av ${of} områden med en siffra ligger förbi gränsen.`,
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
    intro: (name: string, meets: string, threshold: string) => `Med gränsen ${threshold} för ${name} uppfyller ${meets} områden urvalet. Så många blir det med andra gränser:`,
    caption: "Områden som uppfyller urvalet vid olika gränser",
    threshold: "Gräns",
    meets: "Uppfyller",
    next: (below: string | null, above: string | null) =>
      `Antalet ändras först vid ${[below, above].filter((one) => one !== null).join(" nedåt och ")}${above === null ? " nedåt" : below === null ? " uppåt" : " uppåt"}.`,
    never: "Ingen annan gräns för det här kriteriet ändrar antalet.",
    binds: (name: string, number: string, one: boolean) =>
      one ? `${name} är det enda som fattas för 1 område.` : `${name} är det enda som fattas för ${number} områden.`,
    now: "gränsen nu",
  },
  whatIf: {
    title: "Vad händer om …",
    intro: "Pröva andra gränser, eller flytta alla områdens siffror med så många procentenheter. Tomma fält betyder som det är.",
    threshold: (name: string) => `${name}: gräns`,
    shift: (name: string) => `${name}: alla siffror flyttas`,
    wrong: (text: string) => `”${text}” går inte att räkna med. Skriv ett tal som 62,5 eller −1.`,
    compute: "Räkna",
    result: (entering: string, leaving: string, staying: string) => `${entering} tillkommer, ${leaving} faller ifrån och ${staying} är kvar bland dem som uppfyller urvalet.`,
    entering: "Tillkommer",
    leaving: "Faller ifrån",
    none: "Inga.",
    byReading: "genom tolkningen",
    turned: (name: string, before: string, now: string) => `${name}: ${before} blir ${now}`,
    more: (number: string) => `${number} till.`,
    area: "Område",
    reason: "Varför",
  },
  compare: {
    title: "Jämför med tidigare filer",
    intro: "Välj filerna från ett tidigare år eller en annan uttagning. Områdena paras ihop efter sin kod.",
    choose: "Välj tidigare filer",
    with: (files: string[]) => `Jämfört med ${list(files)}.`,
    only: (before: string, now: string) => `${before} områden finns bara i de tidigare filerna och ${now} bara i de nya.`,
    end: "Sluta jämföra",
  },
};

export type ExploreText = typeof explore;
