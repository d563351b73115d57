import type { RunStatus } from "../../../contracts/experiment";
import type { RunResultParts } from "../../../contracts/run-result";
import { Prisma } from "../../../prisma/generated/client";
import type { SystemGrant } from "../../access/grant";
import { db } from "../../db";
import { enqueue } from "../../jobs/enqueue";
import { publish } from "../../jobs/live";
import { runJob } from "../../jobs/run-job";
import type { Sql } from "../../jobs/sql";
import { type Lease, leaseSeconds } from "./lease";

/** Prisma keeps times in UTC without a zone. The database's clock decides, so that workers' clocks do not matter. */
const now = Prisma.sql`(clock_timestamp() AT TIME ZONE 'utc')`;
const leaseEnd = Prisma.sql`${now} + make_interval(secs => ${leaseSeconds})`;
const held = ({ runId, token }: Lease) =>
  Prisma.sql`id = ${runId} AND status = 'running' AND "leaseToken" = ${token} AND "leaseUntil" > ${now}`;
const letGo = Prisma.sql`"leaseToken" = NULL, "leaseUntil" = NULL, "workerId" = NULL`;
const logged = (line: string) =>
  Prisma.sql`log = log || to_char(${now}, 'YYYY-MM-DD HH24:MI:SS ') || ${`${line}\n`}`;

/** The same computation by this engine, launched while the run waited with an older one's name on it. */
const superseded = (engineVersion: string) => Prisma.sql`("engineVersion" <> ${engineVersion} AND EXISTS (
  SELECT 1 FROM "Run" AS newer WHERE newer."labId" = "Run"."labId" AND newer."specHash" = "Run"."specHash"
    AND newer."engineVersion" = ${engineVersion} AND newer.recomputation = "Run".recomputation))`;

export interface ClaimRequest {
  readonly runId: string;
  readonly token: string;
  readonly workerId: string;
  readonly engineVersion: string;
}

/**
 * Takes a run that is queued, or whose lease is over. A checkpoint of another engine is dropped: its continuation would
 * not equal an undisturbed run. Null when there is nothing to take.
 */
export async function claim(_grant: SystemGrant, { runId, token, workerId, engineVersion }: ClaimRequest) {
  const sameEngine = Prisma.sql`"engineVersion" = ${engineVersion}`;
  return db().$transaction(async (tx) => {
    const taken = await tx.$executeRaw`
      UPDATE "Run" SET
        status = 'running', "leaseToken" = ${token}, "leaseUntil" = ${leaseEnd}, "workerId" = ${workerId},
        attempts = attempts + 1, "startedAt" = COALESCE("startedAt", ${now}), error = NULL,
        checkpoint = CASE WHEN ${sameEngine} THEN checkpoint END,
        "checkpointTrial" = CASE WHEN ${sameEngine} THEN "checkpointTrial" ELSE 0 END,
        "trialsDone" = CASE WHEN ${sameEngine} THEN "checkpointTrial" ELSE 0 END,
        "engineVersion" = ${engineVersion}
      WHERE id = ${runId} AND NOT "cancelRequested" AND NOT ${superseded(engineVersion)}
        AND (status = 'queued' OR (status = 'running' AND ("leaseUntil" IS NULL OR "leaseUntil" <= ${now})))`;
    if (!taken) {
      await endSuperseded(tx, runId, engineVersion);
      return null;
    }
    const run = await tx.run.findUniqueOrThrow({
      where: { id: runId },
      include: { modelVersion: true, paradigmVersion: true, history: true },
    });
    const from = `from trial ${run.checkpointTrial + 1}`;
    await tx.$executeRaw`
      UPDATE "Run" SET ${logged(`Attempt ${run.attempts} on worker ${workerId}, ${from}.`)} WHERE id = ${runId}`;
    await tell(tx, runId);
    return run;
  });
}

async function endSuperseded(tx: Sql, runId: string, engineVersion: string): Promise<void> {
  const reason =
    "Phasic was updated while this run waited, and the new version was asked for the same. Launch it again.";
  const ended = await tx.$executeRaw`
    UPDATE "Run" SET status = 'failed', error = ${reason}, "finishedAt" = ${now}, ${logged(`Failed: ${reason}`)}
    WHERE id = ${runId} AND status = 'queued' AND ${superseded(engineVersion)}`;
  if (ended) await tell(tx, runId);
}

/** Prolongs the leases that are still this worker's; what is missing in the answer is lost. */
export const renew = (_grant: SystemGrant, workerId: string, tokens: readonly string[]) =>
  db().$queryRaw<{ token: string; cancelRequested: boolean }[]>`
    UPDATE "Run" SET "leaseUntil" = ${leaseEnd}
    WHERE "workerId" = ${workerId} AND "leaseToken" = ANY(${[...tokens]}::text[])
      AND status = 'running' AND "leaseUntil" > ${now}
    RETURNING "leaseToken" AS token, "cancelRequested"`;

