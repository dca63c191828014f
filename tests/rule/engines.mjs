// SQL engines behind one face: make the table, fill it, run a query, close.

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** Writes a value as SQL: figures are digits, so that an engine reads them as its own exact numbers. */
const literal = (value) => (value === null ? "NULL" : value);

function* inserts(columns, rows) {
  for (let from = 0; from < rows.length; from += 1000) {
    const values = rows.slice(from, from + 1000).map(([code, ...figures]) => `('${code}', ${figures.map(literal).join(", ")})`);
    yield `INSERT INTO areas (${columns.join(", ")}) VALUES ${values.join(", ")}`;
  }
}

/** Yields what fills `areas`; `decimal` is the engine's type for percentages. */
function* statements({ columns, rows }, decimal) {
  const types = { text: "TEXT", decimal, bigint: "BIGINT" };
  yield "DROP TABLE IF EXISTS areas";
  yield `CREATE TABLE areas (${columns.map(({ name, type }) => `${name} ${types[type]}`).join(", ")})`;
  yield* inserts(
    columns.map(({ name }) => name),
    rows,
  );
}

async function sqlite() {
  const { default: initialise } = await import("sql.js");
  const database = new (await initialise()).Database();
  return {
    name: `SQLite ${database.exec("SELECT sqlite_version()")[0].values[0][0]}`,
    fill(table) {
      for (const statement of statements(table, "NUMERIC")) database.exec(statement);
    },
    query(sql) {
      const [{ columns, values }] = database.exec(sql);
      return values.map((row) => Object.fromEntries(columns.map((column, nth) => [column, row[nth]])));
    },
    close: () => database.close(),
  };
}

async function postgres() {
  const { PGlite } = await import("@electric-sql/pglite");
  const database = await PGlite.create();
  const { rows } = await database.query("SELECT current_setting('server_version') AS version");
  return {
    name: `PostgreSQL ${rows[0].version}`,
    async fill(table) {
      for (const statement of statements(table, "DECIMAL")) await database.exec(statement);
    },
    query: async (sql) => (await database.query(sql)).rows,
    close: () => database.close(),
  };
}

async function duckdb() {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  const query = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS();
  const [{ version }] = await query("SELECT version() AS version");
  return {
    name: `DuckDB ${version}`,
    async fill(table) {
      for (const statement of statements(table, "DECIMAL(15, 12)")) await connection.run(statement);
    },
    query,
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Spark needs Python's pyspark and a Java: it is run where they are. */
async function spark() {
  const python = process.env.TROSKEL_SPARK_PYTHON ?? "python3";
  if (spawnSync(python, ["-c", "import pyspark"]).status !== 0) return undefined;
  const script = fileURLToPath(new URL("spark.py", import.meta.url));
  const child = spawn(python, [script], { stdio: ["pipe", "pipe", "ignore"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error("Spark ended early");
    return JSON.parse(value);
  };
  const ask = (request) => {
    child.stdin.write(`${JSON.stringify(request)}\n`);
    return answer();
  };
  const { version } = await answer();
  return {
    name: `Spark SQL ${version}`,
    fill: (table) => ask({ table }),
    query: async (sql) => (await ask({ sql })).rows,
    async close() {
      child.stdin.end();
      await once(child, "exit");
    },
  };
}

/** The engines; one that is not there gives `undefined`. */
export const engines = { SQLite: sqlite, PostgreSQL: postgres, DuckDB: duckdb, "Spark SQL": spark };
