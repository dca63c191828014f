// Sets up what is missing, builds what has changed, and serves the site on this machine: the pages that read no files
// first, since the module that reads them takes as long to compile as everything else.

import { buildLocal } from "./build.mjs";
import { main, say } from "./process.mjs";
import { handler, serve, whileBuilding } from "./serve.mjs";

await main(async () => {
  const { site, whole } = await buildLocal();
  if (whole === undefined) {
    await serve(handler(site));
    return;
  }
  const server = await serve(whileBuilding(site, whole));
  say("the views that read files follow, in about a minute; a page that needs them waits");
  try {
    await whole;
    say("everything is there");
  } catch (error) {
    server.close();
    server.closeAllConnections();
    throw error;
  }
});
