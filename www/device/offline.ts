// Keeping the site on the device: registers the service worker and tells how far it is and whether a newer build waits.

import { signal } from "@preact/signals";
import { scriptAddress } from "../engine/trusted.ts";

/** The site's root: this script stands one folder below it. */
export const siteRoot = new URL(/* @vite-ignore */ "../", import.meta.url);

/** Whether the site works without a network; `off`: not asked for in this visit. */
export const offline = signal<"off" | "fetching" | "ready" | "failed" | "unavailable">("off");

/** Whether a newer build waits to be agreed to, or has taken over because somebody agreed in another tab. */
export const update = signal<"none" | "waiting" | "elsewhere">("none");

let registration: ServiceWorkerRegistration | null = null;
let agreed = false;

/** Begins; never throws. */
export async function keepSite(): Promise<void> {
  if (!("serviceWorker" in navigator)) {
    offline.value = "unavailable";
    return;
  }
  const { serviceWorker } = navigator;
  let controlled = serviceWorker.controller !== null;
  serviceWorker.addEventListener("controllerchange", () => {
    // The first worker takes a page over that runs on the same build; only another one is news.
    if (!controlled) controlled = true;
    else if (agreed) location.reload();
    else update.value = "elsewhere";
  });
  addEventListener("online", () => {
    if (offline.value === "failed") void register();
  });
  serviceWorker.controller?.postMessage("tidy");
  await register();
}

/** Fetches the site for use without a network, or tries again. */
export async function register(): Promise<void> {
  offline.value = "fetching";
  try {
    registration = await navigator.serviceWorker.register(scriptAddress(new URL("sw.js", siteRoot)), {
      scope: siteRoot.pathname,
      updateViaCache: "none",
    });
  } catch (error) {
    const refused = error instanceof DOMException && (error.name === "SecurityError" || error.name === "NotSupportedError");
    offline.value = refused ? "unavailable" : "failed";
    return;
  }
  registration.addEventListener("updatefound", look);
  look();
}

function look(): void {
  if (registration === null) return;
  const { active, waiting, installing } = registration;
  const coming = installing?.state === "redundant" ? null : installing;
  if (active !== null) offline.value = "ready";
  else offline.value = coming !== null || waiting !== null ? "fetching" : "failed";
  if (update.value !== "elsewhere") update.value = active !== null && waiting !== null ? "waiting" : "none";
  for (const one of [active, waiting, installing]) one?.addEventListener("statechange", look);
}

/** Changes to the build that waits: this tab at once, since the person asked here; others when they are asked to. */
export function changeOver(): void {
  agreed = true;
  if (update.value === "elsewhere" || registration?.waiting == null) location.reload();
  else registration.waiting.postMessage("take-over");
}
