// The question where a file has no column of areas that is known: which column it is, and which municipality's own division.
// Such a division has no national code, so only a person can say.

import { useId, useState } from "preact/hooks";
import type { Understanding } from "../engine/tables.ts";
import { areaOf } from "./CorrectArea.tsx";
import { Choice, pair } from "./fields.tsx";
import { useText } from "./language.ts";
import { answerAreas, recipeOf } from "./recipes.ts";

/** As many cells of a column are shown as an example. */
const EXAMPLES = 3;

/** Whether a person is asked which column of a table its areas are. */
export const asksForAreas = ({ area, couldBeAreas }: Understanding) => area === null && couldBeAreas.length > 0;

interface Props {
  table: Understanding;
  /** Does what an answer asks for. */
  onAnswer: (done: Promise<void>) => void;
}

export function AskedAreas({ table, onAnswer }: Props) {
  const { text } = useText();
  const id = useId();
  const words = text.questions.areas;
  const name = text.understood.table(table.table.file, table.table.sheet);
  // What was answered already, where no municipality is called so.
  const tried = areaOf(recipeOf(table, name));
  const [column, setColumn] = useState(tried?.column ?? table.couldBeAreas[0] ?? "");
  const [municipality, setMunicipality] = useState(tried?.municipality ?? "");
  const at = table.columns.findIndex((one) => one.name === column);
  const cells = table.preview.map((row) => (row.cells[at] ?? "").trim()).filter((cell) => cell !== "");
  const isUnknown = tried?.municipality != null && tried.municipality === municipality;
  const submit = (event: Event) => {
    event.preventDefault();
    onAnswer(answerAreas(table, name, column, municipality.trim()));
  };
  return (
    <form class="question" aria-labelledby={id} data-question="areas" onSubmit={submit}>
      <h3 id={id}>{words.title(name)}</h3>
      <p class="help">{words.why}</p>
      <div class="fields">
        <Choice label={words.column} value={column} onChoose={setColumn} options={table.couldBeAreas.map(pair)} />
        <label>
          {words.municipality}
          <input
            class="field"
            name="areas-municipality"
            autocomplete="off"
            required
            aria-describedby={`${id}-help`}
            aria-invalid={isUnknown ? true : undefined}
            value={municipality}
            onInput={({ currentTarget: { value } }) => setMunicipality(value)}
          />
          <span id={`${id}-help`} class="help">
            {isUnknown ? words.unknown(municipality) : words.municipalityHelp}
          </span>
        </label>
      </div>
      {cells.length > 0 && <p class="help">{words.examples(cells.slice(0, EXAMPLES))}</p>}
      <button type="submit" class="button">
        {words.use}
      </button>
    </form>
  );
}
