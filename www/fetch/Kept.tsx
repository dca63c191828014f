// The fetched files one by one: where each came from, what has changed, and taking them away.

import { useEffect, useState } from "preact/hooks";
import { whole } from "../text/format.ts";
import { day } from "./day.ts";
import { type Fetched, fileOf } from "./keep.ts";
import { useText } from "./language.ts";
import { fileName } from "./sources.ts";
import { answers, forgetAll, renewed } from "./state.ts";

export function Kept() {
  const { text } = useText();
  const all = [...answers.value.values()];
  if (all.length === 0) return null;
  return (
    <section class="fetch-kept" aria-labelledby="kept-title">
      <h2 id="kept-title">{text.kept.title}</h2>
      <p>{text.kept.intro}</p>
      {all.map((one) => (
        <File key={fileName(one.query)} fetched={one} />
      ))}
      <p>
        <button type="button" class="button" onClick={() => void forgetAll()}>
          {text.kept.forget}
        </button>
      </p>
    </section>
  );
}

function File({ fetched }: { fetched: Fetched }) {
  const { text, language } = useText();
  const { query, from, dataset } = fetched;
  const name = fileName(query);
  const changed = renewed.value.get(name);
  return (
    <details data-kept={name}>
      <summary>
        {query.table.title[language]}, {query.year}
        {changed !== undefined && `. ${changed === 0 ? text.kept.same : text.kept.changed(whole(changed, language), changed === 1)}`}
      </summary>
      <dl>
        <dt>{text.kept.file}</dt>
        <dd>
          <Save fetched={fetched} /> {text.kept.cells(whole(dataset.cells, language))}
        </dd>
        <dd>
          {dataset.updated !== "" && `${text.kept.updated(day(dataset.updated, language))}. `}
          {text.kept.fetched(day(from.fetched, language))}.
        </dd>
        <dt>{text.kept.address}</dt>
        <dd class="fetch-long">{from.address}</dd>
        <dt>{text.kept.sha}</dt>
        <dd class="fetch-long">{from.sha256 ?? text.kept.noSha}</dd>
      </dl>
    </details>
  );
}

/** The file to save; its address lives as long as it is shown. */
function Save({ fetched }: { fetched: Fetched }) {
  const { text } = useText();
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(fileOf(fetched));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [fetched]);
  const name = fileName(fetched.query);
  return address === null ? null : (
    <a href={address} download={name}>
      {text.kept.save(name)}
    </a>
  );
}
