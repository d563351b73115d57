import { createHash } from "node:crypto";
import * as fs from "node:fs";
import path from "node:path";
import { me, ownFolder, ownState, readPrivate, root, state, writePrivate } from "../lib/paths.mjs";

const inClone = path.join(state, "postgres");
const elsewhere = `/var/tmp/phasic-${me}-${createHash("sha256").update(root).digest("hex").slice(0, 20)}`;
const note = path.join(state, "postgres-home.json");
const holdsData = (home) => fs.existsSync(path.join(home, "data/PG_VERSION"));

/** Where a clone that was moved (not copied) had its database, when that was outside of the clone. */
function before() {
  const text = readPrivate(note);
  if (text === undefined) return undefined;
  const { clone, home } = JSON.parse(text);
  const copied = clone !== root && fs.existsSync(path.join(clone, ".phasic"));
  return copied || !holdsData(home) ? undefined : home;
}

function choose(runner) {
  if (holdsData(inClone)) return inClone;
  const known = before();
  if (known) return known;
  if (holdsData(elsewhere)) return elsewhere;
  return runner.canReach(root) ? inClone : elsewhere;
}

/**
 * The folder in which this clone's PostgreSQL lives: in the clone, or, when root starts Phasic in a place that the
 * server's user cannot reach, under /var/tmp by the hash of the clone's full path.
 */
export function findHome(runner) {
  ownState();
  const home = ownFolder(choose(runner));
  writePrivate(note, JSON.stringify({ clone: root, home }));
  return home;
}

export function layout(home) {
  return {
    home,
    data: path.join(home, "data"),
    logs: path.join(home, "log"),
    log: path.join(home, "log/server.log"),
    adminPassword: path.join(home, "admin-password"),
    appPassword: path.join(home, "app-password"),
    port: path.join(home, "port"),
    lock: path.join(home, "lock"),
    users: path.join(home, "users"),
  };
}
