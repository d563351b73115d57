import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";

const OID_CHAR = 18;
const OID_TEXT = 25;

export function parseUrl(text) {
  const url = new URL(text);
  const ssl = url.searchParams.get("sslmode");
  return {
    schema: url.searchParams.get("schema") ?? undefined,
    connection: {
      host: url.searchParams.get("host") ?? url.hostname,
      port: Number(url.port || 5432),
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      database: decodeURIComponent(url.pathname.slice(1)),
      ...(ssl && ssl !== "disable" ? { ssl: { rejectUnauthorized: ssl === "verify-full" } } : {}),
    },
  };
}

// The pg adapter knows no type 18 ("char"), which the engine's queries of the catalogue return: let it pass as text,
// and hand it on below as a character, which is what the engine expects.
const { addFields } = pg.Result.prototype;
pg.Result.prototype.addFields = function (fields) {
  for (const field of fields)
    if (field.dataTypeID === OID_CHAR) {
      field.dataTypeID = OID_TEXT;
      field.wasChar = true;
    }
  return addFields.call(this, fields);
};

function mended(adapter) {
  let fields;
  const performIO = adapter.performIO.bind(adapter);
  adapter.performIO = async (query) => {
    const result = await performIO(query);
    fields = result?.fields;
    return result;
  };
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    fields?.forEach((field, i) => {
      if (field.wasChar) result.columnTypes[i] = ColumnTypeEnum.Character;
    });
    return result;
  };
  // The adapter splits a script at every semicolon, which breaks function bodies and quoted semicolons; PostgreSQL
  // itself takes a script as one simple query.
  if (adapter.executeScript)
    adapter.executeScript = async (script) => {
      try {
        await adapter.client.query(script);
      } catch (error) {
        adapter.onError(error);
      }
    };
  const startTransaction = adapter.startTransaction?.bind(adapter);
  if (startTransaction) adapter.startTransaction = async (level) => mended(await startTransaction(level));
  return adapter;
}

const shadows = new Set();

/** Shadow databases that a failed command left open are dropped here. */
export async function closeShadows() {
  for (const shadow of shadows) await shadow.dispose().catch(() => {});
}

class MigrationPg extends PrismaPg {
  #connection;
  #shadowUrl;

  constructor(connection, options, shadowUrl) {
    super(connection, options);
    this.#connection = connection;
    this.#shadowUrl = shadowUrl;
  }

  async connect() {
    return mended(await super.connect());
  }

  async connectToShadowDb() {
    if (this.#shadowUrl) return mended(await new PrismaPg(parseUrl(this.#shadowUrl).connection).connect());
    const database = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
    const owner = new pg.Client(this.#connection);
    await owner.connect();
    await owner.query(`CREATE DATABASE "${database}"`);
    const shadow = mended(await new PrismaPg({ ...this.#connection, database }).connect());
    const close = shadow.dispose.bind(shadow);
    let closing;
    shadow.dispose = () =>
      (closing ??= (async () => {
        await close().catch(() => {});
        await owner.query(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
        await owner.end();
        shadows.delete(shadow);
      })());
    shadows.add(shadow);
    return shadow;
  }
}

export function makeFactory(url, shadowUrl) {
  const { connection, schema } = parseUrl(url);
  return bindMigrationAwareSqlAdapterFactory(
    new MigrationPg(connection, schema ? { schema } : undefined, shadowUrl),
  );
}
