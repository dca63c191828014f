// The client of Statistics Sweden's service against a stand-in that answers as it does: what is asked for, what is taken
// for an answer, and how each fault ends. Nothing here speaks to the service itself.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { fetchModules } from "../tools/fetch-modules.mjs";
import { root } from "../tools/process.mjs";
import { writeAnswers } from "./scb/files.mjs";
import { outcomeOf } from "./scb/oracle.mjs";
import { standIn } from "./scb/server.mjs";
import { moved } from "./scb/world.mjs";

/** @typedef {import("./scb/server.mjs").Fault} Fault */

/** @type {Record<string, any>} */
let made;
/** @type {Awaited<ReturnType<typeof standIn>>} */
let scb;
/** What goes wrong with a call of some kind of a table; a list is used up one by one, its last stays. @type {Map<string, Fault[]>} */
const faults = new Map();

before(async () => {
  made = await fetchModules();
  scb = await standIn({
    fault: ({ table, kind }) => {
      const list = faults.get(`${table} ${kind}`) ?? faults.get(kind);
      return list !== undefined && list.length > 1 ? list.shift() : list?.[0];
    },
  });
});
after(() => scb?.close());
beforeEach(() => {
  faults.clear();
  scb.calls.length = 0;
  scb.rest();
});

/** A device whose clock moves only by waiting, and whose network leads to the stand-in. @param {{ reach?: (address: string) => boolean, patience?: number }} [options] */
function device({ reach = () => true, patience = 20_000 } = {}) {
  /** @type {number[]} */
  const waits = [];
  let now = 0;
  return {
    waits,
    patience,
    now: () => now,
    wait: async (/** @type {number} */ ms) => {
      waits.push(ms);
      now += ms;
      scb.rest();
    },
    fetch: (/** @type {string} */ address, /** @type {RequestInit} */ init) =>
      reach(address) ? fetch(address.replace(/^https:\/\/[^/]+/, scb.origin), init) : Promise.reject(new TypeError("Failed to fetch")),
  };
}

/** @param {{ device?: ReturnType<typeof device>, language?: string, signal?: AbortSignal }} [options] */
const client = (options = {}) =>
  new made.Client(options.language ?? "sv", options.signal ?? new AbortController().signal, options.device ?? device());

/** @param {any} query @param {any} [own] */
async function ask(query, own = client()) {
  const { bytes, select } = await own.answer(query);
  return made.readDataset(new TextDecoder().decode(bytes), query, select);
}

/** @param {Partial<{ level: string, places: string[], year: number }>} [wanted] @param {string} [criterion] */
function query(wanted = {}, criterion = "employment") {
  const all = made.queries({ level: "regso", places: [], year: 2023, ...wanted });
  return all.find((/** @type {any} */ one) => one.table.criterion === criterion);
}

/** @param {() => Promise<unknown>} run @param {Record<string, unknown>} problem */
const endsWith = async (run, problem) =>
  assert.deepEqual(
    await run().then(
      () => "answered",
      ({ problem }) => problem,
    ),
    problem,
  );

test("the whole country by RegSO is three answers of the expected size, one mask of areas in each", async () => {
  const own = client();
  const all = [];
  for (const one of made.queries({ level: "regso", places: [], year: 2023 })) all.push(await ask(one, own));
  assert.deepEqual(
    all.map(({ cells, areas }) => [cells, areas.length]),
    [
      [6726, 3363],
      [16815, 3363],
      [3363, 3363],
    ],
  );
  const data = scb.calls.filter(({ url }) => url.includes("/data?"));
  assert.equal(data.length, 3);
  for (const { method, url } of data) {
    assert.equal(method, "GET");
    const names = [...new URL(url, scb.origin).searchParams.keys()];
    assert.equal(new Set(names).size, names.length, url);
    assert.ok(url.length <= 2100 && url.includes("valueCodes[Region]=%3F%3F%3F%3FR%3F%3F%3F&"), url);
  }
  const kronogarden = all.map(({ areas }) => areas.find(({ code }) => code === "1488R002"));
  assert.deepEqual(
    kronogarden.map(({ name, municipality }) => [name, municipality]),
    Array(3).fill(["Kronogården", "1488"]),
  );
});

