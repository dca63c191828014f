// The words of Om kriterierna. Facts stand in the crate's data; here are headings, labels and what ties them together.

import { text as live } from "./live.sv.ts";

export const text = {
  title: "Om kriterierna",
  metaTitle: "Om kriterierna – Tröskel",
  metaDescription:
    "Promemorian från mars 2018 som fakta: de fyra gränserna, de 32 kommunerna, pengarna år för år, vem som fördelade dem och vad som inte är känt.",
  lead: "I mars 2018 bestämde regeringen vilka kommuner som fick söka stöd för områden med socioekonomiska utmaningar. Här står allt som promemorian säger, var varje uppgift kommer ifrån och vad som inte är känt.",
  contents: "Innehåll",
  sections: {
    rule: "Gränserna",
    who: "Vilka kommuner fick ansöka?",
    verdicts: "Två svar, aldrig ett",
    money: "Pengarna",
    apply: "Så var ansökan tänkt",
    programme: "Programmet",
    measures: "De fyra måtten",
    unknown: "Det som inte är känt",
    method: "Så räknas det",
    afterwards: "Vad hände sedan?",
    sources: "Källor",
    accessibility: "Tillgänglighet",
  },
  rule: {
    intro:
      "Fyra mått. Vart och ett har ett genomsnitt för Sverige och en gräns. Ett område uppfyller ett kriterium när siffran ligger på den sida av gränsen som betyder större utmaningar.",
    caption: "Promemorians tabell",
    measure: "Mått",
    threshold: "Gräns",
    average: "Sverige",
    below: "under",
    above: "över",
  },
  who: {
    intro: "{count} av Sveriges {all} kommuner. Sök på namn eller kod.",
    noScript: "Sökningen behöver skript. Utan dem gäller listan nedanför: står kommunen inte där kunde den inte ansöka.",
    decides: "Vad som avgör",
  },
  verdicts: {
    intro:
      "Om en kommun fick ansöka avgjordes av listan. Om ett område uppfyller kriterierna är en uträkning, och den ger ingen rätt till pengar. De två svaren kan skilja sig åt.",
  },
  money: {
    ...live.money,
    intro: "Planen från mars 2018 var {total} miljoner kronor på tio år. Så här gick det, så långt det är känt.",
    chart: "Planerat och känt, miljoner kronor per år",
    year: "År",
    planned: "Planerat i mars 2018",
    known: "Känt efteråt",
    recipients: { named: "till kommuner", open: "från 2019: mottagare inte angiven" },
    authorities:
      "Två myndigheter fördelade pengarna: Tillväxtverket till och med 2020, Delegationen mot segregation under 2021. Delegationen lades ned i slutet av 2022.",
    total: "Summa",
    legendPlanned: "planerat",
    legendKnown: "känt efteråt",
    exact: "Summan är exakt: {parts} = {total}.",
    municipality: "Kommun",
    ceiling: "Högst, miljoner kronor",
    source: "Källa",
    theRest: "De övriga {n}: inte känt.",
  },
  apply: {
    intro: "Se hur planen såg ut. Välj året då perioden skulle börja, och en dag för att se vem som skulle fördela pengarna.",
    noScript: "Planeraren behöver skript. Utan dem: en period var tre år, och beloppen per år står i tabellen ovanför.",
  },
  programme: {
    focus: "Fem fokusområden",
    purpose: "Syftet med stödet",
    examples: "Exempel på kommunala åtgärder",
  },
  measures: {
    intro: "Måtten låter enkla. De går ändå att räkna på flera sätt, och promemorian säger inte vilket som användes.",
    plain: "I promemorians punktlista",
    term: "I promemorians tabell",
    english: "SCB:s engelska ord",
    open: "Oklart",
    nothingOpen: "Inget oklart.",
    breaks: "Tidsseriebrott",
    noBreaks: "Inga kända.",
    find: "Här finns siffran",
    threshold: "Gräns {threshold}, Sverige {average}",
    general: "Gäller alla fyra",
  },
  unknown: {
    intro: "Sådant har sökts men inte hittats. Sidan gissar inte.",
  },
  method: {
    comparison: "100 · {count} = {left} och {threshold} · {total} = {right}",
    equal: "De är lika: exakt på gränsen.",
  },
  afterwards: {
    today: "Går det att söka något i dag?",
    confuse: "Förväxla inte med",
  },
  sources: {
    intro: "Allt som sidan säger kommer härifrån. Det som står inom citattecken är ordagrant.",
    memo: "Läs hela promemorian",
    memoNote: "Ordagrant som den lämnades över, fotnoternas text saknas.",
    data: "Alla uppgifter på den här sidan finns som data i produkten, var och en med sin källa.",
    map: "Kartans kontur: Natural Earth, fri att använda.",
  },
  accessibility: {
    text: [
      "Sidan är gjord för att fungera med tangentbord, skärmläsare, förstoring till 400 procent, mörkt läge, tvingade färger och utskrift. Målet är WCAG 2.2 på nivå AA.",
      "Inget svar bygger på färg ensam: varje utfall har ett ord och en form. Diagram och karta har samma innehåll i en tabell eller lista.",
      "Kända brister: kartans namn visas inte på smala skärmar; där finns de i listan. Citaten är på svenska även på den engelska sidan.",
      "Redogörelsen är från den 29 november 2026. Den bygger på egna prov i tre webbläsare, inte på en granskning utifrån. Hittar du en brist? Säg till den som driver sidan, eller skriv ett ärende där projektets kod finns.",
    ],
  },
};

export type AboutText = typeof text;
