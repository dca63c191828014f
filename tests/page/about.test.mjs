// *Om kriterierna* in a real browser, as built: what it says without scripts, its search, map, planner and reach.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { nothingFound } from "./axe.mjs";
import { openSite } from "./site.mjs";
import { soon } from "./soon.mjs";

const json = (name) => JSON.parse(readFileSync(new URL(`../../src/memo/${name}.json`, import.meta.url), "utf8"));
const designated = json("designated").municipalities;
const plan = json("money").plan.years;

const plain = (name) => name.normalize("NFD").replace(/\p{M}/gu, "");

const paths = { sv: "about/", en: "en/about/" };
const words = {
  sv: { on: "på listan", off: "inte på listan", none: "Ingen kommun hittades." },
  en: { on: "on the list", off: "not on the list", none: "No municipality found." },
};

let site;
before(async () => {
  site = await openSite();
});
after(async () => {
  await site?.close();
});

/** Opens the view, waits until the core answers, and fails the test on any error in the page. */
async function open(language, options = {}) {
  const page = await site.page(options);
  await page.goto(site.address + paths[language]);
  if (options.javaScriptEnabled !== false) await page.locator("[data-planned-sum]").waitFor({ state: "attached" });
  // What is folded away opens by a press, without a script too.
  for (const summary of await page.locator(".about-folded > summary").all()) await summary.click();
  return page;
}

describe("without scripts", () => {
  for (const language of ["sv", "en"]) {
    test(`the whole view can be read (${language})`, async () => {
      const page = await open(language, { javaScriptEnabled: false });
      await soon.equal(() => page.locator("html").getAttribute("lang"), language);
      const text = await page.locator("main").textContent();
      for (const { name } of designated) assert.ok(text.includes(name), name);
      assert.match(text, language === "sv" ? /19\s375/ : /19,375/);
      assert.doesNotMatch(text, /\{\w+\}|undefined|null|NaN/);
      await soon.ok(async () => (await page.locator("main h2").count()) >= 12);
      await page.close();
    });
  }

  test("the list has Swedish order: å and ö last", async () => {
    const page = await open("sv", { javaScriptEnabled: false });
    const listed = await page.locator(".about-list button").evaluateAll((all) => all.map((one) => one.firstChild.textContent.trim()));
    assert.equal(listed.length, designated.length);
    assert.deepEqual(listed.slice(-4), ["Västerås", "Växjö", "Åstorp", "Örebro"]);
    assert.equal(listed[0], "Borlänge");
    await page.close();
  });

  test("every link inside the page leads somewhere, and every statement has a source", async () => {
    const page = await open("sv", { javaScriptEnabled: false });
    const dead = await page
      .locator('main a[href^="#"]')
      .evaluateAll((all) =>
        all.map((one) => one.getAttribute("href")).filter((to) => document.querySelector(`[id="${to.slice(1)}"]`) === null),
      );
    assert.deepEqual(dead, []);
    const bare = await page
      .locator(".about-cited")
      .evaluateAll((all) => all.filter((one) => one.querySelector(".about-cite a") === null).map((one) => one.textContent));
    assert.deepEqual(bare, []);
    await page.close();
  });
});

describe("the search", () => {
  for (const language of ["sv", "en"]) {
    test(`each of the 32 is found by name, by code and without diacritics (${language})`, async () => {
      const page = await open(language);
      const field = page.getByRole("combobox").first();
      const first = page.getByRole("option").first();
      for (const { code, name } of designated) {
        for (const query of [name, plain(name), code]) {
          await field.fill(query);
          await soon.match(() => first.textContent(), new RegExp(`${name}[\\s\\S]*${code}[\\s\\S]*${words[language].on}`), query);
        }
      }
      await page.close();
    });
  }

  test("a 33rd is refused with the reason", async () => {
    const page = await open("sv");
    await page.getByRole("combobox").first().fill("haninge");
    await soon.match(() => page.getByRole("option").first().textContent(), /inte på listan/);
    await page.keyboard.press("Enter");
    const answer = page.locator("[data-designation]");
    await soon.equal(() => answer.getAttribute("data-designation"), "not-designated");
    await soon.match(() => answer.textContent(), /^Haninge är inte en av de 32 .*listan avgjorde\.$/);
    await page.close();
  });

  test("the keys choose, leave and clear", async () => {
    const page = await open("sv");
    const field = page.getByRole("combobox").first();
    await field.fill("habo");
    await soon.equal(() => field.getAttribute("aria-expanded"), "true");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    const active = await field.getAttribute("aria-activedescendant");
    await soon.match(() => page.locator(`[id="${active}"]`).textContent(), /Håbo/);
    await page.keyboard.press("Enter");
    await soon.equal(() => field.inputValue(), "Håbo");
    await soon.equal(() => field.getAttribute("aria-expanded"), "false");
    await field.fill("malm");
    await page.keyboard.press("Escape");
    await soon.equal(() => field.getAttribute("aria-expanded"), "false");
    await page.keyboard.press("Escape");
    await soon.equal(() => field.inputValue(), "");
    await page.close();
  });

  test("what is no municipality is said to be none", async () => {
    const page = await open("sv");
    for (const query of ["xyz", "9999", "<script>", "\u202e"]) {
      await page.getByRole("combobox").first().fill(query);
      await soon.equal(() => page.locator('.municipality-search [role="option"]').count(), 0);
      // Behind it stands the way to an area's name.
      await soon.ok(async () => (await page.locator(".municipality-search-status").textContent())?.startsWith(words.sv.none) === true);
    }
    await page.close();
  });
});

