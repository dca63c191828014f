// WebKit through its own WebDriver, with MiniBrowser under Xvfb. Every tab is a session of its own, with its own driver.

import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { lookFor } from "../../../tools/browsers.mjs";
import { Missing } from "../../../tools/process.mjs";
import { patience, readers } from "./index.mjs";

const elementKey = "element-6066-11e4-a52e-4f735466cecf";

/** Keys without a character, as WebDriver writes them. */
const keys = new Map(
  Object.entries({
    Backspace: "\uE003",
    Tab: "\uE004",
    Enter: "\uE007",
    Shift: "\uE008",
    Escape: "\uE00C",
    End: "\uE010",
    Home: "\uE011",
    ArrowLeft: "\uE012",
    ArrowUp: "\uE013",
    ArrowRight: "\uE014",
    ArrowDown: "\uE015",
    Delete: "\uE017",
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
  const server = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1600x1400x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
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

/** How long the driver may take for a command, in milliseconds. */
const limit = 60_000;

/** How long it may take to start its browser. */
const startLimit = 20_000;

/** So long files may take from the driver to the page, in milliseconds. */
const HANDED_OVER_MS = 5_000;

/**
 * How long for a script that is tried again, in milliseconds: the answer of one that runs while the page changes to
 * another never comes.
 */
const scriptLimit = 4_000;

/**
 * @param {string} base the address of the driver
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 * @param {number} [within] milliseconds
 * @returns {Promise<any>}
 */
async function command(base, method, path, body, within = limit) {
  const response = await fetch(base + path, {
    method,
    signal: AbortSignal.timeout(within),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const { value } = /** @type {{ value: any }} */ (await response.json());
  if (!response.ok) throw new Error(`WebKit: ${method} ${path}: ${value.error}: ${value.message}`);
  return value;
}

/**
 * @param {(method: string, path: string, body?: unknown, within?: number) => Promise<any>} send within the session
 * @returns {import("./index.mjs").Page}
 */
function driver(send) {
  /** @param {number} within @returns {import("./index.mjs").Page["evaluate"]} */
  const evaluateWithin =
    (within) =>
    async (source, ...args) => {
      const script = `return Promise.resolve((${source})(...arguments)).then((value) => JSON.stringify(value) ?? "null")`;
      return JSON.parse(await send("POST", "/execute/sync", { script, args }, within));
    };
  const evaluate = evaluateWithin(limit);
  const evaluateSoon = evaluateWithin(scriptLimit);
  const shared = readers({ evaluate: evaluateSoon });
  /** @param {string} selector */
  const element = async (selector) => {
    await shared.until(selector, "(selector) => document.querySelector(selector) !== null", selector);
    return (await send("POST", "/element", { using: "css selector", value: selector }))[elementKey];
  };
  /** Whether the last click met its target; one that left its document did. */
  const isHit = () => evaluateSoon("() => globalThis.isHit !== false").catch(() => true);
  /** @param {string} url */
  const start = (url) => send("POST", "/url", { url });
  /** @param {string} text */
  const type = (text) =>
    send("POST", "/actions", {
      actions: [
        {
          type: "key",
          id: "keyboard",
          actions: [...text].flatMap((value) => [
            { type: "keyDown", value },
            { type: "keyUp", value },
          ]),
        },
      ],
    });
  return {
    ...shared,
    evaluate,
    start,
    goto: async (url) => {
      // What is there until then is complete as well. Another fragment leaves the document as it is.
      await evaluate("(url) => { globalThis.isLeft = !url.includes('#') || url.split('#')[0] !== location.href.split('#')[0]; }", url);
      // The session does not wait by itself, so that a page which never loads can be looked at too.
      const load = async () => {
        await start(url);
        await shared.until(
          url,
          "() => globalThis.isLeft !== true && document.readyState === 'complete' && location.href !== 'about:blank' && performance.getEntriesByType('navigation')[0].loadEventEnd > 0",
        );
      };
      try {
        await load();
      } catch (error) {
        // Now and then the driver answers and never leaves the document; one that was left and does not load has failed.
        if ((await evaluate("() => globalThis.isLeft")) !== true) throw error;
        await load();
      }
    },
    fill: async (selector, text) => {
      await element(selector);
      // A field in a part that is about to open takes the focus only then.
      await shared.until(
        `the focus in ${selector}`,
        "(selector) => { const field = document.querySelector(selector); field.focus(); return document.activeElement === field }",
        selector,
      );
      // As a person does: the driver's own way of emptying a field sends the page no input event.
      const full = await evaluate(
        "(selector) => { const field = document.querySelector(selector); field.select(); return field.value !== '' }",
        selector,
      );
      if (text !== "") await type(text);
      else if (full) await type(keys.get("Delete") ?? "");
    },
    click: async (selector) => {
      // Now and then what is clicked moves at that moment; a person who sees that nothing happened presses again.
      for (let nth = 0; nth < 3; nth += 1) {
        await shared.still(selector);
        await evaluate(
          "(selector) => { globalThis.isHit = false; document.querySelector(selector).addEventListener('click', () => { globalThis.isHit = true }, { capture: true, once: true }) }",
          selector,
        );
        await send("POST", `/element/${await element(selector)}/click`, {});
        if (await isHit()) return;
      }
    },
    press: (key) => type(keys.get(key) ?? key),
    upload: async (selector, paths) => {
      await evaluate(
        "() => { globalThis.isHandedOver = false; document.addEventListener('change', () => { globalThis.isHandedOver = true; }, { capture: true, once: true }); }",
      );
      // Now and then the driver answers without having handed the files over: it is asked again. Whether the page heeds
      // them is the tests' affair.
      for (let times = 0; times < 2; times += 1) {
        await send("POST", `/element/${await element(selector)}/value`, { text: paths.join("\n") });
        const end = performance.now() + HANDED_OVER_MS;
        while (performance.now() < end) {
          if (await evaluate("() => globalThis.isHandedOver !== false")) return;
          await new Promise((resolve) => setTimeout(resolve, 25));
        }
      }
    },
    resize: async (width, height) => {
      await send("POST", "/window/rect", { width, height });
      // The window's frame takes its share of the size.
      const [inside, tall] = await evaluate("() => [innerWidth, innerHeight]");
      await send("POST", "/window/rect", { width: 2 * width - inside, height: 2 * height - tall });
    },
    screenshot: async () => Buffer.from(await send("GET", "/screenshot"), "base64"),
    close: () => send("DELETE", "", undefined, startLimit),
  };
}

/**
 * Starts a driver with a browser of its own. The two do not always find each other, above all on a busy machine: then
 * both are ended and started once more.
 *
 * @param {string} program
 * @param {string} browser
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ page: import("./index.mjs").Page, version: string }>}
 */
async function session(program, browser, env) {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  // A group of its own, so that its browser ends with it.
  const server = spawn(program, [`--port=${port}`, "--host=127.0.0.1"], { stdio: "ignore", detached: true, env });
  const end = () => {
    try {
      process.kill(-(server.pid ?? Number.NaN));
    } catch {
      // It has ended already.
    }
  };
  process.once("exit", end);
  try {
    const deadline = performance.now() + patience;
    for (;;) {
      try {
        await command(base, "GET", "/status");
        break;
      } catch (error) {
        if (performance.now() > deadline) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
    const capabilities = {
      alwaysMatch: { pageLoadStrategy: "none", "webkitgtk:browserOptions": { binary: browser, args: ["--automation"] } },
    };
    const made = await command(base, "POST", "/session", { capabilities }, startLimit);
    const page = driver((method, path, body, within) => command(base, method, `/session/${made.sessionId}${path}`, body, within));
    const close = async () => {
      // On a busy machine its answer may come too late; driver and browser are ended in any case, and no test is of that.
      await page.close().catch(() => undefined);
      end();
      process.off("exit", end);
    };
    return { page: { ...page, close }, version: made.capabilities.browserVersion };
  } catch (error) {
    end();
    process.off("exit", end);
    throw error;
  }
}

/** @returns {Promise<import("./index.mjs").Engine>} */
export async function launch() {
  const answer = await lookFor("webkit", false);
  if ("missing" in answer) throw new Missing(answer.missing);
  const { browser, driver: program = "WebKitWebDriver" } = answer.found;
  const { display, stop } = await startDisplay();
  const env = {
    ...process.env,
    DISPLAY: display,
    GDK_BACKEND: "x11",
    // Its sandbox refuses to run as root.
    ...(process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" } : {}),
  };
  let version = "";
  return {
    name: "WebKit",
    get version() {
      return version;
    },
    open: async () => {
      for (let tries = 1; ; tries += 1) {
        try {
          const made = await session(program, browser, env);
          version = made.version;
          return made.page;
        } catch (error) {
          if (tries === 3) throw error;
        }
      }
    },
    close: async () => stop(),
  };
}
