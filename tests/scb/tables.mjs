// The tables of the stand-in: their variables, codes and labels as published, with made-up figures.

import { hardship, numbers, regions, seedOf } from "./world.mjs";

/**
 * @typedef {object} Variable
 * @property {string} id
 * @property {{ sv: string, en: string }} label
 * @property {{ code: string, label: { sv: string, en: string }, decimals?: number }[]} values
 *
 * @typedef {object} Table
 * @property {string} id
 * @property {{ sv: string, en: string }} label
 * @property {string} updated
 * @property {string[]} divisions which it has regions of
 * @property {Variable[]} variables beside the region, in order
 * @property {(region: string, chosen: Record<string, string>) => string | null} cell as JSON writes it, null for none
 */

/** @param {string} sv @param {string} [en] */
const say = (sv, en = sv) => ({ sv, en });
/** @param {string} code @param {string} sv @param {string} [en] */
const value = (code, sv, en) => ({ code, label: say(sv, en) });
/** @param {number} from @param {number} to */
const years = (from, to, every = 1) =>
  Array.from({ length: (to - from) / every + 1 }, (_, nth) => value(String(from + nth * every), String(from + nth * every)));

/** The division that has figures for a year; regions of the other stand there with 0. @param {string} region @param {string} year */
const isOfYear = (region, year) => region.includes("_") === Number(year) >= 2024;

/** @param {string} region @param {string} about */
const draw = (region, about) => numbers(seedOf(`${region} ${about}`));

/** @param {string} region @param {string} year @param {string} ages */
function residents(region, year, ages) {
  const size = /^\d{4}R/.test(region) ? 1500 + draw(region, "size")(6000) : 400 + draw(region, "size")(1200);
  return size + draw(region, `${year} ${ages}`)(60);
}

const labour = /** @type {const} */ ({ "0000089X": 0, "0000089W": 1, "0000089V": 2, "0000089Z": 3, "0000089Y": 4 });

/** @type {Table} */
const employment = {
  id: "TAB6680",
  label: say(
    "Arbetsmarknadsstatus efter bostadens belägenhet, region (DeSO/RegSO), kön och ålder. År 2020 - 2024",
    "Labour market status by region (DeSO/RegSO), sex and age. Year 2020 - 2024",
  ),
  updated: "2025-12-04T07:00:00Z",
  divisions: ["DeSO2018", "DeSO2025", "RegSO2020", "RegSO2025"],
  variables: [
    {
      id: "Kon",
      label: say("kön", "sex"),
      values: [value("1", "män", "men"), value("2", "kvinnor", "women"), value("1+2", "totalt", "total")],
    },
    {
      id: "Alder",
      label: say("ålder", "age"),
      values: ["15-74", "16-64", "16-65", "16-66", "20-64", "20-65", "20-66"].map((ages) => value(ages, `${ages} år`, `${ages} years`)),
    },
    {
      id: "ContentsCode",
      label: say("tabellinnehåll", "contents"),
      values: [
        value("0000089X", "antal sysselsatta", "number of employed"),
        value("0000089W", "antal arbetslösa", "number of unemployed"),
        value("0000089V", "antal sysselsatta och arbetslösa (arbetskraften)", "number of employed and unemployed (labour force)"),
        value("0000089Z", "antal utanför arbetskraften", "number outside the labour force"),
        value("0000089Y", "antal totalt", "number, total"),
      ],
    },
    { id: "Tid", label: say("år", "year"), values: years(2020, 2024) },
  ],
  cell(region, { Kon = "", Alder = "", ContentsCode = "", Tid = "" }) {
    if (!isOfYear(region, Tid)) return "0";
    const all = residents(region, Tid, Alder);
    const employed = Math.floor((all * (900 - 4 * hardship(region) - draw(region, `employed ${Tid}`)(40))) / 1000);
    const unemployed = Math.floor((all - employed) / 4);
    const of =
      [employed, unemployed, employed + unemployed, all - employed - unemployed, all][
        labour[/** @type {keyof typeof labour} */ (ContentsCode)]
      ] ?? 0;
    const men = Math.floor(of / 2);
    return String(Kon === "1" ? men : Kon === "2" ? of - men : of);
  },
};

