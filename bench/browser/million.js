// A file of many areas to a table sorted by employment, its first fifty rows and its totals, in three ways.

const measures = ["Sysselsättningsgrad", "Långtidsarbetslöshet", "Låg utbildning", "Valdeltagande"];

let worker;

/** In our worker, which stays as the product's does; `coldMs` counts its loading, too. */
export async function ours(file, set) {
  const since = performance.now();
  worker ??= new Worker("/bench/ours.worker.js", { type: "module" });
  const answer = await new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => (data.failed === undefined ? resolve(data) : reject(new Error(data.failed)));
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage({ file, set });
  });
  return { ...answer, coldMs: answer.done - performance.timeOrigin - since };
}

/** By PapaParse on the page's own thread, compared and sorted in plain JavaScript. */
export async function papa(file) {
  const from = performance.now();
  if (globalThis.Papa === undefined) {
    await new Promise((resolve, reject) => {
      const script = Object.assign(document.createElement("script"), {
        src: "/peers/papaparse/papaparse.min.js",
        onload: resolve,
        onerror: reject,
      });
      document.head.append(script);
    });
  }
  const since = performance.now();
  const areas = [];
  const at = [0, 0, 0, 0];
  let meets = 0;
  let first = true;
  await new Promise((resolve, reject) => {
    globalThis.Papa.parse(file, {
      delimiter: ";",
      skipEmptyLines: true,
      chunk: ({ data }) => {
        for (const row of data) {
          if (first) {
            first = false;
            continue;
          }
          const [employment, unemployment, education, turnout] = [2, 3, 4, 5].map((nth) => Number(row[nth].replace(",", ".")));
          const met = employment < 60 && unemployment > 10 && education > 28 && turnout < 75;
          meets += met ? 1 : 0;
          at[0] += employment === 60 ? 1 : 0;
          at[1] += unemployment === 10 ? 1 : 0;
          at[2] += education === 28 ? 1 : 0;
          at[3] += turnout === 75 ? 1 : 0;
          areas.push({ code: row[0], name: row[1], employment, unemployment, education, turnout, met });
        }
      },
      complete: resolve,
      error: reject,
    });
  });
  const order = areas.toSorted((a, b) => a.employment - b.employment);
  const shown = order.slice(0, 50);
  const done = performance.now();
  return { ms: done - since, coldMs: done - from, areas: areas.length, meets, at, first: shown[0].code };
}

let connection;

/** By DuckDB-Wasm in its own worker, into a table; `coldMs` counts its loading, too. */
export async function duck(file) {
  const from = performance.now();
  if (connection === undefined) {
    const duckdb = await import("@duckdb/duckdb-wasm");
    const base = `${location.origin}/peers/@duckdb/duckdb-wasm/dist/`;
    const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), new Worker(`${base}duckdb-browser-eh.worker.js`));
    await database.instantiate(`${base}duckdb-eh.wasm`);
    connection = { duckdb, database, session: await database.connect() };
  }
  const { duckdb, database, session } = connection;
  const since = performance.now();
  await database.registerFileHandle("areas.csv", file, duckdb.DuckDBDataProtocol.BROWSER_FILEREADER, true);
  const [employment, unemployment, education, turnout] = measures.map((name) => `"${name}"`);
  await session.query(`CREATE OR REPLACE TABLE areas AS SELECT *, ${employment} < 60 AND ${unemployment} > 10 AND ${education} > 28 AND ${turnout} < 75 AS met
    FROM read_csv('areas.csv', delim = ';', decimal_separator = ',', header = true)`);
  const totals = await session.query(`SELECT count(*)::INT, (count(*) FILTER (met))::INT, (count(*) FILTER (${employment} = 60))::INT,
    (count(*) FILTER (${unemployment} = 10))::INT, (count(*) FILTER (${education} = 28))::INT, (count(*) FILTER (${turnout} = 75))::INT FROM areas`);
  const rows = await session.query(`SELECT * FROM areas ORDER BY ${employment}, rowid LIMIT 50`);
  const [areas, meets, ...at] = Object.values(totals.toArray()[0].toJSON());
  const first = rows.toArray()[0].toJSON()["Områdeskod"];
  const done = performance.now();
  await database.dropFile("areas.csv");
  return { ms: done - since, coldMs: done - from, areas, meets, at, first, version: await database.getVersion() };
}