describe("the map", () => {
  test("has one stop for the Tab key and arrows between the marks", async () => {
    const page = await open("sv");
    const marks = page.getByRole("radio");
    await soon.equal(() => marks.count(), designated.length);
    await soon.equal(() => page.locator('.about-seat[tabindex="0"]').count(), 1);
    await page.getByRole("radio", { name: "Helsingborg" }).focus();
    await page.keyboard.press("ArrowDown");
    await soon.equal(() => page.getByRole("radio", { checked: true }).getAttribute("aria-label"), "Landskrona");
    await soon.match(() => page.locator("[data-designation]").textContent(), /^Landskrona är en av de 32/);
    await soon.equal(() => page.evaluate(() => document.activeElement.getAttribute("aria-label")), "Landskrona");
    await page.close();
  });

  test("the arrows reach every mark", async () => {
    const page = await open("sv");
    const seen = new Set();
    const walk = ["Gävle"];
    while (walk.length > 0) {
      const name = walk.pop();
      if (seen.has(name)) continue;
      seen.add(name);
      for (const key of ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]) {
        await page.getByRole("radio", { name, exact: true }).focus();
        await page.keyboard.press(key);
        walk.push(await page.evaluate(() => document.activeElement.getAttribute("aria-label")));
      }
    }
    assert.equal(seen.size, designated.length);
    await page.close();
  });

  test("list and map are one choice", async () => {
    const page = await open("sv");
    await page.getByRole("button", { name: "Växjö" }).click();
    await soon.equal(() => page.getByRole("radio", { checked: true }).getAttribute("aria-label"), "Växjö");
    await page.close();
  });
});

describe("the planner", () => {
  test("adds the plan of three years exactly, whatever year a period begins in", async () => {
    const page = await open("sv");
    for (const { year } of plan) {
      await page.locator(".about-planner select").selectOption(String(year));
      const three = plan.filter((planned) => planned.year >= year && planned.year < year + 3);
      const sum = three.reduce((total, planned) => total + planned.thousandKronor, 0);
      await soon.equal(() => page.locator("[data-planned-sum]").getAttribute("data-planned-sum"), String(sum), year);
      await soon.equal(() => page.locator('.about-years [data-planned="true"]').count(), three.length);
      await soon.equal(() => page.locator(".about-years li").count(), 3);
    }
    await page.close();
  });

  test("tells who distributes on a day, as planned and in fact, on both sides of each change", async () => {
    const page = await open("sv");
    const day = async (date) => {
      await page.locator('input[type="date"]').fill(date);
      return page.locator(".about-day p:not(.about-cite)").allInnerTexts();
    };
    const tillvaxtverket = /(fördelade Tillväxtverket|Tillväxtverket fördela)/;
    const both = async (date, planned, fact) => {
      const [first, second] = await day(date);
      assert.match(first, planned, date);
      assert.match(second, fact, date);
    };
    await both("2017-12-31", /säger inget/, /fanns inte/);
    await both("2018-04-18", tillvaxtverket, /gällde inte än/);
    await both("2018-12-31", tillvaxtverket, tillvaxtverket);
    await both("2019-01-01", /Delegationen mot segregation fördela/, tillvaxtverket);
    await both("2020-12-31", /Delegationen/, tillvaxtverket);
    await both("2021-01-01", /Delegationen/, /tog Delegationen mot segregation över först 2021/);
    await both("2023-01-01", /Delegationen/, /finns inte längre/);
    await both("2028-01-01", /säger inget/, /finns inte längre/);
    assert.match((await day("")).join(" "), /Skriv en dag som finns/);
    await page.close();
  });

  test("begins on the day of the handover, not on today", async () => {
    const page = await open("sv");
    await soon.equal(() => page.locator('input[type="date"]').inputValue(), "2019-01-01");
    await page.close();
  });
});

