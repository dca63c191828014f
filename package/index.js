// The core in a page: `load` fetches the Wasm module that lies beside this file.

import initialise from "./core.js";

export {
  Calculator,
  applicationPeriod,
  designation,
  distribution,
  makeRecord,
  readWork,
  searchMunicipalities,
  verifyRecord,
} from "./core.js";
export { figures } from "./figures.js";
export { sets } from "./sets.js";

export async function load(source) {
  await initialise({ module_or_path: source ?? new URL("core_bg.wasm", import.meta.url) });
}
