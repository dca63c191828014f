// The words that stand in a set of one's own until its author writes others; a set is in both languages.

import type { Text } from "../../engine/criteria.ts";

export const beginnings = {
  name: (nth: number): Text =>
    nth === 1 ? { sv: "Egna kriterier", en: "Criteria of one’s own" } : { sv: `Egna kriterier ${nth}`, en: `Criteria of one’s own ${nth}` },
  copied: (from: Text): Text => ({ sv: `Egen uppsättning, ändrad från: ${from.sv}`, en: `A set of one’s own, changed from: ${from.en}` }),
  chosen: { sv: "Valt av den som gjort uppsättningen.", en: "Chosen by whoever made the set." },
  value: { sv: "Eget tal, utan källa", en: "A number of one’s own, without a source" },
  criterion: (nth: number): Text => ({ sv: `Kriterium ${nth}`, en: `Criterion ${nth}` }),
  definition: { sv: "Inte beskrivet än", en: "Not described yet" },
};
