// What is wrong with a criteria set, as sentences.

import type { CriteriaSet } from "../../engine/criteria.ts";
import type { CoreError } from "../../engine/page.ts";
import type { Language } from "../../text/format.ts";
import type { ErrorsText } from "../../text/errors.sv.ts";
import { criterionOf, kindOf } from "./paths.ts";
import type { sets } from "../../text/sets.sv.ts";
import { own } from "../../text/own.ts";

type SetsText = typeof sets;

/** Returns the path of what is wrong; empty where it is the whole. */
export function pathOf({ place }: CoreError): string {
  const path = place?.path ?? "";
  return path === "$" ? "" : path;
}

/** Says what is wrong, and what would be right. */
export function sentenceOf({ problem, place }: CoreError, text: SetsText, errors: ErrorsText): string {
  const kind = (name: string) => own(text.kinds as Readonly<Record<string, string>>, name) ?? name;
  switch (problem.code) {
    case "empty-text":
      return text.wrong.empty;
    case "not-a-number":
      return problem.text.trim() === "" ? text.wrong.emptyNumber : text.wrong.number(problem.text);
    case "two-marks":
    case "negative":
    case "too-many-digits":
      return errors[problem.code](problem.text);
    case "too-long":
      return text.wrong["too-long"](String(problem.longest));
    case "bad-date":
    case "bad-id":
    case "require-out-of-range":
    case "not-json":
      return text.wrong[problem.code];
    case "duplicate-id":
      return place?.path === "id" ? text.wrong.idTaken(problem.id) : text.wrong["duplicate-id"](problem.id);
    case "out-of-range":
      return text.wrong["out-of-range"](problem.text, problem.highest);
    case "criteria-out-of-range":
      return text.wrong["criteria-out-of-range"](String(problem.most));
    case "missing-member":
    case "unknown-member":
      return text.wrong[problem.code](problem.name);
    case "wrong-kind":
      return text.wrong["wrong-kind"](kind(problem.found), kind(problem.expected));
    case "unknown-word":
      // A blank is best answered as one; `place` is a text field's then.
      return problem.text.trim() === "" && place !== null ? text.wrong.empty : text.wrong["unknown-word"](problem.text, problem.known);
    default:
      return text.wrong.other;
  }
}

/** Names a place for a person: `Lågutbildade, gräns`. */
export function placeName(path: string, set: CriteriaSet, text: SetsText, language: Language): string {
  const nth = criterionOf(path);
  const field = (text.fields as Readonly<Record<string, string>>)[kindOf(path)] ?? path;
  if (nth === null) return field;
  return `${text.criterion(set.criteria[nth]?.label[language] ?? "", nth + 1)}, ${field.toLocaleLowerCase(language)}`;
}
