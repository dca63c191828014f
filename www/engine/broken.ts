// Whether something has stopped that never should.

import { signal } from "@preact/signals";

/** Whether a part has stopped. A Wasm module that has trapped gives no more answers that can be relied on. */
export const broken = signal(false);

/** Says that a part has stopped; also from within a computation, which may not change anything itself. */
export function reportBroken(): void {
  queueMicrotask(() => {
    broken.value = true;
  });
}
