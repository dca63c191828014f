// What a person must know to read the answer rightly.

import { builtIn } from "../engine/criteria.ts";
import { useText } from "./language.ts";
import { criteriaSet } from "../model/area.ts";

export function Notes() {
  const { text } = useText();
  const set = criteriaSet.value;
  const withAverages = set.criteria.some((criterion) => criterion.nationalAverage !== undefined);
  const items = [...(set.id === builtIn[0].id ? text.notes.items : text.notes.otherSet), ...(withAverages ? [] : [text.notes.noAverages])];
  return (
    <section class="notes" aria-labelledby="notes-title">
      <h2 id="notes-title">{text.notes.label}</h2>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  );
}
