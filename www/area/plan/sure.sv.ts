// What is said of definitions and of how the answer moves, in Swedish.

import { list } from "../../text/swedish.ts";

export const definitions = {
  title: "Är siffrorna jämförbara?",
  intro: "Notera vad varje siffra gäller. Noteringarna följer med i länken, filen och underlaget.",
  open: "Notera år, ålder, källa och indelning",
  year: "År",
  ages: "Åldrar",
  agesHint: "till exempel 20–64",
  source: "Källa",
  division: "Områdesindelning",
  divisions: ["DeSO 2018", "DeSO 2025", "RegSO 2018", "RegSO 2025", "Valdistrikt", "Kommun"],
  warnings: "Att tänka på",
  none: "Inget i noteringarna talar emot att siffrorna jämförs.",
  differ: {
    year: (said: string[]) => `Siffrorna är från olika år: ${list(said)}.`,
    ages: (said: string[]) => `Siffrorna gäller olika åldrar: ${list(said)}.`,
    division: (said: string[]) => `Siffrorna gäller olika områdesindelningar: ${list(said)}. Det behöver inte vara samma område.`,
  },
  of: (name: string, value: string) => `${name.toLocaleLowerCase("sv")} ${value}`,
  later: (name: string) => `${name}: siffran är från tiden efter promemorian från mars 2018.`,
  broken: (name: string, text: string) => `${name}: ${text}`,
};

export const moves = {
  title: "Hur känsligt är svaret?",
  intro: "Så här ändras svaret om en siffra, eller två, blir något annat och resten står kvar.",
  figure: "Siffra som ändras",
  and: "och samtidigt",
  same: (verdict: string) => `Hur den här siffran än ändras blir svaret detsamma: ${verdict}.`,
  changes: (threshold: string, below: string, on: string, above: string) =>
    `Svaret kan bara ändras vid ${threshold}. Under: ${below}. Exakt på: ${on}. Över: ${above}.`,
  slider: (name: string) => `Pröva ett värde för ${name}`,
  at: (value: string, verdict: string, distance: string) =>
    distance === "" ? `${value}: ${verdict}, exakt på gränsen.` : `${value}: ${verdict}, ${distance}.`,
  table: "Samma sak som tabell",
  value: "Värde",
  outcome: "Utfall",
  answer: "Svar",
  distance: "Avstånd",
  two: "Två siffror samtidigt",
  twoAt: (first: string, second: string, verdict: string) => `${first} och ${second}: ${verdict}.`,
  below: (threshold: string) => `under ${threshold}`,
  on: (threshold: string) => `exakt ${threshold}`,
  above: (threshold: string) => `över ${threshold}`,
  pair: (name: string, value: string) => `${name} ${value}`,
  here: "Cirkeln är området.",
  key: { meets: "uppfyller", "does-not-meet": "uppfyller inte", undetermined: "går inte att avgöra" },
};
