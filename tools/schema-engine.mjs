#!/usr/bin/env node
/**
 * Stands in for Prisma's native schema engine where that could not be downloaded: same arguments, same JSON-RPC over
 * standard input and output, carried out by Prisma's own WebAssembly build of the engine and the pg adapter.
 * prisma.config.ts names this file only where the official engine is absent.
 */
import { readFileSync } from "node:fs";
import readline from "node:readline";
import { administer } from "./schema-engine/administer.mjs";
import { closeShadows, makeFactory, parseUrl } from "./schema-engine/adapter.mjs";
import { loadEngine } from "./schema-engine/load.mjs";

const datamodels = [];
let datasource = {};
let administration;

const argv = process.argv.slice(2);
for (let i = 0; i < argv.length; i++) {
  if (argv[i] === "--datamodels") {
    const file = argv[++i];
    datamodels.push([file, readFileSync(file, "utf8")]);
  } else if (argv[i] === "--datasource") datasource = JSON.parse(argv[++i]);
  else if (argv[i] === "--enabled-preview-features" || argv[i] === "--extension-types") i++;
  else if (argv[i] === "cli") administration = argv[++i];
  else if (argv[i] === "--version" || argv[i] === "-V") {
    console.log("schema-engine (WebAssembly)");
    process.exit(0);
  }
}

if (administration) await administer(administration, parseUrl(datasource.url).connection);

const { SchemaEngine, lastPanic } = loadEngine();
const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);

let engine;
async function getEngine() {
  // `diff` between files needs no database, yet the engine wants an address
  const url = datasource.url ?? "postgresql://none@none.invalid/none";
  engine ??= await SchemaEngine.new(
    { datamodels: datamodels.length > 0 ? datamodels : undefined },
    () => {},
    makeFactory(url, datasource.shadowDatabaseUrl),
  );
  return engine;
}

function fail(id, error) {
  const message = lastPanic() || String(error?.message ?? error);
  const data = { is_panic: false, message, ...(error?.code ? { error_code: error.code } : {}) };
  send({ id, error: { code: 4466, message, data } });
}

async function answer({ id, method, params }) {
  const schemaEngine = await getEngine();
  const name = method === "getDatabaseVersion" ? "version" : method;
  if (typeof schemaEngine[name] !== "function")
    throw new Error(`not supported by the WebAssembly schema engine: ${method}`);
  // These two get no factory for shadow databases of their own: they work from the schema that devDiagnostic caches,
  // so have it cached first.
  if (name === "evaluateDataLoss" || name === "createMigration")
    await schemaEngine.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters });
  const result = await schemaEngine[name](params);
  // the native engine prints a difference through a notification of its own, and the command line expects that
  if (name === "diff" && result?.stdout) {
    send({ id: 1e6 + id, method: "print", params: { content: result.stdout } });
    result.stdout = null;
  }
  send({ id, result: result ?? null });
}

let current;
// a panic inside the engine arrives here rather than as a rejected promise
process.on("uncaughtException", async (error) => {
  if (current !== undefined) fail(current, error);
  await closeShadows();
  process.exit(1);
});
// the command line closes standard input and sends SIGTERM at once; finish cleaning up first
process.on("SIGTERM", () => {});

let queue = Promise.resolve();
readline
  .createInterface({ input: process.stdin })
  .on("line", (line) => {
    if (!line.trim()) return;
    const message = JSON.parse(line);
    if (!message.method) return;
    queue = queue.then(async () => {
      current = message.id;
      await answer(message).catch((error) => fail(message.id, error));
      current = undefined;
    });
  })
  .on("close", () => queue.then(closeShadows).then(() => process.exit(0)));
