// Scenarios beside the figures as they are: made, changed, and every change undone and redone.

import { computed, signal } from "@preact/signals";
import { allowed, type ChosenReading, type Criterion } from "../engine/criteria.ts";
import type { Assessed, Request } from "../engine/page.ts";
import { type Planner, planEngine } from "../engine/plan.ts";
import { passTrap } from "../engine/trap.ts";
import { type Entries, type Entry, given } from "./entry.ts";
import { history } from "./history.ts";
import { criteriaSet, entries, entryOf, planner, reading } from "./area.ts";

export interface Scenario {
  /** Of this session only; a file or a link has the order instead. */
  readonly id: number;
  readonly name: string;
  readonly entries: Entries;
  readonly reading: ChosenReading;
  /** Thresholds of one's own by criterion id, as typed; what is empty is the set's. */
  readonly thresholds: Readonly<Record<string, string>>;
}

const steps = history<readonly Scenario[]>([]);

export const scenarios = steps.now;
export const { canUndo, canRedo } = steps;

/** The scenario whose editor is open. */
export const selected = signal<number | null>(null);

let lastId = 0;

export function newId(): number {
  lastId += 1;
  return lastId;
}

export function undo(): void {
  if (steps.undo()) keepSelection();
}

export function redo(): void {
  if (steps.redo()) keepSelection();
}

function keepSelection(): void {
  if (!scenarios.value.some(({ id }) => id === selected.value)) selected.value = null;
}

/** Puts other scenarios in place, of a file, a link or the device: there is nothing before them to go back to. */
export function replaceAll(next: readonly Scenario[]): void {
  steps.begin(next);
  selected.value = null;
}

/** Makes a scenario of the figures as they are, with some of them changed, and opens it. */
export function addScenario(name: string, changed: Entries = {}): void {
  const own = criteriaSet.value.criteria.map((criterion) => [criterion.id, entryOf(criterion)] as const);
  const made = {
    id: newId(),
    name,
    entries: { ...entries.value, ...Object.fromEntries(own), ...changed },
    reading: reading.value,
    thresholds: {},
  };
  steps.step([...scenarios.value, made]);
  selected.value = made.id;
}

export function copyScenario(scenario: Scenario, name: string): void {
  const copy = { ...scenario, id: newId(), name };
  const at = scenarios.value.indexOf(scenario) + 1;
  steps.step([...scenarios.value.slice(0, at), copy, ...scenarios.value.slice(at)]);
  selected.value = copy.id;
}

export function removeScenario(scenario: Scenario): void {
  steps.step(scenarios.value.filter((one) => one !== scenario));
  keepSelection();
}

/** Changes a scenario; `subject` names the field where one is typed into. */
export function changeScenario(scenario: Scenario, part: Partial<Omit<Scenario, "id">>, subject = ""): void {
  const next = { ...scenario, ...part };
  steps.step(
    scenarios.value.map((one) => (one.id === scenario.id ? next : one)),
    subject === "" ? "" : `${scenario.id} ${subject}`,
  );
}

export function changeFigure(scenario: Scenario, criterion: Criterion, part: Partial<Entry>): void {
  const entry = { ...entryOf(criterion, scenario.entries), ...part };
  changeScenario(scenario, { entries: { ...scenario.entries, [criterion.id]: entry } }, `${criterion.id} ${Object.keys(part).join()}`);
}

/** Returns a name that no scenario has: `Scenario 3`. */
export function freeName(name: (nth: number) => string): string {
  const taken = new Set(scenarios.value.map((scenario) => scenario.name));
  let nth = scenarios.value.length + 1;
  while (taken.has(name(nth))) nth += 1;
  return name(nth);
}

/** Returns a scenario as the core reads it. */
export function requestOf(scenario: Pick<Scenario, "entries" | "reading">): Request {
  const figures = criteriaSet.value.criteria.map((criterion) => given(entryOf(criterion, scenario.entries)));
  // A scenario outlives the set it was made under.
  return { figures, ...allowed(criteriaSet.value, scenario.reading) };
}

/** The calculators of other thresholds than the set's, by what was typed; a few are kept, since making one takes time. */
const ownPlanners = new Map<string, Planner | null>();
const MOST_OWN_PLANNERS = 50;

/** Returns the calculator of a scenario; null until the module is there, and where a threshold can't be read. */
export function plannerOf(scenario: Scenario): Planner | null {
  const loaded = planEngine.value;
  const own = Object.fromEntries(Object.entries(scenario.thresholds).filter(([, text]) => text.trim() !== ""));
  if (loaded.state !== "ready" || Object.keys(own).length === 0) return planner.value;
  const key = JSON.stringify([criteriaSet.value.id, own]);
  let made = ownPlanners.get(key);
  if (made === undefined) {
    try {
      made = loaded.core.Calculator.withThresholds(criteriaSet.value, own);
    } catch (error) {
      passTrap(error);
      made = null;
    }
    if (ownPlanners.size >= MOST_OWN_PLANNERS) ownPlanners.clear();
    ownPlanners.set(key, made);
  }
  return made;
}

export interface AssessedScenario {
  readonly scenario: Scenario;
  /** Null where a threshold of one's own can't be read. */
  readonly assessed: Assessed | null;
}

/** What the core says of each scenario, in their order; empty until the module is there. */
export const assessedScenarios = computed<readonly AssessedScenario[]>(() =>
  scenarios.value.flatMap((scenario) => {
    return [{ scenario, assessed: plannerOf(scenario)?.assess(requestOf(scenario)) ?? null }];
  }),
);
