// What a person must know to read the answer rightly.

import { useText } from "./language.ts";

export function Notes() {
  const { text } = useText();
  return (
    <section class="notes" aria-labelledby="notes-title">
      <h2 id="notes-title">{text.notes.label}</h2>
      <ul>
        {text.notes.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  );
}
