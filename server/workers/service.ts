import { createHash, randomUUID } from "node:crypto";
import { hashedParts, type RunResultParts } from "../../contracts/run-result";
import type { WorkersView } from "../../contracts/worker";
import { engineVersion } from "../../engine/engine-version.generated";
import type { ParameterValues } from "../../engine/declaration";
import type { Paradigm } from "../../engine/paradigms/paradigm";
import type { RunSpec, Subject } from "../../engine/run-spec";
import { systemGrant } from "../access/grant";
import { dropExpiredLinks } from "../accounts/reset/service";
import { forgetOldInspections, repairImports } from "../datasets/service";
import { dropExpiredMail } from "../mail/service";
import { adoptResults, historyFrom, runSpec, specHash } from "../runs/service";
import { removeAbandonedUploads } from "../uploads/service";
import type { Lease } from "./leases/lease";
import * as leases from "./leases/store";
import * as presence from "./presence/store";
import * as sweeps from "./sweep/store";

export type { Lease } from "./leases/lease";
export type { Answer } from "./leases/store";
export type { WorkerIdentity } from "./presence/store";
export { renewEveryMs } from "./leases/lease";

const grant = systemGrant("worker: computes runs");

/** What a worker needs to simulate a run that it claimed. */
export interface Claim {
  readonly lease: Lease;
  readonly spec: RunSpec;
  readonly traceBinMs: number;
  readonly checkpoint: Uint8Array | null;
  /** Processor time of earlier attempts, in ms. */
  readonly cpuMs: number;
}

/**
 * Takes a run; null when there is nothing to do: it is done, cancelled, or another worker's. A run whose rows no longer
 * give the spec that it is named by is ended with that reason.
 */
export async function claimRun(workerId: string, runId: string): Promise<Claim | null> {
  const token = randomUUID();
  const run = await leases.claim(grant, { runId, token, workerId, engineVersion });
  if (!run) return null;
  const lease = { runId, token };
  const spec = runSpec({
    model: { ...run.modelVersion, parameters: run.modelVersion.parameters as ParameterValues },
    paradigm: run.paradigmVersion.spec as unknown as Paradigm,
    trials: run.trials,
    arm: run.arm,
    subject: run.subject as unknown as Subject,
    repetition: run.repetition,
    seed: run.seed,
    history: run.history ? historyFrom(run.history) : undefined,
  });
  if (specHash(spec) !== run.specHash) {
    const reason =
      "Phasic changed since this run was queued: its parameters mean another computation now. Launch it again.";
    await leases.fail(grant, lease, { reason, cpuMs: 0 });
    return null;
  }
  const cpuMs = run.checkpoint ? (run.cpuMs ?? 0) : 0;
  return { lease, spec, traceBinMs: run.traceBinMs, checkpoint: run.checkpoint, cpuMs };
}

/** Every write below is refused when the lease is lost, and says so. */
export const saveProgress = leases.saveProgress.bind(null, grant);
export const saveCheckpoint = leases.saveCheckpoint.bind(null, grant);
export const failRun = leases.fail.bind(null, grant);
export const giveUpRun = leases.giveUp.bind(null, grant);

export const finishRun = (lease: Lease, { parts, cpuMs }: { parts: RunResultParts; cpuMs: number }) =>
  leases.finish(grant, lease, { parts, cpuMs, hash: resultHash(parts) });

/** In hex. The command line prints the same (cli/simulate.ts). */
export function resultHash(parts: RunResultParts): string {
  const hash = createHash("sha256");
  for (const part of hashedParts(parts)) hash.update(part);
  return hash.digest("hex");
}

/** Prolongs the leases of a worker; those missing in the answer are lost. */
export const renewLeases = leases.renew.bind(null, grant);

export const beat = presence.beat.bind(null, grant);
export const leave = presence.leave.bind(null, grant);
/** Threads of all workers that live; 0 when no worker runs. */
export const workerThreads = async (): Promise<number> => (await listWorkers()).threads;

export async function listWorkers(): Promise<WorkersView> {
  const rows = await presence.alive(grant);
  return {
    threads: rows.reduce((sum, { threads }) => sum + threads, 0),
    workers: rows.map(({ hostname, threads, startedAt, seenAt }) => ({
      hostname,
      threads,
      startedAt,
      seenAt,
    })),
  };
}

/** Takes over the work of workers that are gone. Gives how many runs. */
export async function sweep(): Promise<number> {
  const taken = await sweeps.takeOver(grant);
  await presence.unlockJobsOfTheDead(grant);
  return taken;
}

/**
 * Finds queued runs that no job would pick up (after a restored backup, or a queue that somebody emptied), gives copies of
 * the demonstration what the original has computed meanwhile, and drops letters and links that come too late.
 */
export async function doChores(): Promise<void> {
  await sweeps.requeueForgotten(grant);
  await adoptResults(grant);
  await dropExpiredMail();
  await repairImports();
  await forgetOldInspections();
  await removeAbandonedUploads();
  await dropExpiredLinks();
}
