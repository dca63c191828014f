// Who enters and who leaves, with the reasons.

import type { Changes } from "../engine/tables.ts";
import { whole } from "../text/format.ts";
import { useText } from "./language.ts";
import { criteriaSet } from "./state.ts";

/** As many areas are named; the others are counted. */
const NAMED = 100;

type Outcome = "met" | "at-threshold" | "not-met" | "unknown";

/** An area whose verdict changed, as it comes over the wire. */
interface Changed {
  readonly position: number;
  readonly code: string | null;
  readonly name: string | null;
  readonly turned: readonly { readonly criterion: string; readonly before: Outcome; readonly now: Outcome }[];
}

export function ChangeReport({ changes }: { changes: Changes }) {
  const { text, language } = useText();
  const words = text.explore.whatIf;
  const number = (value: number) => whole(value, language);
  const entering = changes.entering as unknown as readonly Changed[];
  const leaving = changes.leaving as unknown as readonly Changed[];
  return (
    <>
      <p class="changed-result" role="status" data-entering={entering.length} data-leaving={leaving.length}>
        {words.result(number(entering.length), number(leaving.length), number(changes.staying))}
      </p>
      <Listed title={words.entering} areas={entering} />
      <Listed title={words.leaving} areas={leaving} />
    </>
  );
}

function Listed({ title, areas }: { title: string; areas: readonly Changed[] }) {
  const { text, language } = useText();
  const words = text.explore.whatIf;
  const label = (id: string) => criteriaSet.value.criteria.find((criterion) => criterion.id === id)?.label[language] ?? id;
  return (
    <>
      <h3>{title}</h3>
      {areas.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached with the keyboard.
        <div class="scrolls" role="region" aria-label={title} tabIndex={0}>
          <table class="cells">
            <thead>
              <tr>
                <th scope="col">{words.area}</th>
                <th scope="col">{words.reason}</th>
              </tr>
            </thead>
            <tbody>
              {areas.slice(0, NAMED).map(({ position, name, code, turned }) => (
                <tr key={position}>
                  <th scope="row">
                    {name ?? code ?? text.table.unnamed}
                    {name !== null && code !== null && <span class="areas-code">{code}</span>}
                  </th>
                  <td>
                    {turned.length === 0
                      ? words.byReading
                      : turned.map((one) => words.turned(label(one.criterion), text.outcome[one.before], text.outcome[one.now])).join("; ")}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {areas.length > NAMED && <p class="help">{words.more(whole(areas.length - NAMED, language))}</p>}
    </>
  );
}
