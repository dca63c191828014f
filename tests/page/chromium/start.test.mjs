// The start of *Ett område* on a small screen, and the answer while one types: what is asked, what is in sight, what is heard.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openPanel } from "../panel.mjs";
import { openSite } from "../site.mjs";
import { soon } from "../soon.mjs";

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => {
  site = await openSite();
});
after(async () => {
  await site?.close();
});

/** @param {string} [path] @param {object} [options] */
async function open(path = "", options = { viewport: { width: 390, height: 844 } }) {
  const page = await site.page(options);
  await page.goto(site.address + path);
  await page.locator("[data-verdict]").waitFor();
  return page;
}

for (const [path, question, none, bar] of /** @type {const} */ ([
  ["", "Uppfyller ditt område kriterierna från 2018?", /inte att bedöma/, "1 av 4 uppfyllt · det räcker inte · två siffror saknas"],
  ["en/", "Does your area meet the criteria of 2018?", /cannot be assessed/i, "1 of 4 met · that is not enough · two figures missing"],
])) {
  test(`asks first, with nothing said to be unknown before anything is entered, and keeps the answer in sight (${path || "sv"})`, async () => {
    const page = await open(path);
    await soon.equal(() => page.locator("[data-verdict]").innerText(), question);
    await soon.equal(() => page.locator("[data-verdict]").getAttribute("data-verdict"), "undetermined");
    await soon.equal(() => page.locator('[data-outcome="unknown"]').count(), 4);
    await soon.doesNotMatch(() => page.locator("main").innerText(), none);
    await soon.equal(() => page.locator(".outcome .mark").count(), 0, "no mark where there is no value");
    const first = await page.locator('input[name="employment"]').boundingBox();
    assert.ok(first !== null && first.y + first.height < 844, "the first figure is on the first screen");
    await page.locator('input[name="employment"]').fill("57.4");
    await page.locator('input[name="long-term-unemployment"]').fill("1");
    await page.locator('input[name="turnout"]').scrollIntoViewIfNeeded();
    await page.locator("#panels").scrollIntoViewIfNeeded();
    await soon.equal(() => page.locator(".bar").innerText(), bar);
    await soon.equal(() => page.locator(".bar").getAttribute("aria-hidden"), "true");
    await page.evaluate(() => scrollTo(0, 0));
    await soon.equal(() => page.locator(".bar").count(), 0, "not beside the sentence itself");
    await page.close();
  });
}

for (const [path, other] of /** @type {const} */ ([
  ["", "en"],
  ["en/many/", "sv"],
])) {
  test(`loads nothing of the other language (${path || "sv"})`, async () => {
    const page = await site.page();
    /** @type {string[]} */
    const loaded = [];
    page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
    await page.goto(site.address + path);
    await page.locator(".device").waitFor();
    const own = other === "en" ? "sv" : "en";
    const of = (/** @type {string} */ language) => loaded.filter((name) => name.includes(`text.${language}`));
    assert.notDeepEqual(of(own), [], loaded.join(" "));
    assert.deepEqual(of(other), []);
    await page.close();
  });
}

test("a press counts although the row above it grows when it is left", async () => {
  const page = await open("", { viewport: { width: 1280, height: 1200 } });
  await page.locator('[data-criterion="employment"] [data-input-mode="count"]').click();
  await page.locator('input[name="employment.count"]').fill("12");
  const target = page.locator('[data-criterion="long-term-unemployment"] [data-input-mode="count"]');
  // As a person aims: at what has come to rest after the key before.
  let [before, box] = [null, await target.boundingBox()];
  while (box === null || before?.y !== box.y) {
    await page.waitForTimeout(100);
    [before, box] = [box, await target.boundingBox()];
  }
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.up();
  await page.locator('input[name="long-term-unemployment.count"]').waitFor();
  await page.locator("#error-employment").waitFor();
  await page.close();
});

test("what is wrong in the row that is typed in is heard, once", async () => {
  const page = await open();
  await page.locator('input[name="turnout"]').pressSequentially("75,0");
  const status = page.locator("main .answer [role=status]");
  await soon.match(() => status.textContent(), /Valdeltagande: exakt på gränsen\.$/);
  await page.locator('input[name="turnout"]').fill("7x");
  await soon.match(() => status.textContent(), /”7x” är inte ett tal/);
  await page.close();
});

test("the scale shows the part that matters, the whole on request, and the whole where the figure lies outside", async () => {
  const page = await open();
  const range = (/** @type {string} */ id) =>
    page
      .locator(`[data-criterion="${id}"] input[type="range"]`)
      .evaluate((one) => [/** @type {HTMLInputElement} */ (one).min, /** @type {HTMLInputElement} */ (one).max]);
  await soon.deepEqual(() => range("employment"), ["30", "90"]);
  await soon.deepEqual(() => range("long-term-unemployment"), ["0", "20"]);
  await page.locator('input[name="employment"]').fill("12");
  await soon.deepEqual(() => range("employment"), ["0", "100"]);
  await soon.deepEqual(() => range("turnout"), ["55", "95"]);
  await page.getByRole("button", { name: "Visa hela skalorna, från 0" }).click();
  await soon.deepEqual(() => range("turnout"), ["0", "100"]);
  await page.close();
});