/** @param {string} id @param {string} ages @param {string} contents @param {[number, number]} span @param {string[]} divisions @returns {Table} */
const education = (id, ages, contents, span, divisions) => ({
  id,
  label: say(
    `Befolkning ${ages} år efter region och utbildningsnivå. År ${span.join(" - ")}`,
    `Population aged ${ages} by region and level of education. Year ${span.join(" - ")}`,
  ),
  updated: "2026-05-27T06:00:00Z",
  divisions,
  variables: [
    {
      id: "UtbildningsNiva",
      label: say("utbildningsnivå", "level of education"),
      values: [
        value("21", "förgymnasial utbildning", "primary and lower secondary education"),
        value("3+4", "gymnasial utbildning", "upper secondary education"),
        value("5", "eftergymnasial utbildning, mindre än 3 år", "post secondary education, less than 3 years"),
        value("6", "eftergymnasial utbildning, 3 år eller mer", "post secondary education 3 years or more"),
        value("US", "uppgift om utbildningsnivå saknas", "no information about level of educational attainment"),
      ],
    },
    { id: "ContentsCode", label: say("tabellinnehåll", "contents"), values: [value(contents, "Befolkning", "Population")] },
    { id: "Tid", label: say("år", "year"), values: years(...span) },
  ],
  cell(region, { UtbildningsNiva = "", Tid = "" }) {
    if (!isOfYear(region, Tid)) return "0";
    const all = residents(region, Tid, ages);
    const low = Math.floor((all * (60 + 4 * hardship(region) + draw(region, `low ${Tid}`)(40))) / 1000);
    const unknown = Math.floor(all / 60);
    const middle = Math.floor((all - low - unknown) / 2);
    const some = Math.floor((all - low - unknown - middle) / 3);
    const of = { 21: low, "3+4": middle, 5: some, 6: all - low - unknown - middle - some, US: unknown }[UtbildningsNiva];
    return of === undefined ? null : String(of);
  },
});

/** @type {Table} */
const turnout = {
  // Made up: the id that the service gives this table is not known.
  id: "TAB9001",
  label: say(
    "Valdeltagande efter region (RegSO), bakgrund och kön. År 2018 - 2022",
    "Voter turnout by region (RegSO), background and sex. Year 2018 - 2022",
  ),
  updated: "2024-02-14T08:30:00Z",
  divisions: ["RegSO2020"],
  variables: [
    {
      id: "Bakgrund",
      label: say("bakgrund", "background"),
      values: [
        value("TOT18", "samtliga 18 år och äldre", "all aged 18 and older"),
        value("UTB1", "utbildningsnivå: förgymnasial utbildning", "level of education: primary"),
        value("SAMT", "samtliga", "all"),
        value("SV", "födelseregion: Sverige", "region of birth: Sweden"),
      ],
    },
    {
      id: "Kon",
      label: say("kön", "sex"),
      values: [value("4", "män och kvinnor", "men and women"), value("1", "män", "men"), value("2", "kvinnor", "women")],
    },
    {
      id: "ContentsCode",
      label: say("tabellinnehåll", "contents"),
      values: [
        { ...value("000004WU", "Valdeltagande i val till riksdag, procent", "Turnout in the Riksdag election, percent"), decimals: 1 },
        { ...value("000004WV", "Valdeltagande i val till region, procent", "Turnout in the regional election, percent"), decimals: 1 },
        { ...value("000004WW", "Valdeltagande i val till kommun, procent", "Turnout in the municipal election, percent"), decimals: 1 },
      ],
    },
    { id: "Tid", label: say("vartannat år", "every other year"), values: years(2018, 2022, 4) },
  ],
  cell(region, { Bakgrund = "", Kon = "", ContentsCode = "", Tid = "" }) {
    const next = draw(region, `turnout ${Bakgrund} ${Kon} ${ContentsCode} ${Tid}`);
    // In small groups nothing is published.
    if (next(40) === 0) return null;
    const tenths = 935 - 3 * hardship(region) - next(60);
    // As JSON writes it: a last zero is left out.
    return String(tenths / 10);
  },
};

/** Tables that are about turnout too, or about RegSO too, but are not the one. @type {Table[]} */
const others = [
  {
    ...turnout,
    id: "TAB9002",
    label: say("Valdeltagande i val till Europaparlamentet efter region (RegSO)", "Turnout in the European election by region (RegSO)"),
    variables: turnout.variables
      .filter(({ id }) => id !== "Bakgrund")
      .map((one) =>
        one.id === "ContentsCode" ? { ...one, values: [value("000009ZZ", "Valdeltagande, procent", "Turnout, percent")] } : one,
      ),
  },
  { ...employment, id: "TAB6682", label: say("Sysselsatta efter sektor, region (DeSO/RegSO)", "Employed by sector, region (DeSO/RegSO)") },
];

/** @type {readonly Table[]} */
export const tables = [
  employment,
  education("TAB6534", "25–65", "000007Z6", [2024, 2025], ["DeSO2025", "RegSO2025"]),
  education("TAB5956", "25–64", "000005MO", [2015, 2023], ["DeSO2018", "RegSO2020"]),
  ...others,
  turnout,
];

/** @param {Table} table */
export const regionsOf = (table) => table.divisions.flatMap((division) => regions[division] ?? []);
