// What a person must be told when the page opens: a link or a file that was read, work that was kept, and what was lost.

import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { announce } from "./announce.ts";

export interface Notice {
  readonly id: string;
  readonly said: string;
  /** What does not fit into the sentence, below it. */
  readonly more?: ComponentChildren;
  readonly actions: readonly { readonly label: string; readonly run: () => void }[];
}

export const notices = signal<readonly Notice[]>([]);

/** Shows and says a notice; one with the same id is replaced. */
export function tell(notice: Notice): void {
  notices.value = [...notices.value.filter(({ id }) => id !== notice.id), notice];
  announce(notice.said);
}

export function untell(id: string): void {
  notices.value = notices.value.filter((notice) => notice.id !== id);
}
