// Sets up what is missing, builds what has changed, and serves the site on this machine.

import { build } from "./build.mjs";
import { main } from "./process.mjs";
import { serve } from "./serve.mjs";

await main(async () => {
  await build();
  await serve();
});
