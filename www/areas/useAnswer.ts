// An answer of the worker's for a part of the view, asked for anew when what it rests on changes.

import { useEffect, useRef, useState } from "preact/hooks";
import type { Tables } from "../engine/tables.ts";
import { ask } from "./state.ts";

/** Returns the answer, or null before there is one for what it rests on now. An answer that comes too late is dropped. */
export function useAnswer<Answer>(question: (tables: Tables) => Promise<Answer>, restsOn: readonly unknown[]): Answer | null {
  const [given, setGiven] = useState<{ readonly answer: Answer | null; readonly on: readonly unknown[] } | null>(null);
  useEffect(() => {
    let isLatest = true;
    ask(question).then(
      (answer) => {
        if (isLatest) setGiven({ answer, on: restsOn });
      },
      () => {
        if (isLatest) setGiven(null);
      },
    );
    return () => {
      isLatest = false;
    };
  }, restsOn);
  const isOfNow = given?.on.length === restsOn.length && given.on.every((one, nth) => one === restsOn[nth]);
  return isOfNow ? given.answer : null;
}

/** Returns the latest answer, which stays until there is another. */
export function useLatest<Answer>(answer: Answer | null): Answer | null {
  const latest = useRef(answer);
  if (answer !== null) latest.current = answer;
  return latest.current;
}
