// The security headers of the site, in one place: the page's meta element, the test server and the files for hosts.

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
  ["trusted-types", "troskel"],
];

const write = (list) => list.map((directive) => directive.join(" ")).join("; ");

/** The policy for a meta element, which can't carry frame-ancestors. */
export const metaPolicy = write(directives);

/** The headers for every response, worker scripts included. */
export const headers = {
  "Content-Security-Policy": write([...directives, ["frame-ancestors", "'none'"]]),
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};
