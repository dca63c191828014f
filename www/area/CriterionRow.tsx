// One criterion: what it is and the figure, the scale, the outcome.

import { About } from "./About.tsx";
import { Figure } from "./Figure.tsx";
import { useText } from "./language.ts";
import { Outcome } from "./Outcome.tsx";
import type { Row } from "../model/rows.ts";
import { Scale } from "./Scale.tsx";
import { afterPress } from "./press.ts";
import { editing } from "../model/area.ts";
import { definitionOf, labelOf } from "../model/labels.ts";

/** What was half typed is called missing once nothing in the row is edited any more. */
function leaving(id: string): void {
  if (editing.value === id) editing.value = null;
}

export function CriterionRow({ row }: { row: Row }) {
  const { language } = useText();
  const { criterion, outcome, certainty } = row;
  const leave = (event: FocusEvent) => {
    const inside = event.relatedTarget instanceof Node && (event.currentTarget as Node).contains(event.relatedTarget);
    if (!inside) afterPress(() => leaving(criterion.id));
  };
  return (
    <section
      class="criterion"
      aria-labelledby={`label-${criterion.id}`}
      data-criterion={criterion.id}
      data-outcome={outcome}
      data-certainty={certainty}
      onFocusIn={() =>
        afterPress(() => {
          editing.value = criterion.id;
        })
      }
      onFocusOut={leave}
    >
      <div class="criterion-what">
        <h2 id={`label-${criterion.id}`}>{labelOf(criterion)[language]}</h2>
        <p class="criterion-definition">{definitionOf(criterion)[language]}</p>
      </div>
      <Figure row={row} />
      <Scale row={row} />
      <Outcome row={row} />
      <About row={row} />
    </section>
  );
}
