// The language of the view and its texts, for the parts that say something.

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Language } from "../text/format.ts";
import type { FetchText } from "./text.sv.ts";

export interface Spoken {
  readonly language: Language;
  readonly text: FetchText;
}

export const SpokenContext = createContext<Spoken | null>(null);

/** Returns the language and the texts of the view. */
export function useText(): Spoken {
  const spoken = useContext(SpokenContext);
  if (spoken === null) throw new Error("the texts of the view are not provided");
  return spoken;
}