test("smaller areas, a county, a municipality, and the division of the year", async () => {
  assert.equal((await ask(query({ level: "deso", year: 2024 }, "low-education"))).cells, 30_800);
  assert.equal((await ask(query({ level: "deso", year: 2023 }))).cells, 11_968);
  const one = await ask(query({ places: ["1488"], year: 2024 }));
  assert.ok(one.areas.length > 1 && one.areas.every(({ code }) => /^1488R\d{3}$/.test(code)));
  assert.match(scb.calls.at(-1)?.url ?? "", /Region\]=1488R%3F%3F%3F_RegSO2025&/);
  const county = await ask(query({ places: ["14"] }, "low-education"));
  assert.ok(county.areas.length > one.areas.length && county.areas.every(({ code }) => code.startsWith("14")));
  assert.equal(one.areas[1].name, "Kronogården");
});

test("in English the figures are the same", async () => {
  const [sv, en] = [await ask(query()), await ask(query(), client({ language: "en" }))];
  assert.deepEqual(
    sv.areas.map(({ figure }) => figure),
    en.areas.map(({ figure }) => figure),
  );
  assert.match(scb.calls.at(-1)?.url ?? "", /\?lang=en&/);
});

test("a turnout keeps the decimal that JSON leaves out, and one that is not published is missing", async () => {
  const { areas } = await ask(query({}, "turnout"));
  const figures = areas.map(({ figure }) => figure);
  assert.ok(figures.some((figure) => figure === null));
  assert.ok(figures.every((figure) => figure === null || /^\d+\.\d$/.test(figure.percent)));
  assert.ok(figures.some((figure) => figure?.percent.endsWith(".0")));
});

test("the table without a known id is looked for once, and taken by its contents, not by its title", async () => {
  const own = client();
  for (const place of ["1488", "0180"]) await ask(query({ places: [place] }, "turnout"), own);
  assert.deepEqual(
    scb.calls.map(({ url }) => url.split("?")[0]),
    [
      "/api/v2/tables",
      "/api/v2/tables/TAB9002/metadata",
      "/api/v2/tables/TAB9001/metadata",
      "/api/v2/tables/TAB9001/data",
      "/api/v2/tables/TAB9001/data",
    ],
  );
  assert.match(
    scb.calls.at(-1)?.url ?? "",
    /valueCodes\[Bakgrund\]=SAMT&valueCodes\[ContentsCode\]=000004WU&valueCodes\[Kon\]=4&valueCodes\[Tid\]=2022/,
  );
  faults.set("metadata", ["html"]);
  await endsWith(() => ask(query({}, "turnout")), { kind: "not-figures" });
});

test("an address that would be too long is posted, with the same answer", async () => {
  const places = Array.from({ length: 300 }, (_, nth) => `1488R${String(nth + 1).padStart(3, "0")}`);
  const own = client();
  const { bytes } = await own
    .answer({ ...query({ places: ["1488"] }), table: { ...query().table, select: { ...query().table.select, Kon: ["1+2", ...places] } } })
    .catch(() => ({ bytes: null }));
  assert.equal(bytes, null);
  const [call] = scb.calls;
  assert.equal(call?.method, "POST");
  assert.ok((call?.url.length ?? 0) < 2100);
  assert.deepEqual(JSON.parse(call?.body ?? "").selection[0], { variableCode: "Region", valueCodes: ["1488R???"] });
});

test("a busy service is asked again: after the wait it asks for, else ever later, and not for ever", async () => {
  faults.set("TAB6680 data", [{ status: 429, retryAfter: "7" }, { status: 429 }, /** @type {any} */ (undefined)]);
  const patient = device();
  assert.equal((await ask(query(), client({ device: patient }))).cells, 6726);
  assert.deepEqual(patient.waits, [7_000, 4_000]);
  faults.set("TAB6680 data", [{ status: 429 }]);
  const tired = device();
  await endsWith(() => ask(query(), client({ device: tired })), { kind: "busy" });
  assert.deepEqual(tired.waits, [2_000, 4_000, 8_000, 16_000]);
  faults.set("TAB6680 data", [{ status: 429, retryAfter: "3600" }]);
  const hurried = device();
  await endsWith(() => ask(query(), client({ device: hurried })), { kind: "busy" });
  assert.deepEqual(hurried.waits, []);
});

