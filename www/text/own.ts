// An id that a person chose may be a word that every object answers to, such as `constructor`.

/** Returns what stands under a name in a record itself; nothing that it inherits. */
export function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}
