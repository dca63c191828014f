// What was fetched stays on the device, byte for byte as it came, with where it came from; it is used again offline.

import { siteRoot } from "../device/offline.ts";
import { FETCHED } from "../device/storage.ts";
import { sha256 } from "../engine/digest.ts";
import type { Origin } from "../generated/tables/tables.js";
import { withOrigin } from "../model/origins.ts";
import { readDataset, type Dataset } from "./dataset.ts";
import { fileName, type Query, type Selected, tables, queries } from "./sources.ts";

/** Where an answer came from, to be told wherever its figures are used. */
export interface Provenance {
  readonly address: string;
  readonly id: string;
  readonly select: Selected;
  /** SHA-256 of the bytes in hexadecimal; null where the browser gives none, as on an unsafe address. */
  readonly sha256: string | null;
  /** The day and time at which it was fetched, in ISO 8601. */
  readonly fetched: string;
}

/** An answer with its query, its origin, and what it says. */
export interface Fetched {
  readonly query: Query;
  readonly from: Provenance;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly dataset: Dataset;
}

const NOTE = "X-Troskel";

const name = FETCHED + siteRoot.pathname;

interface Note extends Provenance {
  readonly table: string;
  readonly level: Query["division"]["level"];
  readonly place: string;
  readonly year: number;
}

/** The place of an answer among those that are kept: an answer to the same query takes it over, in any language. */
const placeOf = (query: Query) => new URL(`fetched/${fileName(query)}`, siteRoot).href;

/** Keeps an answer; false where the browser does not let it. */
export async function keep({ query, from, bytes }: Fetched): Promise<boolean> {
  const { table, division, place, year } = query;
  const note: Note = { ...from, table: table.name, level: division.level, place, year };
  try {
    const headers = { "Content-Type": "application/json", [NOTE]: encodeURIComponent(JSON.stringify(note)) };
    await (await caches.open(name)).put(placeOf(query), new Response(bytes, { headers }));
    return true;
  } catch {
    return false;
  }
}

/** Returns everything that is kept and can still be read. */
export async function kept(): Promise<Fetched[]> {
  try {
    // Opening makes one, and nothing is put on a device before a person fetches.
    if (!(await caches.has(name))) return [];
    const cache = await caches.open(name);
    const responses = await Promise.all((await cache.keys()).map((request) => cache.match(request)));
    const all = await Promise.all(responses.map((response) => (response === undefined ? null : read(response))));
    return all.filter((one) => one !== null);
  } catch {
    return [];
  }
}

async function read(response: Response): Promise<Fetched | null> {
  try {
    const { table: of, level, place, year, ...from } = JSON.parse(decodeURIComponent(response.headers.get(NOTE) ?? "")) as Note;
    const table = tables.find((one) => one.name === of);
    if (table === undefined) return null;
    const query = queries({ level, places: place === "" ? [] : [place], year }).find((one) => one.table === table && one.year === year);
    if (query === undefined) return null;
    const bytes = new Uint8Array(await response.arrayBuffer());
    // What is on the device may have been damaged there.
    if (from.sha256 !== null && (await sha256(bytes)) !== from.sha256) return null;
    return { query, from, bytes, dataset: readDataset(new TextDecoder().decode(bytes), query, from.select) };
  } catch {
    return null;
  }
}

/** Takes away what is kept; nothing where there is none. */
export async function forget(): Promise<void> {
  await caches.delete(name).catch(() => false);
}

/** Returns an answer as the file that a person would have downloaded, with where it came from. */
export function fileOf(fetched: Fetched): File {
  const { query, bytes } = fetched;
  return withOrigin(new File([bytes], fileName(query), { type: "application/json" }), originOf(fetched));
}

/** Returns where an answer came from. */
export function originOf({ from: { address, sha256 }, dataset: { updated } }: Fetched): Origin {
  return { address, updated: updated === "" ? null : updated, sha256 };
}
