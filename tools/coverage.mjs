// Tells how much of the Rust code the native tests run through, room by room: `npm run coverage`.
//
// It builds everything once more, so it is no part of `npm test`. What only the browser runs is tested there and not
// counted here: the bindings, and what is drawn.

import { Missing, ask, main, root, run, which } from "./process.mjs";

/** @typedef {{ count: number, covered: number }} Count */

await main(async () => {
  if (which("cargo-llvm-cov") === null) {
    throw new Missing(
      "cargo-llvm-cov is missing; install it with: cargo install cargo-llvm-cov --locked (and rustup component add llvm-tools)",
    );
  }
  await run("cargo", ["llvm-cov", "--locked", "--no-report"]);
  const answer = ask("cargo", ["llvm-cov", "report", "--json", "--summary-only"]);
  if (answer === null) throw new Missing("cargo llvm-cov report gave no answer");
  /** @type {{ filename: string, summary: { lines: Count, functions: Count } }[]} */
  const files = JSON.parse(answer).data[0].files;
  /** @type {Map<string, { lines: Count, functions: Count }>} */
  const rooms = new Map();
  for (const { filename, summary } of files) {
    const [room = "", rest] = filename.slice(`${root}/src/`.length).split(/[\\/]/);
    for (const name of [rest === undefined ? "(others)" : room, "all"]) {
      const sums = rooms.get(name) ?? { lines: { count: 0, covered: 0 }, functions: { count: 0, covered: 0 } };
      for (const what of /** @type {const} */ (["lines", "functions"])) {
        sums[what].count += summary[what].count;
        sums[what].covered += summary[what].covered;
      }
      rooms.set(name, sums);
    }
  }
  const percent = (/** @type {Count} */ { count, covered }) => `${((100 * covered) / count).toFixed(1)} %`;
  console.table(
    Object.fromEntries(
      [...rooms].map(([room, { lines, functions }]) => [room, { lines: percent(lines), of: lines.count, functions: percent(functions) }]),
    ),
  );
});
