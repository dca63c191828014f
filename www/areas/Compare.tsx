// Two runs: the files that stand there, and those of an earlier year.

import { whole } from "../text/format.ts";
import { ChangeReport } from "./Changed.tsx";
import { useText } from "./language.ts";
import { type Loaded, read } from "./state.ts";
import { useAnswer } from "./useAnswer.ts";

export function Compare({ run }: { run: Loaded }) {
  const { text, language } = useText();
  const words = text.explore.compare;
  const changes = useAnswer((tables) => (run.before.length === 0 ? Promise.resolve(null) : tables.ask("compare", null)), [run]);
  const number = (value: number) => whole(value, language);
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
      {changes !== null && run.before.length > 0 && (
        <>
          <p>{words.with(run.before.map(({ name }) => name))}</p>
          <ChangeReport changes={changes} />
          <p>{words.only(number(changes.onlyBefore), number(changes.onlyNow))}</p>
        </>
      )}
    </>
  );
}
