// The fields of a criteria set. A field is known by its place in the set, as the core names it when something is wrong.

import type { ComponentChildren } from "preact";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { type Language, typed } from "../../text/format.ts";
import { usePlan } from "../plan/language.ts";
import { change, changeAll, draft, problems } from "../../model/sets/own.ts";
import { allAtOnce } from "../../model/sets/stages.ts";
import { kindOf, valueAt } from "../../model/sets/paths.ts";
import { pathOf, sentenceOf } from "../../model/sets/wrong.ts";

/** Whether each language is written by itself, and how to change that. */
export const BothContext = createContext<readonly [boolean, (both: boolean) => void]>([false, () => undefined]);

const languages = ["sv", "en"] as const;

export const fieldId = (path: string) => `own-${path}`;

/** Returns what is wrong at a place or, of a text, in either language. */
function wrongAt(path: string, whole: boolean) {
  return problems.value.find((error) => {
    const found = pathOf(error);
    return found === path || (whole && found.startsWith(`${path}.`));
  });
}

function useWrong(path: string, whole = false): { sentence: string | null; attributes: Record<string, string | boolean> } {
  const { text, area } = usePlan();
  const error = wrongAt(path, whole);
  if (error === undefined) return { sentence: null, attributes: {} };
  return {
    sentence: sentenceOf(error, text.sets, area.errors),
    attributes: { "aria-invalid": true, "aria-describedby": `${fieldId(path)}-wrong` },
  };
}

/** A control with its label above and what is wrong with it below, outside the label, so that its name stays its name. */
function Labelled({ id, label, wide = false, sentence, children }: Labels) {
  return (
    <div class={wide ? "own-field own-field-text" : "own-field"}>
      <label htmlFor={id}>{label}</label>
      {children}
      {sentence !== null && (
        <p id={`${id}-wrong`} class="figure-error">
          {sentence}
        </p>
      )}
    </div>
  );
}

interface Labels {
  id: string;
  label: string;
  wide?: boolean;
  sentence: string | null;
  children: ComponentChildren;
}

function useLabel(path: string): string {
  const { text } = usePlan();
  return (text.sets.fields as Readonly<Record<string, string>>)[kindOf(path)] ?? path;
}

const textAt = (path: string) => {
  const value = valueAt(draft.value, path);
  return typeof value === "string" ? value : "";
};

/** A text in both languages: one field that writes both, or one for each. */
export function TextField({ path, long = false }: { path: string; long?: boolean }) {
  const { language } = usePlan();
  const [both] = useContext(BothContext);
  if (both) return languages.map((one) => <OneText key={one} path={path} language={one} long={long} alone />);
  return <OneText path={path} language={language} long={long} alone={false} />;
}

function OneText({ path, language, long, alone }: { path: string; language: Language; long: boolean; alone: boolean }) {
  const { text } = usePlan();
  const place = `${path}.${language}`;
  const { sentence, attributes } = useWrong(alone ? place : path, !alone);
  const label = useLabel(path);
  const attributesOf = {
    id: fieldId(place),
    class: "field",
    autocomplete: "off",
    value: textAt(place),
    ...(sentence === null ? {} : { ...attributes, "aria-describedby": `${fieldId(place)}-wrong` }),
    ...(alone ? { lang: language } : {}),
    onInput: ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
      const { value } = currentTarget;
      if (alone) change(place, value);
      else
        changeAll(
          languages.map((one) => `${path}.${one}`),
          value,
        );
    },
  };
  return (
    <Labelled id={fieldId(place)} label={alone ? `${label} (${text.sets.inLanguage[language]})` : label} wide sentence={sentence}>
      {long ? <textarea rows={2} {...attributesOf} /> : <input type="text" {...attributesOf} />}
    </Labelled>
  );
}

/** A single text that is the same in both languages; where it is optional, an empty one is absent. */
export function WordField({ path, optional = false, long = false }: { path: string; optional?: boolean; long?: boolean }) {
  const { sentence, attributes } = useWrong(path);
  const attributesOf = {
    id: fieldId(path),
    class: "field",
    autocomplete: "off",
    spellcheck: long,
    value: textAt(path),
    ...attributes,
    onInput: ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
      change(path, optional && currentTarget.value === "" ? undefined : currentTarget.value),
  };
  return (
    <Labelled id={fieldId(path)} label={useLabel(path)} wide={long} sentence={sentence}>
      {long ? <textarea rows={2} {...attributesOf} /> : <input type="text" {...attributesOf} />}
    </Labelled>
  );
}

/** A number, typed with a comma or a point; a set has a point. */
export function NumberField({ path, optional = false }: { path: string; optional?: boolean }) {
  const { language } = usePlan();
  const { sentence, attributes } = useWrong(path);
  return (
    <Labelled id={fieldId(path)} label={useLabel(path)} sentence={sentence}>
      <input
        id={fieldId(path)}
        class="field"
        type="text"
        inputMode="decimal"
        autocomplete="off"
        maxLength={40}
        value={typed(textAt(path), language)}
        {...attributes}
        onInput={(event) => {
          const value = event.currentTarget.value.replace(/\s/g, "").replace(",", ".");
          change(path, optional && value === "" ? undefined : value);
        }}
      />
    </Labelled>
  );
}

interface Choice {
  path: string;
  options: readonly (readonly [value: string, label: string])[];
}

/** A word of those that are known; the empty one takes the member away. */
export function ChoiceField({ path, options }: Choice) {
  const { sentence, attributes } = useWrong(path);
  return (
    <Labelled id={fieldId(path)} label={useLabel(path)} sentence={sentence}>
      <select
        id={fieldId(path)}
        class="field"
        value={textAt(path)}
        {...attributes}
        onChange={(event) => change(path, event.currentTarget.value === "" ? undefined : event.currentTarget.value)}
      >
        {options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

export function FlagField({ path }: { path: string }) {
  return (
    <label class="check own-field-flag">
      <input
        id={fieldId(path)}
        type="checkbox"
        checked={valueAt(draft.value, path) === true}
        onChange={(event) => change(path, event.currentTarget.checked)}
      />
      {useLabel(path)}
    </label>
  );
}

/** What is seldom changed, folded away; open where all is shown at once. */
export function Further({ of, children }: { of: string; children: ComponentChildren }) {
  const { text } = usePlan();
  return (
    <details class="own-further" open={allAtOnce.value}>
      <summary>
        {text.sets.further}
        <span class="visually-hidden">{` ${of}`}</span>
      </summary>
      {children}
    </details>
  );
}

export function Group({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <fieldset class="own-group">
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}
