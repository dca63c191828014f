// WebKit through its own WebDriver, with MiniBrowser under Xvfb. Every tab is a session of its own.

import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { lookFor } from "../../../tools/browsers.mjs";
import { Missing } from "../../../tools/process.mjs";
import { patience, readers } from "./index.mjs";

const elementKey = "element-6066-11e4-a52e-4f735466cecf";

/** Keys without a character, as WebDriver writes them. */
const keys = new Map(
  Object.entries({
    Backspace: "\uE003", Tab: "\uE004", Enter: "\uE007", Shift: "\uE008", Escape: "\uE00C", End: "\uE010", Home: "\uE011",
    ArrowLeft: "\uE012", ArrowUp: "\uE013", ArrowRight: "\uE014", ArrowDown: "\uE015", Delete: "\uE017",
  }),
);

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address === null || typeof address === "string" ? reject(new Error("no port")) : resolve(address.port)));
    });
  });
}

/** Starts an X server without a screen on a number that it chooses itself. @returns {Promise<{ display: string, stop: () => void }>} */
function startDisplay() {
  const server = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1600x1400x24", "-nolisten", "tcp"], { stdio: ["ignore", "pipe", "ignore"] });
  return new Promise((resolve, reject) => {
    let text = "";
    server.stdout.on("data", (chunk) => {
      text += chunk;
      if (text.endsWith("\n")) resolve({ display: `:${text.trim()}`, stop: () => void server.kill() });
    });
    server.on("error", reject);
    server.on("close", () => reject(new Error("Xvfb ended")));
  });
}

/**
 * @param {string} base the address of the driver
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 * @returns {Promise<any>}
 */
async function command(base, method, path, body) {
  const response = await fetch(base + path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const { value } = /** @type {{ value: any }} */ (await response.json());
  if (!response.ok) throw new Error(`WebKit: ${method} ${path}: ${value.error}: ${value.message}`);
  return value;
}

/**
 * @param {(method: string, path: string, body?: unknown) => Promise<any>} send within the session
 * @returns {import("./index.mjs").Page}
 */
function driver(send) {
  /** @type {import("./index.mjs").Page["evaluate"]} */
  const evaluate = async (source, ...args) => {
    const script = `return Promise.resolve((${source})(...arguments)).then((value) => JSON.stringify(value) ?? "null")`;
    return JSON.parse(await send("POST", "/execute/sync", { script, args }));
  };
  const shared = readers({ evaluate });
  /** @param {string} selector */
  const element = async (selector) => {
    await shared.until(selector, "(selector) => document.querySelector(selector) !== null", selector);
    return (await send("POST", "/element", { using: "css selector", value: selector }))[elementKey];
  };
  /** @param {string} url */
  const start = (url) => send("POST", "/url", { url });
  /** @param {string} text */
  const type = (text) =>
    send("POST", "/actions", {
      actions: [{ type: "key", id: "keyboard", actions: [...text].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]) }],
    });
  return {
    ...shared,
    evaluate,
    start,
    goto: async (url) => {
      await start(url);
      // The session does not wait by itself, so that a page which never loads can be looked at too.
      await shared.until(url, "(url) => document.readyState === 'complete' && location.href !== 'about:blank' && performance.getEntriesByType('navigation')[0].loadEventEnd > 0", url);
    },
    fill: async (selector, text) => {
      await element(selector);
      // As a person does: the driver's own way of emptying a field sends the page no input event.
      const full = await evaluate("(selector) => { const field = document.querySelector(selector); field.focus(); field.select(); return field.value !== '' }", selector);
      if (text !== "") await type(text);
      else if (full) await type(keys.get("Delete") ?? "");
    },
    click: async (selector) => {
      await send("POST", `/element/${await element(selector)}/click`, {});
    },
    press: (key) => type(keys.get(key) ?? key),
    upload: async (selector, paths) => {
      await send("POST", `/element/${await element(selector)}/value`, { text: paths.join("\n") });
    },
    resize: async (width, height) => {
      await send("POST", "/window/rect", { width, height });
      // The window's frame takes its share of the size.
      const [inside, tall] = await evaluate("() => [innerWidth, innerHeight]");
      await send("POST", "/window/rect", { width: 2 * width - inside, height: 2 * height - tall });
    },
    screenshot: async () => Buffer.from(await send("GET", "/screenshot"), "base64"),
    close: () => send("DELETE", ""),
  };
}

/** @returns {Promise<import("./index.mjs").Engine>} */
export async function launch() {
  const answer = await lookFor("webkit", false);
  if ("missing" in answer) throw new Missing(answer.missing);
  const { browser, driver: program = "WebKitWebDriver" } = answer.found;
  const [{ display, stop }, port] = await Promise.all([startDisplay(), freePort()]);
  const server = spawn(program, [`--port=${port}`, "--host=127.0.0.1"], {
    stdio: "ignore",
    env: {
      ...process.env,
      DISPLAY: display,
      GDK_BACKEND: "x11",
      // Its sandbox refuses to run as root.
      ...(process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" } : {}),
    },
  });
  const base = `http://127.0.0.1:${port}`;
  const open = async () =>
    command(base, "POST", "/session", {
      capabilities: {
        alwaysMatch: { pageLoadStrategy: "none", "webkitgtk:browserOptions": { binary: browser, args: ["--automation"] } },
      },
    });
  const end = performance.now() + patience;
  for (;;) {
    try {
      await command(base, "GET", "/status");
      break;
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  let version = "";
  return {
    name: "WebKit",
    get version() {
      return version;
    },
    open: async () => {
      const { sessionId, capabilities } = await open();
      version = capabilities.browserVersion;
      return driver((method, path, body) => command(base, method, `/session/${sessionId}${path}`, body));
    },
    close: async () => {
      server.kill();
      stop();
    },
  };
}
