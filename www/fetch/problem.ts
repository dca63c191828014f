// Why figures could not be fetched, as facts; the texts of the view say what to do.

export type Problem =
  /** No network, or the service can't be reached from here. */
  | { readonly kind: "unreachable" }
  /** The service refuses the call: 401, 403. */
  | { readonly kind: "refused"; readonly status: number }
  /** The table is not there: 404. */
  | { readonly kind: "missing" }
  /** The service does not understand the call, or finds it too large: 400 and others of the kind. */
  | { readonly kind: "not-accepted"; readonly status: number }
  /** Too many calls, also after waiting: 429. */
  | { readonly kind: "busy" }
  /** The service has a fault of its own: 500 and above. */
  | { readonly kind: "failed"; readonly status: number }
  | { readonly kind: "slow" }
  | { readonly kind: "cut-off" }
  /** Something other than figures came, such as a page. */
  | { readonly kind: "not-figures" }
  /** The answer is not built as the table was: what is missing or was not asked for. */
  | { readonly kind: "changed"; readonly what: string }
  | { readonly kind: "wrong-size"; readonly expected: number; readonly found: number }
  /** Only zeros: the division has no figures for that year. */
  | { readonly kind: "only-zeros" }
  /** A table whose id is not known was not found. */
  | { readonly kind: "not-found" }
  | { readonly kind: "stopped" };

export class FetchError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.kind);
  }
}

/** Whether the next call would end the same way. */
export function concernsAll({ kind }: Problem): boolean {
  return kind === "unreachable" || kind === "refused" || kind === "busy" || kind === "stopped";
}
