#!/usr/bin/env node
// Stand-in for Prisma's native schema-engine binary: same argv, same JSON-RPC over stdio,
// executed by @prisma/schema-engine-wasm + @prisma/adapter-pg. Nothing is downloaded.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import path from "node:path";
import readline from "node:readline";
import pg from "pg";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as bg from "@prisma/schema-engine-wasm/schema_engine_bg";

const argv = process.argv.slice(2);
const datamodels = [];
let datasource = {};
let cliCmd;
for (let i = 0; i < argv.length; i++) {
  if (argv[i] === "--datamodels") {
    const f = argv[++i];
    datamodels.push([f, readFileSync(f, "utf8")]);
  } else if (argv[i] === "--datasource") datasource = JSON.parse(argv[++i]);
  else if (argv[i] === "--enabled-preview-features" || argv[i] === "--extension-types") i++;
  else if (argv[i] === "cli") cliCmd = argv[++i];
  else if (argv[i] === "--version" || argv[i] === "-V") {
    console.log("schema-engine (wasm stand-in)");
    process.exit(0);
  }
}
const parse = (s) => {
  const u = new URL(s);
  const ssl = u.searchParams.get("sslmode");
  return {
    schema: u.searchParams.get("schema") ?? undefined,
    cfg: {
      host: u.searchParams.get("host") ?? u.hostname,
      port: Number(u.port || 5432),
      user: decodeURIComponent(u.username),
      password: decodeURIComponent(u.password),
      database: decodeURIComponent(u.pathname.slice(1)),
      ...(ssl && ssl !== "disable" ? { ssl: { rejectUnauthorized: ssl === "verify-full" } } : {}),
    },
  };
};

