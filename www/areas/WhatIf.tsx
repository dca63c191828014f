// What if: other thresholds, or all areas' figures moved, and who enters and who leaves.

import { useEffect, useState } from "preact/hooks";
import type { Changes } from "../engine/tables.ts";
import { labelOf } from "../model/labels.ts";
import { typed } from "../text/format.ts";
import { ChangeReport } from "./Changed.tsx";
import { useText } from "./language.ts";
import { ask, criteriaSet, type Loaded, shown } from "./state.ts";

/** Reads a number as a person types it; undefined where it is none. The core checks it again. */
function plain(text: string): string | undefined {
  const number = text.trim().replace(",", ".").replace(/^[−–]/, "-").replace(/^\+/, "");
  return /^-?\d{1,6}(\.\d{1,6})?$/.test(number) ? number : undefined;
}

/** Other thresholds and moved figures, by the criteria's ids, as exact decimals. */
interface Assumed {
  readonly thresholds: [string, string][];
  readonly shifts: [string, string][];
}

export function WhatIf({ run }: { run: Loaded }) {
  const { text, language } = useText();
  const words = text.explore.whatIf;
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({});
  const [wrong, setWrong] = useState<string | null>(null);
  const [asked, setAsked] = useState<Assumed | null>(null);
  const [changes, setChanges] = useState<Changes | null>(null);
  const { criteria } = criteriaSet.value;
  const value = (part: string, id: string) => fields[`${part} ${id}`] ?? "";
  useEffect(() => {
    if (asked === null) return;
    let isLatest = true;
    ask((tables) => tables.ask("whatIf", asked)).then(
      (answer) => {
        if (isLatest) setChanges(answer);
      },
      () => {
        if (isLatest) setWrong(value("threshold", asked.thresholds[0]?.[0] ?? ""));
      },
    );
    return () => {
      isLatest = false;
    };
  }, [run, shown.value?.version, asked]);
  const compute = (event: Event) => {
    event.preventDefault();
    const filled = (part: string) => criteria.flatMap(({ id }) => (value(part, id).trim() === "" ? [] : [[id, value(part, id)] as const]));
    const bad = [...filled("threshold"), ...filled("shift")].find(([, number]) => plain(number) === undefined);
    setWrong(bad?.[1] ?? null);
    if (bad !== undefined) return;
    const numbers = (part: string) => filled(part).map(([id, number]): [string, string] => [id, plain(number) ?? ""]);
    setAsked({ thresholds: numbers("threshold"), shifts: numbers("shift") });
  };
  const field = (part: "threshold" | "shift", id: string, label: string, placeholder: string) => (
    <label key={`${part} ${id}`}>
      {label}
      <input
        class="field"
        type="text"
        inputMode="text"
        autocomplete="off"
        maxLength={14}
        name={`what-if.${part}.${id}`}
        placeholder={placeholder}
        value={value(part, id)}
        onInput={(event) => setFields({ ...fields, [`${part} ${id}`]: event.currentTarget.value })}
      />
    </label>
  );
  return (
    <>
      <p class="help">{words.intro}</p>
      <form noValidate onSubmit={compute}>
        <div class="fields">
          {criteria.map((one) => field("threshold", one.id, words.threshold(labelOf(one)[language]), typed(one.threshold.value, language)))}
        </div>
        <div class="fields">{criteria.map((one) => field("shift", one.id, words.shift(labelOf(one)[language]), "0"))}</div>
        <button type="submit" class="button">
          {words.compute}
        </button>
      </form>
      {wrong !== null && (
        <p class="field-error" role="alert">
          {words.wrong(wrong)}
        </p>
      )}
      {wrong === null && changes !== null && <ChangeReport changes={changes} />}
    </>
  );
}
