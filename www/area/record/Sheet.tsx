// The record as a sheet of paper.

import type { Ref } from "preact";
import "../../look/scrolls.css";
import { builtIn, type Criterion } from "../../engine/criteria.ts";
import type { Given } from "../../engine/page.ts";
import type { DecisionRecord } from "../../engine/plan.ts";
import { comparison, decimal, inUnit, isCell, type Language, magnitude, quoted, whole } from "../../text/format.ts";
import { criteriaSet } from "../../model/area.ts";
import { labelOf } from "../../model/labels.ts";
import { usePlan } from "../plan/language.ts";
import { ruleText } from "../Outcome.tsx";
import type { PlanText } from "../plan/text.sv.ts";

interface Props {
  sheet: Ref<HTMLElement>;
  record: DecisionRecord;
  /** What the memo's list says of the municipality, or null where none was chosen. */
  designation: string | null;
}

export function Sheet({ sheet, record, designation }: Props) {
  const { text, language, area } = usePlan();
  const { set } = record.criteria;
  const require = requireText(record.reading.require, set.criteria.length, text);
  return (
    <article ref={sheet} class="record" aria-label={text.record.heading}>
      <p class="record-kind">{text.record.heading}</p>
      <h3>{record.area.name.trim() === "" ? text.record.unnamed : record.area.name}</h3>
      <p>
        {record.area.municipality !== "" && `${text.record.municipality(record.area.municipality)}. `}
        {designation !== null && `${designation} `}
        {record.date.given === "" ? text.record.undated : text.record.dated(record.date.given)}
      </p>
      <p class="record-answer">{text.record.answer[record.verdict.verdict]}</p>
      <p class="record-meaning">{set.id === builtIn[0].id ? area.verdict.meaning : area.verdict.meaningOther}</p>
      <p>
        {text.record.counted(record.verdict.met, record.verdict.required)} {text.record.certainty[record.verdict.certainty]}{" "}
        {text.record.readingOf(require, record.reading.tie === "inclusive")}
      </p>
      <Findings record={record} />
      <h4>{text.record.readings}</h4>
      <ul class="record-readings">
        {record.readings.map((reading) => (
          <li key={`${reading.tie} ${reading.require}`}>
            {text.compare.readingShort(requireText(reading.require, set.criteria.length, text), reading.tie === "inclusive")}:{" "}
            <strong>{text.sure.verdict[reading.verdict]}</strong>
          </li>
        ))}
      </ul>
      <h4>{text.record.sources}</h4>
      <ul class="record-sources">
        {distinct(record.sources).map((source) => (
          <li key={source.of}>
            {source[language]}
            {source.quote !== null && (
              <>
                {source[language].endsWith(".") ? " " : ": "}
                {isCell(source.quote) ? <span lang="sv">{quoted(source.quote)}</span> : <q lang="sv">{quoted(source.quote)}</q>}
              </>
            )}
            {source.url !== null && ` ${source.url}`}
          </li>
        ))}
      </ul>
      <Checks record={record} />
      <p class="record-foot">
        {text.record.set}: {set.name[language]} ({record.criteria.id}), {text.record.hash}{" "}
        <span class="record-hash">{record.criteria.hash}</span>. {text.record.product(record.product.name, record.product.version)}{" "}
        {text.record.notADecision} {text.record.noSignature}
      </p>
    </article>
  );
}

function requireText(require: string, of: number, text: PlanText): string {
  return require === "all" ? text.sure.all(of) : require === "any" ? text.sure.any : text.sure.atLeast(Number(require));
}

/** Each source once: many numbers come from the same table. */
function distinct(sources: DecisionRecord["sources"]): DecisionRecord["sources"] {
  const said = new Set<string>();
  return sources.filter(({ sv, quote }) => {
    const key = `${sv} ${quote ?? ""}`;
    if (said.has(key)) return false;
    said.add(key);
    return true;
  });
}

