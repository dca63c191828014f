// A load at each of its years, the series and the comparison of two years, for all areas of the country: what the worker's
// Wasm module says beside what an independent script computes.

import assert from "node:assert/strict";
import { File } from "node:buffer";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import init, { Session } from "../www/generated/tables/tables.js";
import { CRITERIA, YEARS, breaksOf, changeOf, country, education, employment, percentages, seriesOf } from "./years/look-alikes.mjs";

const file = (path) => readFileSync(new URL(`../${path}`, import.meta.url));
const set = JSON.parse(file("src/criteria/sets/promemoria-2018.json").toString());
const areas = country();
const byCode = new Map(areas.map((area) => [area.code, area]));
const FRAME = [2018, ...YEARS];

before(async () => {
  const { buffer: wasm } = new Uint8Array(file("www/generated/tables/tables_bg.wasm"));
  await init({ module_or_path: wasm });
});

/** Reads files into a session and assesses them. */
async function read(session, files) {
  const all = Object.entries(files).map(([name, text]) => new File([text], name));
  await session.read(all, [], () => {}, new AbortController().signal);
  return session.assess(null, null);
}

async function load(files) {
  const session = new Session(set, "[]", false);
  await read(session, files);
  session.select({ text: "", sort: "file", descending: false });
  return session;
}

const allYears = () => ({
  "status.csv": employment(areas, YEARS),
  "education-to-2023.csv": education(areas, [2020, 2021, 2022, 2023]),
  "education-2024.csv": education(areas, [2024]),
  "registered.csv": percentages(areas, "long-term-unemployment", "Andel långtidsinskrivna arbetslösa", [2022, 2023, 2024]),
  "turnout.csv": percentages(areas, "turnout", "Valdeltagande", [2018, 2022]),
});

/** The processor's time since then, which other programs don't touch. */
const milliseconds = (since) => Math.round(process.cpuUsage(since).user / 1000);

/** What a session says of an area's series, in the words of the script. */
const told = (frame, { points }) =>
  points.map(({ verdict, findings }) => ({
    verdict,
    findings: findings.map(({ outcome, figure, change }) => ({
      outcome,
      figure,
      change: change && { ...change, breaks: change.breaks.map((at) => frame.breaks[at].id).sort() },
    })),
  }));

test("every year, series and verdict of the country is what an independent script computes", async () => {
  const session = await load(allYears());
  const since = process.cpuUsage();
  const frame = session.years();
  const all = session.series(0, areas.length);
  const took = milliseconds(since);
  assert.deepEqual(
    frame.periods.map(({ period }) => period),
    FRAME.map(String),
  );
  assert.equal(all.length, areas.length);
  for (const series of all) {
    const area = byCode.get(series.code);
    assert.equal(series.name, area.name);
    assert.deepEqual(told(frame, series), seriesOf(area, FRAME), series.code);
  }
  for (const [nth, { totals, figures }] of frame.periods.entries()) {
    const verdicts = areas.map((area) => seriesOf(area, FRAME)[nth].verdict);
    const count = (wanted) => verdicts.filter((verdict) => verdict === wanted).length;
    assert.deepEqual(
      [totals.areas, totals.meets, totals["does-not-meet"], totals.undetermined],
      [areas.length, count("meets"), count("does-not-meet"), count("undetermined")],
    );
    const turnout = FRAME[nth] < 2022 ? "2018" : "2022";
    assert.deepEqual([figures[3].period, figures[3].carried], [turnout, turnout !== String(FRAME[nth])]);
    assert.equal(figures[2].ages, FRAME[nth] === 2018 ? null : FRAME[nth] < 2024 ? "25-64" : "25-65");
  }
  console.log(`    years and series of ${all.length} areas: ${took} ms of processor`);
});

