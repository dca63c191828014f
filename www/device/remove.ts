// Removing everything that the site has put on the device: kept work, handed-over figures, its files, its service worker.

import { siteRoot } from "./offline.ts";
import { FETCHED, hearRemoval, removeAll, tellRemoval } from "./storage.ts";

/** What a page that was reloaded after the removal finds in its place in the tab's history. */
interface AfterRemoval {
  readonly removed: "all" | "some";
}

async function removeFiles(): Promise<boolean> {
  try {
    if ("serviceWorker" in navigator) {
      // First: a worker that is still fetching would go on keeping.
      const registered = await navigator.serviceWorker.getRegistrations();
      await Promise.all(registered.filter(({ scope }) => scope === siteRoot.href).map((one) => one.unregister()));
    }
    if ("caches" in globalThis) {
      const own = (await caches.keys()).filter(
        (name) => name.startsWith(`troskel ${siteRoot.pathname} `) || name === FETCHED + siteRoot.pathname,
      );
      await Promise.all(own.map((name) => caches.delete(name)));
    }
    return true;
  } catch {
    return false;
  }
}

async function removeHere(): Promise<void> {
  const files = await removeFiles();
  const keys = removeAll();
  // The view writes what is entered when it is left, so the last word is here.
  addEventListener("pagehide", removeAll);
  const state: AfterRemoval = { removed: files && keys ? "all" : "some" };
  history.replaceState(state, "", location.pathname + location.search);
  location.reload();
}

/** Removes everything, here and in the other open tabs, and opens the page afresh. */
export async function removeEverything(): Promise<void> {
  tellRemoval();
  await removeHere();
}

/** Joins in when another tab removes everything. Returns what ends that. */
export function joinRemoval(): () => void {
  return hearRemoval(() => void removeHere());
}

/** Tells once whether this page stands here because everything was removed. */
export function afterRemoval(): AfterRemoval["removed"] | null {
  const state: unknown = history.state;
  if (typeof state !== "object" || state === null || !("removed" in state)) return null;
  history.replaceState(null, "");
  return state.removed === "all" ? "all" : "some";
}
