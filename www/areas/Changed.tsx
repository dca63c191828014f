// Who enters and who leaves, with the reasons.

import { useState } from "preact/hooks";
import type { CriteriaSet } from "../engine/criteria.ts";
import type { Change, Changed, Changes } from "../engine/tables.ts";
import { whole } from "../text/format.ts";
import { useText } from "./language.ts";
import { nameOf } from "./sentences.ts";
import { criteriaSet } from "./state.ts";

/** As many areas are named at once. */
const NAMED = 100;

interface ReportProps {
  changes: Changes;
  /** The set that decides now, where it is another than the one in use. */
  now?: CriteriaSet;
}

export function ChangeReport({ changes, now = criteriaSet.value }: ReportProps) {
  const { text, language } = useText();
  const words = text.explore.whatIf;
  const number = (value: number) => whole(value, language);
  const { entering, leaving, undecided, staying } = changes;
  return (
    <>
      <p class="changed-result" role="status" data-entering={entering.count} data-leaving={leaving.count} data-undecided={undecided.count}>
        {words.result(
          number(entering.count),
          number(leaving.count),
          undecided.count === 0 ? null : number(undecided.count),
          number(staying),
        )}
      </p>
      <Listed title={words.entering} changed={entering} now={now} />
      <Listed title={words.leaving} changed={leaving} now={now} />
      {undecided.count > 0 && <Listed title={words.undecided} changed={undecided} now={now} />}
    </>
  );
}

function Listed({ title, changed, now }: { title: string; changed: Changed; now: CriteriaSet }) {
  const { text, language } = useText();
  const words = text.explore.whatIf;
  const [shown, setShown] = useState(NAMED);
  const { count, areas } = changed;
  const left = count - Math.min(shown, areas.length);
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
              {areas.slice(0, shown).map((change) => (
                <tr key={change.position}>
                  <th scope="row">
                    {change.name ?? change.code ?? text.table.unnamed}
                    {change.name !== null && change.code !== null && <span class="areas-code">{change.code}</span>}
                  </th>
                  <td>{reasons(change, now, text, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {left > 0 && <p class="help">{words.more(whole(left, language))}</p>}
      {shown < areas.length && (
        <button type="button" class="button" onClick={() => setShown(shown + NAMED)}>
          {words.showMore}
        </button>
      )}
    </>
  );
}

type Spoken = ReturnType<typeof useText>;

function reasons({ turned }: Change, now: CriteriaSet, text: Spoken["text"], language: Spoken["language"]): string {
  const words = text.explore.whatIf;
  const label = (id: string, set: CriteriaSet) => nameOf(id, language, set);
  if (turned.length === 0) return words.byReading;
  const say = ({ criterion, before, now: after }: Change["turned"][number]) => {
    if (before === null) return after === null ? "" : words.onlyNow(label(criterion, now), text.outcome[after]);
    const name = label(criterion, criteriaSet.value);
    return after === null ? words.onlyBefore(name, text.outcome[before]) : words.turned(name, text.outcome[before], text.outcome[after]);
  };
  return turned.map(say).join("; ");
}
