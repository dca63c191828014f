// Whether the browser has what the worker's module is compiled with.

/** The smallest module with SIMD: it makes 128 bits of a number and counts those that are set. */
const SMALLEST = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11];

/** Browsers from before 2023 may lack it: in these, no new attempt helps. */
export const hasSimd = (): boolean => WebAssembly.validate(new Uint8Array(SMALLEST));
