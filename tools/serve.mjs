// Serves the built site on the loopback interface, with the headers of hosting/headers.mjs and nothing to install.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { headersOf, types } from "../hosting/headers.mjs";
import { Missing, isMain, main, root } from "./process.mjs";

const loopback = "127.0.0.1";
const encodings = /** @type {const} */ ([
  ["br", ".br"],
  ["gzip", ".gz"],
]);

/** @param {string} file */
const isFile = (file) => existsSync(file) && statSync(file).isFile();

/**
 * What stands at an address: a file, another address to go to, or nothing.
 *
 * @param {string} site
 * @param {string} address decoded, beginning with a slash
 * @returns {{ file: string } | { redirect: string } | null}
 */
function find(site, address) {
  const file = path.join(site, path.posix.normalize(address));
  if (file !== site && !file.startsWith(site + path.sep)) return null;
  if (address.endsWith("/")) {
    if (isFile(path.join(file, "index.html"))) return { file: path.join(file, "index.html") };
    const bare = file.replace(/[/\\]$/, "");
    return isFile(bare) || isFile(`${bare}.html`) ? { redirect: `../${path.basename(bare)}` } : null;
  }
  if (isFile(file)) return { file };
  if (isFile(`${file}.html`)) return { file: `${file}.html` };
  return isFile(path.join(file, "index.html")) ? { redirect: `./${path.basename(file)}/` } : null;
}

/**
 * Answers requests for a built site.
 *
 * @param {string} site the folder
 * @param {{ below?: string, headers?: Record<string, string>, otherwise?: http.RequestListener }} [options]
 *   below: the path that the site stands under, such as /a/b/; headers: to send instead of the site's own of that name;
 *   otherwise: who answers for what the site does not have
 * @returns {http.RequestListener}
 */
export function handler(site, { below = "/", headers = {}, otherwise } = {}) {
  /** @type {http.RequestListener} */
  const serve = (request, response) => {
    /** @type {(status: number, more?: Record<string, string>, body?: Buffer | string) => void} */
    const answer = (status, more = {}, body = "") => {
      response.writeHead(status, { "Content-Length": Buffer.byteLength(body), ...more });
      response.end(request.method === "HEAD" ? undefined : body);
    };
    if (request.method !== "GET" && request.method !== "HEAD") return answer(405, { Allow: "GET, HEAD" });
    // Not `new URL(path, base)`, which takes what follows two slashes for a host.
    const [pathname = "/", ...query] = (request.url ?? "/").split("?");
    const search = query.length === 0 ? "" : `?${query.join("?")}`;
    let address;
    try {
      address = decodeURIComponent(pathname);
    } catch {
      return answer(400);
    }
    if (below !== "/" && address === below.slice(0, -1)) return answer(301, { Location: `${below}${search}` });
    // Two slashes would make a page's relative addresses those of other hosts.
    if (address.includes("\0") || address.includes("//") || !address.startsWith(below))
      return answer(404, { "Content-Type": types.txt }, "Not found\n");
    const found = find(site, address.slice(below.length - 1));
    if (found === null && otherwise !== undefined) return otherwise(request, response);
    if (found === null) return answer(404, { ...headersOf("/"), "Content-Type": types.txt }, "Not found\n");
    if ("redirect" in found) return answer(301, { ...headersOf("/"), Location: `${found.redirect}${search}` });

    const name = `/${path.relative(site, found.file).split(path.sep).join("/")}`;
    const type = types[/** @type {keyof typeof types} */ (path.extname(name).slice(1))] ?? "application/octet-stream";
    const accepted = `${request.headers["accept-encoding"] ?? ""}`;
    const squeezed = encodings.find(
      ([word, suffix]) => new RegExp(`\\b${word}\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))`).test(accepted) && isFile(found.file + suffix),
    );
    const body = readFileSync(found.file + (squeezed?.[1] ?? ""));
    const tag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
    const common = { ...headersOf(name), "Content-Type": type, ETag: tag, Vary: "Accept-Encoding", ...headers };
    if (request.headers["if-none-match"] === tag) {
      response.writeHead(304, common);
      response.end();
      return;
    }
    return answer(200, squeezed === undefined ? common : { ...common, "Content-Encoding": squeezed[0] }, body);
  };
  return (request, response) => {
    try {
      serve(request, response);
    } catch (error) {
      // One request's fault ends that request, such as that of a file that is being replaced.
      console.error(`${request.url}: ${error}`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    }
  };
}

/**
 * Listens on the first free port from `from` on; 0 lets the system choose one.
 *
 * @param {http.RequestListener} listener
 * @param {number} [from]
 * @returns {Promise<{ server: http.Server, origin: string }>}
 */
export async function listen(listener, from = 4173) {
  for (let port = from; port < from + 100; port += 1) {
    const server = http.createServer(listener);
    const free = await new Promise((resolve, reject) => {
      server.once("error", (/** @type {NodeJS.ErrnoException} */ error) =>
        error.code === "EADDRINUSE" || error.code === "EACCES" ? resolve(false) : reject(error),
      );
      server.listen(port, loopback, () => resolve(true));
    });
    if (!free) continue;
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("the server has no port");
    return { server, origin: `http://${loopback}:${address.port}` };
  }
  throw new Missing(`No free port from ${from} to ${from + 99}: end one of the servers there.`);
}

/**
 * Answers with the first pages of a site until the whole of it stands; who asks for more waits for that.
 *
 * @param {string} first the folder of the first pages
 * @param {Promise<string>} whole that of the site, once it stands
 * @returns {http.RequestListener}
 */
export function whileBuilding(first, whole) {
  const complete = whole.then((site) => handler(site, { otherwise: handler(first) }));
  /** @type {http.RequestListener} */
  let answer = handler(first, {
    otherwise: (request, response) =>
      complete.then(
        (late) => late(request, response),
        () => response.writeHead(503).end(),
      ),
  });
  complete.then(
    (late) => (answer = late),
    () => undefined,
  );
  return (request, response) => answer(request, response);
}

/**
 * Serves a built site until it is interrupted, and prints the address.
 *
 * @param {http.RequestListener} [listener]
 */
export async function serve(listener) {
  const dist = path.join(root, "dist");
  if (listener === undefined && !isFile(path.join(dist, "index.html"))) throw new Missing("dist/ is missing: run `npm run build` first.");
  const { server, origin } = await listen(listener ?? handler(dist));
  console.log(`\nTröskel is at ${origin}/ (English: ${origin}/en). Ctrl+C ends it.`);
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => {
      server.close();
      server.closeAllConnections();
    });
  }
  return server;
}

if (isMain(import.meta.url)) await main(() => serve().then(() => undefined));
