// The view as a whole: the answer first, then the figures it rests on, then how they are read.

import { effect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { address } from "../addresses.ts";
import { loadEngine } from "../engine/page.ts";
import { Answer, Example } from "./Answer.tsx";
import { Bar } from "./Bar.tsx";
import { CriterionRow } from "./CriterionRow.tsx";
import { Designation } from "./Designation.tsx";
import { ErrorSummary, summaryId } from "./ErrorSummary.tsx";
import { keepHandingOver, takeOver } from "../model/handover.ts";
import { useText } from "./language.ts";
import { Notes } from "./Notes.tsx";
import { Notices } from "./Notices.tsx";
import { arrive } from "./plan/arrive.ts";
import { Panels } from "./plan/Panels.tsx";
import { ReadingChoice } from "./ReadingChoice.tsx";
import { rows } from "../model/rows.ts";
import { adoptTyped, assessed, criteriaSet, keptSets, wholeScale } from "../model/area.ts";

export function Area() {
  const { text, language } = useText();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    takeOver();
    if (form.current !== null) adoptTyped(form.current);
    void loadEngine();
    const leave = arrive(language, text);
    const end = keepHandingOver();
    const stop = effect(() => {
      if (keptSets.value.length > 0) void import("../model/sets/kept.ts").then(({ startKeepingSets }) => startKeepingSets());
    });
    return () => {
      leave();
      stop();
      end();
    };
  }, [language, text]);
  const submit = (event: Event) => {
    event.preventDefault();
    // Enter asks for the answer: what can't be read comes first.
    document.getElementById(assessed.value?.errors.some((error) => error !== null) ? summaryId : "answer")?.focus();
  };
  return (
    <>
      <Answer />
      <Notices />
      <Designation />
      <div class="start-figures">
        <h2 id="figures-title">{text.start.figures}</h2>
        <p class="help">{text.verdict.emptyWhy}</p>
        <p class="start-ways">
          <a class="link" href={`${"../".repeat(address("area", language).split("/").length - 1)}${address("fetch", language)}`}>
            {text.start.fetch}
          </a>
          <Example />
          <button
            type="button"
            class="link"
            onClick={() => {
              wholeScale.value = !wholeScale.value;
            }}
          >
            {wholeScale.value ? text.start.near : text.start.whole}
          </button>
          <a class="link skip-here" href="#panels">
            {text.start.past}
          </a>
        </p>
      </div>
      <form ref={form} class="figures" aria-labelledby="figures-title" autocomplete="off" noValidate onSubmit={submit}>
        <ErrorSummary />
        {rows.value.map((row) => (
          <CriterionRow key={`${criteriaSet.value.id} ${row.criterion.id}`} row={row} />
        ))}
        <button type="submit" class="button skip-here">
          {text.form.submit}
        </button>
      </form>
      <Panels />
      <ReadingChoice />
      <Notes />
      <Bar />
    </>
  );
}
