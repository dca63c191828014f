// Which view of the areas is shown: the page's fragment says it, so that back and reload keep it.

import { signal } from "@preact/signals";
import { fragmentOf, viewIn, type WorkbenchView } from "../model/workbench.ts";
import type { Language } from "../text/format.ts";

export const shownView = signal<WorkbenchView>("table");

/** Whether the focus goes to the table once it stands there. */
export const tableAwaitsFocus = signal(false);

/** Follows the fragment from now on; one that names no view leaves the one that is shown. Returns what ends that. */
export function followFragment(): () => void {
  const follow = () => {
    shownView.value = viewIn(location.hash) ?? shownView.value;
  };
  follow();
  addEventListener("hashchange", follow);
  return () => removeEventListener("hashchange", follow);
}

/** Shows the table and goes to it. */
export function goToTable(language: Language): void {
  if (shownView.value !== "table") location.hash = fragmentOf("table", language);
  tableAwaitsFocus.value = true;
}
