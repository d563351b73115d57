import * as fs from "node:fs";
import path from "node:path";
import { withLock } from "./lock.mjs";
import { ownState, root, state } from "./paths.mjs";
import { step, Trouble } from "./report.mjs";
import { bin, run } from "./run.mjs";
import { hashOf } from "./sources.mjs";

const migrations = path.join(root, "prisma/migrations");

/** The database client, written from the schema when either has changed. */
export async function generateClient() {
  ownState();
  const generated = path.join(root, "prisma/generated");
  const stamp = path.join(generated, ".made-from");
  const wanted = hashOf([
    path.join(root, "prisma/schema.prisma"),
    path.join(root, "node_modules/prisma/package.json"),
  ]);
  const isFresh = () => fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === wanted;
  if (isFresh()) return;
  await withLock(path.join(state, "generate.lock"), async () => {
    if (isFresh()) return;
    await step("Writing the database client (prisma generate)", async () => {
      await run([bin.prisma, "generate"], { what: "prisma generate" });
      fs.writeFileSync(stamp, wanted);
    });
  });
}

async function isMigrated(url) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    const { host, port, database, user } = client;
    throw new Trouble(
      `The database does not let us in: ${error.message}.`,
      `DATABASE_URL names database ${database} at ${host}:${port} and user ${user}. See that it runs and that they are right.`,
    );
  }
  try {
    const { rows } = await client.query(
      "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
    );
    const applied = new Set(rows.map((row) => row.migration_name));
    return fs
      .readdirSync(migrations, { withFileTypes: true })
      .every((entry) => !entry.isDirectory() || applied.has(entry.name));
  } catch (error) {
    if (error.code === "42P01") return false; // no such table: an empty database
    throw error;
  } finally {
    await client.end();
  }
}

/** Applies what is missing; asking first is ten times quicker than starting Prisma to hear that nothing is. */
export async function migrate(url) {
  if (await isMigrated(url)) return;
  await step("Applying migrations (prisma migrate deploy)", async () => {
    await deploy(url);
  });
}

export const deploy = (url) =>
  run([bin.prisma, "migrate", "deploy"], {
    env: { DATABASE_URL: url },
    what: "prisma migrate deploy",
    todo: "Your data is untouched by a migration that failed. The lines above name the migration and the reason.",
  });
