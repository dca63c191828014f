// Telling a module that has stopped from an error that the core means.

/**
 * Throws a trap on, which says nothing about what the core was asked: without this, a file would be called damaged because
 * a module has stopped. Whoever catches the core's errors calls this first.
 */
export function passTrap(error: unknown): void {
  if (error instanceof WebAssembly.RuntimeError) throw error;
}
