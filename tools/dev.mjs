// Serves the page while one works on it: `npm run dev`. An edit of the page is on the screen at once, one of the core as
// soon as it is compiled; where it does not compile, the error lies over the page, which stays as it was.

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { createServer } from "vite";
import { quickModules, rust } from "./build.mjs";
import { Failed, Missing, main, outputs, root, say, seconds } from "./process.mjs";
import { packages } from "./setup.mjs";
import { fill } from "./site.mjs";

/** Edits come in bunches, as when a branch is changed. */
const SETTLED_MS = 60;

/** Browsers keep a service worker of another day by the address, and it would answer with what it keeps. */
const farewell = "addEventListener('install', () => skipWaiting()); addEventListener('activate', () => registration.unregister());";

/** The page that stands at an address, rendered from the sources as they are. @param {import("vite").ViteDevServer} server @param {string} address */
async function pageAt(server, address) {
  const { pages } = /** @type {typeof import("../www/prerender.tsx")} */ (await server.ssrLoadModule("/prerender.tsx"));
  return (await pages()).find((page) => page.address === address) ?? null;
}

/** Answers for the page's addresses, as the built site does. @returns {import("vite").Plugin} */
const addresses = () => ({
  name: "addresses",
  configureServer(server) {
    server.middlewares.use(async (request, response, next) => {
      const [pathname = "/"] = (request.originalUrl ?? "/").split("?");
      try {
        if (pathname === "/sw.js") {
          response.setHeader("Content-Type", "text/javascript").end(farewell);
          return;
        }
        if (path.extname(pathname) !== "" || pathname.startsWith("/@")) return next();
        const address = pathname.slice(1);
        const page = await pageAt(server, address === "" || address.endsWith("/") ? address : `${address}/`);
        if (page === null) return next();
        if (address !== page.address) {
          response.writeHead(301, { Location: `/${page.address}` }).end();
          return;
        }
        // The policy of the built site forbids what shows an edit without loading the page anew.
        const template = readFileSync(path.join(root, "www", "index.html"), "utf8").replace(/^.*Content-Security-Policy.*\n/m, "");
        // The address without its own path, since the template's addresses are relative to the page.
        const html = await server.transformIndexHtml(pathname, fill(template, page));
        response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" }).end(html);
      } catch (error) {
        next(error);
      }
    });
  },
});

/** Compiles the core anew and shows it, or its error. @param {import("vite").ViteDevServer} server */
async function compileAnew(server) {
  const since = performance.now();
  let told = "";
  try {
    await outputs.run((text) => (told += text), quickModules);
    server.moduleGraph.invalidateAll();
    server.ws.send({ type: "full-reload", path: "*" });
    say(`the core is compiled and shown: ${seconds(since)}`);
  } catch (error) {
    if (!(error instanceof Failed || error instanceof Missing)) throw error;
    console.error(`${told}\n${error.message}: the page stays as it was.`);
    server.ws.send({ type: "error", err: { message: told || error.message, stack: "", plugin: "cargo" } });
  }
}

/** Calls back after edits, never twice at once; an edit meanwhile asks for another time. @param {() => Promise<void>} work */
function afterEdits(work) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  let busy = false;
  let again = false;
  const begin = async () => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    again = false;
    await work();
    busy = false;
    if (again) await begin();
  };
  return () => {
    clearTimeout(timer);
    timer = setTimeout(begin, SETTLED_MS);
  };
}

await main(async () => {
  await packages();
  try {
    await quickModules();
  } catch (error) {
    // With modules of before the page can be shown, beside the error.
    if (!(error instanceof Failed) || !existsSync(path.join(root, "www", "generated", "page", "page.js"))) throw error;
    console.error(`${error.message}: the page runs the core as it was compiled last.`);
  }
  const server = await createServer({
    configFile: path.join(root, "vite.config.ts"),
    appType: "custom",
    clearScreen: false,
    plugins: [addresses()],
    server: {
      host: "127.0.0.1",
      port: Number(process.env["PORT"] ?? 5173),
      fs: { allow: [root] },
      // What is generated is shown once all of it stands there.
      watch: { ignored: [path.join(root, "www", "generated", "**")] },
    },
  });
  const sources = rust.map((name) => path.join(root, name));
  const edited = afterEdits(() => compileAnew(server));
  server.watcher.add(sources);
  server.watcher.on("all", (_, file) => {
    if (sources.some((source) => file === source || file.startsWith(source + path.sep))) edited();
  });
  await server.listen();
  console.log(`\nTröskel is at ${server.resolvedUrls?.local[0]} (English: ${server.resolvedUrls?.local[0]}en/). Ctrl+C ends it.`);
});