test("no more calls are made in a while than the service allows", async () => {
  const own = device();
  const one = client({ device: own });
  for (let nth = 0; nth < 31; nth += 1) await ask(query({ places: ["1488"] }), one);
  assert.deepEqual(own.waits, [10_000]);
  assert.equal(scb.calls.length, 31);
});

test("the older host is asked where the first can't be reached, and no other", async () => {
  /** @type {string[]} */
  const hosts = [];
  const own = device({
    reach: (address) => {
      hosts.push(new URL(address).host);
      return !address.startsWith("https://statistikdatabasen.scb.se/");
    },
  });
  const one = client({ device: own });
  await ask(query(), one);
  await ask(query(), one);
  assert.deepEqual(hosts, ["statistikdatabasen.scb.se", "api.scb.se", "api.scb.se"]);
  assert.match(scb.calls[0]?.url ?? "", /^\/OV0104\/v2beta\/api\/v2\/tables\/TAB6680\/data\?/);
  await endsWith(() => ask(query(), client({ device: device({ reach: () => false }) })), { kind: "unreachable" });
});

/** @type {[string, Fault, Record<string, unknown>][]} */
const endings = [
  ["a call that is not understood", { status: 400 }, { kind: "not-accepted", status: 400 }],
  ["a call that is refused", { status: 403 }, { kind: "refused", status: 403 }],
  ["a table that is gone", { status: 404 }, { kind: "missing" }],
  ["a fault of the service", { status: 503 }, { kind: "failed", status: 503 }],
  ["a connection that breaks", "unreachable", { kind: "unreachable" }],
  ["an answer that breaks off", "cut-off", { kind: "cut-off" }],
  ["an answer that ends in the middle", "cut-text", { kind: "cut-off" }],
  ["a page instead of figures", "html", { kind: "not-figures" }],
  ["fewer cells than the sizes say", "wrong-size", { kind: "wrong-size", expected: 6726, found: 6723 }],
  ["fewer areas than the country has", "fewer-areas", { kind: "wrong-size", expected: 6726, found: 6716 }],
  ["another version of the format", "version", { kind: "changed", what: "version" }],
  ["other codes than were asked for", "codes", { kind: "changed", what: "ContentsCode 0000089X" }],
  ["nothing but zeros", "zeros", { kind: "only-zeros" }],
];
for (const [what, fault, problem] of endings) {
  test(`${what} is no answer, and is told as it is`, () => {
    faults.set("TAB6680 data", [fault]);
    return endsWith(() => ask(query()), problem);
  });
}

test("a service that says nothing is not waited for any longer than that, and a person can stop it before", async () => {
  faults.set("TAB6680 data", ["silent"]);
  await endsWith(() => ask(query(), client({ device: device({ patience: 50 }) })), { kind: "slow" });
  const stopping = new AbortController();
  const asked = ask(query(), client({ signal: stopping.signal }));
  stopping.abort();
  await endsWith(() => asked, { kind: "stopped" });
});

test("of a division that has no figures for the year each area is missing, not zero", async () => {
  const one = query();
  const text = JSON.stringify({
    version: "2.0",
    class: "dataset",
    id: ["Region", "Alder", "ContentsCode", "Kon", "Tid"],
    size: [2, 1, 2, 1, 1],
    dimension: {
      Region: { category: { index: ["1488R001", "1488R002"], label: {} } },
      Alder: { category: { label: { "20-64": "" } } },
      ContentsCode: { category: { index: { "0000089Y": 0, "0000089X": 1 } } },
      Kon: { category: { label: { "1+2": "" } } },
      Tid: { category: { label: { 2023: "" } } },
    },
    value: [0, 0, 900, 500],
  });
  const { areas } = made.readDataset(text, { ...one, place: "1488" }, one.table.select);
  assert.deepEqual(
    areas.map(({ figure }) => figure),
    [null, { kind: "count", count: "500", total: "900" }],
  );
});

