// The texts of *Get figures*, in English.

import { list, numberWord, sentence } from "../text/english.ts";
import type { FetchText } from "./text.sv.ts";

const areas = (number: string, one: boolean) => (one ? "1 area" : `${number} areas`);

export const text: FetchText = {
  title: "Get figures",
  metaTitle: "Tröskel – get an area’s figures from Statistics Sweden",
  metaDescription:
    "Find your area and get its open figures from Statistics Sweden: employment, education and turnout. You see first what is sent.",
  lead: "Three of the four figures are open at Statistics Sweden (SCB). Get them first. Then you find your area by its name.",
  noScript: "To get figures the page needs JavaScript. Without it you can download the files yourself, further down.",

  sent: {
    title: "Figures from SCB",
    what: "What is sent",
    first: "Nothing is sent before you press.",
    to: (host, older) => `The question goes to SCB at ${host}, or at ${older} if that can’t be reached. No others.`,
    about: (level, where) => `It is about ${level} in ${where}, from these tables:`,
    level: { regso: "all areas with names (RegSO)", deso: "all smaller areas (DeSO)" },
    whole: "the whole country",
    places: (names) => list(names),
    table: (title, year) => `${title}, ${year}`,
    unknownId: "The table of turnout is looked for among those about RegSO, since its number in the service is not known.",
    seesWhole: "SCB learns your IP address and that somebody asks about the whole country, but not which area you look for.",
    seesPlaces: "SCB learns your IP address and which municipalities or county the question is about, but not which area you look for.",
    nothing: "Nothing that you have typed is sent, and no cookies.",
    addresses: "The exact addresses",
    size: (calls, cells) => `${sentence(numberWord(calls))} ${calls === 1 ? "question" : "questions"}, about ${cells} numbers.`,
  },

  choose: {
    title: "Choose the year, areas or parts of the country",
    period: "Year",
    comparable: (year) => `${year} (the same division into areas in all)`,
    mixed: (year, election) => `${year} (newer, but turnout is of ${election} and an older division)`,
    level: "Areas",
    regso: "3,363 areas with names (RegSO)",
    deso: "About 6,000 smaller areas (DeSO), codes only, no turnout",
    where: "Where",
    whole: "The whole country",
    county: "A county",
    municipalities: "One or more municipalities",
    countyLabel: "County",
    municipalityLabel: "Municipality",
    add: "Add",
    remove: (name) => `Remove ${name}`,
  },

  get: {
    start: "Get from SCB",
    rest: "Get what is missing",
    again: "Get again",
    cancel: "Cancel",
    progress: (title, nth, of) => `Getting ${nth} of ${of}: ${title}`,
    progressLabel: "How much has been fetched",
    done: (number, one) => `Fetched: ${areas(number, one)}.`,
    part: (present, of) => `Fetched: ${numberWord(present)} of ${numberWord(of)} tables.`,
    kept: (date) => `Fetched ${date} and saved on the device. It can be used offline.`,
    notKept: "The browser did not let the page save the files. What was fetched is there until you leave the page.",
  },

  problem: {
    title: "Could not be fetched",
    unreachable:
      "SCB can’t be reached. The device may be offline, or a filter in the network stops the question. Try again later, or download the file yourself.",
    refused: "SCB does not take the question right now. Try again later, or download the file on SCB’s page.",
    missing: "The table is no longer at that address. Open SCB’s page to see what has replaced it.",
    "not-accepted": "SCB does not understand the question. The table may have changed. Download the file on SCB’s page.",
    busy: "SCB has too many questions right now, also after the page has waited. Try again in a while.",
    failed: "SCB’s service has a fault right now. Try again later.",
    slow: "SCB did not answer within a minute. Try again.",
    "cut-off": "The answer did not arrive whole. Try again.",
    "not-figures": "What came were no figures but something else, perhaps a page about maintenance. Try again later.",
    changed: (what) =>
      `The table no longer looks as it did (${what}). Its figures are therefore not used. Download the file on SCB’s page.`,
    "wrong-size": (expected, found) =>
      `The answer has ${found} numbers, but ${expected} were expected. They are therefore not used. Try again, or download the file on SCB’s page.`,
    "only-zeros":
      "The answer has nothing but zeros. SCB answers so when the division into areas has no figures for the year. Choose another year.",
    "not-found": "The table was not found in SCB’s service. Download the file on SCB’s page.",
    stopped: "Fetching was cancelled. What had been fetched is still there.",
    pages: (one) => (one ? "SCB’s page of the table" : "SCB’s pages of the tables"),
    typed: "Type the figures yourself in One area",
    also: "Figures are also at",
  },

  find: {
    title: "Find your area",
    label: "Name of the area or the municipality",
    hint: "For example Kronogården or Trollhättan",
    none: "No area has that name. Try a part of the name, or the municipality’s name.",
    found: (number, one) => `${areas(number, one)} found.`,
    more: (number) => `Show all ${number}`,
    before: "Once the figures are here, there is a field here to search for your area.",
    noName: "(without a name)",
  },

  card: {
    in: (name, municipality) => `${name} in ${municipality}`,
    known: (met, known) =>
      known === 1
        ? met === 1
          ? "The only criterion with a figure is met."
          : "The only criterion with a figure is not met."
        : `${met === 0 ? "None" : sentence(numberWord(met))} of the ${numberWord(known)} criteria with a figure ${met <= 1 ? "is" : "are"} met.`,
    noFigures: "SCB has no figure for the area in these tables. In small areas that is common.",
    meets: "The area meets the criteria.",
    "does-not-meet": "The area does not meet the criteria, since all four are required. That holds whatever the missing figures are.",
    undetermined: (names) => `What decides: ${list(names)}.`,
    reading: "The memo does not say expressly that all four are required. Other interpretations can be chosen in One area.",
    hardship: "Met means that the area’s challenges are greater than the threshold, not that anything has been passed.",
    share: (count, total) => `${count} of ${total}`,
    threshold: { below: (threshold) => `threshold: below ${threshold}`, above: (threshold) => `threshold: above ${threshold}` },
    outcome: { met: "Met", "at-threshold": "Exactly on the threshold", "not-met": "Not met", unknown: "No figure" },
    missing: "SCB has no figure for the area.",
    renamed: "The area has another name in that table. Its border was moved, so that the figure is not of the same area and is not used.",
    notFetched: "Not fetched.",
    source: (table, year, ages, division) =>
      `SCB ${table}, ${year}, ${ages.endsWith("–") ? `aged ${ages.replace("–", "")} and over` : `ages ${ages}`}, ${division}`,
    updated: (date) => `table updated ${date}`,
    divisions:
      "The figures are of different divisions into areas. In 288 of 3,363 areas the border was moved between them, and then it is not the same area.",
    municipality: "The municipality",
    municipalityUnknown: "The municipality is not in the register.",
    go: "Take the figures to One area",
    goWait: "The figures are being prepared …",
    goFailed: "The figures could not be prepared. Type them in One area.",
    other: "Choose another area",
  },

  many: {
    title: "All areas at once",
    open: "Open in Many areas",
    said: (number, one) => `${areas(number, one)} ${one ? "is" : "are"} here, ready to be compared.`,
  },

  kept: {
    title: "What was fetched",
    intro: "The files as they came from SCB. Nothing in them is changed.",
    file: "File",
    cells: (cells) => `${cells} numbers`,
    updated: (date) => `Table updated at SCB ${date}`,
    fetched: (date) => `Fetched ${date}`,
    address: "Address",
    sha: "SHA-256",
    noSha: "The browser computes no checksum on this address.",
    save: (file) => `Save ${file}`,
    list: "Save a list of the sources",
    listName: "sources.txt",
    same: "Nothing has changed since last time.",
    changed: (number, one) => `Changed since last time: the figure of ${areas(number, one)}.`,
    forget: "Remove what was fetched",
  },

  byHand: {
    title: "Download yourself",
    intro:
      "Get the files with your browser, on this or another computer, and drop them in Many areas. If the browser shows a file instead of saving it, choose Save page as.",
    table: (title, year) => `${title}, ${year}`,
    direct: "Get this file",
    page: "Choose on SCB’s page",
    bulk: "The whole table, all years (ZIP, large)",
    bulkNote:
      "The large files are in Swedish and hold all areas, years and ages. A file can be dropped as it is, but it is hundreds of megabytes unpacked.",
    noAddress:
      "The address of the figures themselves is not known. On the page, choose region, all (samtliga), men and women, and the year.",
    missing: "Long-term registered unemployed",
    drop: "Drop the files in Many areas",
    seen: "The addresses come from open scripts and logs. They have not been tried from here.",
  },
};
