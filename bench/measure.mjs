// What every part of the benchmark measures with: medians, other programs, and their peak memory.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";

/** @param {readonly number[]} values @param {number} share 0.5 for the median */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

/** Of an even number, halfway between the two in the middle. @param {readonly number[]} values */
export const median = (values) =>
  (quantile(values, 0.5) -
    quantile(
      values.map((value) => -value),
      0.5,
    )) /
  2;

/**
 * The median time of one call in microseconds, over batches that are long enough for the clock.
 *
 * @param {() => unknown} call
 * @param {number} [batches]
 */
export function microseconds(call, batches = 41) {
  let size = 1;
  const time = () => {
    const since = performance.now();
    for (let n = 0; n < size; n += 1) call();
    return performance.now() - since;
  };
  while (time() < 10) size *= 2;
  return median(Array.from({ length: batches }, () => (time() * 1000) / size));
}

/** As `microseconds`, for calls that answer later. @param {() => Promise<unknown>} call @param {number} [batches] */
export async function microsecondsLater(call, batches = 21) {
  const size = 200;
  const times = [];
  for (let batch = 0; batch < batches + 3; batch += 1) {
    const since = performance.now();
    for (let n = 0; n < size; n += 1) await call();
    if (batch >= 3) times.push(((performance.now() - since) * 1000) / size);
  }
  return median(times);
}

const timed = existsSync("/usr/bin/time");

/** No program that is measured takes longer: what stands still is ended and told, and not waited for. */
const MOST_S = 600;

/**
 * Runs a program to its end: the wall time, its peak resident memory where GNU time is there, and what it printed.
 *
 * @param {string} command @param {string[]} args
 * @returns {Promise<{ ms: number, cpu: number | null, peak: number | null, output: string }>} milliseconds (cpu: of all cores), bytes
 */
export function program(command, args) {
  return new Promise((resolve, reject) => {
    const since = performance.now();
    const [file, all] = timed ? ["/usr/bin/time", ["-f", "peak=%M user=%U system=%S", command, ...args]] : [command, args];
    // In a group of its own, so that it ends together with what measures it.
    const child = spawn(file, all, { stdio: ["ignore", "pipe", "pipe"], detached: true });
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    }, MOST_S * 1000);
    let [output, errors] = ["", ""];
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (errors += chunk));
    child.on("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on("close", (status) => {
      const ms = performance.now() - since;
      clearTimeout(timer);
      if (isLate) return reject(new Error(`${[command, ...args].join(" ")} has not ended within ${MOST_S} s`));
      if (status !== 0) return reject(new Error(`${command} ended with ${status}: ${errors}`));
      const [, peak, user, system] = /peak=(\d+) user=([\d.]+) system=([\d.]+)/.exec(errors) ?? [];
      const none = peak === undefined;
      resolve({ ms, cpu: none ? null : (Number(user) + Number(system)) * 1000, peak: none ? null : Number(peak) * 1024, output });
    });
  });
}

/**
 * Waits so many seconds for an answer, and says what stands still if none comes.
 *
 * @template T
 * @param {number} seconds @param {Promise<T>} answer @param {() => string | Promise<string>} what
 * @returns {Promise<T>}
 */
export async function within(seconds, answer, what) {
  const none = Symbol("none");
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, seconds * 1000, none)));
  // What comes too late is of no interest any more, a failure neither.
  answer.catch(() => undefined);
  try {
    const first = await Promise.race([answer, late]);
    if (first === none) throw new Error(`${await what()} within ${seconds} s`);
    return first;
  } finally {
    clearTimeout(timer);
  }
}
