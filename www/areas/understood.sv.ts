// How a table was understood, in Swedish sentences: the reference that the English ones follow.

import { list, sentence } from "../text/swedish.ts";

const quoted = (name: string) => `”${name}”`;
const columns = (names: string[]) => (names.length === 1 ? `kolumnen ${list(names.map(quoted))}` : `kolumnerna ${list(names.map(quoted))}`);

const areas = (n: string, one: boolean) => (one ? "1 område" : `${n} områden`);
const cells = (n: string, one: boolean) => (one ? "1 cell" : `${n} celler`);

export const understood = {
  label: "Så förstods filerna",
  table: (file: string, sheet: string | null) => (sheet === null ? file : `${file}, bladet ${sheet}`),
  divisions: {
    nation: (n: string, one: boolean) => (one ? "riket" : `${n} länder`),
    county: (n: string, _one: boolean) => `${n} län`,
    municipality: (n: string, one: boolean) => (one ? "1 kommun" : `${n} kommuner`),
    district: (n: string, _one: boolean) => `${n} valdistrikt`,
    regso: (n: string, one: boolean) => (one ? "1 RegSO-område" : `${n} RegSO-områden`),
    deso: (n: string, one: boolean) => (one ? "1 DeSO-område" : `${n} DeSO-områden`),
    unknown: (n: string, one: boolean) => `${areas(n, one)} av okänd indelning`,
  },
  byCode: (what: string, from: string[]) => `${sentence(what)}, efter koden i ${columns(from)}.`,
  byName: (what: string, from: string[]) => `${sentence(what)}, efter namnet i ${columns(from)}.`,
  notAssessed: (what: string) => `${sentence(what)} i samma kolumn bedöms inte.`,
  lostZeros: (n: string, one: boolean) => (one ? "1 kod hade tappat sin första nolla och lagades." : `${n} koder hade tappat sin första nolla och lagades.`),
  noMeasure: "Inget av kriterierna finns i den här filen.",
  areas,
  percent: (name: string, column: string, n: string) => `${name}: procent ur kolumnen ${quoted(column)}, ${n}.`,
  fractions: (name: string, column: string, n: string) => `${name}: andelar från 0 till 1 ur kolumnen ${quoted(column)}, lästa som hundradelar, ${n}.`,
  count: (name: string, counts: string[], totals: string[], n: string) => `${name}: antal ur ${columns(counts)} av ${columns(totals)}, ${n}.`,
  categories: (name: string, column: string, category: string, counted: string[], total: string[], n: string) =>
    `${name}: antal ur kolumnen ${quoted(column)} där ${quoted(category)} är ${list(counted)}, av ${total.length > 4 ? `${total.length} kategorier tillsammans` : list(total)}, ${n}.`,
  amount: (name: string, column: string, n: string) => `${name}: antal ur kolumnen ${quoted(column)}, ${n}.`,
  year: (year: string) => `Året är ${year}.`,
  kept: {
    only: (column: string, kept: string[]) => `${quoted(column)}: ${list(kept)}.`,
    total: (column: string, kept: string[]) => `${quoted(column)}: bara raderna för ${list(kept)} räknas.`,
    preferred: (column: string, kept: string[]) => `${quoted(column)}: ${list(kept)} valdes.`,
    latest: (column: string, kept: string[]) => `${quoted(column)}: det senaste, ${list(kept)}, valdes.`,
    sum: (column: string, kept: string[]) => `${quoted(column)}: ${list(kept)} lades ihop.`,
    recipe: (column: string, kept: string[]) => `${quoted(column)}: ${list(kept)}, som ni har bestämt.`,
  },
  recipe: (name: string) => `Läst enligt receptet ${name}.`,
  formats: { csv: "CSV", xlsx: "Excel", xls: "äldre Excel", ods: "ODS", "json-stat": "JSON-stat", px: "PX" },
  form: (parts: string[], records: string) => `${parts.join(", ")}, ${records} rader.`,
  delimiters: { semicolon: "semikolon", tab: "tabb", comma: "komma", space: "blanksteg" },
  questions: {
    fractions: (name: string, column: string) => `Alla tal i ${quoted(column)} är från 0 till 1. Är det andelar för ${name}, så att 0,6 betyder 60 procent?`,
    categories: (column: string) => `Vilka rader ska räknas i kolumnen ${quoted(column)}? Innan det är bestämt saknas uppgifterna.`,
    areFractions: "Ja, det är andelar",
    arePercent: "Nej, det är procent",
  },
  warnings: {
    "mixed-divisions": "Kolumnen blandar områden av olika indelning, till exempel DeSO och RegSO. De bedöms sida vid sida.",
    "mixed-vintages": "Kolumnen har områden ur flera års indelning med uppgifter. De står var för sig med sitt år.",
    "unknown-division": (n: string, one: boolean) =>
      one ? "1 kod börjar som en kommuns men har ingen känd form. Den räknas med." : `${n} koder börjar som en kommuns men har ingen känd form. De räknas med.`,
    "count-above-total": (n: string, one: boolean) =>
      `I ${areas(n, one)} är antalet större än det totala antalet. ${one ? "Den uppgiften" : "De uppgifterna"} saknas.`,
    "sums-differ": (n: string, largest: string, one: boolean, person: boolean) =>
      `I ${areas(n, one)} är delarna tillsammans inte lika med totalen, som mest ${largest} ${person ? "person" : "personer"} ifrån. SCB ändrar små antal med slumptal.`,
    "parts-missing": (n: string, one: boolean) =>
      one ? "1 område saknar kategorier som andra har. Den uppgiften saknas." : `${n} områden saknar kategorier som andra har. De uppgifterna saknas.`,
    "nil-as-zero": (n: string, one: boolean) => `${cells(n, one)} med ett streck lästes som noll, som i SCB:s egna filer.`,
    "nil-as-missing": (n: string, one: boolean) => `${cells(n, one)} med ett streck lästes som att uppgiften saknas.`,
  },
  joined: {
    "different-vintages": "Filerna har olika års indelning av områden. De fördes ihop efter koden ändå; gränser kan ha flyttats mellan åren.",
    "codes-from-key": (n: string, one: boolean) => `${areas(n, one)} som bara hade ett namn fick sin kod ur en annan av filerna.`,
    "names-without-code": (n: string, one: boolean) =>
      `${areas(n, one)} har bara ett namn, och ingen av filerna säger entydigt vilken kod det hör till. ${one ? "Det" : "De"} kunde därför inte föras ihop med områden som har kod. Ta med en nyckelfil med namn och kod, till exempel SCB:s koppling mellan DeSO och RegSO.`,
    "not-in-all": (n: string, one: boolean) => `${areas(n, one)} saknar uppgift i någon av filerna.`,
    summable: (n: string, into: string, one: boolean) =>
      `${one ? "1 DeSO-område" : `${n} DeSO-områden`} har antal, och en av filerna säger vilka ${into} RegSO de ligger i. Antalen kan läggas ihop; procent läggs aldrig ihop.`,
    summed: (n: string, into: string, one: boolean) => `Antalen för ${one ? "1 DeSO-område" : `${n} DeSO-områden`} är hoplagda till ${into} RegSO.`,
    "percentages-not-summed": (n: string, one: boolean) => `${areas(n, one)} saknar en uppgift, för den finns bara som procent per DeSO, och procent kan inte läggas ihop.`,
    "parts-not-complete": (n: string, one: boolean) => `${areas(n, one)} saknar en uppgift, för den saknas i något av områdets DeSO.`,
    "not-in-key": (n: string, one: boolean) => `${one ? "1 DeSO-område" : `${n} DeSO-områden`} finns inte i nyckelfilen och står för sig.`,
  },
  sum: "Lägg ihop till RegSO",
  apart: "Visa DeSO var för sig",
  preview: "Visa tabellens början",
  previewCaption: (table: string) => `De första raderna i ${table}`,
  roles: {
    area: "område",
    name: "namn",
    percent: "procent",
    count: "antal",
    total: "totalt",
    category: "kategori",
    number: "annat tal",
    other: "används inte",
  },
  more: (shown: string) => `${shown} kolumner visas.`,
};
