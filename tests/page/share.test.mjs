// Sharing *Ett område*: the link, the file, and what the device keeps.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { nothingFound } from "./axe.mjs";
import init, { writeLink } from "../../www/generated/plan/plan.js";
import { openSite } from "./site.mjs";
import { openPanel, unfold } from "./panel.mjs";
import { soon } from "./soon.mjs";

let site;
before(async () => {
  site = await openSite();
});
after(async () => {
  await site?.close();
});

async function open(page, path = "") {
  await page.goto(site.address + path);
  await page.locator("[data-verdict]").waitFor();
}

async function enter(page) {
  await page.locator('input[name="employment"]').fill("57,4");
  await page.locator('input[name="turnout"]').fill("74,95");
  const row = page.locator('[data-criterion="low-education"]');
  await row.locator('[data-input-mode="count"]').click();
  await row.locator('input[name="low-education.count"]').fill("350");
  await row.locator('input[name="low-education.total"]').fill("1 250");
}

async function addScenario(page) {
  await openPanel(page, "Jämför scenarier");
  await page.getByRole("button", { name: "Nytt scenario" }).click();
  await page.getByLabel("Namn", { exact: true }).fill("Jobbspår");
  await page.getByRole("textbox", { name: "Förvärvsintensitet, procent" }).last().fill("61,2");
}

async function makeLink(page) {
  await openPanel(page, "Dela");
  return page.getByLabel("Länken", { exact: true }).inputValue();
}

const shown = async (page) => ({
  employment: await page.locator('input[name="employment"]').inputValue(),
  count: await page.locator('input[name="low-education.count"]').inputValue(),
  total: await page.locator('input[name="low-education.total"]').inputValue(),
  turnout: await page.locator('input[name="turnout"]').inputValue(),
  verdict: await page.locator("[data-verdict]").getAttribute("data-verdict"),
});

test("the picture names the municipality, and each criterion with its figure, outcome and rule", async () => {
  const page = await site.page();
  await open(page);
  await enter(page);
  await openPanel(page, "Dela");
  const picture = page.locator(".share-card canvas");
  await soon.match(() => picture.getAttribute("aria-label"), /Förvärvsintensitet: 57,4\s%, Uppfyllt, Uppfyllt under 60\s%\./);
  assert.doesNotMatch((await picture.getAttribute("aria-label")) ?? "", /Kommun/);
  const search = page.locator(".start-municipality input");
  await search.fill("Växjö");
  await page.locator(".start-municipality [role=option]").first().click();
  await soon.match(() => picture.getAttribute("aria-label"), /^Kommun: Växjö\. /);
  await page.close();
});