function Findings({ record }: { record: DecisionRecord }) {
  const { text, language, area } = usePlan();
  return (
    // It scrolls sideways on a phone, so the keyboard must reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls needs the focus to be scrolled by keys
    <section class="scrolls record-table" aria-label={text.record.comparison} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.record.criterion}</th>
            <th scope="col">{text.record.given}</th>
            <th scope="col">{text.record.threshold}</th>
            <th scope="col">{text.record.comparison}</th>
            <th scope="col">{text.record.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {record.findings.map((finding, nth) => {
            const criterion = record.criteria.set.criteria[nth];
            const figure = record.figures[nth];
            if (criterion === undefined || figure === undefined) return null;
            const notes = Object.values(figure.notes ?? {}).filter((note) => note !== "");
            return (
              <tr key={finding.criterion}>
                <th scope="row">
                  {labelOf(criteriaSet.value.criteria[nth] ?? criterion)[language]}
                  {notes.length > 0 && <span class="record-notes">{notes.join(", ")}</span>}
                </th>
                <td>{givenText(figure.given, text, language)}</td>
                <td class="record-threshold">
                  {ruleText({ ...criterion, tie: criterion.tie ?? record.reading.tie }, area, language)}
                  {criterion.nationalAverage != null && (
                    <span class="record-notes">
                      {area.scale.average} {inUnit(criterion.nationalAverage.value, criterion.unit, language)}
                    </span>
                  )}
                </td>
                <td>{finding.comparison === null ? "–" : comparison(finding.comparison, language)}</td>
                <td>
                  <strong>{finding.outcome === "unknown" ? text.record.unknown : area.outcome[finding.outcome]}</strong>
                  {finding.distance !== null && finding.outcome !== "at-threshold" && (
                    <span class="record-notes">{distanceText(finding, criterion.unit, text, language)}</span>
                  )}
                  {finding.certainty === "depends" && <span class="record-notes">{text.record.notCertain}</span>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function givenText(figure: Given | null, text: PlanText, language: Language): string {
  if (figure === null) return text.record.missing;
  switch (figure.mode) {
    case "percent": {
      if (figure.text.trim() === "") return text.record.missing;
      const known = figure.of.trim() === "" ? [] : [text.record.ofTotal(figure.of)];
      return [`${figure.text.trim()}${language === "sv" ? "\u00a0%" : "%"}`, ...(figure.exact ? [text.record.exact] : []), ...known].join(
        ", ",
      );
    }
    case "count":
      if (figure.count.trim() === "" && figure.total.trim() === "") return text.record.missing;
      return [text.figure.share(figure.count, figure.total), ...noiseOf(figure.noise, text)].join(", ");
    case "amount":
      return figure.text.trim() === "" ? text.record.missing : [figure.text, ...noiseOf(figure.noise, text)].join(", ");
  }
}

function noiseOf(noise: string, text: PlanText): string[] {
  return noise.trim() === "" ? [] : [text.record.noise(noise)];
}

function distanceText(
  { distance, persons }: DecisionRecord["findings"][number],
  unit: Criterion["unit"],
  text: PlanText,
  language: Language,
): string {
  const below = distance?.startsWith("-") ?? false;
  const size = decimal(magnitude(distance ?? "0"), language);
  if (unit === "persons") return text.compare.awayPersons(size, below);
  const inPoints = text.compare.away(size, below);
  return persons === null ? inPoints : `${inPoints} · ${text.figure.persons(whole(persons, language))}`;
}

/** The check number of each line, in one place. */
function Checks({ record }: { record: DecisionRecord }) {
  const { text } = usePlan();
  const { line } = text.record;
  const lines = [
    [line.verdict, record.verdict.digest],
    ...record.figures.map(({ digest }, nth) => [line.figures(nth + 1), digest]),
    ...record.findings.map(({ digest }, nth) => [line.findings(nth + 1), digest]),
    ...record.readings.map(({ digest }, nth) => [line.readings(nth + 1), digest]),
  ] as const;
  return (
    <>
      <h4>{text.record.check}</h4>
      <dl class="record-checks">
        {lines.map(([name, digest]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd class="record-digest">{digest}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
