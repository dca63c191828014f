// A press that is under way ends on what it began on: until then nothing may grow or shrink under it.

let isDown = false;
const waiting: (() => void)[] = [];

function runWaiting(): void {
  if (isDown) return;
  for (const run of waiting.splice(0)) run();
}

function end(): void {
  isDown = false;
  // After the click that the press makes, unless another has begun by then.
  setTimeout(runWaiting);
}

if (typeof document !== "undefined") {
  document.addEventListener(
    "pointerdown",
    () => {
      isDown = true;
    },
    { capture: true, passive: true },
  );
  for (const name of ["pointerup", "pointercancel"]) document.addEventListener(name, end, { capture: true, passive: true });
}

/** Runs at once, or where a press is under way, after it; never before what waits already. */
export function afterPress(run: () => void): void {
  waiting.push(run);
  runWaiting();
}
