// A person's work as one document: what the device keeps, a file holds, a link carries and a record is made of.

import { batch, computed, signal } from "@preact/signals";
import { builtIn, type ChosenReading, type CriteriaSet, withoutNulls } from "../engine/criteria.ts";
import type { Given } from "../engine/page.ts";
import type { Answer, Notes, PlanCore, Planner, Work } from "../engine/plan.ts";
import { passTrap } from "../engine/trap.ts";
import { type Entries, type Entry, emptyEntry, given, isEmpty } from "./entry.ts";
import { check } from "./sets/check.ts";
import { distinct } from "./sets/distinct.ts";
import {
  areaName,
  assessed,
  criteriaSet,
  entries,
  giveName,
  hasBroughtName,
  municipality,
  planner,
  reading,
  showsExample,
} from "./area.ts";
import { isMarked, markedName, unmarked } from "./examples.ts";
import { newId, replaceAll, type Scenario, scenarios } from "./scenarios.ts";
import { own } from "../text/own.ts";

/** A work as the device and files keep it. */
export interface WorkDocument extends Work {
  readonly format: "troskel-work";
  readonly version: 1;
}

export const noNotes: Notes = { year: "", ages: "", source: "", division: "" };

/** What is noted at each figure, by criterion id. */
export const notes = signal<Readonly<Record<string, Notes>>>({});

/** Those of the notes that came along with the figures: the tab takes care of them, as of the figures. */
export const broughtNotes = signal<Readonly<Record<string, Notes>>>({});

export function notesOf(id: string): Notes {
  return own(notes.value, id) ?? noNotes;
}

/** Returns the work as it stands, once the panels' module is there; a set that does not come with the product goes along whole. */
export function currentWork(): WorkDocument {
  const set = criteriaSet.value;
  const figures = figuresOf(entries.value);
  return wellFormed({
    format: "troskel-work",
    version: 1,
    criteria: { id: set.id, hash: planner.value?.hash ?? "", set: builtIn.some(({ id }) => id === set.id) ? null : set },
    reading: reading.value,
    area: { name: markedName(areaName.value, showsExample.value), municipality: municipality.value ?? "" },
    figures,
    answer: answerOn(figures, set),
    scenarios: scenarios.value.map(({ name, entries: own, reading: chosen, thresholds }) => ({
      name,
      figures: figuresOf(own),
      reading: chosen,
      thresholds,
    })),
  });
}

/** Whether there is anything that a person would miss: of figures alone, the tab takes care. */
export const isWorthKeeping = computed(
  () =>
    scenarios.value.length > 0 ||
    (areaName.value.trim() !== "" && !hasBroughtName.value) ||
    Object.entries(notes.value).some(
      ([id, noted]) => noted !== own(broughtNotes.value, id) && Object.values(noted).some((note) => note.trim() !== ""),
    ),
);

/** Lets go of all that is worth keeping; the figures stay. */
export function forgetWork(): void {
  batch(() => {
    replaceAll([]);
    giveName("");
    notes.value = {};
  });
}

function answerOn(figures: Work["figures"], set: CriteriaSet): Answer | null {
  const now = assessed.value;
  if (now === null) return null;
  const findings = set.criteria.flatMap(({ id, threshold, unit, direction }, nth) => {
    const outcome = now.assessment.findings[nth]?.outcome;
    return outcome === undefined || own(figures, id) === undefined
      ? []
      : [[id, { outcome, threshold: threshold.value, unit, direction }] as const];
  });
  return findings.length === 0 ? null : { verdict: now.assessment.verdict, reading: now.reading, findings: Object.fromEntries(findings) };
}

/** Half a character, as a paste can leave it, can't go into a file or a link: a mark stands for it there. */
function wellFormed(work: WorkDocument): WorkDocument {
  const mend = (_: string, value: unknown) => (typeof value === "string" ? value.replace(/\p{Surrogate}/gu, "\uFFFD") : value);
  return JSON.parse(JSON.stringify(work, mend)) as WorkDocument;
}

