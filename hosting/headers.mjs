// The one source of the headers that the site is served with: pages carry the policy in a meta element,
// tools/serve.mjs sends the headers, tools/hosting.mjs writes them down for hosts.

import { readFileSync } from "node:fs";

/** @type {{ service: { hosts: string[] } }} */
const sources = JSON.parse(readFileSync(new URL("../src/sources/tables.json", import.meta.url), "utf8"));

/** The names under which the page's own code may make Trusted Types. */
const policies = ["troskel"];

const directives = [
  ["default-src", "'none'"],
  ["script-src", "'self' 'wasm-unsafe-eval'"],
  ["worker-src", "'self'"],
  ["connect-src", "'self'"],
  ["style-src", "'self'"],
  ["img-src", "'self' data:"],
  ["manifest-src", "'self'"],
  ["base-uri", "'none'"],
  ["form-action", "'none'"],
  ["require-trusted-types-for", "'script'"],
  ["trusted-types", policies.join(" ")],
];

/** The pages that may connect to Statistics Sweden, once a person has pressed; no other page or script may connect to anybody. */
export const connecting = ["/hamta/", "/en/fetch/"];

/** Whom those pages may connect to: the hosts of the open tables. */
const hosts = sources.service.hosts;

/** @param {boolean} connects */
const policyOf = (connects) =>
  directives.map(([name, ...values]) => [name, ...values, ...(connects && name === "connect-src" ? hosts : [])]);

/** @param {(string | undefined)[][]} list */
const write = (list) => list.map((directive) => directive.join(" ")).join("; ");

/** The policy for a meta element, which can't carry frame-ancestors. @param {boolean} connects */
export const metaPolicy = (connects) => write(policyOf(connects));

/** @param {boolean} connects */
const policy = (connects) => ({ "Content-Security-Policy": write([...policyOf(connects), ["frame-ancestors", "'none'"]]) });

/** What every response carries. A worker obeys the policy of its own response, so scripts carry it as well. */
export const headers = {
  ...policy(false),
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/** Files whose name changes with their content stay in a browser's cache for good; all others are asked about. */
const forGood = { "Cache-Control": "public, max-age=31536000, immutable" };
const askedAbout = { "Cache-Control": "no-cache" };

/** Rules in order; a path is relative to the site's root and may end in `*`. A later rule overrides an earlier one. */
export const rules = [
  { path: "/*", headers: { ...headers, ...askedAbout } },
  { path: "/assets/*", headers: forGood },
  ...connecting.map((path) => ({ path: `${path}*`, headers: policy(true) })),
];

/**
 * The headers of one file of the site.
 *
 * @param {string} path from the site's root, beginning with a slash
 * @returns {Record<string, string>}
 */
export function headersOf(path) {
  const fits = rules.filter((rule) => (rule.path.endsWith("*") ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path));
  return Object.assign({}, ...fits.map((rule) => rule.headers));
}

/** Media types by extension; a module of Wasm is compiled while it loads only when it has its own. */
export const types = {
  css: "text/css; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  html: "text/html; charset=utf-8",
  ico: "image/x-icon",
  js: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  mjs: "text/javascript; charset=utf-8",
  png: "image/png",
  sql: "text/plain; charset=utf-8",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  wasm: "application/wasm",
  webmanifest: "application/manifest+json; charset=utf-8",
  woff2: "font/woff2",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
