// The texts of the search for a municipality, in Swedish: the reference that the English ones follow.

export const text = {
  search: "Sök bland alla kommuner",
  hint: "Till exempel Växjö, vaxjo eller 0780",
  found: { none: "Ingen kommun hittades.", one: "1 kommun hittades.", many: "{n} kommuner hittades." },
  meant: "Menade du {name}?",
  loading: "Sökningen laddas …",
  failed: "Sökningen kunde inte laddas.",
  remove: "Ta bort kommunen",
  onList: "på listan",
  notOnList: "inte på listan",
};

export type MunicipalityText = typeof text;