test("an example keeps its mark in link, headline, record and print, and what was typed comes back", async () => {
  const page = await open("", { viewport: { width: 1280, height: 900 } });
  await page.locator('input[name="employment"]').fill("10");
  await page.getByRole("button", { name: "Visa ett exempel" }).click();
  await page.locator('input[name="turnout"]').fill("71,5");
  await page.locator(".answer-example").waitFor();
  await openPanel(page, "Dela");
  const link = await page.getByLabel("Länken", { exact: true }).inputValue();
  const other = await site.page();
  await other.goto(link);
  await other.locator(".answer-example").getByText("påhittade siffror").waitFor();
  await openPanel(other, "Skriv ut");
  await soon.match(() => other.locator(".record h3").first().innerText(), /^Exempel med påhittade siffror/);
  await other.close();
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator(".answer-example").isVisible());
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("button", { name: "Ta tillbaka siffrorna" }).click();
  await soon.equal(() => page.locator('input[name="employment"]').inputValue(), "10");
  await soon.equal(() => page.locator(".answer-example").count(), 0);
  await page.close();
});

test("a name stands in the headline and the title, and comes along in the link", async () => {
  const page = await open();
  await page.locator('input[name="employment"]').fill("10");
  await openPanel(page, "Dela");
  await page.locator(".share-name input").fill("Norra $& <b>");
  await soon.match(() => page.locator("[data-verdict]").innerText(), /^Norra \$& <b> uppfyller/);
  await soon.equal(() => page.title(), "Norra $& <b> – Tröskel");
  const link = await page.getByLabel("Länken", { exact: true }).inputValue();
  const other = await site.page();
  await other.goto(link);
  await soon.match(() => other.locator("[data-verdict]").innerText(), /^Norra \$& <b> uppfyller/);
  await other.close();
  await page.close();
});

test("the picture to share is made here, as PNG and as SVG", async () => {
  const page = await open();
  await page.locator('input[name="employment"]').fill("57,4");
  await openPanel(page, "Dela");
  await page.locator(".share-name input").fill("A & <B>");
  const [svg] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Spara som SVG" }).click()]);
  const { readFileSync } = await import("node:fs");
  const drawn = readFileSync(await svg.path(), "utf8");
  assert.match(drawn, /^<svg [^>]*viewBox="0 0 1200 630"/);
  assert.match(drawn, /A &#38; &#60;B&#62; uppfyller/);
  assert.match(drawn, /57,4/);
  const [png] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Spara bilden" }).click()]);
  const bytes = readFileSync(await png.path());
  assert.equal(bytes.subarray(1, 4).toString(), "PNG");
  assert.equal(bytes.readUInt32BE(16), 1200);
  await page.close();
});

test("a finger that touches a scale or scrolls over it changes no figure; one that drags does", async () => {
  const page = await open("", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const session = await page.context().newCDPSession(page);
  const figure = page.locator('input[name="employment"]');
  await figure.fill("61,3");
  const scale = page.locator('[data-criterion="employment"] .scale-slider');
  await scale.scrollIntoViewIfNeeded();
  const at = async () => {
    const box = await scale.boundingBox();
    assert.ok(box !== null);
    return { x: box.x + box.width / 4, y: box.y + box.height / 2 };
  };
  /** Moves a finger over the scale, a frame at a time. @param {readonly (readonly [number, number])[]} way */
  async function swipe(way) {
    const { x, y } = await at();
    const touch = (/** @type {"touchStart" | "touchMove" | "touchEnd"} */ type, /** @type {typeof way} */ to) =>
      session.send("Input.dispatchTouchEvent", { type, touchPoints: to.map(([dx, dy]) => ({ x: x + dx, y: y + dy })) });
    await touch("touchStart", [[0, 0]]);
    for (const to of way) {
      await touch("touchMove", [to]);
      await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))));
    }
    await touch("touchEnd", []);
  }
  const { x, y } = await at();
  await page.touchscreen.tap(x, y);
  const before = await page.evaluate(() => scrollY);
  // As a thumb moves that scrolls: a bit aside, and far up.
  await swipe([9, 12, 18, 22].map((dx, nth) => /** @type {const} */ ([dx, [-9, -25, -50, -90][nth] ?? 0])));
  await soon.ok(async () => (await page.evaluate(() => scrollY)) > before);
  assert.equal(await figure.inputValue(), "61,3");
  await swipe([5, 12, 25, 60, 90].map((dx) => /** @type {const} */ ([dx, 1])));
  await soon.ok(async () => (await figure.inputValue()) !== "61,3");
  await page.context().close();
});

test("a fraction in the place of a percentage is asked about, and put right by one press", async () => {
  const page = await open();
  const figure = page.locator('input[name="employment"]');
  await figure.fill("0,613");
  await soon.match(() => page.locator(".figure-doubt").innerText(), /^0,613\s% är mindre än en procent\. Menar du 61,3\s%\?$/);
  await page.locator(".figure-doubt button").click();
  await soon.equal(() => figure.inputValue(), "61,3");
  await soon.equal(() => page.locator(".figure-doubt").count(), 0);
  await figure.fill("0,6");
  await soon.match(() => page.locator(".figure-doubt button").innerText(), /60\s%/);
  await figure.fill("0");
  await soon.equal(() => page.locator(".figure-doubt").count(), 0);
  await page.context().close();
});

test("a panel that opens is seen to open", async () => {
  const page = await open();
  for (const [panel, name] of [
    ["share", "Dela"],
    ["sure", "Hur säkert?"],
    ["require", "Hur nära gränsen?"],
  ]) {
    await openPanel(page, name ?? "");
    await soon.ok(async () => {
      const box = await page.locator(`#panel-title-${panel}`).boundingBox();
      return box !== null && box.y > 0 && box.y < 844 - 200;
    });
  }
  await page.context().close();
});
