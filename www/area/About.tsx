// On demand beside a figure: what stands behind it. The page brings it along as text; what of it is live is loaded when
// it is opened, and takes the place of the text.

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { adoptTyped } from "../model/area.ts";
import { labelOf } from "../model/labels.ts";
import type { Row } from "../model/rows.ts";
import { isOfPrecision } from "./errors.ts";
import { explanation, isTakingOver, loadExplanation } from "./explanation.ts";
import { useText } from "./language.ts";

/** Returns what puts the focus back, and in a text the place, where what has it within an element is made anew. */
function focusWithin(place: Element): (() => void) | null {
  const at = document.activeElement;
  if (!(at instanceof HTMLInputElement && place.contains(at))) return null;
  const [from, to] = [at.selectionStart, at.selectionEnd];
  return () => {
    const field = document.getElementById(at.id);
    field?.focus({ preventScroll: true });
    if (field instanceof HTMLInputElement && from !== null) field.setSelectionRange(from, to);
  };
}

/** Leaves the text that was prerendered as it stands. */
const untouched = { __html: "" };

export function About({ row }: { row: Row }) {
  const { text, language } = useText();
  const { criterion, error, mode } = row;
  const details = useRef<HTMLDetailsElement>(null);
  const [isOpen, open] = useState(false);
  const [stands] = useState(isTakingOver);
  const [shown, show] = useState(explanation);
  const [failed, fail] = useState(false);
  const focusBack = useRef<(() => void) | null>(null);
  // An error of its fields is shown beside them, and led to from above.
  const wanted = isOpen || isOfPrecision(error.value, mode.value);
  // What was opened before any script ran.
  useEffect(() => open(details.current?.open === true), []);
  useEffect(() => {
    if (!wanted || shown !== null) return;
    fail(false);
    loadExplanation(language).then(
      (loaded) => {
        if (details.current !== null) {
          adoptTyped(details.current, [criterion]);
          focusBack.current = focusWithin(details.current);
        }
        show(loaded);
      },
      () => fail(true),
    );
  }, [wanted, shown, criterion, language]);
  useLayoutEffect(() => focusBack.current?.(), [shown]);
  return (
    <details
      ref={details}
      class="about"
      aria-busy={isOpen && shown === null && !failed ? true : undefined}
      onToggle={(event) => open(event.currentTarget.open)}
      onPointerEnter={() => void loadExplanation(language).catch(() => undefined)}
    >
      <summary>
        {text.about.short}
        <span class="visually-hidden">{` ${labelOf(criterion)[language]}`}</span>
      </summary>
      {failed && <p role="alert">{text.panels.failed}</p>}
      {shown !== null ? (
        <shown.Behind row={row} words={shown.words} isOpen={isOpen} />
      ) : (
        stands && <div class="about-body" dangerouslySetInnerHTML={untouched} />
      )}
    </details>
  );
}
