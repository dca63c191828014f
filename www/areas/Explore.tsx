// Below the table: the municipalities, a picture, moved thresholds, one or two, what-if, and a comparison. Each is computed when it
// is opened.

import type { ComponentType } from "preact";
import { useState } from "preact/hooks";
import { Compare } from "./Compare.tsx";
import { Grid } from "./Grid.tsx";
import { useText } from "./language.ts";
import { Municipalities } from "./Municipalities.tsx";
import { Plot } from "./Plot.tsx";
import type { Loaded } from "./state.ts";
import { Sweep } from "./Sweep.tsx";
import { WhatIf } from "./WhatIf.tsx";

const panels = { municipalities: Municipalities, plot: Plot, sweep: Sweep, grid: Grid, whatIf: WhatIf, compare: Compare } satisfies Record<
  string,
  ComponentType<{ run: Loaded }>
>;

type PanelId = keyof typeof panels;

export function Explore({ run }: { run: Loaded }) {
  const { text } = useText();
  const [open, setOpen] = useState<PanelId | null>(null);
  const Panel = open === null ? null : panels[open];
  return (
    <section class="explore" aria-label={text.explore.label}>
      <ul class="explore-row">
        {(Object.keys(panels) as PanelId[]).map((id) => (
          <li key={id}>
            <button
              type="button"
              class="button"
              data-panel={id}
              aria-expanded={open === id}
              aria-controls={open === id ? `explore-${id}` : undefined}
              onClick={() => setOpen(open === id ? null : id)}
            >
              {text.explore[id].title}
            </button>
          </li>
        ))}
      </ul>
      {open !== null && Panel !== null && (
        <div id={`explore-${open}`} class="explore-panel">
          <h2>{text.explore[open].title}</h2>
          <Panel run={run} />
        </div>
      )}
    </section>
  );
}
