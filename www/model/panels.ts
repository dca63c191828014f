// Which panel of *Ett område* is open.

import { signal } from "@preact/signals";

export type PanelId = "share" | "record" | "sure" | "require" | "compare" | "rule" | "sets";

/** The panel that is open; at most one, so that it always stands right below its button. */
export const openPanel = signal<PanelId | null>(null);

/** Whether the panel that opens takes the focus, since what opened it goes away. */
let takesFocus = false;

/** Opens a panel and brings the focus to its title. */
export function goTo(id: PanelId): void {
  takesFocus = openPanel.value !== id;
  openPanel.value = id;
}

/** Whether the panel that has opened takes the focus; it is asked once. */
export function takeFocus(): boolean {
  const takes = takesFocus;
  takesFocus = false;
  return takes;
}
