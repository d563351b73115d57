#!/usr/bin/env node
/**
 * A PostgreSQL for tests, that leaves nothing behind: it lives until standard input closes, which it also does when
 * whoever started it is killed. Prints one line of JSON when ready: addresses of the migrated `template` database for
 * the application's role, and of the superuser.
 */
import * as fs from "node:fs";
import path from "node:path";
import { deploy, generateClient } from "../lib/schema.mjs";
import { printTrouble } from "../lib/report.mjs";
import { readPrivate } from "../lib/paths.mjs";
import { ADMIN, Cluster } from "./cluster.mjs";
import { addressOf, APP, provision } from "./roles.mjs";
import { makeRunner } from "./runner.mjs";

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});
process.stdout.on("error", () => {});

const runner = makeRunner();
// of the two usual places, the one that the server's user can reach
const home = fs.mkdtempSync(path.join(runner.canReach("/tmp") ? "/tmp" : "/var/tmp", "phasic-test-"));
fs.chmodSync(home, 0o711);

let cluster;
function end() {
  cluster?.stop("immediate");
  fs.rmSync(home, { recursive: true, force: true });
  process.exit();
}
process.stdin.on("end", end).on("error", end).resume();

try {
  cluster = new Cluster(home, runner, {
    firstPort: 30_000 + (process.pid % 2000),
    // tests need no data after a power cut
    options: ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"],
  });
  await cluster.start();
  await provision(cluster, { contributor: true });
  await generateClient();
  await deploy(addressOf(cluster));
  const { runMigrations } = await import("graphile-worker");
  await runMigrations({ connectionString: addressOf(cluster), noHandleSignals: true });
  const password = readPrivate(cluster.files.adminPassword).trim();
  const ready = {
    template: addressOf(cluster),
    admin: `postgresql://${ADMIN}:${password}@127.0.0.1:${cluster.port}/postgres`,
    owner: APP,
  };
  process.stdout.write(`${JSON.stringify(ready)}\n`);
} catch (error) {
  printTrouble(error);
  process.exitCode = 1;
  end();
}
