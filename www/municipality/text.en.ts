// The texts of the search for a municipality, in English.

import type { MunicipalityText } from "./text.sv.ts";

export const text: MunicipalityText = {
  search: "Search all municipalities",
  hint: "For example Växjö, vaxjo or 0780",
  found: { none: "No municipality found.", one: "1 municipality found.", many: "{n} municipalities found." },
  meant: "Did you mean {name}?",
  loading: "Loading the search …",
  failed: "The search could not be loaded.",
  remove: "Remove the municipality",
  onList: "on the list",
  notOnList: "not on the list",
};
