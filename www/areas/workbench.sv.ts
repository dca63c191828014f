// The texts of the row of views, of what is folded above it, and of the table's own handling, in Swedish: the reference
// that the English ones follow.

import type { WorkbenchView } from "../model/workbench.ts";
import { sentence } from "../text/swedish.ts";

const areas = (number: string, one: boolean) => (one ? "1 område" : `${number} områden`);

export const workbench = {
  views: "Vyer",
  view: {
    table: "Tabell",
    municipalities: "Kommuner",
    picture: "Bild",
    thresholds: "Gränser",
    "what-if": "Vad händer om …",
    compare: "Jämför",
    years: "År för år",
    report: "Rapport",
  } satisfies Record<WorkbenchView, string>,
  files: (number: number) => (number === 1 ? "1 fil" : `${number} filer`),
  assumed: (number: number) => (number === 1 ? "1 antagande att se över" : `${number} antaganden att se över`),
  required: (require: string) => `${sentence(require)} krävs`,
  missing: {
    label: "Vad som saknas",
    all: (name: string) => `${name}: finns inte i filerna.`,
    some: (name: string, number: string, one: boolean) => `${name}: siffra saknas för ${areas(number, one)}.`,
    show: "Visa dem",
    showOf: (name: string) => `Visa områden utan siffra: ${name}`,
  },
  /** How the table goes by the keyboard. */
  keys: "Pil upp och pil ned går mellan raderna, Page Up och Page Down mellan sidorna.",
  more: (name: string) => `Siffror för ${name}`,
  legend: "Märken i tabellen",
  /** What an export holds, as a part of its file's name. */
  holds: {
    all: "områden",
    meets: "uppfyller",
    "does-not-meet": "uppfyller-inte",
    undetermined: "går-inte-att-avgöra",
    filtered: "filtrerade",
  },
};

export type WorkbenchText = typeof workbench;
