// The view of many areas in a test's words: the hooks of the page, which others rely on too.

const words = {
  "data-areas-total": "areas",
  "data-areas-meets": "meets",
  "data-areas-does-not-meet": "does-not-meet",
  "data-areas-undetermined": "undetermined",
  "data-rows-rejected": "rejected",
};
const verdicts = { uppfyller: "meets", "uppfyller inte": "does-not-meet", "går inte att avgöra": "undetermined" };

/** @param {import("./engines/index.mjs").Page} page */
export function manyPage(page) {
  const input = 'input[type=file][name="files"]';
  const idle = () => page.until("the end of reading", "() => document.querySelector('progress') === null");
  /** @param {RegExp} name @param {string} within */
  const press = async (name, within = "main") => {
    await page.until(
      `a button ${name}`,
      `(within, source) => {
        const name = new RegExp(source, "i");
        const button = [...document.querySelectorAll(within + " button")].find((one) => name.test(one.textContent.trim()));
        button?.click();
        return button !== undefined;
      }`,
      within,
      name.source,
    );
  };
  const many = {
    press,
    /** Shows one of the views of the areas. @param {string} name */
    view: async (name) => {
      await page.until(
        `the view ${name}`,
        `(name) => {
          const link = document.querySelector('[data-areas-view="' + name + '"]');
          link?.click();
          return link?.getAttribute("aria-current") === "true";
        }`,
        name,
      );
    },
    /** Begins to read files and does not wait. @param {string[]} paths */
    begin: async (paths) => {
      await page.upload(input, paths);
      await page.until("reading", "() => document.querySelector('progress') !== null");
    },
    /** Waits until what was begun is read and shown, which may take longer than a page's answer. @param {number} patience in milliseconds */
    finished: async (patience) => {
      const end = performance.now() + patience;
      const isShown = "() => document.querySelector('progress') === null && document.querySelector('.areas-table, [role=alert]') !== null";
      while (!(await page.evaluate(isShown))) {
        if (performance.now() > end) throw new Error("the files were not read in time");
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    /** Reads files that can't all be used. @param {string[]} paths */
    attempt: async (paths) => {
      await page.evaluate("() => { document.querySelector('[role=alert]')?.setAttribute('data-old', ''); }");
      await page.upload(input, paths);
      await page.until("what went wrong", "() => document.querySelector('[role=alert]:not([data-old])') !== null");
      await idle();
    },
    /** Reads files and waits for the table. @param {string[]} paths */
    choose: async (paths) => {
      await page.upload(input, paths);
      const names = paths.map((path) => path.split("/").at(-1));
      await page.until(
        "the files",
        "(names) => { const list = document.querySelector('.understood-files')?.textContent ?? ''; return names.every((name) => list.includes(name)); }",
        names,
      );
      await idle();
      await page.until("the table", "() => document.querySelector('.areas-table') !== null");
    },
    /** @param {number} files */
    untilFiles: (files) => page.until(`${files} files`, "(files) => document.querySelectorAll('.understood-file').length === files", files),
    /** @param {number} rows */
    untilRows: (rows) =>
      page.until(
        `${rows} rows`,
        "(rows) => document.querySelectorAll('.areas-table tbody:not(.areas-yardsticks) tr').length === rows",
        rows,
      ),
    /** @returns {Promise<Record<string, number>>} */
    totals: () =>
      page.evaluate(
        "(words) => Object.fromEntries(Object.entries(words).map(([name, word]) => [word, Number(document.querySelector('[' + name + ']').getAttribute(name))]))",
        words,
      ),
    /** @returns {Promise<{ name: string, code: string, verdict: string, cells: string[] }[]>} */
    rows: () =>
      page.evaluate(
        `(verdicts) => [...document.querySelectorAll(".areas-table tbody:not(.areas-yardsticks) tr")].map((row) => {
          const cells = [...row.children].map((cell) => cell.textContent);
          return {
            name: row.querySelector("a").textContent,
            code: row.querySelector("th .areas-code")?.textContent ?? "",
            verdict: verdicts[row.querySelector(".areas-verdict").firstChild.textContent],
            cells,
          };
        })`,
        verdicts,
      ),
    /** @param {RegExp} column */
    sort: async (column) => {
      const before = await page.evaluate(
        "() => document.querySelector('.areas-table tbody').textContent + document.querySelector('.areas-table thead').innerHTML",
      );
      await press(column, ".areas-table thead");
      await page.until(
        "another order",
        "(before) => document.querySelector('.areas-table tbody').textContent + document.querySelector('.areas-table thead').innerHTML !== before",
        before,
      );
      await many.settled();
    },
    /** Waits until the table shows what was asked for last. */
    settled: () => page.until("the table", "() => document.querySelector('.areas:not([aria-busy])') !== null"),
    /** How many municipalities are on the list or not, with an area that meets or without. @returns {Promise<Record<string, string>>} */
    cells: async () => {
      await page.until("the municipalities", "() => document.querySelector('[data-cell]') !== null");
      return page.evaluate(
        "() => Object.fromEntries([...document.querySelectorAll('[data-cell]')].map((cell) => [cell.dataset.cell, cell.textContent]))",
      );
    },
    /** Points out the column with the percentages of the first criterion. @param {string} column */
    point: async (column) => {
      const choose = (/** @type {number} */ nth, /** @type {string} */ value) =>
        page.until(
          `the choice of ${value}`,
          `(nth, value) => {
            document.querySelector(".understood details").open = true;
            const select = document.querySelector(".correct-measure").querySelectorAll("select")[nth];
            if (select === undefined) return false;
            select.value = value;
            select.dispatchEvent(new Event("change", { bubbles: true }));
            return true;
          }`,
          nth,
          value,
        );
      await choose(0, "percent");
      await choose(1, column);
      await press(/^läs om/i);
    },
    /** Shows the example; a press before any script runs is lost, as a person's would be, and is repeated. */
    example: () =>
      page.until(
        "the example",
        `() => {
          if (document.querySelector(".areas-table") !== null) return true;
          const button = [...document.querySelectorAll(".files button.link")].find((one) => /exemp/i.test(one.textContent));
          if (document.querySelector("progress") === null) button?.click();
          return false;
        }`,
      ),
    /** Chooses in the field of a name, anywhere in the view. @param {string} name @param {string} value */
    pick: (name, value) =>
      page.until(
        `the choice of ${value} in ${name}`,
        `(name, value) => {
          const field = document.querySelector('select[name="' + name + '"]');
          if (field === null || ![...field.options].some((option) => option.value === value)) return false;
          field.value = value;
          field.dispatchEvent(new Event("change", { bubbles: true }));
          return true;
        }`,
        name,
        value,
      ),
    /** Assesses by another set, and waits until that is done. @param {string} id */
    bySet: async (id) => {
      await many.pick("criteria-set", id);
      await page.until(
        "the set",
        "(id) => document.querySelector('select[name=criteria-set]').value === id && document.querySelector('progress') === null && document.querySelector('.areas[aria-busy]') === null",
        id,
      );
    },
    sorted: () => page.attribute(".areas-table th[aria-sort]", "aria-sort"),
    /** @param {string} name @param {string} value */
    filter: async (name, value) => {
      await page.evaluate(
        `(name, value) => {
          const field = document.querySelector('.filters select[name="' + name + '"]');
          field.value = value;
          field.dispatchEvent(new Event("change", { bubbles: true }));
        }`,
        name,
        value,
      );
      await many.settled();
    },
  };
  return many;
}
