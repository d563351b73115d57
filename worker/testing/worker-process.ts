import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { db } from "../../server/db";
import { until } from "./until";

export interface WorkerProcess {
  readonly pid: number;
  /** Its Worker row's id. */
  readonly id: string;
  signal(signal: NodeJS.Signals): void;
  /** Ends the process, kindly unless told otherwise, and gives its exit code and how long that took. */
  end(signal?: NodeJS.Signals): Promise<{ code: number | null; ms: number }>;
}

/** A real worker on the database of this process, once it is ready. */
export async function startWorker(env: Record<string, string> = {}): Promise<WorkerProcess> {
  const child: ChildProcess = spawn(process.execPath, ["--import", "tsx", "worker/main.ts"], {
    env: { ...process.env, PHASIC_WORKER_THREADS: "1", ...env },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const pid = child.pid!;
  const killAlong = () => void child.kill("SIGKILL");
  process.once("exit", killAlong);
  child.once("exit", () => process.off("exit", killAlong));
  const { id } = await until("the worker to be ready", () => db().worker.findFirst({ where: { pid } }));
  return {
    pid,
    id,
    signal: (signal) => void child.kill(signal),
    async end(signal = "SIGTERM") {
      const begun = performance.now();
      if (child.exitCode === null && child.signalCode === null) {
        const exited = once(child, "exit");
        child.kill(signal);
        await exited;
      }
      return { code: child.exitCode, ms: performance.now() - begun };
    },
  };
}