if (cliCmd) {
  const { cfg } = parse(datasource.url);
  const name = cfg.database;
  const c = new pg.Client({ ...cfg, database: cliCmd === "can-connect-to-database" ? name : "postgres" });
  try {
    await c.connect();
    if (cliCmd === "create-database") await c.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
    if (cliCmd === "drop-database") await c.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)}`);
    await c.end();
    process.exit(0);
  } catch (e) {
    const error_code = { "3D000": "P1003", "28P01": "P1000" }[e.code] ?? "P1001";
    process.stderr.write(
      '{"level":"INFO","target":"stand-in","fields":{"message":"start"}}\n' +
        JSON.stringify({
          level: "ERROR",
          target: "schema_engine::logger",
          fields: { error_code, message: e.message || String(e.code ?? e) },
        }),
      () => process.exit(1),
    );
    await new Promise(() => {});
  }
}

// adapter-pg has no mapping for OID 18 ("char"), which the engine's catalog queries return: let it pass as TEXT,
// then hand it on as Character, which is what the engine expects.
const addFields = pg.Result.prototype.addFields;
pg.Result.prototype.addFields = function (f) {
  for (const d of f)
    if (d.dataTypeID === 18) {
      d.dataTypeID = 25;
      d.wasChar = true;
    }
  return addFields.call(this, f);
};
const patch = (a) => {
  let fields;
  const io = a.performIO.bind(a),
    raw = a.queryRaw.bind(a),
    tx = a.startTransaction?.bind(a);
  a.performIO = async (q) => {
    const r = await io(q);
    fields = r?.fields;
    return r;
  };
  a.queryRaw = async (q) => {
    const r = await raw(q);
    fields?.forEach((f, i) => {
      if (f.wasChar) r.columnTypes[i] = ColumnTypeEnum.Character;
    });
    return r;
  };
  // upstream splits the script at every ';' (breaks $$ bodies and quoted semicolons); one simple-protocol query is right
  if (a.executeScript)
    a.executeScript = async (script) => {
      try {
        await a.client.query(script);
      } catch (e) {
        a.onError(e);
      }
    };
  if (tx) a.startTransaction = async (iso) => patch(await tx(iso));
  return a;
};
const shadows = new Set();
class MigrationPg extends PrismaPg {
  #cfg;
  #opt;
  constructor(cfg, opt) {
    super(cfg, opt);
    this.#cfg = cfg;
    this.#opt = opt;
  }
  async connect() {
    return patch(await super.connect());
  }
  async connectToShadowDb() {
    if (datasource.shadowDatabaseUrl) {
      const s = parse(datasource.shadowDatabaseUrl);
      return patch(await new PrismaPg(s.cfg).connect());
    }
    const database = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
    const admin = new pg.Client(this.#cfg);
    await admin.connect();
    await admin.query(`CREATE DATABASE "${database}"`);
    const a = patch(await new PrismaPg({ ...this.#cfg, database }).connect());
    const close = a.dispose.bind(a);
    let done;
    a.dispose = () =>
      (done ??= (async () => {
        await close().catch(() => {});
        await admin.query(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
        await admin.end();
        shadows.delete(a);
      })());
    shadows.add(a);
    return a;
  }
}

let panic = "";
globalThis.PRISMA_WASM_PANIC_REGISTRY = {
  set_message: (m) => {
    panic = m;
  },
};
const wasmPath = path.join(
  path.dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg")),
  "schema_engine_bg.wasm",
);
const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(wasmPath)), {
  "./schema_engine_bg.js": bg,
});
bg.__wbg_set_wasm(instance.exports);
instance.exports.__wbindgen_start();

const closeShadows = async () => {
  for (const a of shadows) await a.dispose().catch(() => {});
};
const send = (o) => process.stdout.write(JSON.stringify({ jsonrpc: "2.0", ...o }) + "\n");
let engine, current;
const getEngine = async () => {
  if (engine) return engine;
  const { cfg, schema } = parse(datasource.url ?? "postgresql://none@none.invalid/none");
  const factory = bindMigrationAwareSqlAdapterFactory(new MigrationPg(cfg, schema ? { schema } : undefined));
  return (engine = await bg.SchemaEngine.new(
    { datamodels: datamodels.length ? datamodels : undefined },
    () => {},
    factory,
  ));
};
const fail = (id, err) => {
  const message = panic || String(err?.message ?? err);
  send({
    id,
    error: {
      code: 4466,
      message,
      data: { is_panic: false, message, ...(err?.code ? { error_code: err.code } : {}) },
    },
  });
};
process.on("uncaughtException", async (err) => {
  if (current !== undefined) fail(current, err);
  await closeShadows();
  process.exit(1);
});
process.on("SIGTERM", () => {}); // the CLI closes stdin and sends SIGTERM at once; finish cleaning up first

let chain = Promise.resolve();
readline
  .createInterface({ input: process.stdin })
  .on("line", (line) => {
    if (!line.trim()) return;
    const msg = JSON.parse(line);
    if (!msg.method) return;
    chain = chain.then(async () => {
      current = msg.id;
      try {
        const e = await getEngine();
        const method = msg.method === "getDatabaseVersion" ? "version" : msg.method;
        if (typeof e[method] !== "function")
          throw new Error(`not supported by the wasm schema engine: ${msg.method}`);
        // evaluateDataLoss/createMigration get no shadow-database factory of their own; they work from the schema that
        // devDiagnostic caches, so have it cached first.
        if (method === "evaluateDataLoss" || method === "createMigration")
          await e.devDiagnostic({ migrationsList: msg.params.migrationsList, filters: msg.params.filters });
        const result = await e[method](msg.params);
        if (msg.method === "diff" && result?.stdout) {
          send({ id: 1e6 + msg.id, method: "print", params: { content: result.stdout } });
          result.stdout = null;
        }
        send({ id: msg.id, result: result ?? null });
      } catch (err) {
        fail(msg.id, err);
      }
      current = undefined;
    });
  })
  .on("close", () => chain.then(closeShadows).then(() => process.exit(0)));
