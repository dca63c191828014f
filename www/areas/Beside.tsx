// Two to four municipalities beside each other, in the order in which they were chosen, with the country as a yardstick.

import { useState } from "preact/hooks";
import type { Criterion } from "../engine/criteria.ts";
import type { MunicipalityTable, Beside as OfMunicipality, Yardstick } from "../engine/tables.ts";
import { labelOf } from "../model/labels.ts";
import { inUnit, whole } from "../text/format.ts";
import { useText } from "./language.ts";
import { criteriaSet, type Loaded, shown, wanted } from "./state.ts";
import { useAnswer, useLatest } from "./useAnswer.ts";
import { yardstickValue } from "./yardsticks.ts";

/** As many can stand beside each other. */
const MOST = 4;

export function Beside({ run, municipalities }: { run: Loaded; municipalities: MunicipalityTable["municipalities"] }) {
  const { text, language } = useText();
  const words = text.beside;
  const [chosen, choose] = useState<readonly string[]>([]);
  const known = municipalities.flatMap(({ code, name }) => (code === null ? [] : [{ code, name: name ?? code }]));
  const codes = chosen.filter((code) => known.some((one) => one.code === code));
  const answer = useAnswer(
    (tables) => (codes.length < 2 ? Promise.resolve(null) : tables.ask("beside", { codes, selection: wanted.value })),
    [run, shown.value?.version, codes.join(" ")],
  );
  const yardsticks = useLatest(useAnswer((tables) => tables.ask("yardsticks", { municipalities: codes }), [run, codes.join(" ")])) ?? [];
  const country = yardsticks.find(({ municipality }) => municipality === null);
  const municipalityRows = codes.map((code) => yardsticks.find(({ municipality }) => municipality === code));
  if (known.length < 2) return null;
  const nameOf = (code: string) => known.find((one) => one.code === code)?.name ?? code;
  return (
    <>
      <h3>{words.title}</h3>
      <p class="help">{words.intro}</p>
      <div class="fields">
        {Array.from({ length: Math.min(MOST, codes.length + 1, known.length) }, (_, nth) => (
          <label key={nth}>
            {words.municipality(nth + 1)}
            <select
              class="field"
              name={`beside-${nth + 1}`}
              value={codes[nth] ?? ""}
              onChange={(event) => {
                const { value } = event.currentTarget;
                choose([...codes.slice(0, nth), value, ...codes.slice(nth + 1)].filter((code) => code !== ""));
              }}
            >
              <option value="">{nth < codes.length ? words.leave : words.choose}</option>
              {known
                .filter(({ code }) => code === codes[nth] || !codes.includes(code))
                .map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
            </select>
          </label>
        ))}
      </div>
      {answer !== null && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached with the keyboard.
        <div class="scrolls" role="region" aria-label={words.title} tabIndex={0}>
          <table class="cells beside">
            <caption class="visually-hidden">{words.title}</caption>
            <thead>
              <tr>
                <td />
                {codes.map((code) => (
                  <th key={code} scope="col">
                    {nameOf(code)}
                  </th>
                ))}
                {country !== undefined && <th scope="col">{words.inFiles}</th>}
                <th scope="col">{words.country}</th>
                <th scope="col">{words.threshold}</th>
              </tr>
            </thead>
            <tbody>
              {(["areas", "meets", "undetermined"] as const).map((part) => (
                <tr key={part} data-beside={part}>
                  <th scope="row">{words[part]}</th>
                  {answer.map((one, nth) => (
                    <td key={codes[nth]}>{whole(one[part], language)}</td>
                  ))}
                  {country !== undefined && <td />}
                  <td />
                  <td />
                </tr>
              ))}
              {criteriaSet.value.criteria.map((criterion, at) => (
                <CriterionRow
                  key={criterion.id}
                  criterion={criterion}
                  at={at}
                  answer={answer}
                  codes={codes}
                  municipalityRows={municipalityRows}
                  country={country}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

interface CriterionProps {
  criterion: Criterion;
  at: number;
  answer: readonly OfMunicipality[];
  codes: readonly string[];
  /** The municipalities' own rows, where the files have them. */
  municipalityRows: readonly (Yardstick | undefined)[];
  country: Yardstick | undefined;
}

function CriterionRow({ criterion, at, answer, codes, municipalityRows, country }: CriterionProps) {
  const { text, language } = useText();
  const words = text.beside;
  const show = (value: string) => inUnit(value, criterion.unit, language);
  return (
    <tr data-beside={criterion.id}>
      <th scope="row">{labelOf(criterion)[language]}</th>
      {answer.map(({ outcomes }, nth) => {
        const { met = 0, atThreshold = 0, notMet = 0 } = outcomes[at] ?? {};
        const row = municipalityRows[nth];
        const own = row === undefined ? null : yardstickValue(row, at, { language });
        return (
          <td key={codes[nth]}>
            {words.met(whole(met, language), whole(met + atThreshold + notMet, language))}
            {own !== null && <span class="help beside-own">{words.own(own)}</span>}
          </td>
        );
      })}
      {country !== undefined && <td>{yardstickValue(country, at, { language }) ?? text.yardsticks.none}</td>}
      <td>{criterion.nationalAverage === undefined ? words.unknown : show(criterion.nationalAverage.value)}</td>
      <td>{show(criterion.threshold.value)}</td>
    </tr>
  );
}
