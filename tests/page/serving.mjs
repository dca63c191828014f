// Serves the built site to the tests, as a host would and as a bad day would.

import path from "node:path";
import { root } from "../../tools/process.mjs";
import { handler, listen } from "../../tools/serve.mjs";

/**
 * @param {{
 *   below?: string,
 *   headers?: Record<string, string>,
 *   tamper?: (request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => boolean | Promise<boolean>,
 * }} [options] tamper answers a request itself and returns true, or returns false
 */
export async function serveSite({ below = "/", headers = {}, tamper } = {}) {
  const site = handler(path.join(root, "dist"), { below, headers });
  const { server, origin } = await listen(async (request, response) => {
    if (tamper === undefined || !(await tamper(request, response))) site(request, response);
  }, 0);
  return {
    home: `${origin}${below}`,
    origin,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The path of a request. @param {import("node:http").IncomingMessage} request */
export const pathOf = (request) => new URL(request.url ?? "/", "http://site").pathname;
