import { Prisma } from "../../../prisma/generated/client";
import type { SystemGrant } from "../../access/grant";
import { db } from "../../db";
import { removeQueued } from "../../jobs/cancel";
import { publish } from "../../jobs/live";
import { runJobKey } from "../../jobs/run-job";

/**
 * Ends queued runs of other labs whose very computation, on the same engine, the demonstration has: they share its result.
 * Of one lab, or of all when the grant names none. Gives how many.
 */
export async function adoptResults({ labId }: SystemGrant): Promise<number> {
  const within = labId === null ? Prisma.empty : Prisma.sql`AND run."labId" = ${labId}`;
  return db().$transaction(async (tx) => {
    const adopted = await tx.$queryRaw<{ id: string; labId: string }[]>`
      WITH pairs AS (
        SELECT run.id, done."resultId", done."cpuMs", done."startedAt", done."finishedAt"
        FROM "Lab" lab
        JOIN "Run" done ON done."labId" = lab.id AND done.status = 'done' AND done.recomputation = 0
        JOIN "Run" run ON run."specHash" = done."specHash" AND run."engineVersion" = done."engineVersion"
          AND run."traceBinMs" = done."traceBinMs" AND run.recomputation = 0
        WHERE lab."isDemonstration" AND run."labId" <> lab.id AND run.status = 'queued' ${within}
        FOR UPDATE OF run SKIP LOCKED
      )
      UPDATE "Run" SET status = 'done', "resultId" = pairs."resultId", "trialsDone" = trials, "cpuMs" = pairs."cpuMs",
        "startedAt" = pairs."startedAt", "finishedAt" = pairs."finishedAt", checkpoint = NULL, error = NULL,
        log = log || E'Taken from the demonstration: the same computation on the same engine.\n'
      FROM pairs WHERE "Run".id = pairs.id
      RETURNING "Run".id, "Run"."labId"`;
    if (adopted.length === 0) return 0;
    await removeQueued(
      tx,
      adopted.map(({ id }) => runJobKey(id)),
    );
    const touched = await tx.experimentRun.findMany({
      where: { runId: { in: adopted.map(({ id }) => id) } },
      distinct: ["experimentId"],
      select: { experiment: { select: { id: true, labId: true } } },
    });
    for (const { experiment } of touched)
      await publish(tx, experiment.labId, { kind: "experiment", experiment: experiment.id });
    return adopted.length;
  });
}
