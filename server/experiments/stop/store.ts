import type { AuditDetails } from "../../../contracts/audit";
import type { Prisma } from "../../../prisma/generated/client";
import type { InLab } from "../../access/grant";
import { audit } from "../../audit/service";
import { db } from "../../db";
import { removeQueued } from "../../jobs/cancel";
import { enqueue } from "../../jobs/enqueue";
import { publish } from "../../jobs/live";
import { runJob, runJobKey } from "../../jobs/run-job";

/**
 * The experiment wants its unfinished runs no more. A run that no other experiment wants is stopped: at once where it
 * waits, within seconds where it runs.
 */
export async function cancelExperiment(grant: InLab, experimentId: string) {
  const { labId } = grant;
  return db().$transaction(async (tx) => {
    const open = await tx.$queryRaw<{ id: string; status: "queued" | "running"; shared: boolean }[]>`
      SELECT r.id, r.status, EXISTS (
        SELECT 1 FROM "ExperimentRun" other
        WHERE other."runId" = r.id AND other.wanted AND other."experimentId" <> ${experimentId}
      ) AS shared
      FROM "Run" r
      WHERE r."labId" = ${labId} AND r.status IN ('queued', 'running')
        AND r.id IN (SELECT "runId" FROM "ExperimentRun" WHERE "experimentId" = ${experimentId})
      ORDER BY r.id FOR UPDATE`;
    await tx.experimentRun.updateMany({
      where: { experimentId, runId: { in: open.map(({ id }) => id) } },
      data: { wanted: false },
    });
    const own = open.filter(({ shared }) => !shared);
    const waiting = own.filter(({ status }) => status === "queued").map(({ id }) => id);
    const running = own.filter(({ status }) => status === "running").map(({ id }) => id);
    await tx.run.updateMany({
      where: { id: { in: waiting } },
      data: { status: "cancelled", finishedAt: new Date() },
    });
    await tx.run.updateMany({ where: { id: { in: running } }, data: { cancelRequested: true } });
    await removeQueued(tx, waiting.map(runJobKey));
    const outcome = { cancelled: own.length, kept: open.length - own.length };
    if (open.length > 0) await log(tx, grant, "experiment.cancel", experimentId, outcome);
    // who stops their own experiment knows that it has ended
    await tx.experiment.updateMany({
      where: { id: experimentId, createdById: grant.userId, toldAt: null },
      data: { toldAt: new Date() },
    });
    await publish(tx, labId, { kind: "experiment", experiment: experimentId });
    return outcome;
  });
}

/** Queues what failed or was cancelled again. Gives how many. */
export async function retryExperiment(grant: InLab, experimentId: string): Promise<number> {
  const { labId } = grant;
  return db().$transaction(async (tx) => {
    const again = await tx.$queryRaw<{ id: string; priority: number }[]>`
      WITH ended AS (
        SELECT id FROM "Run" WHERE "labId" = ${labId} AND status IN ('failed', 'cancelled')
          AND id IN (SELECT "runId" FROM "ExperimentRun" WHERE "experimentId" = ${experimentId})
        ORDER BY id FOR UPDATE
      )
      UPDATE "Run" SET status = 'queued', error = NULL, losses = 0, "finishedAt" = NULL, "cancelRequested" = false
      FROM ended WHERE "Run".id = ended.id RETURNING "Run".id, priority`;
    const { count: wantedAgain } = await tx.experimentRun.updateMany({
      where: { experimentId, wanted: false },
      data: { wanted: true },
    });
    await enqueue(
      tx,
      again.map(({ id, priority }) => runJob(id, priority)),
    );
    if (again.length + wantedAgain > 0)
      await tx.experiment.update({ where: { id: experimentId }, data: { toldAt: null } });
    if (again.length + wantedAgain > 0)
      await log(tx, grant, "experiment.retry", experimentId, { retried: again.length });
    await publish(tx, labId, { kind: "experiment", experiment: experimentId });
    return again.length;
  });
}

async function log(
  tx: Prisma.TransactionClient,
  grant: InLab,
  action: "experiment.cancel" | "experiment.retry",
  id: string,
  details: AuditDetails,
): Promise<void> {
  const { name } = await tx.experiment.findUniqueOrThrow({ where: { id }, select: { name: true } });
  await audit(tx, grant, action, { kind: "experiment", id, name }, details);
}
