// Sets up what is missing, builds what has changed, and serves the site on this machine.

import { buildLocal } from "./build.mjs";
import { main } from "./process.mjs";
import { serve } from "./serve.mjs";

await main(async () => serve(await buildLocal()));
