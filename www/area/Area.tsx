// The view as a whole: the answer first, then the figures it rests on, then how they are read.

import { type Parts, Place } from "../frame/Place.tsx";
import { Figures } from "./Figures.tsx";
import type { AreaText } from "./text.sv.ts";

export function Area({ parts, text }: { parts: Parts; text: AreaText }) {
  return (
    <>
      <Place part="answer" of={parts} />
      <Place part="notices" of={parts} />
      <Place part="designation" of={parts} />
      <div class="start-figures">
        <h2 id="figures-title">{text.start.figures}</h2>
        <p class="help">{text.verdict.emptyWhy}</p>
        <Place part="ways" of={parts} />
      </div>
      <Figures parts={parts} text={text} />
      <Place part="panels" of={parts} />
      <Place part="reading" of={parts} />
      <Place part="notes" of={parts} />
      <Place part="bar" of={parts} />
    </>
  );
}
