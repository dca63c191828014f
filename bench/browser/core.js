// One area across the JavaScript boundary: assessed and explained, what it would take, a grid.

/** The median time of one call in microseconds, once the browser has compiled it as well as it will. */
function microseconds(call, batches = 41) {
  const warm = performance.now() + 1000;
  while (performance.now() < warm) call();
  let size = 1;
  const time = () => {
    const since = performance.now();
    for (let n = 0; n < size; n += 1) call();
    return performance.now() - since;
  };
  while (time() < 10) size *= 2;
  const times = Array.from({ length: batches }, () => (time() * 1000) / size).sort((a, b) => a - b);
  return times[batches >> 1];
}

const percent = (text) => ({ mode: "percent", text, exact: false, of: "" });
const percents = { figures: ["58,2", "11,2", "28,0", "71,3"].map(percent), tie: null, require: null };
const count = (persons, total) => ({ mode: "count", count: persons, total, noise: "" });
const counts = { figures: [count("742", "1237"), count("88", "730"), count("28", "100"), count("701", "998")], tie: null, require: null };

export async function core(set) {
  const page = await import("/generated/page/page.js");
  await page.default({ module_or_path: "/generated/page/page_bg.wasm" });
  const plan = await import("/generated/plan/plan.js");
  await plan.default({ module_or_path: "/generated/plan/plan_bg.wasm" });
  const calculator = new page.Calculator(set);
  const planner = new plan.Calculator(set);
  let turn = 0;
  const key = () => {
    turn += 1;
    calculator.enterPercent(0, turn % 2 === 0 ? "58,2" : "61,7", false, "");
    return calculator.answer(undefined, undefined);
  };
  const axis = (criterion, from) => ({ criterion, from, step: "0.1", positions: 101, total: "" });
  return {
    assessPercents: microseconds(() => calculator.assess(percents)),
    assessCounts: microseconds(() => calculator.assess(counts)),
    key: microseconds(key),
    whatIfPercents: microseconds(() => planner.whatIf(percents)),
    whatIfCounts: microseconds(() => planner.whatIf(counts)),
    grid: microseconds(() => planner.grid(percents, axis("employment", "55"), axis("turnout", "70")), 11),
    verdict: calculator.assess(percents).assessment.verdict,
  };
}
