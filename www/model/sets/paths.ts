// Places in a criteria set, written as the core writes them: `criteria[2].threshold.value`.

type Step = string | number;

function stepsOf(path: string): readonly Step[] {
  return [...path.matchAll(/[^.[\]]+/g)].map(([step]) => (/^\d+$/.test(step) ? Number(step) : step));
}

/** Returns what stands at a place; undefined where there is nothing. */
export function valueAt(document: unknown, path: string): unknown {
  return stepsOf(path).reduce<unknown>((inside, step) => (inside as Readonly<Record<Step, unknown>> | undefined | null)?.[step], document);
}

/** Returns a document with another value at a place; undefined takes the member away. */
export function withValue<T>(document: T, path: string, value: unknown): T {
  return put(document, stepsOf(path), value) as T;
}

function put(document: unknown, [step, ...rest]: readonly Step[], value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(document)) return document.map((item, nth) => (nth === step ? put(item, rest, value) : item));
  const members = (document ?? {}) as Readonly<Record<string, unknown>>;
  const made = put(members[step], rest, value);
  return Object.fromEntries(Object.entries({ ...members, [step]: made }).filter(([, inside]) => inside !== undefined));
}

/** Returns the kind of a place, whichever criterion and language it is in: `criteria.threshold.value`. */
export function kindOf(path: string): string {
  return path.replace(/\[\d+\]/g, "").replace(/\.(sv|en)$/, "");
}

/** Returns which criterion a place is in, from 0; null where it is in none. */
export function criterionOf(path: string): number | null {
  const nth = /^criteria\[(\d+)\]/.exec(path)?.[1];
  return nth === undefined ? null : Number(nth);
}
