// Two runs side by side: by other criteria over the same files, or by the same criteria over the files of another year.

import { useEffect, useState } from "preact/hooks";
import type { CriteriaSet } from "../engine/criteria.ts";
import type { SetsCompared } from "../engine/tables.ts";
import { percent } from "../text/format.ts";
import { ChangeReport } from "./Changed.tsx";
import { useText } from "./language.ts";
import { periodOf } from "./period.ts";
import { PeriodsCompared, SidesCompared } from "./PeriodsCompared.tsx";
import { comparedWith } from "./project.ts";
import { missingSentence } from "./sentences.ts";
import { sets } from "./sets.ts";
import { ask, criteriaSet, type Loaded, read, shown } from "./state.ts";

export function Compare({ run }: { run: Loaded }) {
  const { text } = useText();
  return (
    <>
      <h3>{text.years.compare.title}</h3>
      <PeriodsCompared run={run} />
      <h3>{text.explore.compare.bySet}</h3>
      <WithSet run={run} />
      <h3>{text.explore.compare.byFiles}</h3>
      <WithFiles run={run} />
    </>
  );
}

type Compared = { readonly percent: number } | { readonly answer: SetsCompared; readonly set: CriteriaSet } | null;

function WithSet({ run }: { run: Loaded }) {
  const { text, language } = useText();
  const words = text.explore.compare;
  const others = sets.value.filter((set) => set !== criteriaSet.value);
  const id = comparedWith.value;
  const [compared, setCompared] = useState<Compared>(null);
  const set = others.find((one) => one.id === id);
  useEffect(() => {
    setCompared(null);
    if (set === undefined) return;
    let isLatest = true;
    const given = {
      set,
      recipes: JSON.stringify(run.recipes),
      reading: { tie: null, require: null },
      sum: run.sum,
      keys: run.keys,
      files: run.files,
    };
    const tell = ({ percent: part }: { percent: number }) => {
      if (isLatest) setCompared({ percent: part });
    };
    tell({ percent: 0 });
    void ask((tables) => tables.ask("compareSets", given, tell)).then(
      (answer) => {
        if (isLatest) setCompared(answer === null ? null : { answer, set });
      },
      () => {
        if (isLatest) setCompared(null);
      },
    );
    return () => {
      isLatest = false;
      void ask((tables) => tables.ask("endComparing", null));
    };
  }, [run, shown.value?.version, set]);
  return (
    <>
      <p class="help">{words.bySetIntro(criteriaSet.value.name[language])}</p>
      <div class="fields">
        <label>
          {words.otherSet}
          <select
            class="field"
            name="compare-set"
            value={set === undefined ? "" : id}
            onChange={(event) => {
              comparedWith.value = event.currentTarget.value;
            }}
          >
            <option value="">{words.chooseSet}</option>
            {others.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name[language]}
              </option>
            ))}
          </select>
        </label>
      </div>
      {compared !== null && "percent" in compared && <p role="status">{words.reading(percent(String(compared.percent), language))}</p>}
      {compared !== null && "answer" in compared && (
        <>
          <p>{words.instead(compared.set.name[language], criteriaSet.value.name[language])}</p>
          <p>{missingSentence(compared.set, compared.answer.summary.tables, text, language)}</p>
          <ChangeReport changes={compared.answer.changes} now={compared.set} />
        </>
      )}
    </>
  );
}

function WithFiles({ run }: { run: Loaded }) {
  const { text } = useText();
  const words = text.explore.compare;
  return (
    <>
      <p class="help">{words.intro}</p>
      <p class="exports-row">
        <label class="files-choose">
          <input
            class="visually-hidden"
            type="file"
            name="before"
            multiple
            onChange={(event) => {
              const before = [...(event.currentTarget.files ?? [])];
              event.currentTarget.value = "";
              if (before.length > 0) void read({ ...run, before });
            }}
          />
          <span class="button">{words.choose}</span>
        </label>
        {run.before.length > 0 && (
          <button type="button" class="link" onClick={() => void read({ ...run, before: [] })}>
            {words.end}
          </button>
        )}
      </p>
      {run.before.length > 0 && (
        <>
          <p>{words.with(run.before.map(({ name }) => name))}</p>
          <SidesCompared
            run={run}
            sides={{ before: null, now: periodOf(run), kept: true }}
            caption={words.caption}
            file={text.years.compare.file}
          />
        </>
      )}
    </>
  );
}
