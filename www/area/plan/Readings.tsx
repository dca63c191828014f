// The verdict under every reading that the source leaves possible, in one small table.

import { assessed, criteriaSet } from "../../model/area.ts";
import { whatIf } from "../../model/answers.ts";
import { usePlan } from "./language.ts";

export function Readings() {
  const { text } = usePlan();
  const readings = whatIf.value?.readings ?? [];
  const chosen = assessed.value?.reading;
  const of = criteriaSet.value.criteria.length;
  const ties = [...new Set(readings.map(({ tie }) => tie))];
  const requires = [...new Set(readings.map(({ require }) => require))];
  const verdicts = new Set(readings.map(({ verdict }) => verdict));
  const [only] = verdicts;
  const word = (require: string) =>
    require === "all" ? text.sure.all(of) : require === "any" ? text.sure.any : text.sure.atLeast(Number(require));
  const lead =
    readings.length === 1
      ? text.sure.readingsSettled
      : verdicts.size === 1 && only !== undefined
        ? text.sure.readingsSame(text.sure.verdict[only])
        : text.sure.readingsDiffer;
  return (
    <section class="sure-part" aria-labelledby="sure-readings">
      <h3 id="sure-readings">{text.sure.readings}</h3>
      <p class="panel-lead">{lead}</p>
      <table class="readings">
        <thead>
          <tr>
            <th scope="col">{text.sure.require}</th>
            {ties.map((tie) => (
              <th key={tie} scope="col">
                {text.sure[tie]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {requires.map((require) => (
            <tr key={require}>
              <th scope="row">{word(require)}</th>
              {ties.map((tie) => {
                const found = readings.find((reading) => reading.tie === tie && reading.require === require);
                const here = chosen?.tie === tie && chosen.require === require;
                return (
                  <td key={tie} data-answer={found?.verdict}>
                    {found !== undefined && text.sure.verdict[found.verdict]}
                    {here && <span class="readings-chosen">{text.sure.chosen}</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
