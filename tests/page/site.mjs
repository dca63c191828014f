// The built site in a real browser, for the tests of the page: served as `npm start` serves it, headers included.

import { fileURLToPath } from "node:url";
import { handler, listen } from "../../tools/serve.mjs";
import { launchChromium } from "./engines/chromium.mjs";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));

/** Serves dist/ on a free port and starts a browser; pages fail their test on any error inside them. */
export async function openSite() {
  const { server, origin } = await listen(handler(dist), 0);
  const browser = await launchChromium();
  return {
    address: `${origin}/`,
    async page(options) {
      const context = await browser.newContext({ locale: "sv-SE", ...options });
      const page = await context.newPage();
      page.on("pageerror", (error) => {
        throw error;
      });
      return page;
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}
