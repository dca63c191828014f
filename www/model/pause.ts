// What waits until a person pauses.

export interface Pause {
  /** Asks for it once more: it runs when nobody has asked for so long. */
  readonly ask: () => void;
  /** Takes back what was asked for. */
  readonly cancel: () => void;
}

/**
 * Runs something so many milliseconds after it was last asked for. The timer stays as it is until it fires: to set one anew
 * with every key takes the browser longer than much of the answer.
 */
export function afterPause(milliseconds: number, run: () => void): Pause {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  const look = () => {
    const left = asked + milliseconds - performance.now();
    timer = left > 0 ? setTimeout(look, left) : undefined;
    if (timer === undefined) run();
  };
  return {
    ask: () => {
      asked = performance.now();
      timer ??= setTimeout(look, milliseconds);
    },
    cancel: () => {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
