// Changes one after another, each to be undone and redone. Typing on in one field is one step, not one for each key.

import { computed, type ReadonlySignal, signal } from "@preact/signals";

const MOST_STEPS = 200;

export interface History<T> {
  readonly now: ReadonlySignal<T>;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  /** Goes on to something else; `subject` names the field where one is typed into. */
  readonly step: (next: T, subject?: string) => void;
  /** Puts something in place that there is nothing before to go back to. */
  readonly begin: (with_: T) => void;
  /** Goes back, and returns whether there was anything to go back to. */
  readonly undo: () => boolean;
  readonly redo: () => boolean;
}

export function history<T>(first: T): History<T> {
  const past = signal<readonly T[]>([]);
  const now = signal(first);
  const future = signal<readonly T[]>([]);
  let lastSubject = "";
  return {
    now,
    canUndo: computed(() => past.value.length > 0),
    canRedo: computed(() => future.value.length > 0),
    step(next, subject = "") {
      if (subject === "" || subject !== lastSubject || past.peek().length === 0)
        past.value = [...past.peek().slice(-MOST_STEPS + 1), now.peek()];
      lastSubject = subject;
      future.value = [];
      now.value = next;
    },
    begin(with_) {
      past.value = [];
      future.value = [];
      lastSubject = "";
      now.value = with_;
    },
    undo() {
      const kept = past.peek();
      if (kept.length === 0) return false;
      past.value = kept.slice(0, -1);
      future.value = [now.peek(), ...future.peek()];
      lastSubject = "";
      now.value = kept.at(-1) as T;
      return true;
    },
    redo() {
      const [after, ...rest] = future.peek();
      if (future.peek().length === 0) return false;
      future.value = rest;
      past.value = [...past.peek(), now.peek()];
      lastSubject = "";
      now.value = after as T;
      return true;
    },
  };
}
