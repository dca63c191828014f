// Where the live parts of a page stand. What is around them is text, which no script goes through.

import type { ComponentType } from "preact";

/** The live parts of a view by their names, in the order in which they come to life. */
export type Parts = Readonly<Record<string, ComponentType>>;

export interface Live {
  readonly parts: Parts;
  /** What begins once all of them live. */
  readonly begin?: () => void;
}

/** The place of a live part, as it is prerendered; in the browser the part takes it over. */
export function Place({ part, of }: { part: string; of: Parts }) {
  const Part = of[part];
  if (Part === undefined) throw new Error(`there is no live part "${part}"`);
  return (
    <div class="live" data-live={part}>
      <Part />
    </div>
  );
}
