import * as fs from "node:fs";
import path from "node:path";
import { ownFolder, readPrivate, secret, writePrivate } from "../lib/paths.mjs";
import { freePort, isFree } from "../lib/ports.mjs";
import { birthOf, wait } from "../lib/processes.mjs";
import { Trouble } from "../lib/report.mjs";
import { binaries } from "./binaries.mjs";
import { layout } from "./home.mjs";

export const ADMIN = "phasic_admin";

const tail = (file) =>
  fs.existsSync(file) ? fs.readFileSync(file, "utf8").trimEnd().split("\n").slice(-15) : [];

/** One PostgreSQL in one folder: made when absent, started when stopped, adopted when it runs and is surely ours. */
export class Cluster {
  constructor(home, runner, { firstPort, options = [] }) {
    this.files = layout(home);
    this.runner = runner;
    this.native = binaries(runner);
    this.firstPort = firstPort;
    this.options = options;
    ownFolder(this.files.logs, { mode: 0o700, owner: runner.owner });
    ownFolder(this.files.users, { mode: 0o700 });
  }

  #program(name, args, options) {
    return this.runner.run(path.join(this.native, "bin", name), args, options);
  }

  /** A folder appears under its final name only when it is complete, so a kill halfway leaves nothing half-made. */
  #create() {
    const { home, data, adminPassword } = this.files;
    if (fs.existsSync(data)) return;
    for (const name of fs.readdirSync(home))
      if (name.startsWith("unfinished-")) fs.rmSync(path.join(home, name), { recursive: true });
    const draft = path.join(home, `unfinished-${process.pid}`);
    ownFolder(draft, { mode: 0o700, owner: this.runner.owner });
    fs.rmSync(adminPassword, { force: true });
    const handover = path.join(this.files.logs, "password");
    fs.rmSync(handover, { force: true });
    fs.writeFileSync(handover, `${secret(adminPassword)}\n`, { mode: 0o600, flag: "wx" });
    fs.chownSync(handover, this.runner.owner, -1);
    const done = this.#program(
      "initdb",
      // the built-in locale sorts the same on every machine
      [
        ...[
          "-D",
          draft,
          "-U",
          ADMIN,
          "-A",
          "scram-sha-256",
          `--pwfile=${handover}`,
          "-E",
          "UTF8",
          "--no-sync",
        ],
        ...["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions"],
      ],
    );
    fs.rmSync(handover);
    if (done.status !== 0)
      throw new Trouble(
        "PostgreSQL could not make its data folder.",
        `See that ${home} can be written and has space.`,
        done.stderr || String(done.error ?? ""),
      );
    fs.renameSync(draft, data);
  }

  /** What the lock file in our data folder says, if it speaks of a living server of this very folder. */
  #running() {
    let lines;
    try {
      lines = fs.readFileSync(path.join(this.files.data, "postmaster.pid"), "utf8").split("\n");
    } catch {
      return undefined;
    }
    const pid = Number.parseInt(lines[0], 10);
    if (birthOf(pid) === undefined || lines[1] !== this.files.data) return undefined;
    try {
      if (process.platform === "linux" && fs.readlinkSync(`/proc/${pid}/cwd`) !== this.files.data)
        return undefined;
    } catch {
      return undefined;
    }
    return { pid, port: Number.parseInt(lines[3], 10) };
  }

  get pid() {
    return this.#running()?.pid;
  }

  /** Children of a killed server live a moment longer; starting another beside them would damage data. */
  #leftOver() {
    if (process.platform !== "linux") return false;
    return fs.readdirSync("/proc").some((name) => {
      try {
        return /^\d+$/.test(name) && fs.readlinkSync(`/proc/${name}/cwd`) === this.files.data;
      } catch {
        return false;
      }
    });
  }

  /**
   * PostgreSQL clears the lock file of a dead server itself, with care. It cannot where the dead server is a zombie,
   * where its process id was given to another program, or where the folder was copied with the lock file in it.
   */
  #clearDeadLock() {
    const lock = path.join(this.files.data, "postmaster.pid");
    if (!fs.existsSync(lock) || this.#leftOver()) return;
    const pid = Number.parseInt(fs.readFileSync(lock, "utf8"), 10);
    try {
      process.kill(pid, 0);
    } catch (error) {
      if (error.code === "ESRCH") return;
    }
    fs.rmSync(lock, { force: true });
  }

  async admin(database = "postgres") {
    const { default: pg } = await import("pg");
    const password = readPrivate(this.files.adminPassword)?.trim();
    const client = new pg.Client({
      ...{ host: "127.0.0.1", port: this.port, user: ADMIN, password, database },
      connectionTimeoutMillis: 5000,
    });
    client.on("error", () => {}); // a server that goes away is noticed by whoever asks next
    await client.connect();
    return client;
  }

  /** The password alone would prove it (SCRAM proves both sides to each other); the folder is asked all the same. */
  async #isOurs() {
    let client;
    try {
      client = await this.admin();
      const { rows } = await client.query("SHOW data_directory");
      return rows[0].data_directory === this.files.data;
    } catch (error) {
      if (error.code === "28P01")
        throw new Trouble(
          `PostgreSQL in ${this.files.data} does not take the password in ${this.files.adminPassword}.`,
          "Delete that file (not the data): the next start makes a new password.",
        );
      return false;
    } finally {
      await client?.end();
    }
  }

  /** The file with the superuser's password was lost, the data was not: give the superuser a new password. */
  async #renewAdminPassword() {
    if (readPrivate(this.files.adminPassword) !== undefined) return;
    if (this.#running()) this.stop();
    const password = secret(this.files.adminPassword);
    const done = this.#program("postgres", ["--single", "-D", this.files.data, "postgres"], {
      input: `ALTER ROLE ${ADMIN} PASSWORD '${password}'\n`,
    });
    if (done.status !== 0) {
      fs.rmSync(this.files.adminPassword);
      throw new Trouble("PostgreSQL did not take a new password.", undefined, done.stderr);
    }
  }

  async #choosePort() {
    const kept = Number(readPrivate(this.files.port) ?? 0);
    const port = kept && (await isFree(kept)) ? kept : await freePort(this.firstPort);
    if (port !== kept) writePrivate(this.files.port, String(port));
    return port;
  }

  /** Starts or adopts the server. Call it under the lock. */
  async start() {
    this.#create();
    await this.#renewAdminPassword();
    const { data, log } = this.files;
    if (fs.existsSync(log) && fs.statSync(log).size > 10e6) fs.renameSync(log, `${log}.1`);
    const deadline = performance.now() + 90_000;
    while (performance.now() < deadline) {
      const running = this.#running();
      if (running) {
        this.port = running.port;
        if (running.port && (await this.#isOurs())) return (this.adopted = true);
      } else {
        this.#clearDeadLock();
        this.port = await this.#choosePort();
        const settings = [
          ...[`port=${this.port}`, "listen_addresses=127.0.0.1", "unix_socket_directories="],
          ...this.options,
        ];
        this.#program(
          "pg_ctl",
          ["-D", data, "-w", "-t", "60", "-l", log, "-o", settings.map((s) => `-c ${s}`).join(" "), "start"],
          { stdio: "ignore" }, // a pipe would stay open for as long as the server lives
        );
        if (this.#running() && (await this.#isOurs())) return (this.adopted = false);
      }
      await wait(300);
    }
    throw new Trouble(
      "PostgreSQL did not start.",
      `Its log is ${log}. Your data is untouched in ${data}.`,
      tail(log).join("\n"),
    );
  }

  stop(mode = "fast") {
    if (this.#running())
      this.#program("pg_ctl", ["-D", this.files.data, "-m", mode, "-w", "-t", "30", "stop"]);
  }
}
