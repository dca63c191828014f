// What a criteria set is called, where it comes from, and in which languages it is written.

import { useContext } from "preact/hooks";
import { usePlan } from "../plan/language.ts";
import { BothContext, Further, TextField, WordField } from "./Fields.tsx";

export function Naming() {
  const { text } = usePlan();
  const [both, setBoth] = useContext(BothContext);
  return (
    <>
      <div class="own-group">
        <TextField path="name" />
        <WordField path="date" />
        <TextField path="source.text" long />
        <Further of={text.sets.step.about}>
          <WordField path="source.quote" optional long />
          <WordField path="source.url" optional />
          <WordField path="id" />
        </Further>
      </div>
      <label class="check">
        <input type="checkbox" checked={both} aria-describedby="own-both-help" onChange={(event) => setBoth(event.currentTarget.checked)} />
        {text.sets.both}
      </label>
      <p id="own-both-help" class="help">
        {text.sets.bothHelp}
      </p>
    </>
  );
}
