// Turning the pages of the table: buttons, and a field for the number.

import { whole } from "../text/format.ts";
import { useText } from "./language.ts";
import { PAGE, shown, turnTo } from "./state.ts";

export function Pager() {
  const { text, language } = useText();
  const at = shown.value;
  if (at === null || at.count <= PAGE) return null;
  const last = Math.ceil(at.count / PAGE) - 1;
  const number = (value: number) => whole(value, language);
  const first = at.page * PAGE + 1;
  const turn = (page: number) => void turnTo(Math.min(last, Math.max(0, page)));
  const button = (label: string, page: number, disabled: boolean) => (
    // Not disabled in the document's sense, so that the focus stays where it is on the last page.
    <button type="button" class="button" aria-disabled={disabled ? true : undefined} onClick={() => !disabled && turn(page)}>
      {label}
    </button>
  );
  return (
    <nav class="pager" aria-label={text.pager.label}>
      {button(text.pager.first, 0, at.page === 0)}
      {button(text.pager.previous, at.page - 1, at.page === 0)}
      <label class="pager-page">
        {text.pager.page}{" "}
        <input
          class="field"
          type="text"
          inputMode="numeric"
          name="page"
          autocomplete="off"
          value={String(at.page + 1)}
          onChange={(event) => {
            const page = Number(event.currentTarget.value.replace(/\D/g, ""));
            if (page > 0) turn(page - 1);
            else event.currentTarget.value = String(at.page + 1);
          }}
        />{" "}
        {text.pager.of(number(last + 1))}
      </label>
      {button(text.pager.next, at.page + 1, at.page === last)}
      {button(text.pager.last, last, at.page === last)}
      <p class="help" role="status">
        {text.pager.rows(number(first), number(first + at.rows.length - 1), number(at.count))}
      </p>
    </nav>
  );
}
