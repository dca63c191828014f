// The panels below the criteria of *Ett område*, as built: what it would take, how sure it is, scenarios.

import { after, before, describe, test } from "node:test";
import { openSite } from "./site.mjs";
import { unfold } from "./panel.mjs";
import { soon } from "./soon.mjs";

const words = {
  sv: {
    path: "",
    require: "Hur nära gränsen?",
    sure: "Hur säkert?",
    compare: "Jämför scenarier",
    add: "Nytt scenario",
    undo: "Ångra",
    redo: "Gör om",
  },
  en: {
    path: "en/",
    require: "How near the thresholds?",
    sure: "How sure?",
    compare: "Compare scenarios",
    add: "New scenario",
    undo: "Undo",
    redo: "Redo",
  },
};

let site;
before(async () => {
  site = await openSite();
});
after(async () => {
  await site?.close();
});

/** Opens the view with figures entered: `742/1237` as a count, `57.4` as a percentage. */
async function open(language, figures, options = {}) {
  const page = await site.page(options);
  await page.goto(site.address + words[language].path);
  await page.locator("[data-verdict]").waitFor();
  for (const [id, figure] of Object.entries(figures)) {
    const [count, total] = figure.split("/");
    const row = page.locator(`[data-criterion="${id}"]`);
    if (total === undefined) {
      await row.locator(`input[name="${id}"]`).fill(figure);
    } else {
      await row.locator('[data-input-mode="count"]').click();
      await row.locator(`input[name="${id}.count"]`).fill(count);
      await row.locator(`input[name="${id}.total"]`).fill(total);
    }
  }
  return page;
}

const figures = { employment: "742/1237", "long-term-unemployment": "150/1237", "low-education": "350/1250", turnout: "800/1121" };

/** Opens a panel and waits until it says something. */
async function panel(page, name) {
  const button = page.getByRole("button", { name, exact: true });
  await unfold(page);
  await button.click();
  await soon.equal(() => button.getAttribute("aria-expanded"), "true");
  const region = page.locator(`#${await button.getAttribute("aria-controls")}`);
  await region.locator("p, table, ul").first().waitFor();
  await soon.doesNotMatch(() => region.innerText(), /Räknaren laddas|The calculator is loading/);
  return region;
}

describe("what it would take", () => {
  for (const language of ["sv", "en"]) {
    test(`one person decides, and trying it turns the answer (${language})`, async () => {
      const page = await open(language, figures);
      const region = await panel(page, words[language].require);
      const first = region.locator(".combinations li").first();
      await first.waitFor();
      await soon.match(
        () => first.innerText(),
        language === "sv"
          ? /Andel lågutbildade: 351 i stället för 350 av 1\s250/
          : /low educational attainment: 351 instead of 350 of 1,250/,
      );
      await first.getByRole("button").click();
      const answer = page.locator(".compare-answer td");
      await answer.nth(1).waitFor();
      await soon.deepEqual(() => answer.evaluateAll((all) => all.map((cell) => cell.dataset.answer)), ["does-not-meet", "meets"]);
      await soon.equal(() => page.locator("[data-verdict]").getAttribute("data-verdict"), "does-not-meet", "the area itself is as it was");
      await soon.equal(() => page.evaluate(() => document.activeElement?.id), "panel-title-compare", "the focus goes along");
      await page.close();
    });
  }

  test("each way of changing stands there, and the impossible is said to be so", async () => {
    const page = await open("sv", { ...figures, employment: "0/1" });
    const region = await panel(page, words.sv.require);
    const row = region.locator(".change").first();
    await row.waitFor();
    await soon.match(() => row.innerText(), /Uppfyllt\. Området har 0,0\s%\. Det är 60,0\s*procentenheter under gränsen, som är 60\s%\./);
    await row.locator("summary").click();
    await soon.deepEqual(() => row.locator("dt").allInnerTexts(), ["Samma totala antal", "Inflyttning", "Utflyttning"]);
    await soon.match(() => row.locator("dd").nth(2).innerText(), /^går inte$/);
    await page.close();
  });

  test("without figures it says what is missing", async () => {
    const page = await open("sv", {});
    const region = await panel(page, words.sv.require);
    await soon.match(
      () => region.innerText(),
      /Först behövs förvärvsintensitet, andel långtidsinskrivna arbetslösa, andel lågutbildade och valdeltagande\./,
    );
    await page.close();
  });
});

