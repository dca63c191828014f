// The worker's script as a test needs it: with something before it that the worker then lives with.

import { readFileSync } from "node:fs";
import path from "node:path";
import { headers } from "../../hosting/headers.mjs";
import { root } from "../../tools/process.mjs";
import { pathOf } from "./serving.mjs";

/**
 * Answers requests for the worker's script: it begins with what `first` returns.
 *
 * @param {() => string} first
 */
export const workerBegins =
  (first) => (/** @type {import("node:http").IncomingMessage} */ request, /** @type {import("node:http").ServerResponse} */ response) => {
    const name = pathOf(request);
    if (!/\/tables-[^/]*\.js$/.test(name)) return false;
    const script = readFileSync(path.join(root, "dist", name), "utf8");
    response.writeHead(200, { ...headers, "content-type": "text/javascript", "cache-control": "no-store" });
    response.end(first() + script);
    return true;
  };

/** Lets a file above a megabyte take five seconds to be read, however fast the machine is. */
const slow = () => {
  const { stream } = Blob.prototype;
  Blob.prototype.stream = function () {
    if (this.size < 1_000_000) return stream.call(this);
    const piece = Math.ceil(this.size / 100);
    let at = 0;
    return new ReadableStream({
      pull: async (to) => {
        await new Promise((resolve) => setTimeout(resolve, 50));
        if (at >= this.size) to.close();
        else to.enqueue(new Uint8Array(await this.slice(at, at + piece).arrayBuffer()));
        at += piece;
      },
    });
  };
};

/** What the script of a worker begins with that is to be met while it reads. */
export const slowReading = `(${slow})();\n`;
