// The decision record as the core makes it.

import type { CriteriaSet } from "../../engine/criteria.ts";
import type { Given, Outcome, Verdict } from "../../engine/page.ts";
import type { Notes } from "../../engine/plan.ts";

export interface RecordDocument {
  readonly product: { readonly name: string; readonly version: string };
  readonly date: { readonly given: string };
  readonly area: { readonly name: string; readonly municipality: string };
  readonly criteria: { readonly id: string; readonly hash: string; readonly set: CriteriaSet };
  readonly reading: { readonly tie: string; readonly require: string };
  readonly figures: readonly {
    readonly criterion: string;
    readonly given: Given | null;
    readonly notes?: Notes;
    readonly digest: string;
  }[];
  readonly verdict: {
    readonly verdict: Verdict;
    readonly met: number;
    readonly required: number;
    readonly certainty: "certain" | "depends";
    readonly digest: string;
  };
  readonly findings: readonly {
    readonly criterion: string;
    readonly threshold: string;
    readonly outcome: Outcome;
    readonly distance: string | null;
    readonly persons: string | null;
    readonly comparison: string | null;
    readonly certainty: "certain" | "depends" | null;
    readonly digest: string;
  }[];
  readonly readings: readonly { readonly tie: string; readonly require: string; readonly verdict: Verdict; readonly digest: string }[];
  readonly sources: readonly {
    readonly of: string;
    readonly sv: string;
    readonly en: string;
    readonly quote: string | null;
    readonly url: string | null;
  }[];
}
