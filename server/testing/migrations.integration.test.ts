import { execFile } from "node:child_process";
import { promisify } from "node:util";
import pg from "pg";
import { expect, test } from "vitest";

const run = promisify(execFile);
const prisma = (...args: string[]) =>
  run(process.execPath, ["node_modules/prisma/build/index.js", ...args], {
    env: { ...process.env, CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" },
  });

test("the migrations, applied to an empty database, give what the schema declares", async () => {
  const { stdout } = await prisma("migrate", "status");
  expect(stdout).toContain("Database schema is up to date");
  // exit code 2, hence a rejection, would mean that something differs
  const difference = await prisma(
    ...["migrate", "diff", "--from-config-datasource", "--to-schema", "prisma/schema.prisma", "--exit-code"],
  );
  expect(difference.stdout).toContain("No difference detected");
});

test("a script with function bodies and quoted semicolons is applied as it stands", async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const sql = `CREATE FUNCTION answer() RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN 'a;b'; END $$;`;
  const child = prisma("db", "execute", "--stdin");
  child.child.stdin?.end(sql);
  await child;
  const { rows } = await client.query("SELECT answer()");
  expect(rows).toEqual([{ answer: "a;b" }]);
  await client.end();
});

test("the application's role is no superuser and owns nothing but its database", async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const { rows } = await client.query(
    "SELECT rolsuper, rolcreaterole, rolreplication, rolbypassrls FROM pg_roles WHERE rolname = current_user",
  );
  expect(rows).toEqual([
    { rolsuper: false, rolcreaterole: false, rolreplication: false, rolbypassrls: false },
  ]);
  await expect(client.query("SELECT * FROM pg_authid")).rejects.toThrow("permission denied");
  await client.end();
});
