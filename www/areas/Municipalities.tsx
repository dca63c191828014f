// The municipalities: how many of their areas meet, beside the memo's list.

import { builtIn } from "../engine/criteria.ts";
import type { MunicipalityTable } from "../engine/tables.ts";
import { whole } from "../text/format.ts";
import { Beside } from "./Beside.tsx";
import { useText } from "./language.ts";
import { criteriaSet, type Loaded, shown, want } from "./state.ts";
import { useAnswer } from "./useAnswer.ts";
import { goToTable } from "./workbench.ts";

type Count = MunicipalityTable["municipalities"][number];

export function Municipalities({ run }: { run: Loaded }) {
  const { text, language } = useText();
  const words = text.explore.municipalities;
  const answer = useAnswer((tables) => tables.ask("municipalities", { all: false }), [run, shown.value?.version]);
  if (answer === null) return null;
  const { cells, municipalities } = answer;
  const number = (value: number) => whole(value, language);
  const withSome = municipalities.filter(({ meets }) => meets > 0).sort((a, b) => b.meets - a.meets);
  const others = municipalities.filter(({ meets }) => meets === 0);
  return (
    <>
      <p id="four-cells">{words.cells}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached with the keyboard. */}
      <div class="scrolls" role="region" aria-labelledby="four-cells" tabIndex={0}>
        <table class="cells four-cells" aria-labelledby="four-cells">
          <thead>
            <tr>
              <td />
              <th scope="col">{words.withSome}</th>
              <th scope="col">{words.without}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{words.listed}</th>
              <td data-cell="listedWith">{number(cells.listedWith)}</td>
              <td data-cell="listedWithout">{number(cells.listedWithout)}</td>
            </tr>
            <tr>
              <th scope="row">{words.unlisted}</th>
              <td data-cell="unlistedWith">{number(cells.unlistedWith)}</td>
              <td data-cell="unlistedWithout">{number(cells.unlistedWithout)}</td>
            </tr>
          </tbody>
        </table>
      </div>
      <p class="help">{criteriaSet.value === builtIn[0] ? words.note : words.otherSet}</p>
      {withSome.length > 0 && <Counts caption={words.caption} counts={withSome} />}
      {others.length > 0 && (
        <details>
          <summary>{words.others(number(others.length))}</summary>
          <Counts caption={words.others(number(others.length))} counts={others} />
        </details>
      )}
      <Beside run={run} municipalities={municipalities} />
    </>
  );
}

function Counts({ caption, counts }: { caption: string; counts: readonly Count[] }) {
  const { text, language } = useText();
  const words = text.explore.municipalities;
  const number = (value: number) => whole(value, language);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached with the keyboard.
    <div class="scrolls" role="region" aria-label={caption} tabIndex={0}>
      <table class="cells">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.areas}</th>
            <th scope="col">{words.meets}</th>
            <th scope="col">{words.undetermined}</th>
            <th scope="col">{words.share}</th>
          </tr>
        </thead>
        <tbody>
          {counts.map(({ code, name, designated, areas, meets, undetermined }) => (
            <tr key={code ?? ""}>
              <th scope="row">
                {code === null ? (
                  words.unknown
                ) : (
                  <button
                    type="button"
                    class="link"
                    title={words.show(name ?? code)}
                    onClick={() => {
                      want({ municipality: code });
                      goToTable(language);
                    }}
                  >
                    {name ?? code}
                  </button>
                )}
                {designated === true && <span class="areas-code">{text.table.listed}</span>}
              </th>
              <td>{number(areas)}</td>
              <td>{number(meets)}</td>
              <td>{number(undetermined)}</td>
              <td>
                <svg class="share" width="120" height="12" aria-hidden="true">
                  <rect class="share-all" width="120" height="12" />
                  <rect class="share-part" width={(120 * meets) / areas} height="12" />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