describe("how sure", () => {
  test("a rounded figure on the threshold depends on the rounding", async () => {
    const page = await open("sv", { ...figures, "low-education": "28,0" });
    const region = await panel(page, words.sv.sure);
    const row = region.locator(".sure-figures li").nth(2);
    await row.waitFor();
    await soon.match(
      () => row.innerText(),
      /28,0\s%[\s\S]*Uppfyllt[\s\S]*Exakt på gränsen[\s\S]*Inte uppfyllt[\s\S]*Beror på avrundningen/,
    );
    await page.close();
  });

  test("all eight readings stand in one table, with the chosen one marked", async () => {
    const page = await open("sv", figures);
    const region = await panel(page, words.sv.sure);
    const cells = region.getByRole("region", { name: "Svaret i alla tolkningar" }).locator("td");
    await cells.first().waitFor();
    await soon.equal(() => cells.count(), 8);
    await soon.match(() => cells.first().innerText(), /uppfyller inte\s+vald tolkning/);
    await page.close();
  });

  test("the same answer under all readings is said to be so", async () => {
    const page = await open("sv", { ...figures, "low-education": "351/1250" });
    const region = await panel(page, words.sv.sure);
    await region.getByText("Svaret är detsamma i alla tolkningar: uppfyller.").waitFor();
    await page.close();
  });
});

describe("how the answer moves", () => {
  test("with one figure: it begins with the one that decides, and the keys step through it", async () => {
    const page = await open("sv", figures);
    const region = await panel(page, words.sv.sure);
    await region
      .getByText("Svaret kan bara ändras vid 28\u00a0%. Under: uppfyller inte. Exakt på: uppfyller inte. Över: uppfyller.")
      .waitFor();
    const slider = region.getByRole("slider", { name: "Pröva ett värde för Andel lågutbildade" });
    await slider.press("ArrowRight");
    await soon.match(() => slider.getAttribute("aria-valuetext"), /^29\s%: uppfyller, 1,0\sprocentenheter över gränsen\.$/);
    await slider.press("ArrowLeft");
    await soon.match(() => slider.getAttribute("aria-valuetext"), /^28\s%: uppfyller inte, exakt på gränsen\.$/);
    await region.getByText("Samma sak som tabell").click();
    const rows = region.locator("details[open] tbody tr");
    await soon.equal(() => rows.count(), 11);
    await soon.match(() => rows.nth(5).innerText(), /28\s%\s+Exakt på gränsen\s+uppfyller inte/);
    await page.close();
  });

  test("with one figure: before another is tried it says what the figure itself gives", async () => {
    const page = await open("sv", { ...figures, "low-education": "28.34" });
    const region = await panel(page, words.sv.sure);
    await region.locator(".moves-choice select").first().selectOption("low-education");
    const slider = region.getByRole("slider", { name: "Pröva ett värde för Andel lågutbildade" });
    await soon.match(() => slider.getAttribute("aria-valuetext"), /^28,34\s%: uppfyller, 0,3\sprocentenheter över gränsen\.$/);
    await slider.press("ArrowRight");
    await soon.match(() => slider.getAttribute("aria-valuetext"), /^29\s%:/);
    await page.close();
  });

  test("with two figures: the table and the field agree", async () => {
    const page = await open("sv", figures);
    const region = await panel(page, words.sv.sure);
    const cells = region.locator(".moves-field td[data-answer]");
    await cells.first().waitFor();
    await soon.deepEqual(
      () => cells.evaluateAll((all) => all.map((cell) => cell.dataset.answer)),
      [
        ...["does-not-meet", "does-not-meet", "meets"],
        ...["does-not-meet", "does-not-meet", "does-not-meet"],
        ...["does-not-meet", "does-not-meet", "does-not-meet"],
      ],
    );
    const across = region.locator(".moves-field").getByRole("slider", { name: "Andel lågutbildade" });
    const down = region.locator(".moves-field").getByRole("slider", { name: "Förvärvsintensitet" });
    for (const [column, row, said] of [
      ["29", "59", "uppfyller."],
      ["28", "59", "uppfyller inte."],
      ["29", "60", "uppfyller inte."],
    ]) {
      await across.fill(column);
      await down.fill(row);
      await soon.ok(async () => (await down.getAttribute("aria-valuetext")).endsWith(`: ${said}`), `${column} ${row}`);
    }
    await page.close();
  });
});

