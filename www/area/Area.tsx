// The view as a whole: the answer first, then the figures it rests on, then how they are read.

import { useEffect, useRef } from "preact/hooks";
import { loadEngine } from "../engine/page.ts";
import { Answer } from "./Answer.tsx";
import { CriterionRow } from "./CriterionRow.tsx";
import { Designation } from "./Designation.tsx";
import { ErrorSummary, summaryId } from "./ErrorSummary.tsx";
import { handOver, takeOver } from "./handover.ts";
import { useText } from "./language.ts";
import { Notes } from "./Notes.tsx";
import { Notices } from "./Notices.tsx";
import { arrive } from "./plan/arrive.ts";
import { Panels } from "./plan/Panels.tsx";
import { ReadingChoice } from "./ReadingChoice.tsx";
import { rows } from "./rows.ts";
import { adoptTyped, assessed, criteriaSet } from "./state.ts";

export function Area() {
  const { text, language } = useText();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    takeOver();
    if (form.current !== null) adoptTyped(form.current);
    void loadEngine();
    const leave = arrive(language, text);
    addEventListener("pagehide", handOver);
    return () => {
      leave();
      // Also where the view is taken away by an error.
      handOver();
      removeEventListener("pagehide", handOver);
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
      <form ref={form} class="figures" aria-label={text.form.label} autocomplete="off" noValidate onSubmit={submit}>
        <ErrorSummary />
        {rows.value.map((row) => (
          <CriterionRow key={`${criteriaSet.value.id} ${row.criterion.id}`} row={row} />
        ))}
        <button type="submit" class="visually-hidden">
          {text.form.submit}
        </button>
      </form>
      <Panels />
      <ReadingChoice />
      <Designation />
      <Notes />
    </>
  );
}
