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
  lostZeros: (n: string, one: boolean) =>
    one ? "1 kod hade tappat sin första nolla och lagades." : `${n} koder hade tappat sin första nolla och lagades.`,
  noArea: "Ingen kolumn med områden hittades.",
  noMeasure: "Inget av kriterierna finns i den här filen.",
  areas,
  measure: {
    percent: (from: string[], n: string) => `procent ur ${columns(from)}, ${n}.`,
    fractions: (from: string[], n: string) => `andelar från 0 till 1 ur ${columns(from)}, omräknade till procent, ${n}.`,
    count: (from: string[], base: string[], file: string | null, n: string) =>
      `antal ur ${columns(from)} av ${base.length === 0 ? "totalen" : columns(base)}${file === null ? "" : ` i filen ${file}`}, ${n}.`,
    noBase: (from: string[]) => `antal ur ${columns(from)}. Totalen saknas: lägg till en fil med befolkningen.`,
    amount: (from: string[], n: string) => `antal personer ur ${columns(from)}, ${n}.`,
  },
  facets: {
    measure: "Uppgift",
    status: "Arbete",
    education: "Utbildning",
    duration: "Tid utan arbete",
    election: "Val",
    sex: "Kön",
    age: "Ålder",
    birth: "Födelseland",
    background: "Grupp",
    period: "Period",
    other: "Annat",
  },
  how: {
    only: (facet: string, values: string[]) => `${facet}: ${list(values)}.`,
    total: (facet: string, values: string[]) => `${facet}: ${list(values)}, som är totalen.`,
    preferred: (facet: string, values: string[]) => `${facet}: ${list(values)}, som ligger närmast kriteriet.`,
    latest: (facet: string, values: string[]) => `${facet}: ${list(values)}, som är den senaste.`,
    sum: (facet: string, values: string[]) => `${facet}: ${list(values)}, hoplagda.`,
    recipe: (facet: string, values: string[]) => `${facet}: ${list(values)}, som du har bestämt.`,
  },
  ofTheBase: (facet: string) => `Totalens ${facet.toLowerCase()}`,
  period: (period: string, others: string[]) =>
    others.length === 0 ? `Period: ${period}.` : `Period: ${period}, den senaste. I filen finns också ${list(others)}.`,
  kept: {
    only: (column: string, kept: string[]) => `${quoted(column)}: ${list(kept)}.`,
    total: (column: string, kept: string[]) => `${quoted(column)}: bara raderna för ${list(kept)} räknas.`,
    preferred: (column: string, kept: string[]) => `${quoted(column)}: ${list(kept)} valdes.`,
    latest: (column: string, kept: string[]) => `${quoted(column)}: det senaste, ${list(kept)}, valdes.`,
    sum: (column: string, kept: string[]) => `${quoted(column)}: ${list(kept)} lades ihop.`,
    recipe: (column: string, kept: string[]) => `${quoted(column)}: ${list(kept)}, som du har bestämt.`,
  },
  assumed: {
    label: "Det här står inte i filen. Stämmer det?",
    added: (name: string, facet: string, values: string[]) =>
      `För ${name} lades ${list(values)} ihop (${facet.toLowerCase()}). De utesluter varandra och är alla.`,
    named: (name: string, column: string, by: string) => `${quoted(column)} lästes som ${name}, för det står i ${quoted(by)}.`,
    dated: (name: string, column: string, by: string) => `Året för ${name} i ${quoted(column)} står bara i filens namn, ${quoted(by)}.`,
    "base-ages": (name: string, column: string) =>
      `${quoted(column)} är totalen för ${name}, men åldrarna står inte där eller är andra än antalets.`,
    "base-of-newest-year": (name: string, column: string) =>
      `Antalet för ${name} säger inget år. ${quoted(column)} antas vara från samma år.`,
    "base-undated": (name: string, column: string) =>
      `${quoted(column)} är totalen för ${name} och säger inget år. Den antas vara från samma år som antalet.`,
    "base-year": (name: string, column: string) => `${quoted(column)} är totalen för ${name}, men från året före eller efter antalet.`,
    "base-of-all": (name: string, column: string) =>
      `${quoted(column)} är totalen för ${name}. Det står inte vilka den räknar: alla i området?`,
    unusual: (name: string, isTime: boolean, values: string[], usual: string) =>
      `För ${name} används ${list(values.map(quoted))}. Det vanliga är ${isTime ? `minst ${usual} månader` : `${usual} år`}.`,
    "area-column": (column: string, other: string) => `Områdena är de i ${quoted(column)}. ${quoted(other)} har andra områden.`,
    "filled-down": (column: string) => `Tomma celler i ${quoted(column)} fick texten ovanför. Tabellen skriver varje namn en gång.`,
  },
  notUsed: {
    label: (n: string, one: boolean) => (one ? "1 kolumn eller kategori användes inte" : `${n} kolumner och kategorier användes inte`),
    column: (column: string, category: string | null) => (category === null ? quoted(column) : `${quoted(category)} i ${quoted(column)}`),
    more: (n: string) => `och ${n} till.`,
    why: {
      another: "en annan period, ålder eller grupp.",
      id: "en beteckning, ingen siffra.",
      "no-level": "en förändring, en rang eller ett index, ingen nivå.",
      "no-measure": "hör inte till något kriterium.",
      unexplained: (words: string[]) => `orden ${list(words.map(quoted))} kändes inte igen.`,
      "no-base": "ett antal utan total.",
      counts: "antalen säger samma sak mer exakt.",
      asked: "väntar på ditt svar.",
      empty: "har inga tal.",
      text: "är text.",
    },
  },
  ledger: {
    label: "Alla rader, kolumner och kategorier",
    rows: "Rader",
    columns: "Kolumner",
    categories: "Kategorier",
    caption: (table: string) => `Vad raderna, kolumnerna och kategorierna i ${table} användes till`,
    heading: "rubriker och etiketter",
    used: "gav siffror",
    another: "annan nivå, period eller grupp",
    notUsed: "inga siffror för kriterierna",
    listed: "kunde inte läsas, står i listan",
    all: "tillsammans",
  },
  recipe: (name: string) => `Läst enligt receptet ${name}.`,
  formats: { csv: "CSV", xlsx: "Excel", xls: "äldre Excel", ods: "ODS", "json-stat": "JSON-stat", px: "PX" },
  form: (parts: string[], records: string) => `${parts.join(", ")}, ${records} rader.`,
  delimiters: { semicolon: "semikolon", tab: "tabb", comma: "komma", space: "blanksteg" },
  warnings: {
    "mixed-divisions": "Kolumnen blandar områden av olika indelning, till exempel DeSO och RegSO. De bedöms sida vid sida.",
    "mixed-vintages": "Kolumnen har områden ur flera års indelning med siffror. De står var för sig med sitt år.",
    "unknown-division": (n: string, one: boolean) =>
      one
        ? "1 kod börjar som en kommuns men har ingen känd form. Den räknas med."
        : `${n} koder börjar som en kommuns men har ingen känd form. De räknas med.`,
    "count-above-total": (n: string, one: boolean) =>
      `I ${areas(n, one)} är antalet större än det totala antalet. ${one ? "Den siffran" : "De siffrorna"} saknas.`,
    "sums-differ": (n: string, largest: string, one: boolean, person: boolean) =>
      `I ${areas(n, one)} är delarna tillsammans inte lika med totalen, som mest ${largest} ${person ? "person" : "personer"} ifrån. Från 2025 lägger SCB små slumptal på antalen.`,
    "parts-missing": (n: string, one: boolean) =>
      one
        ? "1 område saknar kategorier som andra har. Den siffran saknas."
        : `${n} områden saknar kategorier som andra har. De siffrorna saknas.`,
    "nil-as-zero": (n: string, one: boolean) => `${cells(n, one)} med ett streck lästes som noll, som i SCB:s egna filer.`,
    "software-digits": (column: string, n: string, one: boolean) =>
      `${quoted(column)}: ${cells(n, one)} har fler siffror än någon publicerar. ${one ? "Den" : "De"} avrundades till 12 decimaler.`,
    suppressed: (column: string, n: string, low: string, high: string, one: boolean) =>
      `${quoted(column)}: ${cells(n, one)} har ett spann i stället för ett antal, inom ${low}–${high} personer. Svaret ges bara där hela spannet ligger på samma sida om gränsen.`,
    "said-missing": (note: string, n: string, one: boolean) => `I ${cells(n, one)} saknas siffran, för det står ${quoted(note)}.`,
    "nil-as-missing": (n: string, one: boolean) => `${cells(n, one)} med ett streck lästes som att siffran saknas.`,
  },
  joined: {
    "different-vintages":
      "Filerna har olika års indelning av områden. De fördes ihop efter koden ändå; gränser kan ha flyttats mellan åren.",
    "codes-from-key": (n: string, one: boolean) => `${areas(n, one)} som bara hade ett namn fick sin kod ur en annan av filerna.`,
    "names-without-code": (n: string, one: boolean) =>
      `${areas(n, one)} har bara ett namn, och ingen av filerna säger entydigt vilken kod det hör till. ${one ? "Det" : "De"} kunde därför inte föras ihop med områden som har kod. Ta med en nyckelfil med namn och kod, till exempel SCB:s koppling mellan DeSO och RegSO.`,
    key: (file: string, from: string, to: string, weights: string | null) =>
      `${file}: nyckel från ${quoted(from)} till ${quoted(to)}, ${weights === null ? "utan vikter" : `med vikter ur ${quoted(weights)}`}.`,
    keyRows: (rows: string, used: string) => `Av nyckelns ${rows} rader används ${used}.`,
    notSplit: (n: string, one: boolean) => `Nyckeln säger inte hur ${areas(n, one)} ska delas.`,
    split: (n: string, into: string, shared: string | null) =>
      `Antalen för ${n} områden är fördelade på ${into} områden efter nyckeln. ${
        shared === null
          ? "Inget av dem delas."
          : `Nyckeln delar ${shared} av dem, och där är antalen ett spann: hela personer, nedåt och uppåt.`
      }`,
    contradictory: (name: string, n: string, one: boolean) =>
      `Filerna säger olika om ${name} i ${areas(n, one)}. Siffran är okänd där. Ta bort den fil eller det blad som inte gäller.`,
    "not-in-all": (n: string, one: boolean) => `${areas(n, one)} saknar en siffra i någon av filerna.`,
    summable: (n: string, into: string, one: boolean) =>
      `${one ? "1 DeSO-område" : `${n} DeSO-områden`} har antal, och en av filerna säger vilka ${into} RegSO de ligger i. Antalen kan läggas ihop; procent läggs aldrig ihop.`,
    summed: (n: string, into: string, one: boolean) =>
      `Antalen för ${one ? "1 DeSO-område" : `${n} DeSO-områden`} är hoplagda till ${into} RegSO.`,
    "percentages-not-summed": (n: string, one: boolean) =>
      `${areas(n, one)} saknar en siffra, för delarna har den bara som procent, och procent kan inte läggas ihop.`,
    "parts-not-complete": (n: string, one: boolean) => `${areas(n, one)} saknar en siffra, för den saknas i någon av områdets delar.`,
    "two-divisions-not-summed": (n: string, one: boolean) =>
      `${areas(n, one)} saknar en siffra, för delarna har siffror enligt två års indelning. Behåll ett års områden i filen, eller välj ett år.`,
    "other-ages": (counts: string[], bases: string[]) =>
      `Antalen i ${columns(counts)} gäller andra åldrar än ${columns(bases)}, så ingen andel räknades.`,
    "other-years": (counts: string[], bases: string[]) =>
      `Antalen i ${columns(counts)} gäller andra år än ${columns(bases)}, så ingen andel räknades. Lägg till en fil med totalen för samma år.`,
    "left-out": (files: string[]) => `Ur arkivet lämnades ${list(files.map(quoted))} utanför, som inte går att läsa som tabell.`,
    "not-in-key": (n: string, one: boolean) => `${areas(n, one)} finns inte i nyckeln och står för sig.`,
  },
  key: {
    is: "Används som nyckel: antalen läggs ihop till de områden som nyckeln säger.",
    isLog: "Används som förteckning över ändrade områden: områden från två års indelningar jämförs efter den.",
    use: "Använd som nyckel",
    to: { regso: "Lägg ihop till RegSO i stället", deso: "Lägg ihop till DeSO i stället" },
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
