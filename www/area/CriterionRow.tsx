// One criterion: what it is and the figure, the scale, the outcome.

import type { Criterion } from "../engine/criteria.ts";
import { About } from "./About.tsx";
import { Figure } from "./Figure.tsx";
import { useText } from "./language.ts";
import { Outcome } from "./Outcome.tsx";
import { Scale } from "./Scale.tsx";
import { assessed, editing } from "./state.ts";

export function CriterionRow({ criterion, nth }: { criterion: Criterion; nth: number }) {
  const { language } = useText();
  const finding = assessed.value?.assessment.findings[nth];
  const leave = (event: FocusEvent) => {
    const inside = event.relatedTarget instanceof Node && (event.currentTarget as Node).contains(event.relatedTarget);
    if (!inside) editing.value = null;
  };
  return (
    <section
      class="criterion"
      aria-labelledby={`label-${criterion.id}`}
      data-criterion={criterion.id}
      data-outcome={finding?.outcome}
      data-certainty={finding?.certainty ?? undefined}
      onFocusIn={() => {
        editing.value = criterion.id;
      }}
      onFocusOut={leave}
    >
      <div class="criterion-what">
        <h2 id={`label-${criterion.id}`}>{criterion.label[language]}</h2>
        <p class="criterion-definition">{criterion.definition[language]}</p>
      </div>
      <Figure criterion={criterion} nth={nth} />
      <Scale criterion={criterion} finding={finding} />
      <Outcome criterion={criterion} finding={finding} />
      <About criterion={criterion} finding={finding} />
    </section>
  );
}
