import { readdirSync, readFileSync } from "node:fs";

/** What processes cost, from /proc: Linux only. Nothing is read of what they do. */

const ticksPerSecond = 100;

function read(pid: number, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return null;
  }
}

/** Seconds of processor time of a process, or of those of its children that have ended. */
function cpuSeconds(pid: number, of: "own" | "children"): number {
  const fields = read(pid, "stat")
    ?.replace(/^.*\) /s, "")
    .split(" ");
  if (!fields) return 0;
  const [user, system] = of === "own" ? [fields[11], fields[12]] : [fields[13], fields[14]];
  return (Number(user) + Number(system)) / ticksPerSecond;
}

const residentMb = (pid: number): number =>
  Number(/VmRSS:\s*(\d+) kB/.exec(read(pid, "status") ?? "")?.[1] ?? 0) / 1024;

const childrenOf = (pid: number): number[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((other) => Number(/PPid:\s*(\d+)/.exec(read(other, "status") ?? "")?.[1]) === pid);

export interface Cost {
  readonly cpu: number;
  /** Largest seen, in MB. */
  readonly resident: number;
}

/** Watches processes, and the children of those that have any worth watching, until it is asked what they cost. */
export function watchProcesses(pids: Readonly<Record<string, number>>, parents: readonly string[]) {
  const peaks = new Map<string, number>();
  const note = (name: string, mb: number) => peaks.set(name, Math.max(mb, peaks.get(name) ?? 0));
  const before = Object.fromEntries(
    Object.entries(pids).map(([name, pid]) => [
      name,
      { own: cpuSeconds(pid, "own"), children: cpuSeconds(pid, "children") },
    ]),
  );
  const timer = setInterval(() => {
    for (const [name, pid] of Object.entries(pids)) {
      note(name, residentMb(pid));
      if (parents.includes(name))
        for (const child of childrenOf(pid)) note(`${name}'s child`, residentMb(child));
    }
  }, 50);
  return {
    stop(): Readonly<Record<string, Cost>> {
      clearInterval(timer);
      const costs: Record<string, Cost> = {};
      for (const [name, pid] of Object.entries(pids)) {
        const cpu = cpuSeconds(pid, "own") - before[name].own;
        costs[name] = { cpu, resident: peaks.get(name) ?? 0 };
        if (!parents.includes(name)) continue;
        const child = `${name}'s child`;
        costs[child] = {
          cpu: cpuSeconds(pid, "children") - before[name].children,
          resident: peaks.get(child) ?? 0,
        };
      }
      return costs;
    },
  };
}