test("areas of two divisions are joined by code, but not where the name says that it is another area", async () => {
  const own = client();
  const fetched = [];
  for (const one of made.queries({ level: "regso", places: [], year: 2024 })) fetched.push({ query: one, dataset: await ask(one, own) });
  const areas = made.join(fetched);
  assert.equal(areas.length, 3363);
  const renamed = areas.filter(({ renamed }) => renamed.length > 0);
  assert.ok(
    renamed.length > 0 && renamed.every(({ code, figures }) => moved.has(code) && !figures.has("turnout") && figures.has("employment")),
  );
});

test("an area is found by its name, its municipality or its code, as people type them", () => {
  const area = (/** @type {string} */ code, /** @type {string} */ name) => ({
    code,
    name,
    municipality: code.slice(0, 4),
    figures: new Map(),
    renamed: [],
  });
  const all = made.searchable(
    [area("1488R001", "Övre Kronogården"), area("1488R002", "Kronogården"), area("0180R001", "Rinkeby")],
    (/** @type {string} */ code) => ({ 1488: "Trollhättan", "0180": "Stockholm" })[code] ?? code,
  );
  const found = (/** @type {string} */ text) => made.search(all, text).map(({ code }) => code);
  assert.deepEqual(found("kronogarden"), ["1488R002", "1488R001"]);
  assert.deepEqual(found("TROLLHÄTTAN"), ["1488R001", "1488R002"]);
  assert.deepEqual(found("trollhättan övre"), ["1488R001"]);
  assert.deepEqual(found("0180r"), ["0180R001"]);
  assert.deepEqual(found(" "), []);
});

const troskel = path.join(root, "target", "debug", "troskel");
const command = { skip: !existsSync(troskel) && "the command is not built" };
/** @param {string[]} options */
const run = (...options) => execFileSync(troskel, options, { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] });

for (const language of /** @type {const} */ (["sv", "en"])) {
  test(
    `the command line reads what the addresses return: three figures of every area, as the tables alone give them (${language})`,
    command,
    async () => {
      const folder = mkdtempSync(path.join(tmpdir(), "troskel-answers-"));
      try {
        const files = await writeAnswers(folder, 2023, language);
        const { areas } = JSON.parse(run("assess", ...files, "--format", "json"));
        const shown = (/** @type {any} */ area) => [
          area.code,
          area.verdict,
          ...Object.values(area.findings).map(({ outcome, figure }) => `${outcome} ${figure}`),
        ];
        const expected = outcomeOf.all(2023).map(({ code, verdict, outcomes, figures }) => [
          code,
          verdict,
          ...Object.entries(outcomes).map(([criterion, outcome]) => {
            const figure = figures[criterion] ?? null;
            return `${outcome} ${figure === null ? null : (figure.percent?.replace(",", ".") ?? `${figure.count}/${figure.total}`)}`;
          }),
        ]);
        const inOrder = (/** @type {string[][]} */ all) => all.sort(([one = ""], [other = ""]) => (one < other ? -1 : 1));
        assert.equal(areas.length, 3363);
        assert.deepEqual(inOrder(areas.map(shown)), inOrder(expected));
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
}

test("the command line prints the addresses that the page asks", command, () => {
  for (const [level, places, year] of /** @type {const} */ ([
    ["regso", [], 2023],
    ["regso", ["1488", "0180"], 2024],
    ["deso", ["1280"], 2024],
  ])) {
    const options = places.flatMap((place) => ["--municipality", place]);
    const printed = run("sources", "--lang", "sv", "--areas", level, "--period", String(year), ...options);
    const asked = made
      .queries({ level, places: [...places], year })
      .filter((/** @type {any} */ one) => one.table.id !== null)
      .map((/** @type {any} */ one) => made.addressOf(made.service.bases[0], one.table.id, one, "sv"));
    assert.deepEqual(printed.trim().split("\n"), asked);
  }
});
