// Signals made within a component.

import { computed, type ReadonlySignal } from "@preact/signals";
import { useMemo } from "preact/hooks";

/** A signal of its own for a thing that a key changes, so that it is written without drawing what is around it anew. */
export function useComputed<T>(of: () => T, inputs: readonly unknown[]): ReadonlySignal<T> {
  return useMemo(() => computed(of), inputs);
}