test("the year control takes a year's figures for all that is asked afterwards", async () => {
  const session = await load(allYears());
  const summary = session.atPeriod("2022");
  const right = (nth) => areas.filter((area) => seriesOf(area, FRAME)[nth].verdict === "meets").length;
  assert.equal(summary.totals.meets, right(FRAME.indexOf(2022)));
  session.select({ text: byCode.keys().next().value, sort: "file", descending: false });
  const [row] = session.rows(0, 1);
  assert.deepEqual(
    row.assessment.findings.map(({ figure }) => figure),
    seriesOf(areas[0], FRAME)[FRAME.indexOf(2022)].findings.map(({ figure }) => figure),
  );
  assert.equal(session.seriesOf(row.position).code, areas[0].code);
  assert.equal(session.atPeriod(null).totals.meets, right(FRAME.indexOf(2024)));
  assert.throws(
    () => session.atPeriod("1999"),
    ({ problem }) => problem.code === "unknown-word",
  );
});

/** What two years of an area come to, in the words of a comparison; years of elections stand for later ones. */
function compared(area, [then, now]) {
  const [was, is] = [then, now].map((year) => seriesOf(area, [year])[0]);
  const findings = CRITERIA.map(({ id }, nth) => {
    const known = area.figures[id];
    const own = (year) => (id === "turnout" ? (year < 2022 ? 2018 : 2022) : year);
    const [one, other] = [known.get(own(then)) ?? null, known.get(own(now)) ?? null];
    const same = own(then) === own(now);
    const change =
      one === null || other === null || same
        ? null
        : { since: String(own(then)), ...changeOf(one, other), breaks: breaksOf(id, own(then), own(now)) };
    return { before: was.findings[nth].figure, now: is.findings[nth].figure, change };
  });
  return { verdicts: [was.verdict, is.verdict], findings };
}

const ofRow = (comparison, row) => ({
  verdicts: [row.before[0].verdict, row.now[0].verdict],
  findings: row.findings.map((finding) => ({
    before: finding.before?.figure ?? null,
    now: finding.now?.figure ?? null,
    change: finding.change && { ...finding.change, breaks: finding.change.breaks.map((at) => comparison.breaks[at].id).sort() },
  })),
});

for (const [then, now] of /** @type {const} */ ([
  [2020, 2023],
  [2023, 2024],
]))
  test(`${then} beside ${now} is what an independent script computes, for every area`, async () => {
    const session = await load(allYears());
    const since = process.cpuUsage();
    const comparison = session.comparePeriods(String(then), String(now), false);
    const { total, rows } = session.compared("all", 0, areas.length);
    const took = milliseconds(since);
    assert.equal(total, areas.length);
    const right = areas.map((area) => compared(area, [then, now]));
    for (const row of rows) {
      assert.equal(row.matched, "code");
      assert.deepEqual(ofRow(comparison, row), compared(byCode.get(row.now[0].code), [then, now]));
    }
    const count = (was, is) => right.filter(({ verdicts }) => was(verdicts[0]) && is(verdicts[1])).length;
    const [meets, not] = [(verdict) => verdict === "meets", (verdict) => verdict !== "meets"];
    assert.deepEqual(
      [comparison.entering, comparison.leaving + comparison.undecided, comparison.staying],
      [count(not, meets), count(meets, not), count(meets, meets)],
    );
    const turned = right.filter(({ verdicts: [was, is] }) => was !== is).length;
    assert.equal(session.compared("turned", 0, 0).total, turned);
    console.log(`    two years of ${rows.length} areas compared: ${took} ms of processor`);
  });

test("last year's file by name and this year's by code are compared, area by area", async () => {
  const session = new Session(set, "[]", false);
  await read(session, { "2023.csv": employment(areas, [2020, 2021, 2022, 2023]) });
  session.keepAsBefore();
  await read(session, { "2024.csv": employment(areas, [2024]) });
  const comparison = session.comparePeriods(null, null, true);
  assert.deepEqual(comparison.matches, [{ matched: "name", rows: areas.length }]);
  for (const row of session.compared("all", 0, areas.length).rows) {
    const known = byCode.get(row.now[0].code).figures.employment;
    const [was, is] = [known.get(2023), known.get(2024)];
    const right = was && is ? { since: "2023", ...changeOf(was, is), breaks: ["regso-2025"] } : null;
    assert.deepEqual(ofRow(comparison, row).findings[0].change, right, row.now[0].code);
  }
  assert.equal(session.comparePeriods("2020", null, true).before.figures[0].period, "2020");
});

