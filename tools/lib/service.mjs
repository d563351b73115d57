import { spawn } from "node:child_process";
import * as fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ownFolder, root, state } from "./paths.mjs";
import { card, endGroup } from "./processes.mjs";
import { say } from "./report.mjs";
import { quiet } from "./run.mjs";

const leash = pathToFileURL(path.join(import.meta.dirname, "leash.mjs")).href;

/** A process that is meant to live until we stop it, and is started again when it dies before that. */
export class Service {
  #child;
  #stopping = false;
  #failures = 0;
  #timer;
  #card;
  /** whether a death is answered by another start; not while a caller looks on and decides for itself */
  recovers = true;
  /** whether the process itself has told that it listens on a port */
  listens = false;

  /** `grace`: ms between asking it to end and ending it; `onChange`: called when it has a new process */
  constructor(
    name,
    args,
    { env, grace, inherit = false, logs = path.join(state, "logs"), onChange = () => {} },
  ) {
    Object.assign(this, { name, args, env, grace, inherit, onChange });
    this.log = path.join(ownFolder(logs, { mode: 0o700 }), `${name}.log`);
    if (!inherit && fs.existsSync(this.log)) fs.renameSync(this.log, `${this.log}.1`);
  }

  get card() {
    return this.#child && { name: this.name, ...this.#card };
  }

  get isRunning() {
    return this.#child !== undefined;
  }

  start() {
    const output = this.inherit ? "inherit" : fs.openSync(this.log, "a", 0o600);
    const child = spawn(process.execPath, ["--import", leash, ...this.args], {
      cwd: root,
      env: { ...process.env, ...quiet, ...this.env, PHASIC_LEASH: String(process.pid) },
      // a group of its own: Ctrl-C in the terminal reaches us alone, and we end the others in order
      detached: true,
      stdio: ["ignore", output, output, "ipc"],
    });
    if (typeof output === "number") fs.closeSync(output);
    this.listens = false;
    child.on("message", (message) => (this.listens ||= message?.phasicListens === true));
    this.#child = child;
    this.#card = card(child.pid);
    const started = performance.now();
    this.ended = new Promise((done) =>
      child.once("exit", (code, signal) => {
        this.#child = undefined;
        done();
        if (!this.#stopping && this.recovers)
          this.#recover(child.pid, signal ?? `exit code ${code}`, performance.now() - started);
      }),
    );
    child.on("error", (error) => say(`${this.name}: ${error.message}`));
    this.onChange();
  }

  tail(lines = 15) {
    if (this.inherit || !fs.existsSync(this.log)) return "";
    return fs.readFileSync(this.log, "utf8").trimEnd().split("\n").slice(-lines).join("\n");
  }

  #recover(group, reason, lived) {
    this.#failures = lived > 60_000 ? 1 : this.#failures + 1;
    const pause = Math.min(30, 2 ** (this.#failures - 1));
    say(`The ${this.name} ended unexpectedly (${reason}); starting it again in ${pause} s.`);
    const last = this.tail(8);
    if (last && reason !== "SIGKILL") say(`The end of ${this.log}:\n${last.replace(/^/gm, "    | ")}`);
    this.#timer = setTimeout(async () => {
      await endGroup(group, 2000);
      if (!this.#stopping) this.start();
    }, pause * 1000);
  }

  async stop(grace = this.grace) {
    this.#stopping = true;
    clearTimeout(this.#timer);
    const child = this.#child;
    if (!child) return;
    await endGroup(child.pid, grace);
    await this.ended;
  }

  async restart(env) {
    await this.stop();
    this.#stopping = false;
    this.env = { ...this.env, ...env };
    this.start();
  }
}
