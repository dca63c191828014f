// The larger Wasm module: what-if, records, links, and what else the memo decides. It is loaded when a panel, the
// municipalities or the memo are looked at.

import type * as Module from "../generated/plan/plan.js";
import type { CriteriaSet } from "./criteria.ts";
import { type Loading, loader } from "./loading.ts";

export type {
  Answer,
  Calculator as Planner,
  Change,
  Cheapest,
  CriterionChange,
  DecisionRecord,
  Found,
  GivenAxis,
  GridTable,
  Move,
  Notes,
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
export type PlanEngine = Loading<PlanCore>;

const plan = loader<PlanCore>(() => Promise.all([import("../generated/plan/plan.js"), import("../generated/plan/plan_bg.wasm?url")]));

/** How far the module is. */
export const planEngine = plan.state;

export const loadPlanEngine = plan.load;

/** Returns the hash of a set. */
export function hashOf(core: PlanCore, set: CriteriaSet): string {
  const calculator = new core.Calculator(set);
  const { hash } = calculator;
  calculator.free();
  return hash;
}
