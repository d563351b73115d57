#!/usr/bin/env node
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { withLock } from "./lib/lock.mjs";
import { ownFolder, root } from "./lib/paths.mjs";
import { card, isAlive } from "./lib/processes.mjs";
import { Trouble, printTrouble } from "./lib/report.mjs";
import { Cluster } from "./postgres/cluster.mjs";
import { findHome } from "./postgres/home.mjs";
import { addressOf, provision } from "./postgres/roles.mjs";
import { makeRunner } from "./postgres/runner.mjs";

// each clone begins its search for a port somewhere else, below the ports that systems hand out by themselves
const firstPort = 20_000 + (createHash("sha256").update(root).digest().readUInt16BE() % 10_000);

function open() {
  const runner = makeRunner();
  return new Cluster(findHome(runner), runner, { firstPort });
}

const usersOf = (cluster) =>
  fs
    .readdirSync(cluster.files.users)
    .map((name) => path.join(cluster.files.users, name))
    .filter((file) => {
      if (path.basename(file) === "kept") return true;
      try {
        if (isAlive(JSON.parse(fs.readFileSync(file, "utf8")))) return true;
      } catch {
        // written by a process that was killed while at it
      }
      fs.rmSync(file, { force: true });
      return false;
    });

/**
 * This clone's own PostgreSQL, running when this returns. It stops with the last process that uses it: `release` when
 * done. `keep` leaves it running until `npm run database -- stop`.
 */
export async function acquireDatabase({ contributor = false, keep = false } = {}) {
  const cluster = open();
  const user = path.join(cluster.files.users, keep ? "kept" : String(process.pid));
  await withLock(cluster.files.lock, async () => {
    await cluster.start();
    await provision(cluster, { contributor });
    ownFolder(cluster.files.users, { mode: 0o700 });
    fs.writeFileSync(user, JSON.stringify(card()), { mode: 0o600 });
  });
  return {
    url: addressOf(cluster),
    port: cluster.port,
    adopted: cluster.adopted,
    log: cluster.files.log,
    get pid() {
      return cluster.pid;
    },
    /** brings the server back after it died under us, on the same port when that is still free */
    revive: () =>
      withLock(cluster.files.lock, async () => {
        await cluster.start();
        return addressOf(cluster);
      }),
    release: () =>
      withLock(cluster.files.lock, () => {
        fs.rmSync(user, { force: true });
        if (usersOf(cluster).length === 0) cluster.stop();
      }),
  };
}

async function running(cluster) {
  if (!cluster.pid)
    throw new Trouble("PostgreSQL is not running.", "Start it with `npm run database -- start`.");
  await withLock(cluster.files.lock, () => cluster.start());
  return cluster;
}

async function main(command = "status") {
  const cluster = open();
  if (command === "start") {
    const { port, log } = await acquireDatabase({ keep: true });
    console.log(`PostgreSQL is running on port ${port}. Its log is ${log}`);
  } else if (command === "url") {
    console.log(addressOf(await running(cluster)));
  } else if (command === "stop") {
    await withLock(cluster.files.lock, () => {
      fs.rmSync(path.join(cluster.files.users, "kept"), { force: true });
      const users = usersOf(cluster).map((file) => path.basename(file));
      if (users.length > 0) {
        console.log(`PostgreSQL is in use by process ${users.join(", ")} and stops with it.`);
        return;
      }
      cluster.stop();
      console.log("PostgreSQL is stopped.");
    });
  } else if (command === "status") {
    console.log(
      cluster.pid ? `PostgreSQL is running as process ${cluster.pid}.` : "PostgreSQL is not running.",
    );
    console.log(`Its data is in ${cluster.files.data}`);
  } else {
    console.error("Usage: npm run database -- start | stop | status | url");
    process.exitCode = 2;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  main(process.argv[2]).catch((error) => {
    printTrouble(error);
    process.exitCode = 1;
  });
