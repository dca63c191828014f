// The answer: one sentence, why, and how sure it is.

import { computed, effect, type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { builtIn, isOwn } from "../engine/criteria.ts";
import { engine, loadEngine } from "../engine/page.ts";
import { Settled } from "../look/Settled.tsx";
import { notice } from "../model/announce.ts";
import { examples } from "../model/examples.ts";
import { afterPause } from "../model/pause.ts";
import { useText } from "./language.ts";
import { type Row, rows } from "../model/rows.ts";
import { answer, type Said, saidOf } from "./sentences.ts";
import type { AreaText } from "./text.sv.ts";
import { inSentence, type Language } from "../text/format.ts";
import { labelOf } from "../model/labels.ts";
import { errorText } from "./errors.ts";
import { useComputed } from "./signals.ts";
import {
  areaName,
  assessed,
  clear,
  cleared,
  criteriaSet,
  editing,
  nothingEntered,
  show,
  showsExample,
  undoClear,
  verdict,
} from "../model/area.ts";
import { own } from "../text/own.ts";

export function Answer() {
  const { text } = useText();
  const said = useAnswer();
  return (
    <section class="answer" aria-labelledby="answer">
      <Settled>
        <Sentences said={said} />
      </Settled>
      {showsExample.value && <p class="answer-example">{text.start.exampleNote}</p>}
      <EngineState />
      <Actions />
      <Title />
      <Announcement said={said} />
    </section>
  );
}

interface Saying {
  said: ReadonlySignal<Said>;
}

function Sentences({ said }: Saying) {
  const { text } = useText();
  const { sentence, why, certainty } = said.value;
  return (
    <>
      <h1 id="answer" class="answer-sentence" tabIndex={-1} data-verdict={verdict}>
        {sentence.map((part, nth) => (
          // The first stays the first, with other words.
          <span key={nth}>{nth === 0 ? part : ` ${part}`}</span>
        ))}
      </h1>
      <p class="answer-why">{why}</p>
      {said.value.isAnswer && (
        <p class="answer-meaning">{criteriaSet.value === builtIn[0] ? text.verdict.meaning : text.verdict.meaningOther}</p>
      )}
      <OtherSet />
      {certainty.length > 0 && (
        <ul class="answer-certainty" aria-label={text.certainty.label}>
          {certainty.map((line) => (
            <li key={line.text}>{line.leadsToReadings ? <a href="#reading">{line.text}</a> : line.text}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Says so where the criteria are not the memo's. */
function OtherSet() {
  const { text, language } = useText();
  const set = criteriaSet.value;
  return set !== builtIn[0] && <p class="answer-set">{text.reading.notTheMemos(set.name[language], isOwn(set))}</p>;
}

/** A name that somebody gave the area stands in the tab's title too. */
function Title() {
  const { text } = useText();
  const name = areaName.value.trim();
  useEffect(() => {
    document.title = name === "" ? text.metaTitle : text.start.title(name);
  }, [name, text]);
  return null;
}

/** The way to made-up figures, for whoever has none at hand. */
export function Example() {
  const { text, language } = useText();
  const example = own(examples, criteriaSet.value.id);
  if (example === undefined || showsExample.value) return null;
  return (
    <button type="button" class="link" onClick={() => show(example(language))}>
      {text.start.example}
    </button>
  );
}

function Actions() {
  const { text } = useText();
  if (nothingEntered.value && cleared.value.length === 0) return null;
  return (
    <p class="answer-actions">
      {!nothingEntered.value && (
        <button type="button" class="link" onClick={clear}>
          {text.start.clear}
        </button>
      )}
      {cleared.value.length > 0 && (
        <button type="button" class="link" onClick={undoClear}>
          {text.start.undo}
        </button>
      )}
    </p>
  );
}

/** What is said, the same object as long as there is nothing else to say: most keys move a figure, not the answer. */
function useAnswer(): ReadonlySignal<Said> {
  const { text, language } = useText();
  return useMemo(() => {
    let before: { said: Said; from: string } | null = null;
    return computed(() => {
      const [result, set, empty, name] = [assessed.value, criteriaSet.value, nothingEntered.value, areaName.value.trim()];
      const from = JSON.stringify([set.id, empty, name, result === null ? null : saidOf(result)]);
      if (before?.from !== from) before = { said: answer(result, set, empty, name, text, language), from };
      return before.said;
    });
  }, [text, language]);
}

/** Says that the Wasm module is missing, and offers another try. */
function EngineState() {
  const { text } = useText();
  return (
    <>
      <noscript>
        <p class="notice">{text.engine.noScript}</p>
      </noscript>
      {engine.value.state === "failed" && (
        <p class="notice" role="alert">
          {text.engine.failed}{" "}
          <button type="button" class="button" onClick={() => void loadEngine()}>
            {text.engine.retry}
          </button>
        </p>
      )}
    </>
  );
}

/** What of the row that is typed in is heard besides the answer: that it can't be read, or is exactly on the threshold. */
function ofRow({ criterion, error, outcome }: Row, text: AreaText, language: Language): string {
  if (error.value !== null) return errorText(error.value, text, language);
  return outcome.value === "at-threshold" ? `${labelOf(criterion)[language]}: ${inSentence(text.outcome["at-threshold"])}.` : "";
}

const BEFORE_SPEAKING_MS = 900;

/** Tells a screen reader the answer once the person pauses, not at every key. */
function Announcement({ said }: Saying) {
  const spoken = useSignal("");
  const { text, language } = useText();
  const sentence = useComputed(() => {
    const row = rows.value.find(({ criterion }) => criterion.id === editing.value);
    return [said.value.announcement, row === undefined ? "" : ofRow(row, text, language)].filter((part) => part !== "").join(" ");
  }, [said, text, language]);
  useEffect(() => {
    const pause = afterPause(BEFORE_SPEAKING_MS, () => {
      spoken.value = sentence.peek();
    });
    const end = sentence.subscribe(pause.ask);
    return () => {
      end();
      pause.cancel();
    };
  }, [sentence]);
  useEffect(
    () =>
      effect(() => {
        if (notice.value !== null) spoken.value = notice.value.said;
      }),
    [],
  );
  return (
    <p class="visually-hidden" role="status">
      {spoken}
    </p>
  );
}
