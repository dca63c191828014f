// Finding an area by name among those that were fetched. Nothing of what is typed here leaves the device.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { whole } from "../text/format.ts";
import { type Area, search, searchable } from "./areas.ts";
import { Card } from "./Card.tsx";
import { useText } from "./language.ts";
import { placeName } from "./places.ts";
import { areas, arrived, chosen, chosenCode } from "./state.ts";

/** How many answers are listed at first. */
const SHOWN = 8;

export function Find() {
  const { text, language } = useText();
  const [typed, setTyped] = useState("");
  const [shown, setShown] = useState(SHOWN);
  const field = useRef<HTMLInputElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const all = areas.value;
  const prepared = useMemo(() => searchable(all, placeName), [all]);
  const found = useMemo(() => search(prepared, typed), [prepared, typed]);
  const area = chosen.value;
  const came = arrived.value;
  useEffect(() => {
    if (came > 0) (field.current ?? title.current)?.focus();
  }, [came]);
  const type = (value: string) => {
    setTyped(value);
    setShown(SHOWN);
  };
  const choose = ({ code }: Area) => {
    chosenCode.value = code;
  };
  return (
    <section class="fetch-find" aria-labelledby="find-title">
      <h2 id="find-title" ref={title} tabIndex={-1}>
        {text.find.title}
      </h2>
      {all.length === 0 ? (
        <p class="help">{text.find.before}</p>
      ) : area !== null ? (
        <>
          <Card key={area.code} area={area} />
          <p>
            <button
              type="button"
              class="link"
              onClick={() => {
                chosenCode.value = null;
                requestAnimationFrame(() => field.current?.focus());
              }}
            >
              {text.card.other}
            </button>
          </p>
        </>
      ) : (
        <form
          class="fetch-search"
          onSubmit={(event) => {
            event.preventDefault();
            if (found[0] !== undefined && found.length === 1) choose(found[0]);
          }}
        >
          <label for="find-field">{text.find.label}</label>
          <input
            id="find-field"
            ref={field}
            class="field"
            type="search"
            name="area"
            autocomplete="off"
            spellcheck={false}
            aria-describedby="find-hint find-status"
            value={typed}
            onInput={(event) => type(event.currentTarget.value)}
          />
          <p id="find-hint" class="help">
            {text.find.hint}
          </p>
          <p id="find-status" role="status">
            {typed.trim() !== "" &&
              (found.length === 0 ? text.find.none : text.find.found(whole(found.length, language), found.length === 1))}
          </p>
          <ul class="fetch-found">
            {found.slice(0, shown).map((one) => (
              <li key={one.code}>
                <button type="button" data-area={one.code} onClick={() => choose(one)}>
                  <span class="fetch-found-name">{one.name === "" ? one.code : one.name}</span>{" "}
                  <span class="fetch-found-where">
                    {placeName(one.municipality)}
                    {one.name !== "" && `, ${one.code}`}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          {found.length > shown && (
            <button type="button" class="link" onClick={() => setShown(found.length)}>
              {text.find.more(whole(found.length, language))}
            </button>
          )}
        </form>
      )}
    </section>
  );
}
