// The panels' Wasm module: what-if, records and files. It is loaded with the first panel that is opened.

import type * as Module from "../generated/plan/plan.js";
import { loader } from "./loading.ts";

export type {
  Calculator as Planner,
  Change,
  Cheapest,
  CriterionChange,
  GivenAxis,
  GridTable,
  Move,
  Outcomes,
  Part,
  Persons,
  Slack,
  Step,
  Strip,
  Verification,
  WhatIf,
  Work,
} from "../generated/plan/plan.js";

export type PlanCore = typeof Module;

const plan = loader<PlanCore>(() =>
  Promise.all([import("../generated/plan/plan.js"), import("../generated/plan/plan_bg.wasm?url")]),
);

/** How far the module is. */
export const planEngine = plan.state;

export const loadPlanEngine = plan.load;