/** What a worker learns when it writes: go on, stop because somebody cancelled, or drop the work. */
export type Answer = "go on" | "cancel" | "lost";

export const saveProgress = (
  _grant: SystemGrant,
  lease: Lease,
  done: { trialsDone: number; cpuMs: number },
) => note(lease, Prisma.sql`"trialsDone" = ${done.trialsDone}, "cpuMs" = ${done.cpuMs}`);

export const saveCheckpoint = (_grant: SystemGrant, lease: Lease, done: Checkpoint) =>
  note(lease, Prisma.sql`${checkpointed(done)}, losses = 0`);

export interface Checkpoint {
  readonly trialsDone: number;
  readonly cpuMs: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
const checkpointed = ({ bytes, trialsDone, cpuMs }: Checkpoint) => Prisma.sql`
  checkpoint = ${bytes}, "checkpointTrial" = ${trialsDone}, "trialsDone" = ${trialsDone}, "cpuMs" = ${cpuMs}`;

async function note(lease: Lease, assignments: Prisma.Sql): Promise<Answer> {
  const [row] = await db().$queryRaw<{ cancelRequested: boolean }[]>`
    UPDATE "Run" SET ${assignments} WHERE ${held(lease)} RETURNING "cancelRequested"`;
  if (!row) return "lost";
  await tell(db(), lease.runId);
  return row.cancelRequested ? "cancel" : "go on";
}

/** Writes the result and ends the run in one transaction. False, and nothing written, when the lease is lost. */
export async function finish(
  _grant: SystemGrant,
  lease: Lease,
  { parts, hash, cpuMs }: { parts: RunResultParts; hash: string; cpuMs: number },
): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "Run" WHERE ${held(lease)} FOR UPDATE`;
    if (!row) return false;
    const { id } = await tx.runResult.create({ data: { ...parts, hash }, select: { id: true } });
    await tx.$executeRaw`
      UPDATE "Run" SET status = 'done', "resultId" = ${id}, "trialsDone" = trials, "cpuMs" = ${cpuMs},
        "finishedAt" = ${now}, checkpoint = NULL, "cancelRequested" = false, ${letGo},
        ${logged(`Done after ${(cpuMs / 1000).toFixed(1)} s of processor time.`)}
      WHERE id = ${lease.runId}`;
    await tell(tx, lease.runId);
    return true;
  });
}

/** Ends the run with its reason. False when the lease is lost. */
export async function fail(
  _grant: SystemGrant,
  lease: Lease,
  { reason, cpuMs }: { reason: string; cpuMs: number },
): Promise<boolean> {
  const ended = await db().$executeRaw`
    UPDATE "Run" SET status = 'failed', error = ${reason}, "cpuMs" = ${cpuMs}, "finishedAt" = ${now}, checkpoint = NULL,
      "checkpointTrial" = 0, "cancelRequested" = false, ${letGo}, ${logged(`Failed: ${reason}`)}
    WHERE ${held(lease)}`;
  if (ended) await tell(db(), lease.runId);
  return ended > 0;
}

/**
 * Gives the run up: cancelled when somebody asked for that and still does, else back in the queue with its checkpoint.
 * False when the lease is lost.
 */
export async function giveUp(
  _grant: SystemGrant,
  lease: Lease,
  checkpoint: Checkpoint | null,
): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const kept = checkpoint ? Prisma.sql`${checkpointed(checkpoint)},` : Prisma.empty;
    const [row] = await tx.$queryRaw<{ status: RunStatus; priority: number }[]>`
      UPDATE "Run" SET ${kept}
        status = (CASE WHEN "cancelRequested" THEN 'cancelled' ELSE 'queued' END)::"RunStatus",
        "finishedAt" = CASE WHEN "cancelRequested" THEN ${now} END, "cancelRequested" = false, ${letGo},
        log = log || to_char(${now}, 'YYYY-MM-DD HH24:MI:SS ')
          || CASE WHEN "cancelRequested" THEN E'Cancelled.\\n' ELSE E'Given back to the queue.\\n' END
      WHERE ${held(lease)} RETURNING status, priority`;
    if (!row) return false;
    if (row.status === "queued") await enqueue(tx, [runJob(lease.runId, row.priority)]);
    await tell(tx, lease.runId);
    return true;
  });
}

/** Tells open pages of every lab that has this run on a page. */
async function tell(sql: Sql, runId: string): Promise<void> {
  const [run] = await sql.$queryRaw<
    {
      labId: string;
      status: RunStatus;
      trialsDone: number;
      trials: number;
      error: string | null;
      experiments: string[];
    }[]
  >`
    SELECT "labId", status, "trialsDone", trials, left(error, 300) AS error,
      ARRAY(SELECT DISTINCT "experimentId" FROM "ExperimentRun" WHERE "runId" = "Run".id) AS experiments
    FROM "Run" WHERE id = ${runId}`;
  if (!run) return;
  const { labId, ...event } = run;
  await publish(sql, labId, { kind: "run", run: runId, ...event });
}
