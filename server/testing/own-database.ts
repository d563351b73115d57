import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";

// Runs before each test file is loaded: by the time a test imports server/db.ts, DATABASE_URL names a fresh copy of the
// migrated template that no other file sees.
const { template, admin, owner } = inject("postgres");
const source = new URL(template).pathname.slice(1);
const name = `test_${randomBytes(8).toString("hex")}`;

async function asAdmin(sql: string) {
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  await client.query(sql);
  await client.end();
}

await asAdmin(`CREATE DATABASE ${name} TEMPLATE ${source} OWNER ${owner}`);
const url = new URL(template);
url.pathname = `/${name}`;

process.env.DATABASE_URL = url.href;
process.env.NEXTAUTH_SECRET ??= randomBytes(32).toString("hex");
process.env.NEXTAUTH_URL ??= "http://127.0.0.1:3000";
process.env.PHASIC_LOG_LEVEL ??= "warn";

afterAll(() => asAdmin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
