import type { Logger } from "pino";
import type { JobPayload } from "../contracts/jobs";
import {
  type Answer,
  claimRun,
  failRun,
  finishRun,
  giveUpRun,
  type Lease,
  saveCheckpoint,
  saveProgress,
} from "../server/workers/service";
import { brief } from "./brief";
import type { HeldRuns } from "./held-runs";
import type { SimulationPool } from "./simulation/pool";
import type { Limits, Outcome, Report } from "./simulation/protocol";

export interface RunWorker {
  readonly id: string;
  readonly pool: SimulationPool;
  readonly held: HeldRuns;
  readonly limits: Limits;
  readonly log: Logger;
}

/** A thread that builds its first networks cannot answer at once; the run then goes back with its last checkpoint. */
const releaseWithinMs = 2000;

/** Job "run": claims the run, simulates it in a thread, writes its result. Drops the work when the lease is lost. */
export async function computeRun({ runId }: JobPayload<"run">, worker: RunWorker): Promise<void> {
  const { pool, held, limits } = worker;
  const claim = await claimRun(worker.id, runId);
  if (!claim) return;
  const { lease, ...work } = claim;
  const log = worker.log.child({ runId });
  const simulation = pool.start({ ...work, cpuMsBefore: work.cpuMs, limits }, (report) => book.write(report));
  const book = bookkeeper(lease, simulation.abandon, log);
  held.add(lease, simulation);
  try {
    const outcome = await simulation.outcomeWithin(releaseWithinMs);
    await book.settled();
    const written = await conclude(lease, outcome);
    log.info({ outcome: outcome?.kind ?? "released", written, cpuMs: outcome?.cpuMs }, "run left");
  } finally {
    held.remove(lease);
  }
}

/** False when the lease was lost: somebody else has the run, and nothing was written. */
function conclude(lease: Lease, outcome: Outcome | null): Promise<boolean> {
  if (!outcome) return giveUpRun(lease, null);
  switch (outcome.kind) {
    case "done":
      return finishRun(lease, outcome);
    case "failed":
      return failRun(lease, outcome);
    case "stopped": {
      const { checkpoint: bytes, trialsDone, cpuMs } = outcome;
      return giveUpRun(lease, bytes && { bytes, trialsDone, cpuMs });
    }
  }
}

/** Writes reports one at a time; while one is being written only the newest of the others is kept. */
function bookkeeper(lease: Lease, abandon: () => void, log: Logger) {
  let writing: Promise<void> | null = null;
  let next: Report | null = null;
  const save = async (report: Report) => {
    try {
      const answer: Answer =
        report.kind === "checkpoint"
          ? await saveCheckpoint(lease, report)
          : await saveProgress(lease, report);
      if (answer !== "go on") abandon();
    } catch (error) {
      log.warn({ reason: brief(error) }, "could not write progress; the run goes on");
    }
  };
  const drain = async () => {
    while (next) {
      const report = next;
      next = null;
      await save(report);
    }
    writing = null;
  };
  return {
    write(report: Report) {
      if (next?.kind !== "checkpoint" || report.kind === "checkpoint") next = report;
      writing ??= drain();
    },
    settled: async () => {
      next = null;
      await writing;
    },
  };
}
