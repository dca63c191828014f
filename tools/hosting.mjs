// Makes what a static host needs beside the pages: headers in the hosts' own words, and files compressed beforehand.

import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { connecting, headersOf, rules } from "../hosting/headers.mjs";
import { isMain, main, root } from "./process.mjs";

const compressible = /\.(css|csv|html|js|json|mjs|sql|svg|txt|wasm|webmanifest)$/;

const policy = "Content-Security-Policy";

/**
 * The paths that each need a policy, no two of which fit the same file: every page, and the scripts, which obey their own.
 *
 * @param {string[]} files of the site, by their paths from its root
 */
function policyPaths(files) {
  const folders = files.filter((file) => /(^|\/)index\.html$/.test(file)).map((file) => `/${file.slice(0, -"index.html".length)}`);
  const pages = folders.flatMap((folder) => {
    const holdsOthers = folders.some((other) => other !== folder && other.startsWith(folder));
    return holdsOthers ? [folder, `${folder}index.html`] : [`${folder}*`];
  });
  return [...pages, "/assets/*", "/sw.js"];
}

/** `_headers` as several static hosts read it. Rules there add up, so each header is said in one rule only. @param {string[]} files */
function underscoreHeaders(files) {
  /** @type {Map<string, [string, string][]>} */
  const blocks = new Map();
  const add = (/** @type {string} */ at, /** @type {[string, string][]} */ own) => blocks.set(at, [...(blocks.get(at) ?? []), ...own]);
  for (const { path: at, headers } of rules) {
    add(
      at,
      Object.entries(headers).filter(([name]) => name !== policy && (at !== "/*" || name !== "Cache-Control")),
    );
  }
  for (const at of policyPaths(files)) add(at, [[policy, headersOf(at.replace("*", "index.html"))[policy] ?? ""]]);
  return [...blocks]
    .filter(([, own]) => own.length > 0)
    .map(([at, own]) => `${[at, ...own.map(([name, value]) => `  ${name}: ${value}`)].join("\n")}\n`)
    .join("\n");
}

/** @param {string} file */
const generated = (file) => `# Written by tools/hosting.mjs from hosting/headers.mjs; npm test fails if ${file} is out of date.\n`;

function nginx() {
  const add = (/** @type {string} */ at, /** @type {string} */ indent) =>
    Object.entries(headersOf(at))
      .map(([name, value]) => `${indent}add_header ${name} "${value}" always;`)
      .join("\n");
  return `${generated("hosting/nginx.conf")}# Put it inside a server block whose root is the built dist/.

# brotli_static on;  # where ngx_brotli is compiled in
gzip_static on;
absolute_redirect off;
types_hash_max_size 2048;

location / {
${add("/index.html", "  ")}
  try_files $uri $uri/ =404;
}

location ~ /assets/ {
${add("/assets/x", "  ")}
  try_files $uri =404;
}

location ~ (?:${connecting.join("|")}) {
${add(`${connecting[0]}index.html`, "  ")}
  try_files $uri $uri/ =404;
}
`;
}

function apache() {
  const set = (/** @type {Record<string, string>} */ headers, /** @type {string} */ indent) =>
    Object.entries(headers)
      .map(([name, value]) => `${indent}Header always set ${name} "${value}"`)
      .join("\n");
  const cache = rules.find((rule) => rule.path === "/assets/*")?.headers ?? {};
  return `${generated("hosting/apache.conf")}# For a virtual host, or as .htaccess beside index.html. Needs mod_headers, mod_mime, mod_rewrite.

AddType application/wasm .wasm
AddType text/javascript .js .mjs
AddType application/manifest+json .webmanifest
DirectoryIndex index.html
DirectorySlash On

${set(headersOf("/index.html"), "")}
<If "%{REQUEST_URI} =~ m#/assets/#">
${set(cache, "  ")}
</If>
<If "%{REQUEST_URI} =~ m#(?:${connecting.join("|")})#">
${set({ [policy]: headersOf(`${connecting[0]}index.html`)[policy] ?? "" }, "  ")}
</If>

# Send what was compressed beforehand.
RewriteEngine On
RewriteCond %{HTTP:Accept-Encoding} \\bbr\\b
RewriteCond %{REQUEST_FILENAME}.br -f
RewriteRule ^(.+)$ $1.br [L,E=precompressed:br]
RewriteCond %{HTTP:Accept-Encoding} \\bgzip\\b
RewriteCond %{REQUEST_FILENAME}.gz -f
RewriteRule ^(.+)$ $1.gz [L,E=precompressed:gzip]
RemoveType .gz
<FilesMatch "\\.(br|gz)$">
  SetEnv no-gzip 1
  SetEnv no-brotli 1
  Header append Vary Accept-Encoding
</FilesMatch>
<FilesMatch "\\.html\\.(br|gz)$">
  ForceType "text/html; charset=utf-8"
</FilesMatch>
<FilesMatch "\\.js\\.(br|gz)$">
  ForceType "text/javascript; charset=utf-8"
</FilesMatch>
<FilesMatch "\\.css\\.(br|gz)$">
  ForceType "text/css; charset=utf-8"
</FilesMatch>
<FilesMatch "\\.wasm\\.(br|gz)$">
  ForceType application/wasm
</FilesMatch>
<FilesMatch "\\.br$">
  Header set Content-Encoding br
</FilesMatch>
<FilesMatch "\\.gz$">
  Header set Content-Encoding gzip
</FilesMatch>
`;
}

/** The files under hosting/ that are written from hosting/headers.mjs, by name relative to the project. */
export const written = () => ({ "hosting/nginx.conf": nginx(), "hosting/apache.conf": apache() });

const squeezeBrotli = promisify(brotliCompress);
const squeezeGzip = promisify(gzip);

/** @param {Buffer} bytes */
export const brotli = (bytes) =>
  squeezeBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });

/**
 * Writes `_headers` and the compressed twins into the built site.
 *
 * @param {string} site the folder of the built site
 */
export async function finish(site) {
  const names = readdirSync(site, { recursive: true, encoding: "utf8" });
  writeFileSync(path.join(site, "_headers"), underscoreHeaders(names.map((name) => name.split(path.sep).join("/"))));
  const files = names.map((name) => path.join(site, name));
  for (const file of files) {
    if (!compressible.test(file) || !statSync(file).isFile()) continue;
    const bytes = readFileSync(file);
    const twins = /** @type {const} */ ([
      ["br", await brotli(bytes)],
      ["gz", await squeezeGzip(bytes, { level: 9 })],
    ]);
    for (const [suffix, squeezed] of twins) {
      if (squeezed.length < bytes.length) writeFileSync(`${file}.${suffix}`, squeezed);
    }
  }
}

if (isMain(import.meta.url)) {
  await main(async () => {
    for (const [name, text] of Object.entries(written())) writeFileSync(path.join(root, name), text);
  });
}
