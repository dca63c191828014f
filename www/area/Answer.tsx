// The answer: one sentence, why, and how sure it is.

import { computed, effect, type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { builtIn, isOwn } from "../engine/criteria.ts";
import { engine, loadEngine } from "../engine/page.ts";
import { Settled } from "../look/Settled.tsx";
import { notice } from "./announce.ts";
import { examples } from "./examples.ts";
import { useText } from "./language.ts";
import { answer, type Said, saidOf } from "./sentences.ts";
import { useComputed } from "./signals.ts";
import { assessed, clear, cleared, criteriaSet, nothingEntered, show, showsExample, undoClear, verdict } from "./state.ts";

export function Answer() {
  const said = useAnswer();
  return (
    <section class="answer" aria-labelledby="answer">
      <Settled>
        <Sentences said={said} />
      </Settled>
      <EngineState />
      <Actions />
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

function Actions() {
  const { text, language } = useText();
  const example = examples[criteriaSet.value.id];
  return (
    <p class="answer-actions">
      {example !== undefined && !showsExample.value && (
        <button type="button" class="link" onClick={() => show(example(language))}>
          {text.start.example}
        </button>
      )}
      {showsExample.value && <span class="answer-example">{text.start.exampleNote}</span>}
      {!nothingEntered.value && (
        <button type="button" class="link" onClick={clear}>
          {text.start.clear}
        </button>
      )}
      {cleared.value !== null && (
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
      const [result, set, empty] = [assessed.value, criteriaSet.value, nothingEntered.value];
      const from = JSON.stringify([set.id, empty, result === null ? null : saidOf(result)]);
      if (before?.from !== from) before = { said: answer(result, set, empty, text, language), from };
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

const PAUSE_MS = 900;

/** Tells a screen reader the answer once the person pauses, not at every key. */
function Announcement({ said }: Saying) {
  const spoken = useSignal("");
  const sentence = useComputed(() => said.value.announcement, [said]);
  useEffect(
    () =>
      effect(() => {
        const saying = sentence.value;
        const timer = setTimeout(() => {
          spoken.value = saying;
        }, PAUSE_MS);
        return () => clearTimeout(timer);
      }),
    [sentence],
  );
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
