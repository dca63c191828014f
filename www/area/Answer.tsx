// The answer: one sentence, why, and how sure it is.

import { computed, type ReadonlySignal } from "@preact/signals";
import { useEffect, useMemo, useState } from "preact/hooks";
import { builtIn, isOwn } from "../engine/criteria.ts";
import { engine, loadEngine } from "../engine/page.ts";
import { notice } from "./announce.ts";
import { examples } from "./examples.ts";
import { useText } from "./language.ts";
import { answer, type Said, saidOf } from "./sentences.ts";
import { assessed, clear, cleared, criteriaSet, nothingEntered, show, showsExample, undoClear, verdict } from "./state.ts";

export function Answer() {
  const { text, language } = useText();
  const set = criteriaSet.value;
  const said = useAnswer().value;
  const example = examples[set.id];
  return (
    <section class="answer" aria-labelledby="answer">
      <h1 id="answer" class="answer-sentence" tabIndex={-1} data-verdict={verdict.value}>
        {said.sentence.map((part, nth) => (
          <span key={part}>{nth === 0 ? part : ` ${part}`}</span>
        ))}
      </h1>
      <p class="answer-why">{said.why}</p>
      {set !== builtIn[0] && <p class="answer-set">{text.reading.notTheMemos(set.name[language], isOwn(set))}</p>}
      {said.certainty.length > 0 && (
        <ul class="answer-certainty" aria-label={text.certainty.label}>
          {said.certainty.map((line) => (
            <li key={line.text}>{line.leadsToReadings ? <a href="#reading">{line.text}</a> : line.text}</li>
          ))}
        </ul>
      )}
      <EngineState />
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
      <Announcement sentence={said.announcement} />
    </section>
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
function Announcement({ sentence }: { sentence: string }) {
  const [spoken, setSpoken] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(sentence), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [sentence]);
  const said = notice.value;
  useEffect(() => {
    if (said !== null) setSpoken(said.said);
  }, [said]);
  return (
    <p class="visually-hidden" role="status">
      {spoken}
    </p>
  );
}
