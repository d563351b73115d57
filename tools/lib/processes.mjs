import { spawnSync } from "node:child_process";
import * as fs from "node:fs";

export const wait = (ms) => new Promise((done) => setTimeout(done, ms));

const linux = process.platform === "linux";

// a process id means something only until the next boot
const boot = linux ? fs.readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim() : "";

function stat(pid) {
  try {
    // the name is in brackets and may hold anything, brackets and spaces included
    const fields = fs.readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ");
    return { state: fields[0], parent: Number(fields[1]), group: Number(fields[2]), born: fields[19] };
  } catch {
    return undefined;
  }
}

/**
 * Names a living process for good: its id may be given to a stranger later, its id with its birth may not. A zombie
 * (dead, but never collected where process 1 does not reap) counts as dead.
 */
export function birthOf(pid) {
  if (linux) {
    const found = stat(pid);
    return found && !"ZX".includes(found.state) ? `${boot} ${found.born}` : undefined;
  }
  const line = ps("stat=,lstart", pid);
  return line && !line.startsWith("Z") ? line.replace(/^\S+\s+/, "") : undefined;
}

const ps = (column, pid) =>
  spawnSync("ps", ["-o", `${column}=`, "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() ?? "";

export const parentOf = (pid) => (linux ? stat(pid)?.parent : Number(ps("ppid", pid)));

export function commandOf(pid) {
  if (!linux) return ps("command", pid);
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}

export const card = (pid = process.pid) => ({ pid, birth: birthOf(pid) });

export const isAlive = ({ pid, birth }) => birth !== undefined && birthOf(pid) === birth;

function groupIsAlive(group) {
  if (linux)
    return fs.readdirSync("/proc").some((name) => {
      if (!/^\d+$/.test(name)) return false;
      const found = stat(name);
      return found?.group === group && !"ZX".includes(found.state);
    });
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}

function signalGroup(group, signal) {
  try {
    process.kill(-group, signal);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}

/** Asks a process group to end, and ends it when it has not within `grace` ms. */
export async function endGroup(group, grace) {
  signalGroup(group, "SIGTERM");
  signalGroup(group, "SIGCONT");
  const deadline = performance.now() + grace;
  while (groupIsAlive(group)) {
    if (performance.now() > deadline) {
      signalGroup(group, "SIGKILL");
      for (let i = 0; i < 50 && groupIsAlive(group); i++) await wait(20);
      return;
    }
    await wait(25);
  }
}
