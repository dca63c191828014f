// A field that finds a municipality by name or code, with the answers live below it. For every view.

import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import type { PlanEngine as Engine } from "../engine/plan.ts";
import type { Municipality } from "../generated/plan/plan.js";
import type { MunicipalityText } from "./text.ts";

/** How many answers are listed; the count below tells when there are more. */
const SHOWN = 6;

/** Names that differ in nothing but case are the same in this form. To make a collator would hold up the first view. */
const plain = (name: string) => name.normalize().toLocaleLowerCase("sv");

export function MunicipalitySearch({
  id,
  engine,
  text,
  elsewhere,
  chosen,
  onChoose,
}: {
  /** What the ids of its elements begin with. */
  id: string;
  engine: Engine;
  text: MunicipalityText;
  /** What to do where no municipality is found, such as to look for an area. */
  elsewhere?: ComponentChildren;
  /** The name of the municipality that is chosen, which the field says until something else is typed. */
  chosen: string | null;
  onChoose: (municipality: Municipality | null) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);

  const found = engine.state === "ready" ? engine.core.searchMunicipalities(query) : [];
  // That nothing is found stays told when the field is left, so that the way on can be taken.
  const isUnknown = engine.state === "ready" && query.trim() !== "" && found.length === 0;
  const similar = isUnknown ? engine.core.similarMunicipalities(query) : [];
  const options = found.slice(0, SHOWN);
  const listed = open && options.length > 0;

  // What was typed before any script ran.
  useEffect(() => setQuery(chosen ?? input.current?.value ?? ""), []);

  // It says what is chosen, wherever that was done, and nothing once that is taken away; what is being typed stays.
  const said = useRef(chosen);
  useEffect(() => {
    if (chosen !== null) setQuery(chosen);
    else if (query === said.current) setQuery("");
    said.current = chosen;
  }, [chosen]);

  function type(value: string) {
    setQuery(value);
    setOpen(true);
    setActive(-1);
    // An answer about another municipality than the one that stands in the field would be the wrong one.
    if (chosen !== null && value !== chosen) onChoose(null);
  }

  // A whole name or code counts once the field is left, and once there is something to look it up in.
  const [isLeft, setLeft] = useState(false);
  useEffect(() => {
    const written = query.trim();
    const is = ({ name, code }: Municipality) => code === written || plain(name) === plain(written);
    const [only, more] = isLeft && chosen === null ? found.filter(is) : [];
    if (only !== undefined && more === undefined) choose(only);
  }, [isLeft, engine.state]);

  function choose(municipality: Municipality) {
    setQuery(municipality.name);
    setOpen(false);
    setActive(-1);
    onChoose(municipality);
  }

  function key(event: KeyboardEvent) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (options.length === 0) return;
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      const from = listed ? active : -1;
      setOpen(true);
      setActive(from === -1 && step === -1 ? options.length - 1 : (from + step + options.length) % options.length);
    } else if (event.key === "Enter") {
      const option = options[active === -1 ? 0 : active];
      if (option === undefined || !listed) return;
      event.preventDefault();
      choose(option);
    } else if (event.key === "Escape") {
      if (listed) setOpen(false);
      else type("");
    }
  }

  return (
    <div class="municipality-search">
      <label for={`${id}-field`}>{text.search}</label>
      <div class="municipality-search-field">
        <input
          id={`${id}-field`}
          ref={input}
          type="text"
          role="combobox"
          enterkeyhint="search"
          autocomplete="off"
          spellcheck={false}
          aria-autocomplete="list"
          aria-expanded={listed}
          aria-controls={`${id}-options`}
          aria-describedby={`${id}-hint ${id}-status`}
          {...(listed && active >= 0 ? { "aria-activedescendant": `${id}-${active}` } : {})}
          value={query}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={key}
          onFocus={({ currentTarget }) => {
            setOpen(true);
            setLeft(false);
            // Another municipality takes the place of the one that is chosen.
            if (chosen !== null) currentTarget.select();
          }}
          onBlur={() => {
            setOpen(false);
            setLeft(true);
          }}
        />
        <div class="municipality-search-options" id={`${id}-options`} role="listbox" aria-label={text.search} hidden={!listed}>
          {options.map((municipality, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are on the field, which keeps the focus
            <div
              key={municipality.code}
              id={`${id}-${at}`}
              role="option"
              tabIndex={-1}
              aria-selected={at === active}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(municipality)}
            >
              <span class="municipality-search-name">{municipality.name}</span>{" "}
              <span class="municipality-search-where">
                {municipality.code}, {municipality.county}
              </span>{" "}
              <span class="municipality-search-list">{municipality.designated ? text.onList : text.notOnList}</span>
            </div>
          ))}
        </div>
      </div>
      <p class="municipality-search-hint" id={`${id}-hint`}>
        {text.hint}
      </p>
      <p class="municipality-search-status" id={`${id}-status`} role="status">
        {isUnknown ? (
          <>
            {text.found.none}{" "}
            {similar.length === 0
              ? elsewhere
              : similar.map((municipality) => (
                  <button key={municipality.code} type="button" class="link" onClick={() => choose(municipality)}>
                    {text.meant.replace("{name}", municipality.name)}
                  </button>
                ))}
          </>
        ) : (
          status(engine, query, open, found.length, text)
        )}
      </p>
    </div>
  );
}

function status(engine: Engine, query: string, open: boolean, found: number, text: MunicipalityText): string {
  if (query.trim() === "") return "";
  if (engine.state !== "ready") return engine.state === "loading" ? text.loading : text.failed;
  if (!open) return "";
  return found === 1 ? text.found.one : text.found.many.replace("{n}", String(found));
}
