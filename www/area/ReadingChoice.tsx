// How the points are read that the source leaves open, each with the source's words or its silence.

import { builtIn, isOwn, type Point, requires, ties } from "../engine/criteria.ts";
import { quoted } from "../text/format.ts";
import { useText } from "./language.ts";
import { openPanel } from "../model/panels.ts";
import { criteriaSet, ownSets, reading, use } from "../model/area.ts";

export function ReadingChoice() {
  const { text, language } = useText();
  const set = criteriaSet.value;
  const chosen = {
    tie: reading.value.tie ?? set.reading.tie.value,
    require: reading.value.require ?? set.reading.require.value,
  };
  const word = (require: string) =>
    require === "all" ? text.reading.all : require === "any" ? text.reading.any : text.reading.atLeast(Number(require));
  return (
    <section id="reading" class="reading" tabIndex={-1} aria-labelledby="reading-title">
      <h2 id="reading-title">{text.reading.label}</h2>
      <p>{set === builtIn[0] ? text.reading.intro : text.reading.introOther}</p>
      <div class="reading-points">
        <fieldset>
          <legend>{text.reading.tie}</legend>
          {ties.map((tie) => (
            <label key={tie} class="check">
              <input
                type="radio"
                name="tie"
                value={tie}
                checked={chosen.tie === tie}
                disabled={set.reading.tie.settled}
                onChange={() => {
                  reading.value = { ...reading.value, tie };
                }}
              />
              {text.reading[tie]}
            </label>
          ))}
          <Words point={set.reading.tie} />
        </fieldset>
        <fieldset>
          <legend>{text.reading.require}</legend>
          {requires(set).map((require) => (
            <label key={require} class="check">
              <input
                type="radio"
                name="require"
                value={require}
                checked={chosen.require === require}
                disabled={set.reading.require.settled}
                onChange={() => {
                  reading.value = { ...reading.value, require };
                }}
              />
              {word(require)}
            </label>
          ))}
          <Words point={set.reading.require} />
        </fieldset>
        <fieldset>
          <legend>{text.reading.set}</legend>
          {[...builtIn, ...ownSets.value].map((one) => (
            <label key={one.id} class="check">
              <input type="radio" name="set" value={one.id} checked={set.id === one.id} onChange={() => use(one)} />
              <span>
                {one.name[language]}
                {isOwn(one) && ` (${text.reading.own})`}
              </span>
            </label>
          ))}
          <p class="reading-words">{set.source.text[language]}</p>
          <button type="button" class="link" onClick={openSets}>
            {ownSets.value.length === 0 ? text.reading.make : text.reading.edit}
          </button>
        </fieldset>
      </div>
    </section>
  );
}

/** Opens the panel where a set is made, and goes to its button, right above it. */
function openSets(): void {
  openPanel.value = "sets";
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-controls="panel-sets"]')?.focus());
}

function Words({ point }: { point: Point<string> }) {
  const { text, language } = useText();
  return (
    <p class="reading-words">
      {point.settled && `${text.reading.settled} `}
      {point.source.text[language]}
      {point.source.quote !== undefined && (
        <>
          {" "}
          {text.reading.quote} <q lang="sv">{quoted(point.source.quote)}</q>
        </>
      )}
    </p>
  );
}
