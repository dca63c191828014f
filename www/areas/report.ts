// What a report is composed of beside the areas: which these are, what a person asks and noted, and what the figures rest on.

import { sha256 } from "../engine/digest.ts";
import type { MunicipalityTable, ReportRequest } from "../engine/tables.ts";
import { decimal, inSentence } from "../text/format.ts";
import type { Spoken } from "./language.ts";
import { digestOf } from "./project.ts";
import { recipesText } from "./recipe-file.ts";
import { assumedText, joining, nameOf } from "./sentences.ts";
import { criteriaSet, type Loaded, type Wanted } from "./state.ts";

/** More areas than these have no room in a report: the table is what has them. */
export const MOST = 4_000;

/** Says how the areas were chosen; nothing where all of them are shown, with their newest figures. */
export function chosenText(
  asked: Wanted,
  municipalities: MunicipalityTable["municipalities"],
  period: string | null,
  { text, language }: Spoken,
): string {
  const words = text.report.chosen;
  const { municipality, verdict, criterion, outcome, within, text: part } = asked;
  const parts: string[] = [];
  if (municipality !== null) parts.push(words.municipality(municipalities.find(({ code }) => code === municipality)?.name ?? municipality));
  if (verdict !== null) parts.push(words.verdict(text.verdict[verdict as keyof typeof text.verdict]));
  if (criterion !== null) {
    const name = inSentence(nameOf(criterion, language));
    const { unit } = criteriaSet.value.criteria.find(({ id }) => id === criterion) ?? {};
    if (outcome !== null) parts.push(words.outcome(name, text.outcome[outcome as keyof typeof text.outcome]));
    if (within !== null) parts.push(words.within[unit ?? "percent"](name, decimal(within, language)));
  }
  if (part.trim() !== "") parts.push(words.text(part.trim()));
  return [parts.length === 0 ? "" : words.by(parts), period === null ? "" : words.period(period)].filter((said) => said !== "").join(" ");
}

/** Puts together what the core is given; each file's digest is computed once. */
export async function reportRequest(
  run: Loaded,
  about: Pick<ReportRequest, "question" | "chosen" | "notes">,
  { text, language }: Spoken,
): Promise<ReportRequest> {
  const all = [...run.files, ...run.keys.map(({ file }) => file)];
  const files = await Promise.all(all.map(async (file): Promise<[string, string]> => [file.name, (await digestOf(file)) ?? ""]));
  // As the command line tells a recipe: the file that this page saves has the same digest.
  if (run.recipes.length > 0) files.push([text.correct.fileName, (await sha256(new TextEncoder().encode(recipesText(run.recipes)))) ?? ""]);
  const { tables, warnings } = run.summary;
  const assumed = tables.flatMap((table) => table.assumed.map((one) => `${table.table.file}: ${assumedText(one, text, language)}`));
  const joined = warnings.filter(({ kind }) => kind !== "summable").map((one) => joining(one, text, language));
  return { language, ...about, files, assumed: [...assumed, ...joined] };
}
