// Criteria of one's own in *Ett område*: copied, changed, checked, saved, opened, shared, and never the memo's.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { nothingFound } from "./axe.mjs";
import { openSite } from "./site.mjs";
import { openPanel, unfold } from "./panel.mjs";
import { allAtOnce, copied, field, open, outcome, words } from "./set-panel.mjs";
import { soon } from "./soon.mjs";

const memo = JSON.parse(readFileSync(new URL("../../src/criteria/sets/promemoria-2018.json", import.meta.url), "utf8"));

let site;
before(async () => {
  site = await openSite();
});
after(async () => {
  await site?.close();
});

/** Opens a file and returns what is said of it, once it is what is expected. */
async function give(page, set, expected) {
  const file = { name: "set.json", mimeType: "application/json", buffer: Buffer.from(typeof set === "string" ? set : JSON.stringify(set)) };
  await page.locator('.panel-sets input[type="file"]').setInputFiles(file);
  const said = page.locator(".own-opened", { hasText: expected });
  await said.waitFor();
  return said.innerText();
}

for (const language of ["sv", "en"]) {
  const said = words[language];
  describe(`criteria of one's own (${language})`, () => {
    test("are a copy that is changed, and the answer follows and says so", async () => {
      const page = await open(site, language);
      await page.locator('input[name="employment"]').fill("59.9");
      await soon.equal(() => page.locator(".answer-set").count(), 0, "the memo's own criteria need no such word");
      await page.getByRole("button", { name: said.make }).click();
      await page.getByRole("button", { name: said.copy }).click();
      await allAtOnce(page);
      await soon.equal(() => page.locator(".answer-set").count(), 0, "a copy is not in use yet");
      await page.locator('[data-own="use"]').click();
      await page.waitForFunction(() => document.activeElement?.id === "own-state");
      await soon.match(() => page.locator(".answer-set").innerText(), said.notTheMemos);
      await soon.equal(() => outcome(page, "employment"), "met");
      await field(page, "criteria[0].threshold.value").fill("59,5");
      await soon.equal(() => outcome(page, "employment"), "not-met");
      // The memo's words speak of the memo's number only.
      await soon.equal(() => field(page, "criteria[0].threshold.source.quote").inputValue(), "");
      await page.locator('[data-criterion="employment"] summary').click();
      await soon.doesNotMatch(() => page.locator('[data-criterion="employment"] .about-body').innerText(), /Förvärvsintensitet: 60/);
      await page.getByRole("button", { name: said.undo, exact: true }).click();
      await soon.equal(() => outcome(page, "employment"), "met");
      await page.getByRole("button", { name: said.redo, exact: true }).click();
      await soon.equal(() => outcome(page, "employment"), "not-met");
      await page.locator('#reading input[value="promemoria-2018"]').check();
      await soon.equal(() => outcome(page, "employment"), "met");
      await soon.equal(() => page.locator(".answer-set").count(), 0);
      await page.close();
    });

    test("can have more and fewer criteria, of other units and directions", async () => {
      const page = await copied(site, language);
      await page.getByRole("button", { name: said.remove }).click();
      await page.locator('[data-criterion="turnout"]').waitFor({ state: "detached" });
      await page.getByRole("button", { name: said.add }).click();
      await page.waitForFunction((tongue) => document.activeElement?.id === `own-criteria[3].label.${tongue}`, language);
      await soon.equal(() => page.locator("[data-criterion]").count(), 3, "one without a threshold is not used yet");
      await page.keyboard.type("s boende");
      await field(page, "criteria[3].unit").selectOption("persons");
      await field(page, "criteria[3].direction").selectOption("above");
      await field(page, "criteria[3].tie").selectOption("inclusive");
      await field(page, "criteria[3].threshold.value").fill("4000");
      await page.locator('[data-criterion="criterion-4"]').waitFor();
      await page.locator('input[name="criterion-4.count"], input[name="criterion-4"]').first().fill("4 000");
      await page.locator('[data-criterion="criterion-4"][data-outcome="at-threshold"]').waitFor();
      // A country's average is written in the criterion's own unit.
      await field(page, "criteria[3].nationalAverage.value").fill("4500");
      await field(page, `criteria[3].nationalAverage.source.text.${language}`).fill("SCB");
      await openPanel(page, language === "sv" ? "Skriv ut" : "Print");
      const row = page.locator(".record tr", { hasText: "s boende" }).first();
      await soon.match(
        async () => (await row.innerText()).replace(/\s/g, " "),
        /4 ?,?000 (personer|people|persons).*(Sverige|Sweden) 4[ ,]?500(?! ?%)/,
      );
      await page.close();
    });

    test("are checked with the way to each place, and the answer stays until they are whole", async () => {
      const page = await copied(site, language);
      await page.locator('input[name="employment"]').fill("59.9");
      await field(page, "criteria[0].threshold.value").fill("");
      const state = page.locator(".own-state");
      await soon.match(() => state.innerText(), said.wrong);
      await soon.equal(() => outcome(page, "employment"), "met");
      const bad = field(page, "criteria[0].threshold.value");
      await soon.equal(() => bad.getAttribute("aria-invalid"), "true");
      await soon.equal(async () => await page.locator(`[id="${await bad.getAttribute("aria-describedby")}"]`).innerText(), said.number);
      await state.getByRole("button", { name: said.go }).focus();
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.activeElement?.id === "own-criteria[0].threshold.value");
      await page.keyboard.type("60");
      await field(page, "criteria[1].id").evaluate((input) => {
        input.closest("details").open = true;
      });
      await field(page, "criteria[1].id").fill("employment");
      await field(page, "date").fill("i mars");
      await soon.equal(() => state.locator("li").count(), 2);
      await soon.equal(() => page.getByRole("button", { name: said.save }).getAttribute("aria-disabled"), "true");
      await nothingFound(page);
      await page.close();
    });

    test("a text is written in both languages at once, or in each", async () => {
      const page = await copied(site, language);
      await field(page, `criteria[0].label.${language}`).fill("Arbete");
      await page.getByText(said.both).click();
      await soon.equal(() => field(page, "criteria[0].label.sv").inputValue(), "Arbete");
      await soon.equal(() => field(page, "criteria[0].label.en").inputValue(), "Arbete");
      await field(page, "criteria[0].label.en").fill("Work");
      await soon.equal(() => field(page, "criteria[0].label.sv").inputValue(), "Arbete");
      const shown = await page.locator('[data-criterion="employment"] h2').innerText();
      assert.equal(shown, language === "sv" ? "Arbete" : "Work");
      await page.close();
    });

    test("are saved as a file that opens again, and last through a reload", async () => {
      const page = await copied(site, language);
      await field(page, "criteria[3].threshold.value").fill("80");
      await page.locator('input[name="turnout"]').fill("79.9");
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: said.save }).click()]);
      const text = readFileSync(await download.path(), "utf8");
      assert.equal(JSON.parse(text).criteria[3].threshold.value, "80");
      await page.reload();
      await page.locator(".answer-set").waitFor();
      await page.locator('[data-criterion="turnout"][data-outcome="met"]').waitFor();
      await page.close();

      const other = await open(site, language);
      await openPanel(other, said.panel);
      await give(other, text, said.opened);
      await other.locator('input[name="turnout"]').fill("79.9");
      await soon.equal(() => outcome(other, "turnout"), "met");
      await soon.match(() => other.locator(".answer-set").innerText(), said.notTheMemos);
      await other.close();
    });

    test("a file that is wrong is refused with each place, and changes nothing", async () => {
      const page = await open(site, language);
      await openPanel(page, said.panel);
      const mutated = structuredClone(memo);
      mutated.criteria[2].threshold.value = 28;
      mutated.criteria[1].direction = "upwards";
      mutated.criteria[3].id = "employment";
      delete mutated.criteria[0].threshold.source;
      const answer = await give(page, mutated, said.refused);
      for (const path of ["criteria[2].threshold.value", "criteria[1].direction", "criteria[3].id", "criteria[0].threshold"])
        assert.ok(answer.includes(path), path);
      await soon.equal(() => page.locator(".answer-set").count(), 0);
      for (const [text, expected] of [
        ["{", said.notJson],
        ["[]", said.refused],
        ["}", said.notJson],
        ['{"criteria": 1.5}', said.refused],
      ]) {
        await give(page, text, expected);
        await soon.equal(() => page.locator(".answer-set").count(), 0, text);
      }
      const disguised = { ...memo, criteria: memo.criteria.slice(1) };
      await give(page, disguised, said.renamed);
      await soon.match(() => page.locator(".answer-set").innerText(), said.notTheMemos);
      await page.close();
    });

    test("come along whole in a link", async () => {
      const page = await copied(site, language);
      await field(page, `name.${language}`).fill("Kommunens eget mått");
      await field(page, "criteria[0].threshold.value").fill("65");
      await page.locator('input[name="employment"]').fill("64.9");
      await page.getByRole("button", { name: said.share }).click();
      const link = await page.getByLabel(said.link, { exact: true }).inputValue();
      const other = await site.page();
      await other.goto(link);
      await other.locator(".answer-set").waitFor();
      await soon.match(() => other.locator(".answer-set").innerText(), /Kommunens eget mått/);
      await soon.equal(() => outcome(other, "employment"), "met");
      await openPanel(other, said.panel);
      await allAtOnce(other);
      await soon.equal(() => field(other, "criteria[0].threshold.value").inputValue(), "65");
      await other.close();
      await page.close();
    });

    test("look right on a narrow screen, and axe finds nothing", async () => {
      const page = await copied(site, language, { viewport: { width: 320, height: 640 } });
      await page.locator(".panel-sets details").evaluateAll((all) => {
        for (const one of all) one.setAttribute("open", "");
      });
      await nothingFound(page);
      await soon.ok(() => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
      await page.close();
    });

    test("have their file format at an address that stays", async () => {
      const page = await copied(site, language);
      const address = await page.getByRole("link", { name: said.schema }).evaluate((link) => link.href);
      assert.equal(address, `${site.address}criteria-set.schema.json`);
      const schema = await (await page.request.get(address)).json();
      assert.deepEqual(schema, JSON.parse(readFileSync(new URL("../../src/criteria/criteria-set.schema.json", import.meta.url), "utf8")));
      await page.close();
    });
  });
}

