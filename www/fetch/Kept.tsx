// The fetched files one by one: where each came from, what has changed, and taking them away.

import { type Language, whole } from "../text/format.ts";
import { saveFile } from "../device/files.ts";
import { day } from "./day.ts";
import { type Fetched, fileOf } from "./keep.ts";
import { useText } from "./language.ts";
import { placeName } from "./places.ts";
import { divisionName, fileName, service } from "./sources.ts";
import { answers, forgetAll, renewed } from "./state.ts";
import type { FetchText } from "./text.sv.ts";

export function Kept() {
  const { text, language } = useText();
  const all = [...answers.value.values()];
  if (all.length === 0) return null;
  return (
    <section class="fetch-kept" aria-labelledby="kept-title">
      <h2 id="kept-title">{text.kept.title}</h2>
      <p>{text.kept.intro}</p>
      {all.map((one) => (
        <Answer key={fileName(one.query)} fetched={one} />
      ))}
      <p>
        <Save file={listOf(all, text, language)} label={text.kept.list} />
      </p>
      <p>
        <button type="button" class="button" onClick={() => void forgetAll()}>
          {text.kept.forget}
        </button>
      </p>
    </section>
  );
}

function Answer({ fetched }: { fetched: Fetched }) {
  const { text, language } = useText();
  const { query, from, dataset } = fetched;
  const name = fileName(query);
  const changed = renewed.value.get(name);
  return (
    <details data-kept={name}>
      <summary>
        {[query.table.title[language], query.year, ...(query.place === "" ? [] : [placeName(query.place)])].join(", ")}
        {changed !== undefined && `. ${changed === 0 ? text.kept.same : text.kept.changed(whole(changed, language), changed === 1)}`}
      </summary>
      <dl>
        <dt>{text.kept.file}</dt>
        <dd>
          <Save file={fileOf(fetched)} label={text.kept.save(name)} /> {text.kept.cells(whole(dataset.cells, language))}
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

/** A file to save, made when it is asked for, so that nothing is held for a press that may never come. */
function Save({ file, label }: { file: globalThis.File; label: string }) {
  return (
    <button type="button" class="link" onClick={() => saveFile(file.name, file, file.type)}>
      {label}
    </button>
  );
}

/** Where every file came from, for whoever is to check what was made of them. */
function listOf(all: readonly Fetched[], text: FetchText, language: Language): globalThis.File {
  const lines = all.map(({ query, from, dataset }) => [
    `${query.table.title[language]} (${from.id}, ${query.table.name}), ${query.year}, ${divisionName(query.division)}`,
    `${text.kept.file}: ${fileName(query)}, ${text.kept.cells(String(dataset.cells))}`,
    text.kept.updated(dataset.updated),
    text.kept.fetched(from.fetched),
    `${text.kept.address}: ${from.address}`,
    `${text.kept.sha}: ${from.sha256 ?? text.kept.noSha}`,
    service.source[language],
  ]);
  return new File([lines.map((one) => `${one.join("\r\n")}\r\n`).join("\r\n")], text.kept.listName, { type: "text/plain" });
}
