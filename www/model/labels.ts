// How the memo's criteria are called on the page. Links and records name the set by a hash of its words, so those stay
// as they are; here stand the words that say that a measure is a share of the people living somewhere.

import { builtIn, type Criterion, type Text } from "../engine/criteria.ts";
import { own } from "../text/own.ts";

interface Words {
  readonly label: Text;
  /** As the subject of a sentence. */
  readonly subject: Text;
  readonly definition?: Text;
}

const memo: Readonly<Record<string, Words>> = {
  employment: {
    label: { sv: "Förvärvsintensitet", en: "Employment rate" },
    subject: { sv: "förvärvsintensiteten", en: "the employment rate" },
  },
  "long-term-unemployment": {
    label: { sv: "Andel långtidsinskrivna arbetslösa", en: "Share of long-term registered unemployed" },
    subject: { sv: "andelen långtidsinskrivna arbetslösa", en: "the share of long-term registered unemployed" },
    definition: {
      sv: "Andel som har varit inskrivna länge som arbetslösa på Arbetsförmedlingen",
      en: "Share registered as unemployed for a long time with the Swedish Public Employment Service",
    },
  },
  "low-education": {
    label: { sv: "Andel lågutbildade", en: "Share with low educational attainment" },
    subject: { sv: "andelen lågutbildade", en: "the share with low educational attainment" },
    definition: { sv: "Andel med högst grundskola (förgymnasial utbildning)", en: "Share with at most primary and lower secondary school" },
  },
  turnout: {
    label: { sv: "Valdeltagande", en: "Voter turnout" },
    subject: { sv: "valdeltagandet", en: "voter turnout" },
  },
};

type Named = Pick<Criterion, "id" | "label">;

function words(criterion: Named): Words | undefined {
  return builtIn[0].criteria.some((one) => one === criterion) ? own(memo, criterion.id) : undefined;
}

/** The name of a criterion. */
export function labelOf(criterion: Named): Text {
  return words(criterion)?.label ?? criterion.label;
}

/** The name of a criterion as the subject of a sentence; of a set that is not the memo's, its name. */
export function subjectOf(criterion: Named): Text | null {
  return words(criterion)?.subject ?? null;
}

/** What a criterion measures. */
export function definitionOf(criterion: Criterion): Text {
  return words(criterion)?.definition ?? criterion.definition;
}
