import type { Prisma } from "../../../prisma/generated/client";
import type { InLab } from "../../access/grant";
import { audit } from "../../audit/service";
import { db } from "../../db";
import { removeQueued } from "../../jobs/cancel";
import { enqueue } from "../../jobs/enqueue";
import { publish } from "../../jobs/live";
import { runJob, runJobKey } from "../../jobs/run-job";
import { naming, runName } from "../name";

/** Stops a run: at once where it waits, within seconds where it runs; one that has ended stays as it is. */
export async function cancelRun(grant: InLab, id: string): Promise<void> {
  const { labId } = grant;
  await db().$transaction(async (tx) => {
    const { count: running } = await tx.run.updateMany({
      where: { labId, id, status: "running", cancelRequested: false },
      data: { cancelRequested: true },
    });
    const { count } = await tx.run.updateMany({
      where: { labId, id, status: "queued" },
      data: { status: "cancelled", finishedAt: new Date() },
    });
    if (running + count > 0) await log(tx, grant, "run.cancel", id);
    if (count === 0) return;
    await removeQueued(tx, [runJobKey(id)]);
    await tell(tx, labId, id);
  });
}

/** Queues a run that failed or was cancelled again; any other stays as it is. */
export async function retryRun(grant: InLab, id: string): Promise<void> {
  const { labId } = grant;
  await db().$transaction(async (tx) => {
    const { count } = await tx.run.updateMany({
      where: { labId, id, status: { in: ["failed", "cancelled"] } },
      data: { status: "queued", error: null, losses: 0, finishedAt: null, cancelRequested: false },
    });
    // A run that is being stopped goes on.
    const { count: going } = await tx.run.updateMany({
      where: { labId, id, status: "running", cancelRequested: true },
      data: { cancelRequested: false },
    });
    if (going + count > 0) await log(tx, grant, "run.retry", id);
    if (count === 0) return;
    await enqueue(tx, [runJob(id, 0)]);
    await tx.experiment.updateMany({
      where: { labId, runs: { some: { runId: id, wanted: true } } },
      data: { toldAt: null },
    });
    await tell(tx, labId, id);
  });
}

/** The same spec as a new row that counts up, queued. Gives its id, or null when the lab has no such run. */
export async function recompute(
  grant: InLab,
  id: string,
  { traceBinMs, engineVersion, priority }: { traceBinMs: number; engineVersion: string; priority: number },
): Promise<string | null> {
  const { labId } = grant;
  return db().$transaction(async (tx) => {
    // Locked, so that two at once do not count to the same number.
    await tx.$queryRaw`SELECT 1 FROM "Run" WHERE id = ${id} AND "labId" = ${labId} FOR UPDATE`;
    const record = await tx.run.findFirst({ where: { labId, id } });
    if (!record) return null;
    const {
      modelVersionId,
      paradigmVersionId,
      arm,
      subjectKey,
      repetition,
      seed,
      specHash,
      trials,
      historyId,
    } = record;
    const { _max } = await tx.run.aggregate({ where: { labId, specHash }, _max: { recomputation: true } });
    const made = await tx.run.create({
      data: {
        ...{ labId, modelVersionId, paradigmVersionId, arm, subjectKey, repetition, seed, specHash, trials },
        ...{
          historyId,
          traceBinMs,
          engineVersion,
          priority,
          subject: record.subject as Prisma.InputJsonValue,
        },
        recomputation: (_max.recomputation ?? 0) + 1,
      },
    });
    await log(tx, grant, "run.recompute", made.id);
    await enqueue(tx, [runJob(made.id, priority)]);
    return made.id;
  });
}

async function log(
  tx: Prisma.TransactionClient,
  grant: InLab,
  action: "run.cancel" | "run.retry" | "run.recompute",
  id: string,
): Promise<void> {
  const run = await tx.run.findUniqueOrThrow({ where: { id }, select: naming });
  await audit(tx, grant, action, { kind: "run", id, name: runName(run) });
}

async function tell(tx: Prisma.TransactionClient, labId: string, id: string): Promise<void> {
  const { experiments, status, trialsDone, trials } = await tx.run.findUniqueOrThrow({
    where: { id },
    select: {
      status: true,
      trialsDone: true,
      trials: true,
      experiments: { distinct: ["experimentId"], select: { experimentId: true } },
    },
  });
  await publish(tx, labId, {
    ...{ kind: "run", run: id, status, trialsDone, trials, error: null },
    experiments: experiments.map(({ experimentId }) => experimentId),
  });
}