test("a core that does not come is said, and can be asked for again", async () => {
  const page = await site.page();
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto(site.address + paths.sv);
  for (const summary of await page.locator(".about-folded > summary").all()) await summary.click();
  const alert = page.getByRole("alert");
  await alert.waitFor();
  await soon.match(() => alert.textContent(), /kunde inte laddas/);
  await page.getByRole("combobox").first().fill("malm");
  await soon.equal(() => page.locator(".municipality-search-status").textContent(), "Sökningen kunde inte laddas.");
  await page.unroute("**/*.wasm");
  await alert.getByRole("button").click();
  await page.locator("[data-planned-sum]").waitFor();
  await soon.equal(() => alert.count(), 0);
  await page.getByRole("combobox").first().fill("malm");
  await soon.match(() => page.locator('.municipality-search [role="option"]').first().textContent(), /^Malmö/);
  await page.close();
});

test("no stylesheet waits for a script", async () => {
  for (const path of ["", "en/", ...Object.values(paths)]) {
    const page = await site.page();
    const response = await page.goto(site.address + path, { waitUntil: "networkidle" });
    const html = await response.text();
    const names = await page.evaluate(() => [...document.styleSheets].map((sheet) => new URL(sheet.href).pathname));
    // All that the text needs is one; those of scripts are named and not loaded.
    assert.equal(names.length, 1);
    for (const name of names) assert.ok(html.includes(name.split("/").at(-1)), `${path || "/"}: ${name}`);
    await page.close();
  }
});

test("the outline is what tools/outline.mjs makes of the atlas and the list", () => {
  execFileSync(process.execPath, [fileURLToPath(new URL("../../tools/outline.mjs", import.meta.url)), "--check"]);
});

describe("everyone can use it", () => {
  for (const language of ["sv", "en"]) {
    for (const colorScheme of ["light", "dark"]) {
      test(`axe finds nothing (${language}, ${colorScheme})`, async () => {
        const page = await open(language, { colorScheme });
        await page.getByRole("radio", { name: "Malmö" }).focus();
        await page.keyboard.press("Enter");
        await page.locator(".about-memo > summary").click();
        await page.getByRole("combobox").first().fill("lan");
        await page.keyboard.press("ArrowDown");
        await nothingFound(page);
        await page.close();
      });
    }

    for (const width of [320, 390, 1600]) {
      test(`nothing is wider than ${width} pixels (${language})`, async () => {
        const page = await open(language, { viewport: { width, height: 800 } });
        await soon.ok(async () => (await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
        await page.close();
      });
    }
  }

  for (const language of /** @type {const} */ (["sv", "en"])) {
    for (const width of [320, 390])
      test(`text of twice the size fits into ${width} pixels (${language})`, async () => {
        const page = await open(language, { viewport: { width, height: 800 } });
        await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
        await soon.ok(async () => (await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
        await page.close();
      });
  }

  for (const [what, hasTouch] of /** @type {const} */ ([
    ["told where there is a mouse", false],
    ["not told on a phone", true],
  ]))
    test(`the map's keys are ${what}`, async () => {
      const page = await open("sv", { hasTouch, isMobile: hasTouch, viewport: { width: 390, height: 800 } });
      await soon.equal(() => page.locator(".about-map-keys").isVisible(), !hasTouch);
      await page.close();
    });

  test("the table of the money says who was to have it and who says so, and breaks no name inside a word", async () => {
    const page = await open("sv", { viewport: { width: 390, height: 800 } });
    const row = (/** @type {string} */ year) => page.locator(".about-money tbody tr").filter({ hasText: year }).first().innerText();
    await soon.match(() => row("2018"), /till kommuner/);
    assert.match(await row("2019"), /mottagare inte angiven[\s\S]*för de 32 kommunerna att dela på, enligt Delegationen mot segregation/);
    assert.match(await page.locator("#money").innerText(), /Delegationen lades ned i slutet av 2022/);
    assert.match((await page.locator(".about-ceilings").textContent()) ?? "", /Statsråds\u00adberedningen/);
    assert.equal(
      await page
        .locator(".about-ceilings td")
        .last()
        .evaluate((cell) => getComputedStyle(cell).overflowWrap),
      "break-word",
    );
    await page.close();
  });

  test("the memo can be read in full, and its footnotes are said to be missing", async () => {
    const page = await open("en");
    await page.locator(".about-memo > summary").click();
    const memo = page.locator(".about-memo-text");
    await soon.equal(() => memo.getAttribute("lang"), "sv");
    const text = (await memo.textContent()).replace(/\s+/g, " ").trim();
    const source = readFileSync(new URL("../../src/memo/promemoria-2018.txt", import.meta.url), "utf8");
    assert.equal(text, source.replace(/\s+/g, " ").trim());
    await page.close();
  });

  test("in print the list, the amounts and every source are there", async () => {
    const page = await open("sv");
    await page.emulateMedia({ media: "print" });
    await soon.equal(() => page.locator(".municipality-search").isVisible(), false);
    await soon.ok(() => page.locator(".about-list").isVisible());
    await soon.ok(() => page.locator(".about-money").isVisible());
    await soon.ok(() => page.locator(".about-sources").isVisible());
    await page.close();
  });
});
