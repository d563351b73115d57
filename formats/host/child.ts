import { readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { readRecording } from "../read";
import type { FromChild, ToChild } from "./messages";
import { outcomeOf } from "./outcome";

/** The process that reads one file, and sends what it holds part by part, each when the one before was taken. */

const send = (message: FromChild) => process.send?.(message);

/** The most memory this process ever had resident, in MB; what its parent had is not counted. */
function peakResidentMb(): number {
  try {
    const line = /VmHWM:\s*(\d+) kB/.exec(readFileSync("/proc/self/status", "utf8"));
    if (line) return Number(line[1]) / 1024;
  } catch {
    // only Linux has it
  }
  return process.resourceUsage().maxRSS / 1024;
}

function spent() {
  const { user, system } = process.cpuUsage();
  return { cpuSeconds: (user + system) / 1e6, peakResidentMb: peakResidentMb() };
}

let taken: () => void = () => undefined;

async function read({ path, name, answers, limits }: ToChild & { kind: "read" }): Promise<void> {
  new Worker(new URL("./watch.mjs", import.meta.url), {
    workerData: limits,
  }).unref();
  const parts = readRecording(path, { name, answers, limits });
  const outcome = await outcomeOf(parts, (part) => {
    const next = new Promise<void>((resolve) => (taken = resolve));
    send({ kind: "part", part });
    return next;
  });
  send({ kind: "end", ...outcome, ...spent() });
}

export function start(): void {
  process.on("message", (message: ToChild) => {
    if (message.kind === "next") return taken();
    read(message).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      send({
        kind: "end",
        outcome: "refused",
        reason: `${reason}: report this file.`,
        ...spent(),
      });
    });
  });
  process.on("disconnect", () => process.exit());
  send({ kind: "ready" });
}