describe("definitions", () => {
  test("different years and divisions are told, the same ones are not", async () => {
    const page = await open("sv", figures);
    const region = await panel(page, words.sv.sure);
    await region.getByText("Notera år, ålder, källa och indelning").click();
    const year = region.getByLabel("År", { exact: true });
    await year.nth(0).fill("2017");
    await year.nth(3).fill("2017");
    await region.getByLabel("Åldrar").nth(0).fill("20–64");
    await region.getByLabel("Åldrar").nth(2).fill("20 - 64 år");
    await region.getByText("Inget i noteringarna talar emot att siffrorna jämförs.").waitFor();
    await year.nth(3).fill("2022");
    const warnings = region.getByRole("list", { name: "Att tänka på" });
    await soon.deepEqual(
      () => warnings.getByRole("listitem").allInnerTexts(),
      [
        "Siffrorna är från olika år: förvärvsintensitet 2017 och valdeltagande 2022.",
        "Valdeltagande: siffran är från tiden efter promemorian från mars 2018.",
      ],
    );
    await year.nth(0).fill("2020");
    await soon.match(() => warnings.innerText(), /Förvärvsintensitet: Från 2020 ersätter BAS registret RAMS\./);
    await page.close();
  });
});

describe("scenarios", () => {
  test("fifty more in work, undone and redone", async () => {
    const page = await open("sv", figures);
    const region = await panel(page, words.sv.compare);
    await region.getByRole("button", { name: words.sv.add }).click();
    await region.getByRole("button", { name: /^\+50\spersoner som förvärvsarbetar$/ }).click();
    const cell = region.locator("table.compare tbody tr").nth(1).locator("td").nth(1);
    await soon.match(() => cell.innerText(), /^792 av 1\s237\s*ändrat/);
    await region.getByRole("button", { name: words.sv.undo }).click();
    await soon.match(() => cell.innerText(), /^742 av 1\s237/);
    await region.getByRole("button", { name: words.sv.redo }).click();
    await soon.match(() => cell.innerText(), /^792 av 1\s237/);
    await page.close();
  });

  test("typing in one field is undone in one step", async () => {
    const page = await open("sv", figures);
    const region = await panel(page, words.sv.compare);
    await region.getByRole("button", { name: words.sv.add }).click();
    const name = region.getByLabel("Namn");
    await name.fill("");
    await name.pressSequentially("Jobbspår");
    await region.getByRole("button", { name: words.sv.undo }).click();
    await soon.equal(() => name.inputValue(), "Scenario 1");
    await page.close();
  });

  test("a threshold of one's own is marked as not the source's, and what can't be read is said", async () => {
    const page = await open("sv", figures);
    const region = await panel(page, words.sv.compare);
    await region.getByRole("button", { name: words.sv.add }).click();
    await region.getByText("Egna gränser").click();
    await region.getByLabel("Egen gräns för Förvärvsintensitet").fill("55");
    const cell = region.locator("table.compare tbody tr").nth(1).locator("td").nth(1);
    await soon.match(() => cell.innerText(), /Inte uppfyllt[\s\S]*Egen gräns: 55\. Inte källans\./);
    await region.getByLabel("Egen gräns för Förvärvsintensitet").fill("5x");
    await region.getByText("En egen gräns går inte att läsa.").waitFor();
    await page.close();
  });

  test("scenarios never carry the hooks of the page", async () => {
    const page = await open("sv", figures);
    const region = await panel(page, words.sv.compare);
    await region.getByRole("button", { name: words.sv.add }).click();
    await soon.equal(() => page.locator("[data-criterion]").count(), 4);
    await soon.equal(() => page.locator("[data-verdict]").count(), 1);
    await soon.equal(() => region.locator("[name]").count(), 0);
    await page.close();
  });
});

describe("every panel", () => {
  test("fits a phone of 320 pixels", async () => {
    const page = await open("sv", figures, { viewport: { width: 320, height: 700 } });
    for (const name of ["require", "sure", "compare"]) {
      const region = await panel(page, words.sv[name]);
      if (name === "compare") await region.getByRole("button", { name: words.sv.add }).click();
      await soon.ok(async () => (await page.evaluate(() => document.documentElement.scrollWidth)) <= 320, name);
    }
    await page.close();
  });
});
