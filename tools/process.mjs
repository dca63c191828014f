// Runs other programs and talks to the terminal for all the project's commands.

import { AsyncLocalStorage } from "node:async_hooks";
import { spawn, spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The project's own folder, with which every path of these tools begins. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** Something that a person has to install or mend: its message is the one line to show, without a stack. */
export class Missing extends Error {}

/** A program that ended with another status than 0; its own output has already said why. */
export class Failed extends Error {
  /**
   * @param {string} command
   * @param {number | string} status
   * @param {string} output
   */
  constructor(command, status, output = "") {
    super(`${command} ended with ${status}`);
    this.output = output;
  }
}

/**
 * Where the output of the work under way goes, that of the programs it runs included: the terminal, unless the work was
 * begun with `outputs.run(write, work)`.
 *
 * @type {AsyncLocalStorage<(text: string) => void>}
 */
export const outputs = new AsyncLocalStorage();

/** Prints a line. @param {string} line */
export function print(line) {
  const write = outputs.getStore();
  if (write === undefined) console.log(line);
  else write(`${line}\n`);
}

/** @param {string} text */
export const say = (text) => print(`· ${text}`);

/** @param {number} since */
export function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/**
 * The full path of a program on PATH, or null.
 *
 * @param {...string} names tried in turn; one with a slash is taken as a path
 * @returns {string | null}
 */
export function which(...names) {
  const suffixes = process.platform === "win32" ? [".exe", ".cmd", ""] : [""];
  for (const name of names) {
    const folders = name.includes("/") || path.isAbsolute(name) ? [""] : (process.env["PATH"] ?? "").split(path.delimiter);
    for (const folder of folders) {
      for (const suffix of suffixes) {
        const file = folder === "" ? name + suffix : path.join(folder, name + suffix);
        try {
          accessSync(file, constants.X_OK);
          return file;
        } catch {
          // Not here: the next one.
        }
      }
    }
  }
  return null;
}

const viaShell = process.platform === "win32";

/**
 * Runs a program and waits for it.
 *
 * @param {string} command
 * @param {string[]} [args]
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, quiet?: boolean, echo?: boolean }} [options]
 *   quiet: keep the output to oneself unless it fails; echo: pass it on and keep it too
 * @returns {Promise<string>} what it printed: to standard output if quiet, all of it if echo
 * @throws {Failed} when it ends with another status than 0
 */
export function run(command, args = [], options = {}) {
  const { quiet = false, echo = false } = options;
  const write = outputs.getStore();
  const piped = quiet || echo || write !== undefined;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
      stdio: ["ignore", piped ? "pipe" : "inherit", piped ? "pipe" : "inherit"],
      shell: viaShell,
    });
    const line = [path.basename(command), ...args].join(" ");
    let output = "";
    let answer = "";
    /** @param {NodeJS.WriteStream} stream */
    const keep = (stream) => (/** @type {Buffer} */ chunk) => {
      output += chunk.toString("utf8");
      // What a program says of its work, such as what it downloads, is no part of its answer.
      if (stream === process.stdout || echo) answer += chunk.toString("utf8");
      if (quiet) return;
      if (write === undefined) stream.write(chunk);
      else write(chunk.toString("utf8"));
    };
    child.stdout?.on("data", keep(process.stdout));
    child.stderr?.on("data", keep(process.stderr));
    child.on("error", (error) => reject(new Failed(line, error.message, output)));
    child.on("close", (status, signal) => {
      if (status === 0) {
        resolve(answer);
        return;
      }
      if (quiet) (write ?? ((text) => process.stderr.write(text)))(output);
      reject(new Failed(line, status ?? signal ?? "no status", output));
    });
  });
}

/**
 * What a program prints, or null when it is not there or fails: for questions to the machine.
 *
 * @param {string} command
 * @param {string[]} args
 */
export function ask(command, args) {
  const answer = spawnSync(command, args, { cwd: root, encoding: "utf8", shell: viaShell });
  return answer.status === 0 ? `${answer.stdout}`.trim() : null;
}

/** Whether the module at this URL is the one that Node was started with. @param {string} url */
export function isMain(url) {
  return process.argv[1] !== undefined && pathToFileURL(path.resolve(process.argv[1])).href === url;
}

/**
 * Runs a command's main function; what is missing is told in one line.
 *
 * @param {() => Promise<void>} command
 */
export async function main(command) {
  try {
    await command();
  } catch (error) {
    if (error instanceof Missing || error instanceof Failed) console.error(`\n${error.message}`);
    else console.error(error);
    process.exitCode = 1;
  }
}
