// Under the answer: one row of views over the same areas, the filters that hold for all of them, and the view that is shown.

import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { whole } from "../text/format.ts";
import { fragmentOf, type WorkbenchView, workbenchViews } from "../model/workbench.ts";
import { Compare } from "./Compare.tsx";
import { Exports } from "./Exports.tsx";
import { Filters } from "./Filters.tsx";
import { Grid } from "./Grid.tsx";
import { useText } from "./language.ts";
import { Municipalities } from "./Municipalities.tsx";
import { Pager } from "./Pager.tsx";
import { Plot } from "./Plot.tsx";
import { Report } from "./Report.tsx";
import { isBusy, isFiltered, type Loaded, shown as shownAreas } from "./state.ts";
import { Sweep } from "./Sweep.tsx";
import { AreaTable } from "./Table.tsx";
import { WhatIf } from "./WhatIf.tsx";
import { Years } from "./Years.tsx";
import { followFragment, shownView } from "./workbench.ts";

/** What is computed when its view is first shown. */
const views = {
  municipalities: Municipalities,
  picture: Plot,
  thresholds: Thresholds,
  "what-if": WhatIf,
  compare: Compare,
  years: Years,
  report: Report,
} satisfies Record<Exclude<WorkbenchView, "table">, ComponentType<{ run: Loaded }>>;

export function Workbench({ run }: { run: Loaded }) {
  const { text, language } = useText();
  const shown = shownView.value;
  useEffect(followFragment, []);
  return (
    <section class="areas" aria-busy={isBusy.value ? true : undefined}>
      <nav class="workbench-views" aria-label={text.workbench.views}>
        {workbenchViews.map((view) => (
          <a key={view} data-areas-view={view} href={fragmentOf(view, language)} aria-current={view === shown ? "true" : undefined}>
            {text.workbench.view[view]}
          </a>
        ))}
      </nav>
      <Filters />
      {shown === "table" ? (
        <>
          <AreaTable />
          <Pager />
          <Exports run={run} />
        </>
      ) : (
        <Further view={shown} run={run} />
      )}
    </section>
  );
}

function Further({ view, run }: { view: keyof typeof views; run: Loaded }) {
  const { text, language } = useText();
  const View = views[view];
  const chosen = shownAreas.value;
  // Until the areas are chosen there are none to ask about.
  if (chosen === null) return null;
  return (
    <div class="explore">
      <h2>{text.workbench.view[view]}</h2>
      {isFiltered.value && (
        <p class="workbench-filtered">{text.table.caption(whole(chosen.count, language), whole(run.summary.totals.areas, language))}</p>
      )}
      <View run={run} />
    </div>
  );
}

function Thresholds({ run }: { run: Loaded }) {
  const { text } = useText();
  return (
    <>
      <h3>{text.explore.sweep.title}</h3>
      <Sweep run={run} />
      <h3>{text.explore.grid.title}</h3>
      <Grid run={run} />
    </>
  );
}
