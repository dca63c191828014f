// What the core says beyond the assessment: what it would take, and the verdict under every reading.

import { computed } from "@preact/signals";
import type { Assessed, Request } from "../engine/page.ts";
import { given } from "./entry.ts";
import type { WhatIf } from "../engine/plan.ts";
import { criteriaSet, entryOf, planner, reading } from "./area.ts";

/** What was entered, as the core reads it. */
export const request = computed<Request>(() => ({
  figures: criteriaSet.value.criteria.map((criterion) => given(entryOf(criterion))),
  ...reading.value,
}));

/** The answer with all of its explanation, for what looks at it; null until the module is there. */
export const explained = computed<Assessed | null>(() => planner.value?.assess(request.value) ?? null);

/** What it would take; null until the module is there. */
export const whatIf = computed<WhatIf | null>(() => planner.value?.whatIf(request.value) ?? null);
