// A stand-in for Statistics Sweden's PxWebApi 2: the rules of the service as published and as others have met them, with
// the faults of a bad day on request. No test speaks to the service itself.

import { listen } from "../../tools/serve.mjs";
import { regionsOf, tables } from "./tables.mjs";

const MOST_CELLS = 150_000;
const MOST_CALLS = 30;
const SPAN_MS = 10_000;
const LONGEST_ADDRESS = 2_100;

/** Under which paths the service stands: the one of today, and the older one. */
export const paths = ["/api/v2", "/OV0104/v2beta/api/v2"];

/** @typedef {import("./tables.mjs").Table} Table @typedef {import("./tables.mjs").Variable} Variable */

/** How long a late answer takes to come, in milliseconds. */
const LATE_MS = 1_500;

/**
 * What goes wrong with a call: a status, perhaps with a wait in seconds, or something in the answer.
 *
 * @typedef {{ status: number, retryAfter?: string } | "unreachable" | "silent" | "late" | "cut-off" | "cut-text" | "html" | "wrong-size" | "fewer-areas" | "version" | "zeros" | "codes" | "revised"} Fault
 */

/** @param {Table} table @returns {Variable[]} */
const variablesOf = (table) => [
  {
    id: "Region",
    label: { sv: "region", en: "region" },
    values: regionsOf(table).map(({ code, label }) => ({ code, label: { sv: label, en: label } })),
  },
  ...table.variables,
];

/** The values that an expression stands for, by the rules of the software; null for a code that is not there. @param {Variable} variable @param {string} expression */
function matching({ values }, expression) {
  const codes = values.map(({ code }) => code);
  if (expression === "*") return codes;
  if (expression.includes("*")) {
    const inner = expression.replace(/^\*|\*$/g, "");
    // A star within the text stands for nothing in the software's code.
    if (expression.startsWith("*") && expression.endsWith("*")) return codes.filter((code) => code.includes(inner));
    if (expression.startsWith("*")) return codes.filter((code) => code.endsWith(inner));
    return expression.endsWith("*") ? codes.filter((code) => code.startsWith(inner)) : [];
  }
  if (expression.includes("?")) {
    const pattern = new RegExp(`^${expression.replace(/[.*+^${}()|[\]\\]/g, "\\$&").replaceAll("?", ".")}$`);
    return codes.filter((code) => pattern.test(code));
  }
  const top = /^top\((\d+)\)$/i.exec(expression);
  if (top !== null) return codes.slice(-Number(top[1]));
  return codes.includes(expression) ? [expression] : null;
}

/** @param {Table} table @param {Map<string, string[]>} wanted @returns {Map<Variable, string[]> | null} in the variables' order, null for what is not accepted */
function select(table, wanted) {
  const variables = variablesOf(table);
  for (const name of wanted.keys()) if (!variables.some(({ id }) => id === name)) return null;
  const chosen = new Map();
  for (const variable of variables) {
    const expressions = wanted.get(variable.id) ?? ["*"];
    const found = expressions.map((expression) => matching(variable, expression));
    if (found.some((codes) => codes === null)) return null;
    const codes = new Set(found.flatMap((codes) => codes ?? []));
    if (codes.size === 0) return null;
    chosen.set(
      variable,
      variable.values.map(({ code }) => code).filter((code) => codes.has(code)),
    );
  }
  return chosen;
}

/** @param {Map<Variable, string[]>} chosen @param {"sv" | "en"} language */
function dimensions(chosen, language) {
  return Object.fromEntries(
    [...chosen].map(([variable, codes]) => {
      const of = new Map(variable.values.map((value) => [value.code, value]));
      const category = {
        index: Object.fromEntries(codes.map((code, at) => [code, at])),
        label: Object.fromEntries(codes.map((code) => [code, of.get(code)?.label[language]])),
        ...(variable.id === "ContentsCode"
          ? { unit: Object.fromEntries(codes.map((code) => [code, { base: "antal", decimals: of.get(code)?.decimals ?? 0 }])) }
          : {}),
      };
      return [
        variable.id,
        { label: variable.label[language], category, extension: { elimination: variable.id !== "ContentsCode", show: "code_value" } },
      ];
    }),
  );
}

/** @param {Table} table @param {Map<Variable, string[]>} chosen @param {"sv" | "en"} language @param {Fault | undefined} fault */
function dataset(table, chosen, language, fault) {
  const all = [...chosen];
  let cells = all
    .reduce(
      (/** @type {Record<string, string>[]} */ rows, [{ id }, codes]) =>
        rows.flatMap((row) => codes.map((code) => ({ ...row, [id]: code }))),
      [{}],
    )
    .map(({ Region = "", ...rest }) => table.cell(Region, rest) ?? "null");
  if (fault === "zeros") cells = cells.map(() => "0");
  if (fault === "wrong-size") cells = cells.slice(0, -3);
  if (fault === "revised") cells = cells.map((cell, at) => (at === 0 && cell !== "null" ? String(Number(cell) + 1) : cell));
  const status = Object.fromEntries(cells.flatMap((cell, at) => (cell === "null" ? [[at, ".."]] : [])));
  const head = {
    version: fault === "version" ? "3.0" : "2.0",
    class: "dataset",
    label: table.label[language],
    source: language === "sv" ? "SCB" : "Statistics Sweden",
    updated: fault === "revised" ? "2026-11-20T07:00:00Z" : table.updated,
    role: { time: ["Tid"], metric: ["ContentsCode"], geo: ["Region"] },
    id: all.map(([{ id }]) => id),
    size: all.map(([, codes]) => codes.length),
    dimension: dimensions(chosen, language),
    extension: { px: { tableid: table.id, decimals: 0, language } },
    ...(Object.keys(status).length > 0 ? { status } : {}),
  };
  const text = JSON.stringify(head, null, 2);
  return `${text.slice(0, -2)},\n  "value": [\n    ${cells.join(",\n    ")}\n  ]\n}`;
}

