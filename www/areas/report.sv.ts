// The texts of the report, in Swedish: the reference that the English ones follow.

import { list } from "../text/swedish.ts";

const areas = (n: string, one: boolean) => (one ? "1 område" : `${n} områden`);

export const report = {
  intro: "De områden som visas blir en rapport, till exempel inför ett beslut. På papper skrivs bara rapporten.",
  question: "Frågan som rapporten ska svara på",
  notes: "Ta med projektets noteringar",
  holds: (n: string, one: boolean, of: string, year: string | null, appendix: boolean) =>
    `Rapporten gäller ${areas(n, one)} av ${of}, med ${year === null ? "de senaste siffrorna" : `siffror från ${year}`}. ${
      appendix ? "De är många och står i en bilaga." : one ? "Det står på de första sidorna." : "De står på de första sidorna."
    }`,
  tooMany: (limit: string) => `En rapport har plats för högst ${limit} områden. Filtrera fram dem som den ska gälla.`,
  print: "Skriv ut (A4)",
  html: "Spara som webbsida (HTML)",
  xlsx: "Spara som Excel (XLSX)",
  fileName: "rapport",
  picture: "bild",
  appendix: "Bilaga: alla områden",
  chosen: {
    by: (parts: string[]) => `De är utvalda så här: ${list(parts)}.`,
    municipality: (name: string) => `kommunen är ${name}`,
    verdict: (verdict: string) => `svaret är ”${verdict}”`,
    outcome: (name: string, outcome: string) => `${name} är ”${outcome}”`,
    within: {
      percent: (name: string, points: string) => `${name} är högst ${points} procentenheter från gränsen`,
      persons: (name: string, persons: string) => `${name} är högst ${persons} personer från gränsen`,
    },
    text: (part: string) => `namnet eller koden har ”${part}”`,
    period: (year: string) => `Året är valt: ${year}.`,
  },
};

export type ReportText = typeof report;