describe("several sets of one's own", () => {
  const kept = (page) =>
    page.evaluate(() =>
      JSON.parse(localStorage.getItem("troskel.sets") ?? "[]").map(({ id, criteria }) => [id, criteria[0].threshold.value]),
    );
  const offered = (page) => page.locator('#reading input[name="set"]').evaluateAll((all) => all.map(({ value }) => value));
  const builtIn = ["promemoria-2018", "scb-2012"];

  test("stay on the device beside each other until each is removed", async () => {
    const page = await copied(site, "sv");
    await field(page, "criteria[0].threshold.value").fill("65");
    await page.getByRole("button", { name: words.sv.copy }).click();
    await field(page, "criteria[0].threshold.value").fill("55");
    await page.locator('[data-own="use"]').click();
    await soon.deepEqual(
      () => kept(page),
      [
        ["own-criteria", "65"],
        ["own-criteria-2", "55"],
      ],
    );
    await soon.deepEqual(() => offered(page), [...builtIn, "own-criteria", "own-criteria-2"]);

    const other = await page.context().newPage();
    await other.goto(site.address);
    await soon.deepEqual(() => offered(other), [...builtIn, "own-criteria", "own-criteria-2"]);
    await soon.equal(() => other.locator(".answer-set").count(), 0, "they are there, and the memo's are in use");
    await other.locator('input[name="employment"]').fill("57");
    await other.locator('#reading input[value="own-criteria-2"]').check();
    await soon.equal(() => outcome(other, "employment"), "not-met");
    await openPanel(other, "Egna kriterier");
    await allAtOnce(other);
    await soon.equal(() => field(other, "criteria[0].threshold.value").inputValue(), "55");
    await unfold(other);
    await other.getByRole("button", { name: "Egna kriterier", exact: true }).last().click();
    await soon.equal(() => field(other, "criteria[0].threshold.value").inputValue(), "65");
    await soon.equal(() => outcome(other, "employment"), "met");
    await other.getByRole("button", { name: "Ta bort uppsättningen" }).click();
    await soon.deepEqual(() => kept(other), [["own-criteria-2", "55"]]);
    await soon.deepEqual(() => offered(page), [...builtIn, "own-criteria-2"], "the tab beside it follows");
    await other.getByRole("button", { name: "Ångra", exact: true }).click();
    await soon.deepEqual(
      () => kept(other),
      [
        ["own-criteria-2", "55"],
        ["own-criteria", "65"],
      ],
    );
    await page.close();
  });

  test("have ids of their own, also beside those of the page", async () => {
    const page = await copied(site, "sv");
    await page.getByRole("button", { name: words.sv.copy }).click();
    for (const id of ["own-criteria", "promemoria-2018"]) {
      await field(page, "id").fill(id);
      await soon.match(() => page.locator(".own-state").innerText(), new RegExp(`En annan uppsättning har redan id ”${id}”`));
      await soon.match(() => page.locator(".answer-set").innerText(), words.sv.notTheMemos);
    }
    await field(page, "id").fill("annat");
    await soon.deepEqual(async () => (await kept(page)).map(([id]) => id), ["own-criteria", "annat"]);
    await page.close();
  });

  test("one from a link stands beside them, and is kept once it is changed", async () => {
    const page = await copied(site, "sv");
    await field(page, "criteria[0].threshold.value").fill("65");
    await page.getByRole("button", { name: words.sv.share }).click();
    const link = await page.getByLabel(words.sv.link, { exact: true }).inputValue();
    const other = await copied(site, "sv");
    await field(other, "criteria[0].threshold.value").fill("40");
    await soon.deepEqual(() => kept(other), [["own-criteria", "40"]]);
    const opened = await other.context().newPage();
    await opened.goto(link);
    await soon.deepEqual(() => offered(opened), [...builtIn, "own-criteria", "own-criteria-2"]);
    await soon.deepEqual(() => kept(opened), [["own-criteria", "40"]]);
    await unfold(opened);
    await opened.getByRole("button", { name: "Egna kriterier", exact: true }).first().click();
    await allAtOnce(opened);
    await field(opened, "criteria[0].threshold.value").fill("66");
    await soon.deepEqual(
      () => kept(opened),
      [
        ["own-criteria", "40"],
        ["own-criteria-2", "66"],
      ],
    );
    await other.close();
    await page.close();
  });

  test("one that can't be read is set aside, and the others stay", async () => {
    const page = await copied(site, "sv");
    await soon.deepEqual(() => kept(page), [["own-criteria", "60"]]);
    await page.evaluate(() => {
      const [whole] = JSON.parse(localStorage.getItem("troskel.sets"));
      localStorage.setItem("troskel.sets", JSON.stringify([{ ...whole, id: "trasig", criteria: [] }, whole]));
    });
    const other = await page.context().newPage();
    await other.goto(site.address);
    await soon.match(() => other.locator(".notices .notice").innerText(), /lagd åt sidan, inte borttagen/);
    await soon.deepEqual(() => offered(other), [...builtIn, "own-criteria"]);
    await soon.deepEqual(() => kept(other), [["own-criteria", "60"]]);
    await soon.match(() => other.evaluate(() => localStorage.getItem("troskel.work.damaged.1")), /"trasig"/);
    await other.evaluate(() => localStorage.setItem("troskel.sets", "{"));
    await other.reload();
    await soon.match(() => other.locator(".notices .notice").innerText(), /lagd åt sidan, inte borttagen/);
    await soon.equal(() => other.evaluate(() => localStorage.getItem("troskel.work.damaged.2")), "{");
    await page.close();
  });
});

test("a reading that a set does not have is left, in scenarios too", async () => {
  const page = await open(site, "sv");
  await page.locator('#reading input[value="inclusive"]').check();
  await openPanel(page, "Jämför scenarier");
  await page.getByRole("button", { name: "Nytt scenario" }).click();
  await openPanel(page, "Egna kriterier");
  await page.getByRole("button", { name: words.sv.copyOther }).click();
  await page.locator('[data-step="check"]').click();
  await page.locator('[data-own="use"]').click();
  await openPanel(page, "Jämför scenarier");
  await page.locator(".compare-answer td").nth(1).waitFor();
  await soon.deepEqual(
    () => page.locator(".compare-answer td").evaluateAll((all) => all.map((cell) => cell.dataset.answer)),
    ["undetermined", "undetermined"],
  );
  await page.close();
});