describe("the link", () => {
  test("brings figures, as typed, and scenarios to another device, in the other language too", async () => {
    const page = await site.page();
    await open(page);
    await enter(page);
    await addScenario(page);
    const link = await makeLink(page);
    assert.match(link, /#1\.[\w-]+$/);
    assert.equal(new URL(page.url()).hash, "", "the address is as it was");
    const before = await shown(page);
    for (const address of [link, link.replace("/#", "/en/#")]) {
      const other = await site.page();
      await other.goto(address);
      await other.locator(".notices .notice").waitFor();
      await soon.deepEqual(() => shown(other), before);
      await unfold(other);
      await other.getByRole("button", { name: /^(Jämför scenarier|Compare scenarios)$/ }).click();
      const head = other.locator("table.compare thead th").nth(1);
      await head.waitFor();
      await soon.match(() => head.innerText(), /Jobbspår/);
      await other.close();
    }
    await page.close();
  });

  test("says when it is damaged and keeps what can be read", async () => {
    const page = await site.page();
    await open(page);
    await enter(page);
    const link = await makeLink(page);
    const other = await site.page();
    await other.goto(link.slice(0, -12));
    const notice = other.locator(".notices .notice");
    await notice.waitFor();
    await soon.match(() => notice.innerText(), /Länken är skadad\. Det som gick att läsa finns här/);
    await soon.equal(() => other.locator('input[name="employment"]').inputValue(), "57,4");
    await other.close();
    await page.close();
  });

  test("that is none, or of a newer version, gets a sentence and changes nothing", async () => {
    for (const [fragment, said] of /** @type {const} */ ([
      ["#1.", /går inte att läsa/],
      ["#1.AAAA%00<img>", /går inte att läsa/],
      ["#2.AAAA", /nyare version/],
    ])) {
      const page = await site.page();
      await open(page, fragment);
      const notice = page.locator(".notices .notice");
      await notice.waitFor();
      await soon.match(() => notice.innerText(), said);
      await soon.equal(() => page.locator("[data-verdict]").getAttribute("data-verdict"), "undetermined");
      await page.close();
    }
  });

  test("keeps a person's own work and gives it back", async () => {
    const page = await site.page();
    await open(page);
    await enter(page);
    const link = await makeLink(page);
    const other = await site.page();
    await open(other);
    await other.locator('input[name="employment"]').fill("10");
    await addScenario(other);
    await other.waitForFunction(() => localStorage.getItem("troskel.work")?.includes("61,2"));
    await other.goto("about:blank");
    await other.goto(link);
    await other.locator(".notices .notice").waitFor();
    await soon.equal(() => other.locator('input[name="employment"]').inputValue(), "57,4");
    await other.getByRole("button", { name: "Öppna mitt eget sparade arbete i stället" }).click();
    await other.waitForFunction(() => /** @type {HTMLInputElement} */ (document.querySelector('input[name="employment"]')).value === "10");
    await other.close();
    await page.close();
  });
});

test("a link put into the address of a tab with figures gives them back on request", async () => {
  const page = await site.page();
  await open(page);
  await enter(page);
  const link = await makeLink(page);
  const other = await site.page();
  await open(other);
  await other.locator('input[name="employment"]').fill("10");
  await other.evaluate((fragment) => {
    location.hash = fragment;
  }, new URL(link).hash);
  await other.locator(".notices .notice").waitFor();
  await soon.equal(() => other.locator('input[name="employment"]').inputValue(), "57,4");
  await other.getByRole("button", { name: "Ta tillbaka siffrorna jag skrev" }).click();
  await soon.equal(() => other.locator('input[name="employment"]').inputValue(), "10");
  await soon.equal(() => other.locator('input[name="turnout"]').inputValue(), "");
  assert.equal(new URL(other.url()).hash, "");
  assert.equal(await other.evaluate(() => localStorage.getItem("troskel.work.own")), null, "nothing is kept for that");
  await other.close();
  await page.close();
});

describe("a link that someone made by hand", () => {
  const work = {
    format: "troskel-work",
    version: 1,
    criteria: { id: "promemoria-2018", hash: "", set: null },
    reading: { tie: null, require: null },
    area: { name: "", municipality: "" },
    figures: {
      employment: {
        given: { mode: "percent", text: "57,4", exact: false, of: "" },
        notes: { year: "", ages: "", source: "", division: "" },
      },
    },
    scenarios: [],
  };
  const strange = {
    "a reading that the set does not allow": [{ reading: { tie: "inclusive", require: "9" } }, /källans egen gäller/],
    "another reading in a scenario": [
      {
        scenarios: [
          { name: "x", figures: work.figures, reading: { tie: null, require: "200" }, thresholds: { employment: "abc", other: "1" } },
        ],
      },
      /källans egen gäller/,
    ],
    "a set that is none": [{ criteria: { id: "mine", hash: "", set: { id: "mine" } } }, /okända här/],
    "an unknown set": [{ criteria: { id: "promemoria-1999", hash: "0".repeat(64), set: null } }, /okända här/],
    "an older set of the product": [{ criteria: { id: "promemoria-2018", hash: "0".repeat(64), set: null } }, /har ändrats sedan dess/],
    "a municipality that is none": [{ area: { name: "<b>", municipality: "9999" } }, /kommer från länken/],
  };
  for (const [name, [part, said]] of Object.entries(strange)) {
    test(`with ${name} never stops the page`, async () => {
      await init({ module_or_path: readFileSync(new URL("../../www/generated/plan/plan_bg.wasm", import.meta.url)) });
      const page = await site.page();
      await open(page, `#${writeLink({ ...work, ...part })}`);
      const notice = page.locator(".notices .notice");
      await notice.waitFor();
      await soon.match(() => notice.innerText(), said);
      await soon.equal(() => page.locator('input[name="employment"]').inputValue(), "57,4");
      await page.locator('input[name="employment"]').fill("61");
      await soon.equal(() => page.locator('[data-criterion="employment"]').getAttribute("data-outcome"), "not-met");
      for (const panel of ["Hur nära gränsen?", "Hur säkert?", "Jämför scenarier", "Dela", "Skriv ut"]) {
        await openPanel(page, panel);
        await page.locator(".panel :is(.change, .readings, .compare-actions, .share-files, .record)").first().waitFor();
      }
      await page.close();
    });
  }
});

describe("a link from other criteria", () => {
  const given = (text) => ({
    given: { mode: "percent", text, exact: false, of: "" },
    notes: { year: "", ages: "", source: "", division: "" },
  });
  const found = (outcome, threshold) => ({ outcome, threshold, unit: "percent", direction: "below" });
  const work = {
    format: "troskel-work",
    version: 1,
    criteria: { id: "promemoria-2018", hash: "0".repeat(64), set: null },
    reading: { tie: null, require: "any" },
    area: { name: "", municipality: "" },
    figures: { employment: given("57,4"), income: given("12") },
    answer: {
      verdict: "does-not-meet",
      reading: { tie: "inclusive", require: "any" },
      findings: { employment: found("not-met", "52"), income: found("at-threshold", "12") },
    },
    scenarios: [],
  };
  const cases = {
    "of another version of the same": [{}, /har ändrats sedan dess.* Svaret då: uppfyller inte\. Svaret nu: uppfyller\./s],
    "that the product has never seen": [
      { criteria: { id: "urval-2031", hash: "1".repeat(64), set: null } },
      /är okända här.* Svaret då: uppfyller inte\. Svaret nu: uppfyller\./s,
    ],
  };
  for (const [name, [part, said]] of Object.entries(cases)) {
    test(`${name} shows then and now`, async () => {
      await init({ module_or_path: readFileSync(new URL("../../www/generated/plan/plan_bg.wasm", import.meta.url)) });
      const page = await site.page();
      await page.setViewportSize({ width: 320, height: 800 });
      await open(page, `#${writeLink({ ...work, ...part })}`);
      const notice = page.locator(".notices .notice");
      await notice.locator("table").waitFor();
      await soon.match(() => notice.innerText(), said);
      const row = async (head) => {
        const rows = await notice
          .locator("tbody tr")
          .evaluateAll((all) => all.map((one) => [...one.cells].map((cell) => cell.innerText.replace(/\s+/g, " "))));
        return rows.find(([first]) => first === head);
      };
      await soon.deepEqual(
        () => row("Svar"),
        [
          "Svar",
          "uppfyller inte minst ett krävs, exakt på gränsen räknas som uppfyllt",
          "uppfyller minst ett krävs, exakt på gränsen räknas inte som uppfyllt",
        ],
      );
      await soon.deepEqual(
        () => row("Förvärvsintensitet"),
        ["Förvärvsintensitet", "Inte uppfyllt Gränsen: under 52 %", "Uppfyllt Gränsen: under 60 %"],
      );
      await soon.deepEqual(() => row("Valdeltagande"), ["Valdeltagande", "Ingen siffra då", "Ingen siffra än Gränsen: under 75 %"]);
      await soon.deepEqual(() => row("income"), ["income", "Exakt på gränsen Gränsen: under 12 %", "Finns inte bland kriterierna nu"]);
      await soon.equal(() => page.evaluate(() => document.documentElement.scrollWidth), 320);
      await nothingFound(page);
      await page.close();
    });
  }

  test("that are the same says nothing of then", async () => {
    const page = await site.page();
    await open(page);
    await enter(page);
    const link = await makeLink(page);
    const other = await site.page();
    await other.goto(link);
    const notice = other.locator(".notices .notice");
    await notice.waitFor();
    await soon.match(() => notice.innerText(), /^Siffrorna kommer från länken\.\s+Stäng$/);
    await other.close();
    await page.close();
  });
});

describe("what the device keeps", () => {
  test("is nothing while there are figures alone", async () => {
    const page = await site.page();
    await open(page);
    await enter(page);
    await openPanel(page, "Jämför scenarier");
    await page.getByRole("button", { name: "Nytt scenario" }).waitFor();
    // What would be kept a moment later is kept by then.
    await page.evaluate(() => dispatchEvent(new Event("pagehide")));
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    await page.close();
  });

  test("is restored after a reload, and removed on request", async () => {
    const page = await site.page();
    await open(page);
    await enter(page);
    await addScenario(page);
    await page.waitForFunction(() => localStorage.getItem("troskel.work")?.includes("61,2"));
    const again = await page.context().newPage();
    await again.goto(site.address);
    const notice = again.locator(".notices .notice");
    await notice.waitFor();
    await soon.match(() => notice.innerText(), /Ditt arbete med ett scenario finns kvar/);
    await soon.equal(() => again.locator('input[name="employment"]').inputValue(), "57,4");
    await again.getByRole("button", { name: "Ta bort det sparade från enheten" }).click();
    await soon.equal(() => again.evaluate(() => localStorage.getItem("troskel.work")), null);
    await page.close();
  });

  for (const [what, panel, label] of [
    ["a name", "Dela", "Områdets namn, om du vill ha det med"],
    ["a note", "Hur säkert?", "År"],
  ]) {
    test(`is also ${what}, with the figures it belongs to, until it is emptied or removed`, async () => {
      const page = await site.page();
      await open(page);
      await enter(page);
      const field = async (on) => {
        await openPanel(on, panel);
        await on.locator(".panel :is(.definitions summary, .share-name)").waitFor();
        if (await on.locator(".definitions").count()) await on.locator(".definitions").evaluate((details) => (details.open = true));
        return on.getByLabel(label, { exact: true }).first();
      };
      await (await field(page)).fill("2023");
      await page.waitForFunction(() => localStorage.getItem("troskel.work")?.includes("2023"));
      const again = await page.context().newPage();
      await again.goto(site.address);
      const notice = again.locator(".notices .notice");
      await notice.waitFor();
      await soon.match(() => notice.innerText(), /Det som stod här förra gången finns kvar/);
      await soon.equal(() => again.locator('input[name="employment"]').inputValue(), "57,4");
      const noted = await field(again);
      await soon.equal(() => noted.inputValue(), "2023");
      await again.getByRole("button", { name: "Ta bort det sparade från enheten" }).click();
      await notice.waitFor({ state: "detached" });
      await soon.equal(() => again.getByLabel(label, { exact: true }).first().inputValue(), "");
      await soon.equal(() => again.evaluate(() => localStorage.length), 0);
      await page.getByLabel(label, { exact: true }).first().fill("2024");
      await page.waitForFunction(() => localStorage.getItem("troskel.work")?.includes("2024"));
      await page.getByLabel(label, { exact: true }).first().fill("");
      await page.waitForFunction(() => localStorage.length === 0);
      await page.close();
    });
  }

  test("is set aside, never wiped, where it can't be read", async () => {
    for (const damaged of ["{", '{"format":"troskel-work","version":1}', '{"format":"troskel-work","version":9}']) {
      const page = await site.page();
      await open(page);
      await page.evaluate((text) => localStorage.setItem("troskel.work", text), damaged);
      await page.reload();
      const notice = page.locator(".notices .notice");
      await notice.waitFor();
      await soon.match(() => notice.innerText(), /lagt åt sidan, inte borttaget/);
      await soon.equal(() => page.evaluate(() => localStorage.getItem("troskel.work.damaged.1")), damaged);
      await page.close();
    }
  });
});

test("the file opens again, and another file changes nothing", async () => {
  const page = await site.page();
  await open(page);
  await enter(page);
  await addScenario(page);
  await openPanel(page, "Dela");
  await page.getByLabel("Områdets namn, om du vill ha det med").fill("Norra/Östra");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Spara filen" }).click()]);
  assert.equal(download.suggestedFilename(), "Norra-Östra.json");
  const content = readFileSync(await download.path());
  const before = await shown(page);
  const other = await site.page();
  await open(other);
  await openPanel(other, "Dela");
  const field = other.getByLabel("Öppna en sparad fil");
  await field.setInputFiles({ name: "x.json", mimeType: "application/json", buffer: content });
  await other.locator(".panel .notice").getByText("Filen är öppnad, med ett scenario.").waitFor();
  await soon.deepEqual(() => shown(other), before);
  await field.setInputFiles({ name: "y.json", mimeType: "application/json", buffer: Buffer.from('{"a":1}') });
  await other.locator(".panel .notice").getByText("går inte att läsa").waitFor();
  await soon.deepEqual(() => shown(other), before);
  await nothingFound(other);
  await other.close();
  await page.close();
});
