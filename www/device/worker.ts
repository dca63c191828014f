// The service worker: keeps the whole site on the device, each file checked against the digest that its build wrote down.

/** What tools/offline.mjs writes in: the build, and each address below the scope with its SHA-256. */
declare const BUILD: string;
declare const FILES: Readonly<Record<string, string>>;

const worker = self as unknown as ServiceWorkerGlobalScope;
const { scope } = worker.registration;
// Caches belong to the whole origin, where other sites, and this one at another path, may stand too.
const PREFIX = `troskel ${new URL(scope).pathname} `;
const OWN = PREFIX + BUILD;
const ALGORITHM = "sha256-";

const digests = new Map(Object.entries(FILES).map(([path, digest]) => [new URL(path, scope).href, digest]));

/** Few at a time, so that what the person asks for meanwhile does not wait behind them. */
const AT_ONCE = 3;

worker.addEventListener("install", (event) => event.waitUntil(keepAll()));
worker.addEventListener("activate", (event) => event.waitUntil(takeOver()));
worker.addEventListener("message", (event) => {
  if (event.data === "take-over") event.waitUntil(worker.skipWaiting());
  if (event.data === "tidy") event.waitUntil(tidy());
});
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { href, origin, pathname, search } = new URL(request.url);
  if (request.method !== "GET" || !href.startsWith(scope)) return;
  const address = `${origin}${pathname.replace(/\/index\.html$/, "/")}`;
  if (request.mode === "navigate" && digests.has(`${address}/`)) {
    // A page's addresses are relative: it must stand where it was built for.
    event.respondWith(Response.redirect(`${address}/${search}`));
  } else if (digests.has(address) || request.mode !== "navigate") {
    event.respondWith(answer(request, address));
  }
});

/** The caches of other builds: an older one that an open page still runs on, or a newer one that waits. */
async function others(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== OWN);
}

async function keepAll(): Promise<void> {
  const cache = await caches.open(OWN);
  const kept = await Promise.all((await others()).map((name) => caches.open(name)));
  const missing = [...digests.keys()];
  const keepNext = async () => {
    for (let address = missing.shift(); address !== undefined; address = missing.shift()) await keep(cache, address, kept);
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, keepNext));
  } catch (error) {
    // What is whole stays for the next attempt, unless the device has no room for it.
    if (error instanceof DOMException && error.name === "QuotaExceededError") await caches.delete(OWN);
    throw error;
  }
}

async function keep(cache: Cache, address: string, kept: readonly Cache[]): Promise<void> {
  const there = await cache.match(address);
  if (there !== undefined && (await isWhole(there, address))) return;
  for (const other of kept) {
    const found = await other.match(address);
    if (found !== undefined && (await isWhole(found.clone(), address))) return cache.put(address, found);
  }
  await cache.put(address, await fetchWhole(address));
}

async function isWhole(response: Response, address: string): Promise<boolean> {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.arrayBuffer()));
  return btoa(String.fromCharCode(...bytes)) === digests.get(address);
}

/** Fetches a file of this build; rejects unless it came whole and unchanged. */
async function fetchWhole(address: string): Promise<Response> {
  const ask = (cache: RequestCache) =>
    fetch(address, { integrity: `${ALGORITHM}${digests.get(address)}`, cache, redirect: "error", credentials: "same-origin" });
  // What the visit has just brought is not fetched twice; where that is damaged or outdated, it is fetched anew.
  const response = await ask("default").catch(() => ask("reload"));
  if (!response.ok) throw new TypeError(`${address} answered with ${response.status}`);
  return response;
}

async function answer(request: Request, address: string): Promise<Response> {
  const match = (cacheName: string) => caches.match(address, { cacheName, ignoreVary: true }).catch(() => undefined);
  if (!digests.has(address)) return older(request, match);
  // Caches belong to the whole origin: whatever else stands there may have put something else in its place.
  const found = await match(OWN);
  if (found !== undefined && (await isWhole(found.clone(), address).catch(() => false))) return found;
  // The browser has thrown it away, or it is not what was put there.
  try {
    const response = await fetchWhole(address);
    const copy = response.clone();
    await caches
      .open(OWN)
      .then((cache) => cache.put(address, copy))
      .catch(() => undefined);
    return response;
  } catch {
    // A page of a newer build brings its own parts; a part that is not of this build would break the page.
    return request.mode === "navigate" ? fetch(request) : Response.error();
  }
}

/**
 * Answers for what is no file of this build: an open page of another one asks for its parts. This build has no digests
 * of them, so the host comes first, and what was kept only where the host has it no more.
 */
async function older(request: Request, match: (cacheName: string) => Promise<Response | undefined>): Promise<Response> {
  const answered = await fetch(request).catch(() => undefined);
  if (answered?.ok) return answered;
  for (const name of await others().catch(() => [])) {
    const found = await match(name);
    if (found !== undefined) return found;
  }
  return answered ?? Response.error();
}

async function takeOver(): Promise<void> {
  const pages = await worker.clients.matchAll({ type: "window" });
  const old = await others();
  // An open page goes on with the build it was opened with: the last one stays until nobody needs it.
  await Promise.all((pages.length > 0 ? old.slice(0, -1) : old).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** Deletes what older builds kept, once the only open page is the one that has just asked for it. */
async function tidy(): Promise<void> {
  const { installing, waiting } = worker.registration;
  const pages = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (installing !== null || waiting !== null || pages.length > 1) return;
  await Promise.all((await others()).map((name) => caches.delete(name)));
}

export {};
