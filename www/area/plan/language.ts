// The language and the texts of the panels, for the parts that say something.

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Language } from "../../text/format.ts";
import type { AreaText } from "../text.sv.ts";
import type { PlanText } from "./text.sv.ts";

export interface PlanSpoken {
  readonly language: Language;
  readonly text: PlanText;
  /** The texts of the view around the panels. */
  readonly area: AreaText;
}

export const PlanContext = createContext<PlanSpoken | null>(null);

/** Returns the language and the texts of the panels. */
export function usePlan(): PlanSpoken {
  const spoken = useContext(PlanContext);
  if (spoken === null) throw new Error("the texts of the panels are not provided");
  return spoken;
}