test("a comparison is about the areas that are chosen", async () => {
  const session = await load(allYears());
  const [then, now] = [2020, 2023];
  const told = (/** @type {object} */ selection) => {
    session.select(selection);
    const comparison = session.comparePeriods(String(then), String(now), false);
    return { comparison, rows: session.compared("all", 0, areas.length).rows };
  };
  const meets = (/** @type {{ verdicts: string[] }} */ { verdicts: [was, is] }) => [was === "meets", is === "meets"];
  const right = areas.map((area) => ({ area, ...compared(area, [then, now]) }));
  for (const municipality of ["0114", "0180"]) {
    const own = right.filter(({ area }) => area.municipality === municipality);
    const { comparison, rows } = told({ municipality });
    assert.deepEqual(rows.map((row) => row.now[0].code).sort(), own.map(({ area }) => area.code).sort());
    const count = (was, is) => own.filter((one) => meets(one)[0] === was && meets(one)[1] === is).length;
    assert.deepEqual([comparison.entering, comparison.staying], [count(false, true), count(true, true)]);
    assert.equal(comparison.leaving + comparison.undecided, count(true, false));
    assert.deepEqual([comparison.before.totals.areas, comparison.now.totals.areas], [own.length, own.length]);
    assert.equal(comparison.now.totals.meets, own.filter((one) => meets(one)[1]).length);
  }
  // What is asked of the figures is asked of those that the table shows, here of 2023.
  session.atPeriod(String(now));
  const { rows, comparison } = told({ verdict: "meets" });
  const expected = right.filter((one) => meets(one)[1]).map(({ area }) => area.code);
  assert.deepEqual(rows.map((row) => row.now[0].code).sort(), expected.sort());
  assert.deepEqual([comparison.leaving, comparison.entering + comparison.staying], [0, expected.length]);
  assert.ok(expected.length > 0 && expected.length < areas.length);
  assert.equal(told({}).rows.length, areas.length);
});

test("a municipality's counts are added up where all are there, and percentages never", async () => {
  const session = await load(allYears());
  for (const municipality of ["0180", "0114", "2584"]) {
    const own = areas.filter((area) => area.municipality === municipality);
    const { points } = session.seriesOfMunicipality(municipality);
    for (const [nth, year] of FRAME.entries()) {
      const figures = own.map((area) => area.figures.employment.get(year) ?? null);
      const [finding, , , turnout] = points[nth].findings;
      const sum = (part) => figures.reduce((all, figure) => all + figure[part], 0);
      const complete = figures.every((figure) => figure !== null);
      assert.equal(finding.figure, complete ? `${sum("count")}/${sum("total")}` : null, `${municipality} ${year}`);
      assert.equal(finding.lacks, complete ? null : figures.some(Boolean) ? "missing" : "nothing");
      assert.deepEqual([turnout.figure, turnout.lacks], [null, "percentages"]);
    }
  }
});

test("series are written tidy and wide with the same figures", async () => {
  const session = await load(allYears());
  const written = (format, wide) => {
    const pieces = [];
    session.exportSeries(format, wide, (bytes) => pieces.push(Buffer.from(bytes)));
    return Buffer.concat(pieces).toString();
  };
  const tidy = written("csv", false).trim().split("\n");
  assert.equal(tidy.length, 1 + areas.length * FRAME.length * CRITERIA.length);
  const wide = written("csv", true).trim().split("\n");
  assert.equal(wide.length, 1 + areas.length);
  const [names, row] = [wide[0].split(","), wide[1].split(",")];
  const series = session.series(0, 1)[0];
  const point = series.points[FRAME.indexOf(2023)];
  assert.equal(row[names.indexOf("employment_percent_2023")], point.findings[0].percent ?? "");
  assert.equal(row[names.indexOf("verdict_2023")], point.verdict);
  const all = JSON.parse(written("json", false));
  assert.deepEqual(all.areas[0], JSON.parse(JSON.stringify(series)));
  assert.deepEqual(
    all.periods.map(({ period }) => period),
    FRAME.map(String),
  );
});
