// What the one polite live region says besides the answer: what a button did, where nothing else tells it.

import { signal } from "@preact/signals";

/** The latest thing to be said; a new object each time, so that the same words are said again. */
export const notice = signal<{ readonly said: string } | null>(null);

export function announce(said: string): void {
  notice.value = { said };
}
