import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { RunRecord } from "../engine/run-record";
import type { RunSpec } from "../engine/run-spec";
import type { Report, Task } from "./thread";

export interface RunOptions {
  /** Of each run; by default all of its paradigm's. */
  readonly trials?: number;
  /** 0 keeps no traces. */
  readonly traceBinMs: number;
  readonly threads?: number;
  /** Called with the number of trials done since the last call. */
  readonly onTrials?: (trials: number) => void;
  /** Called as each run ends, in any order; its record is then not kept for the result. */
  readonly onRun?: (index: number, record: RunRecord) => void;
}

/** Simulates all specs on worker threads; records in the order of specs. Rejects with the first failure's reason. */
export async function runAll(specs: readonly RunSpec[], options: RunOptions): Promise<readonly RunRecord[]> {
  const { trials, traceBinMs, onTrials, onRun } = options;
  const threads = Math.max(1, Math.min(options.threads ?? availableParallelism(), specs.length));
  const records: RunRecord[] = [];
  let next = 0;
  const task = (): Task | undefined => {
    const id = next;
    next += 1;
    if (id >= specs.length) return undefined;
    const spec = specs[id];
    return { id, spec, trials: trials ?? spec.paradigm.trials, traceBinMs };
  };
  const workers = Array.from(
    { length: threads },
    () => new Worker(new URL("./thread-start.mjs", import.meta.url)),
  );
  const drain = (worker: Worker) =>
    new Promise<void>((resolve, reject) => {
      const give = () => {
        const given = task();
        if (given) worker.postMessage(given);
        else resolve();
      };
      worker.on("error", reject);
      worker.on("message", (report: Report) => {
        if (report.kind === "progress") return onTrials?.(report.trials);
        if (report.kind === "failed") return reject(new Error(report.reason));
        if (onRun) onRun(report.id, report.record);
        else records[report.id] = report.record;
        give();
      });
      give();
    });
  try {
    await Promise.all(workers.map(drain));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return records;
}
