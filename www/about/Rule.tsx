// The memo's table: four measures, their thresholds and national averages, each drawn on its scale.

import { type Language, percent } from "../text/format.ts";
import { Cite } from "./Cited.tsx";
import { measures, promemoria } from "./data.ts";
import type { AboutText } from "./text.sv.ts";
import { labelOf } from "../model/labels.ts";

export function Rule({ language, text }: { language: Language; text: AboutText["rule"] }) {
  return (
    <>
      <p class="about-intro">{text.intro}</p>
      <table class="about-table about-rule">
        <caption>{text.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.measure}</th>
            <td class="about-rule-scale" />
            <th scope="col" class="about-number">
              {text.threshold}
            </th>
            <th scope="col" class="about-number">
              {text.average}
            </th>
          </tr>
        </thead>
        <tbody>
          {promemoria.criteria.map((criterion) => {
            const plain = measures.measures.find((measure) => measure.criterion === criterion.id)?.plainName.text[language];
            const below = criterion.direction === "below";
            return (
              <tr key={criterion.id}>
                <th scope="row">
                  {labelOf(criterion)[language]}
                  {plain !== undefined && plain !== labelOf(criterion)[language].toLowerCase() && (
                    <span class="about-rule-plain">{plain}</span>
                  )}
                </th>
                <td class="about-rule-scale">
                  <Scale threshold={criterion.threshold.value} average={criterion.nationalAverage.value} below={below} />
                </td>
                <td class="about-number">
                  <span class="about-rule-side">{below ? text.below : text.above}</span> {percent(criterion.threshold.value, language)}
                </td>
                <td class="about-number">{percent(criterion.nationalAverage.value, language)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Cite origin={{ sources: ["memo"], quote: promemoria.source.quote }} language={language} />
    </>
  );
}

/** The band from 0 to 100: hatched past the threshold, a strong line on it, a dashed one for the country. */
function Scale({ threshold, average, below }: { threshold: string; average: string; below: boolean }) {
  const past = below ? { x: "0%", width: `${threshold}%` } : { x: `${threshold}%`, width: `${100 - Number(threshold)}%` };
  return (
    <svg width="100%" height="26" aria-hidden="true">
      <defs>
        <pattern id={`about-past-${threshold}`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" class="about-past-ground" />
          <line x1="0" y1="0" x2="0" y2="6" class="about-past-line" />
        </pattern>
      </defs>
      <rect class="about-scale-band" y="8" width="100%" height="10" />
      <rect y="8" height="10" fill={`url(#about-past-${threshold})`} {...past} />
      <line class="about-scale-average" x1={`${average}%`} x2={`${average}%`} y1="3" y2="23" />
      <line class="about-scale-threshold" x1={`${threshold}%`} x2={`${threshold}%`} y1="1" y2="25" />
    </svg>
  );
}
