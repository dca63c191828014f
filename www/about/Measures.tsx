// The four measures: what each counts, what is open, where its series breaks, where a figure is found.

import { type Language, percent } from "../text/format.ts";
import { Said } from "./Cited.tsx";
import { measures, thresholds } from "./data.ts";
import { fill } from "./facts.ts";
import type { AboutText } from "./text.sv.ts";

type Measure = (typeof measures.measures)[number];

export function Measures({ language, text }: { language: Language; text: AboutText["measures"] }) {
  return (
    <>
      <p class="about-intro">{text.intro}</p>
      {measures.measures.map((measure) => (
        <One key={measure.criterion} measure={measure} language={language} text={text} />
      ))}
      <Said statement={measures.namesNote} language={language} />
      <h3>{text.general}</h3>
      {measures.general.map((statement) => (
        <Said key={statement.text.en} statement={statement} language={language} />
      ))}
    </>
  );
}

function One({ measure, language, text }: { measure: Measure; language: Language; text: AboutText["measures"] }) {
  const criterion = thresholds.get(measure.criterion);
  if (criterion === undefined) return null;
  const values = {
    threshold: percent(criterion.threshold, language),
    average: percent(criterion.average, language),
  };
  return (
    <article class="about-measure" id={`measure-${measure.criterion}`}>
      <h3>{criterion.label[language]}</h3>
      <p class="about-measure-threshold">{fill(text.threshold, values)}</p>
      <Said statement={measure.definition} language={language} values={values} />
      <dl class="about-names">
        <div>
          <dt>{text.plain}</dt>
          <dd>{measure.plainName.text[language]}</dd>
        </div>
        <div>
          <dt>{text.term}</dt>
          <dd>{measure.tableTerm.text[language]}</dd>
        </div>
        <div>
          <dt>{text.english}</dt>
          <dd lang="en">{measure.english}</dd>
        </div>
      </dl>
      <h4>{text.open}</h4>
      {measure.open.length === 0 && <p>{text.nothingOpen}</p>}
      {measure.open.map((statement) => (
        <Said key={statement.text.en} statement={statement} language={language} values={values} />
      ))}
      <h4>{text.breaks}</h4>
      {measure.breaks.length === 0 && <p>{text.noBreaks}</p>}
      {measure.breaks.map((statement) => (
        <Said key={statement.text.en} statement={statement} language={language} values={values} />
      ))}
      <h4>{text.find}</h4>
      {measure.find.map((place) => (
        <Said key={place.text.en} statement={place} language={language} values={values} />
      ))}
    </article>
  );
}