/**
 * Starts the stand-in on a free port.
 *
 * @param {{ fault?: (call: { table: string | null, kind: string, nth: number }) => Fault | undefined }} [options]
 */
export async function standIn({ fault = () => undefined } = {}) {
  /** @type {{ method: string, url: string, headers: import("node:http").IncomingHttpHeaders, body: string }[]} */
  const calls = [];
  /** @type {number[]} */
  let recent = [];
  const { server, origin } = await listen(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const url = new URL(request.url ?? "/", "http://scb");
    const open = { "Access-Control-Allow-Origin": "*" };
    if (request.method === "OPTIONS")
      return void response
        .writeHead(204, { ...open, "Access-Control-Allow-Methods": "GET,POST", "Access-Control-Allow-Headers": "content-type" })
        .end();
    calls.push({ method: request.method ?? "", url: request.url ?? "", headers: request.headers, body });
    const base = paths.find((path) => url.pathname.startsWith(`${path}/`));
    const [, what = "", id = "", part = ""] = (base === undefined ? "" : url.pathname.slice(base.length)).split("/");
    const kind = what === "tables" ? (id === "" ? "list" : part) : what;
    const wrong = fault({ table: id === "" ? null : id, kind, nth: calls.length });
    /** @param {number} status @param {string} text */
    const send = (status, text, type = "application/json; charset=utf-8", more = {}) =>
      void response.writeHead(status, { ...open, "Content-Type": type, ...more }).end(text);
    const problem = (/** @type {number} */ status, /** @type {string} */ title, more = {}) =>
      send(status, JSON.stringify({ type: "Parameter error", title, status }), "application/problem+json", more);

    if (wrong === "unreachable") return void request.socket.destroy();
    if (wrong === "silent") return;
    if (wrong === "late") await new Promise((resolve) => setTimeout(resolve, LATE_MS));
    if (wrong === "html") return send(200, "<!DOCTYPE html><html><body><h1>Driftstopp</h1></body></html>", "text/html; charset=utf-8");
    if (typeof wrong === "object")
      return problem(
        wrong.status,
        "Too bad",
        wrong.retryAfter === undefined ? {} : { "Retry-After": wrong.retryAfter, "Access-Control-Expose-Headers": "Retry-After" },
      );
    const now = performance.now();
    recent = [...recent.filter((at) => now - at < SPAN_MS), now];
    if (recent.length > MOST_CALLS) return problem(429, "Too many requests");
    if ((request.url ?? "").length > LONGEST_ADDRESS) return problem(404, "Not found");

    const language = url.searchParams.get("lang") === "en" ? "en" : "sv";
    const table = tables.find((one) => one.id === id);
    if (kind === "config")
      return send(
        200,
        JSON.stringify({ apiVersion: "2.3.2", maxDataCells: MOST_CELLS, maxCallsPerTimeWindow: MOST_CALLS, timeWindow: SPAN_MS / 1000 }),
      );
    if (kind === "list") {
      const words = (url.searchParams.get("query") ?? "").toLowerCase();
      const found = tables
        .filter(({ label }) => label[language].toLowerCase().includes(words))
        .map(({ id, label, updated }) => ({ type: "Table", id, label: label[language], updated, links: [] }));
      return send(
        200,
        JSON.stringify(
          { language, tables: found, page: { pageNumber: 1, pageSize: 100, totalElements: found.length, totalPages: 1 } },
          null,
          2,
        ),
      );
    }
    if (table === undefined) return problem(404, "Non-existent table");
    if (kind === "metadata") {
      const whole = select(table, new Map()) ?? new Map();
      return send(
        200,
        JSON.stringify({
          version: "2.0",
          class: "dataset",
          label: table.label[language],
          id: [...whole.keys()].map(({ id }) => id),
          size: [...whole.values()].map(({ length }) => length),
          dimension: dimensions(whole, language),
        }),
      );
    }
    if (kind !== "data") return problem(404, "Not found");

    /** @type {Map<string, string[]>} */
    const wanted = new Map();
    if (request.method === "POST")
      for (const { variableCode, valueCodes } of JSON.parse(body).selection) wanted.set(variableCode, valueCodes);
    else
      for (const [name, codes] of url.searchParams) {
        const variable = /^valueCodes\[(.+)\]$/.exec(name)?.[1];
        // Of a repeated parameter the last one stays, without a word.
        if (variable !== undefined) wanted.set(variable, codes.split(","));
      }
    const chosen = select(table, wanted);
    if (chosen === null) return problem(400, "Non-existent value");
    if (wrong === "fewer-areas") chosen.set([...chosen.keys()][0], [...chosen.values()][0].slice(5));
    if ([...chosen.values()].reduce((cells, { length }) => cells * length, 1) > MOST_CELLS) return problem(400, "Too many cells selected");
    const whole = dataset(table, chosen, language, wrong);
    const text = wrong === "codes" ? whole.replace(/"0000(\w{4})"/g, '"0009$1"') : whole;
    if (wrong === "cut-text") return send(200, text.slice(0, text.length / 2));
    if (wrong === "cut-off") {
      response.writeHead(200, { ...open, "Content-Type": "application/json", "Content-Length": Buffer.byteLength(text) });
      response.write(text.slice(0, text.length / 2), () => request.socket.destroy());
      return;
    }
    return send(200, text);
  }, 0);
  return {
    origin,
    calls,
    /** Forgets the calls of the last seconds, so that one test does not make the next wait. */
    rest: () => {
      recent = [];
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
