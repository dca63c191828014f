// Brings a prerendered page to life, part by part.

import { hydrate } from "preact";
import { Boundary } from "./broken.tsx";
import type { Parts } from "./Place.tsx";

/** As long a task may take before another part begins, in milliseconds: together with a part it stays below what is felt. */
const SLICE_MS = 10;

/**
 * A task of its own for what follows: between two, the browser paints, scrolls and takes what is typed. It comes before
 * what else waits where the browser can do that, and does not wait as one timer within another does.
 */
const turn = () => ("scheduler" in globalThis && "yield" in scheduler ? scheduler.yield() : new Promise((resolve) => setTimeout(resolve)));

/** Lets each part take over what was prerendered of it. They must find the state as it was then: see [`hold`]. */
export async function bringToLife(parts: Parts): Promise<void> {
  await turn();
  let began = performance.now();
  for (const [name, Part] of Object.entries(parts)) {
    const place = document.querySelector(`[data-live="${name}"]`);
    if (place === null) continue;
    if (performance.now() - began > SLICE_MS) {
      await turn();
      began = performance.now();
    }
    hydrate(
      <Boundary>
        <Part />
      </Boundary>,
      place,
    );
  }
}

const held = ["click", "change", "input", "keydown", "focusin", "submit"] as const;

/**
 * Holds back what a person does until the whole page lives: what a part makes of it would change the state under those
 * that come after. Returns what lets go and hands everything on that has an answer still: pressed buttons, what was
 * typed and chosen, and where the focus is.
 */
export function hold(): () => void {
  const done: Event[] = [];
  const keep = (event: Event) => {
    event.stopImmediatePropagation();
    if (event.type === "submit") event.preventDefault();
    else done.push(event);
  };
  for (const type of held) addEventListener(type, keep, { capture: true });
  return () => {
    for (const type of held) removeEventListener(type, keep, { capture: true });
    const at = document.activeElement;
    at?.dispatchEvent(new FocusEvent("focus"));
    at?.dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
    for (const { type, target } of done) {
      if (!(target instanceof Element)) continue;
      if (type === "click") target.closest("button")?.click();
      else if (type === "input" || type === "change") target.dispatchEvent(new Event(type, { bubbles: true }));
    }
  };
}
