// What can't be read, gathered; it takes the focus only when a person asks for the answer with Enter.

import { errorText, wrongParts } from "./errors.ts";
import { fieldId } from "../model/entry.ts";
import { useText } from "./language.ts";
import { type Row, wrongRows } from "../model/rows.ts";
import { labelOf } from "../model/labels.ts";

export const summaryId = "errors";

export function ErrorSummary() {
  const { text, language } = useText();
  const shown = wrongRows.value;
  if (shown.length === 0) return null;
  return (
    <div id={summaryId} class="errors" role="group" tabIndex={-1} aria-labelledby="errors-title">
      <h2 id="errors-title">{text.errors.summary(shown.length)}</h2>
      <ul>
        {shown.map((row) => (
          <WrongFigure key={row.criterion.id} row={row} text={text} language={language} />
        ))}
      </ul>
    </div>
  );
}

function WrongFigure({
  row: { criterion, error, mode },
  text,
  language,
}: { row: Row } & Pick<ReturnType<typeof useText>, "text" | "language">) {
  if (error.value === null) return null;
  const [part] = wrongParts(error.value, mode.value);
  const lead = (event: Event) => {
    event.preventDefault();
    const field = document.getElementById(fieldId(criterion, part));
    // Among the explanations it may be folded away.
    const folded = field?.closest("details");
    if (folded) folded.open = true;
    // The label is brought into view, not only the field.
    (folded ? field?.closest("label") : document.querySelector(`[data-criterion="${criterion.id}"]`))?.scrollIntoView({ block: "nearest" });
    field?.focus({ preventScroll: true });
  };
  return (
    <li>
      <a href={`#${fieldId(criterion, part)}`} onClick={lead}>
        {labelOf(criterion)[language]}
      </a>
      {": "}
      {errorText(error.value, text, language)}
    </li>
  );
}
