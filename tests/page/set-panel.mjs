// Criteria of one's own in *Ett område*: the way to their panel, and what it says.

export const words = {
  sv: {
    path: "",
    panel: "Egna kriterier",
    make: "Gör egna kriterier",
    copy: /^Kopiera ”Promemorian/,
    copyOther: /^Kopiera ”SCB/,
    add: "Lägg till ett kriterium",
    undo: "Ångra",
    redo: "Gör om",
    save: "Spara som fil",
    share: "Dela som länk",
    link: "Länken",
    remove: "Ta bort Valdeltagande",
    schema: "Filformatet som JSON Schema",
    both: "Skriv på svenska och engelska var för sig",
    notTheMemos: /inte promemorians/,
    number: "Skriv ett tal.",
    wrong: /En sak behöver rättas\. Till dess räknas svaret som det var innan/,
    unusable: /En sak behöver rättas\. Till dess går uppsättningen inte att använda/,
    toMend: /en sak att rätta/,
    says: /Enligt ”Vårt mått” uppfyller ett område kriterierna när alla fyra stämmer: förvärvsintensitet under 59,5\s%,.* och valdeltagande under 75\s%\. En siffra exakt på gränsen räknas inte/,
    go: "Kriterium 1: Förvärvsintensitet, gräns",
    opened: /är öppnad och används nu/,
    notJson: /är inte JSON/,
    refused: /ingen komplett kriterieuppsättning\. Inget har ändrats/,
    renamed: /fått ett eget id/,
  },
  en: {
    path: "en/",
    panel: "Your own criteria",
    make: "Make your own criteria",
    copy: /^Copy “The memo/,
    copyOther: /^Copy “SCB|^Copy “Stat/,
    add: "Add a criterion",
    undo: "Undo",
    redo: "Redo",
    save: "Save as a file",
    share: "Share as a link",
    link: "The link",
    remove: "Remove Voter turnout",
    schema: "The file format as a JSON Schema",
    both: "Write Swedish and English separately",
    notTheMemos: /not the memo’s/,
    number: "Write a number.",
    wrong: /One thing needs to be put right\. Until then the answer is as it was before/,
    unusable: /One thing needs to be put right\. Until then the set cannot be used/,
    toMend: /one thing to put right/,
    says: /By “Vårt mått” an area meets the criteria when all four hold: employment rate below 59\.5%,.* and voter turnout below 75%\. A figure exactly on the threshold does not count/,
    go: "Criterion 1: Employment rate, threshold",
    opened: /is opened and in use/,
    notJson: /is not JSON/,
    refused: /no complete criteria set\. Nothing has changed/,
    renamed: /given an id of its own/,
  },
};

export async function open(site, language, options = {}) {
  const page = await site.page(options);
  await page.goto(site.address + words[language].path);
  await page.locator("[data-verdict]").waitFor();
  return page;
}

/** Shows all steps at once, as one who knows the way does. */
export const allAtOnce = (page) => page.locator('input[name="own-all"]').check();

/** Opens the view with a copy of the memo's set in the panel, all of it shown and in use. */
export async function copied(site, language, options = {}) {
  const page = await open(site, language, options);
  await page.getByRole("button", { name: words[language].make }).click();
  await page.getByRole("button", { name: words[language].copy }).click();
  await allAtOnce(page);
  await page.locator('[data-own="use"]').click();
  return page;
}

export const field = (page, path) => page.locator(`[id="own-${path}"]`);
export const outcome = (page, id) => page.locator(`[data-criterion="${id}"]`).getAttribute("data-outcome");
