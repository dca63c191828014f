// A press that is under way ends on what it began on: until then nothing may grow or shrink under it.

let isDown = false;
const waiting: (() => void)[] = [];

function end(): void {
  isDown = false;
  // After the click that the press makes.
  setTimeout(() => {
    for (const run of waiting.splice(0)) run();
  });
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

/** Runs at once, or where a press is under way, after it. */
export function afterPress(run: () => void): void {
  if (isDown) waiting.push(run);
  else run();
}
