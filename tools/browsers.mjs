// Finds the browsers that the tests run in, and installs those that are missing where it may.

import { existsSync } from "node:fs";
import path from "node:path";
import { Failed, Missing, root, run, say, which } from "./process.mjs";
import { apt, canApt } from "./setup.mjs";

/** @typedef {"chromium" | "firefox" | "webkit"} EngineName */
/** @typedef {{ browser: string, driver?: string }} Found programs by their paths */

/** Chromium without its own windows: the same engine, which takes the tests a third less of the processor. */
const shell = ["chromium-headless-shell", "chrome-headless-shell"];
const debianShell = ["chromium-headless-shell", "fonts-liberation"];

/** Chromium or Chrome: the one that is named, else the system's, else what Playwright downloaded earlier. */
async function findChromium() {
  const named = process.env["CHROMIUM"];
  const system = which(
    ...(named === undefined ? shell : [named]),
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  );
  if (system !== null) return { browser: system };
  const { chromium } = await import("playwright-core");
  const own = chromium.executablePath();
  return own !== "" && existsSync(own) ? { browser: own } : null;
}

/** @type {Promise<Found> | undefined} */
let chromium;

/** Chromium, which every test run needs: found, else installed by apt-get as root, else by Playwright's download. */
export function needChromium() {
  // Steps beside each other wait for the one that installs it.
  chromium ??= findOrInstallChromium();
  return chromium;
}

/** @returns {Promise<Found>} */
async function findOrInstallChromium() {
  const found = await findChromium();
  if (found !== null) return found;
  /** @type {(() => Promise<unknown>)[]} */
  const ways = [];
  if (canApt()) ways.push(() => apt(debianShell));
  ways.push(() => {
    say("Chromium: playwright-core install chromium");
    return run("node", [path.join(root, "node_modules", "playwright-core", "cli.js"), "install", "chromium"], { quiet: true });
  });
  for (const way of ways) {
    try {
      await way();
    } catch (error) {
      if (!(error instanceof Failed)) throw error;
      continue;
    }
    const installed = await findChromium();
    if (installed !== null) return installed;
  }
  throw new Missing("Chromium is missing: install Chromium or Chrome (on Debian `apt-get install chromium`), or name it in CHROMIUM.");
}

/** Installs Chromium without its windows where the whole of it stands alone; where that can't be done the whole will do. */
export async function preferShell() {
  if (process.env["CHROMIUM"] !== undefined || which(...shell) !== null || !canApt()) return;
  try {
    await apt(debianShell);
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
  }
}

function findFirefox() {
  const browser = which(process.env["FIREFOX"] ?? "firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox");
  return browser === null ? null : { browser };
}

function findWebKit() {
  const driver = which("WebKitWebDriver");
  if (driver === null || which("Xvfb") === null) return null;
  const places = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/libexec", "/usr/lib"];
  const browser = places
    .flatMap((place) => ["4.1", "4.0", "6.0"].map((version) => `${place}/webkit2gtk-${version}/MiniBrowser`))
    .find(existsSync);
  return browser === undefined ? null : { browser, driver };
}

/** The engines beside Chromium: how each is found, and which of Debian's packages bring it. */
export const others = {
  firefox: { title: "Firefox", find: findFirefox, packages: ["firefox-esr"] },
  webkit: { title: "WebKit", find: findWebKit, packages: ["webkit2gtk-driver", "xvfb"] },
};

/**
 * An engine beside Chromium, installed if it is missing and `install` says so.
 *
 * @param {keyof typeof others} name
 * @param {boolean} install
 * @returns {Promise<{ found: Found } | { missing: string }>}
 */
export async function lookFor(name, install) {
  const { title, find, packages } = others[name];
  const hint = `${title} is missing: on Debian or Ubuntu \`apt-get install ${packages.join(" ")}\`.`;
  const found = find();
  if (found !== null) return { found };
  if (!install || !canApt()) return { missing: hint };
  try {
    await apt(packages);
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
  }
  const installed = find();
  return installed === null ? { missing: hint } : { found: installed };
}

/** What Chromium needs to run as root, which its sandbox refuses. */
export const chromiumFlags = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
