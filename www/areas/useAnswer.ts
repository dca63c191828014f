// An answer of the worker's for a part of the view, asked for anew when what it rests on changes.

import { useEffect, useState } from "preact/hooks";
import type { Tables } from "../engine/tables.ts";
import { ask } from "./state.ts";

/** Returns the latest answer, or null before there is one. An answer that comes too late is dropped. */
export function useAnswer<Answer>(question: (tables: Tables) => Promise<Answer>, restsOn: readonly unknown[]): Answer | null {
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    let isLatest = true;
    ask(question).then(
      (given) => {
        if (isLatest) setAnswer(() => given);
      },
      () => {
        if (isLatest) setAnswer(null);
      },
    );
    return () => {
      isLatest = false;
    };
  }, restsOn);
  return answer;
}