function figuresOf(all: Entries): Work["figures"] {
  const noted = ([id, entry]: [string, Entry]) =>
    isEmpty(entry) && own(notes.value, id) === undefined ? [] : [[id, { given: given(entry), notes: notesOf(id) }] as const];
  return Object.fromEntries(Object.entries(all).flatMap(noted));
}

/** How the criteria set of a work relates to those that come with the product. */
export type SetRelation = "same" | "changed" | "own" | "unknown";

export interface Adopted {
  readonly relation: SetRelation;
  /** Whether every reading is one that the set allows; else the set's own is taken. */
  readonly readingsFit: boolean;
}

function allows(calculator: Planner, chosen: ChosenReading): boolean {
  try {
    calculator.assess({ figures: [], ...chosen });
    return true;
  } catch (error) {
    passTrap(error);
    return false;
  }
}

/**
 * Puts a work in place of what stands there. The core has checked its shape, but not that its set and its readings can
 * be used: what can't is left out. Without `figures`, those that stand there stay, unless they are of another set.
 */
export function adoptWork(work: Work, core: PlanCore, figures = true): Adopted {
  const known = builtIn.find(({ id }) => id === work.criteria.id);
  const brought =
    known === undefined && work.criteria.set !== null && check(work.criteria.set)?.length === 0
      ? distinct(withoutNulls(work.criteria.set))
      : null;
  const set = known ?? brought ?? criteriaSet.value;
  const calculator = new core.Calculator(set);
  const relation: SetRelation =
    known !== undefined ? (calculator.hash === work.criteria.hash ? "same" : "changed") : brought === null ? "unknown" : "own";
  const fits = (chosen: ChosenReading) => allows(calculator, chosen);
  const fitting = (chosen: ChosenReading) => (fits(chosen) ? chosen : { tie: null, require: null });
  batch(() => {
    if (figures || criteriaSet.value.id !== set.id) {
      criteriaSet.value = set;
      reading.value = fitting(work.reading);
      entries.value = entriesOf(work.figures, set);
      showsExample.value = isMarked(work.area.name);
      municipality.value = work.area.municipality === "" ? null : work.area.municipality;
    }
    giveName(unmarked(work.area.name));
    notes.value = Object.fromEntries(Object.entries(work.figures).map(([id, figure]) => [id, figure.notes]));
    replaceAll(
      work.scenarios.map(
        ({ name, figures: own, reading: chosen, thresholds }): Scenario => ({
          id: newId(),
          name,
          entries: entriesOf(own, set),
          reading: fitting(chosen),
          thresholds,
        }),
      ),
    );
  });
  const readingsFit = [work.reading, ...work.scenarios.map((scenario) => scenario.reading)].every(fits);
  calculator.free();
  return { relation, readingsFit };
}

/** Whether the figures that stand here are those of a work. */
export function hasFiguresOf(work: Work): boolean {
  const set = criteriaSet.value;
  const theirs = entriesOf(work.figures, set);
  const same = (id: string) => JSON.stringify(figuresOf(entries.value)[id]?.given) === JSON.stringify(figuresOf(theirs)[id]?.given);
  return work.criteria.id === set.id && set.criteria.every(({ id }) => same(id));
}

function entriesOf(figures: Work["figures"], set: CriteriaSet): Entries {
  return Object.fromEntries(
    Object.entries(figures).map(([id, { given: figure }]) => {
      const criterion = set.criteria.find((one) => one.id === id);
      const empty = criterion === undefined ? blank : emptyEntry(criterion);
      return [id, { ...empty, ...entryOfGiven(figure) }];
    }),
  );
}

const blank: Entry = { mode: "percent", percent: "", exact: false, known: "", count: "", total: "", amount: "", noise: "" };

function entryOfGiven(figure: Given): Partial<Entry> {
  switch (figure.mode) {
    case "percent":
      return { mode: "percent", percent: figure.text, exact: figure.exact, known: figure.of };
    case "count":
      return { mode: "count", count: figure.count, total: figure.total, noise: figure.noise };
    case "amount":
      return { mode: "amount", amount: figure.text, noise: figure.noise };
  }
}
