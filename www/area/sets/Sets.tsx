// Criteria of one's own, made in steps or all at once: what they are based on, which measures and thresholds there are,
// what they are called, and whether they hold. They are used only once the person has seen what they say.

import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { CriteriaSet } from "../../engine/criteria.ts";
import { announce } from "../../model/announce.ts";
import { criteriaSet } from "../../model/area.ts";
import { canRedo, canUndo, draft, problemsIn, redo, takeUp, undo } from "../../model/sets/own.ts";
import { allAtOnce, type Stage, stage, stages } from "../../model/sets/stages.ts";
import { usePlan } from "../plan/language.ts";
import { Base } from "./Base.tsx";
import { Check } from "./Check.tsx";
import { BothContext } from "./Fields.tsx";
import { goTo } from "./goTo.ts";
import { Measures } from "./Measures.tsx";
import { Naming } from "./Naming.tsx";
import { State } from "./State.tsx";
import "./sets.css";

const bodies = { measures: Measures, about: Naming, check: Check } satisfies Record<
  Exclude<Stage, "base">,
  ComponentType<{ set: CriteriaSet }>
>;

export function Sets() {
  const { text } = usePlan();
  useEffect(takeUp, [criteriaSet.value]);
  const both = useState(false);
  const set = draft.value;
  const all = allAtOnce.value && set !== null;
  return (
    <BothContext.Provider value={both}>
      <p class="panel-lead">{text.sets.intro}</p>
      <Way set={set} />
      {all && <Undoing />}
      {all && <State set={set} where="check" />}
      {set === null || (!all && stage.value === "base") ? (
        <Step of="base" set={set} />
      ) : (
        (all ? stages : [stage.value]).map((one) => <Step key={one} of={one} set={set} />)
      )}
      {!all && <Undoing />}
    </BothContext.Provider>
  );
}

/** The steps, each with what has to be put right in it, or all of them at once for whoever knows the way. */
function Way({ set }: { set: CriteriaSet | null }) {
  const { text } = usePlan();
  const now = set === null ? "base" : stage.value;
  return (
    <>
      {!(allAtOnce.value && set !== null) && (
        <ol class="own-steps" aria-label={text.sets.steps}>
          {stages.map((one) => {
            const wrong = one === "check" ? 0 : problemsIn(one).length;
            const shut = set === null && one !== "base";
            return (
              <li key={one}>
                <button
                  type="button"
                  data-step={one}
                  aria-current={one === now ? "step" : undefined}
                  aria-disabled={shut ? true : undefined}
                  onClick={() => {
                    if (shut) announce(text.sets.first);
                    else goToStep(one);
                  }}
                >
                  {text.sets.step[one]}
                  {wrong > 0 && <span class="own-steps-wrong">{text.sets.toMend(wrong)}</span>}
                </button>
              </li>
            );
          })}
        </ol>
      )}
      {set !== null && (
        <label class="check">
          <input
            type="checkbox"
            name="own-all"
            checked={allAtOnce.value}
            onChange={(event) => {
              allAtOnce.value = event.currentTarget.checked;
            }}
          />
          {text.sets.all}
        </label>
      )}
    </>
  );
}

function goToStep(to: Stage): void {
  stage.value = to;
  goTo(() => document.getElementById(`own-step-${to}`));
}

/** Undoing and redoing; the buttons stay, so that the focus does. */
function Undoing() {
  const { text } = usePlan();
  if (!canUndo.value && !canRedo.value) return null;
  const steps = [
    { label: text.sets.undo, can: canUndo.value, run: undo, said: text.sets.undone },
    { label: text.sets.redo, can: canRedo.value, run: redo, said: text.sets.redone },
  ];
  return (
    <p class="compare-actions">
      {steps.map(({ label, can, run, said }) => (
        <button
          key={label}
          type="button"
          class="button"
          aria-disabled={!can}
          onClick={() => {
            if (!can) return;
            run();
            announce(said);
          }}
        >
          {label}
        </button>
      ))}
    </p>
  );
}

function Step({ of, set }: { of: Stage; set: CriteriaSet | null }) {
  const { text } = usePlan();
  const title = `own-step-${of}`;
  const Body = of === "base" ? null : bodies[of];
  const led = !allAtOnce.value && set !== null;
  const at = stages.indexOf(of);
  const [before, after] = [stages[at - 1], stages[at + 1]];
  return (
    <section class="own-step" aria-labelledby={title}>
      <h3 id={title} tabIndex={-1}>
        {text.sets.step[of]}
      </h3>
      <p class="help">{text.sets.stepHelp[of]}</p>
      {led && of !== "base" && of !== "check" && <State set={set} where={of} />}
      {Body === null ? <Base /> : set !== null && <Body set={set} />}
      {led && (
        <p class="compare-actions own-onward">
          {before !== undefined && (
            <button type="button" class="button" data-onward="back" onClick={() => goToStep(before)}>
              {text.sets.back}
            </button>
          )}
          {after !== undefined && (
            <button type="button" class="button" data-onward="next" onClick={() => goToStep(after)}>
              {text.sets.next(text.sets.step[after])}
            </button>
          )}
        </p>
      )}
    </section>
  );
}
