import type { SystemGrant } from "../../access/grant";
import { db } from "../../db";
import { deliver } from "../../inbox/deliver/service";

const atOnce = 200;

interface Ended {
  readonly id: string;
  readonly labId: string;
  readonly launcherId: string | null;
  readonly toldAt: Date;
  readonly failed: boolean;
}

/**
 * Tells who launched an experiment that its last run has ended: once, whichever worker comes first, and again after it was
 * started again. Who has left the lab, and the machinery, hear nothing. Gives how many ended.
 */
export const tellEnded = (grant: SystemGrant): Promise<number> =>
  db().$transaction(async (tx) => {
    const ended = await tx.$queryRaw<Ended[]>`
      WITH ended AS (
        SELECT e.id FROM "Experiment" e WHERE e."toldAt" IS NULL AND NOT EXISTS (
          SELECT 1 FROM "ExperimentRun" c JOIN "Run" r ON r.id = c."runId"
          WHERE c."experimentId" = e.id AND c.wanted AND r.status IN ('queued', 'running')
        ) ORDER BY e.id LIMIT ${atOnce} FOR UPDATE SKIP LOCKED
      )
      UPDATE "Experiment" e SET "toldAt" = clock_timestamp() AT TIME ZONE 'utc' FROM ended WHERE e.id = ended.id
      RETURNING e.id, e."labId", e."toldAt",
        (SELECT m."userId" FROM "Membership" m WHERE m."labId" = e."labId" AND m."userId" = e."createdById") AS "launcherId",
        EXISTS (SELECT 1 FROM "ExperimentRun" c JOIN "Run" r ON r.id = c."runId"
          WHERE c."experimentId" = e.id AND r.status = 'failed') AS failed`;
    await deliver(
      grant,
      tx,
      ended.flatMap(({ id, labId, launcherId, toldAt, failed }) =>
        launcherId === null
          ? []
          : {
              ...{ userId: launcherId, labId, object: { kind: "experiment", id } },
              kind: failed ? "experiment-failed" : "experiment-finished",
              cause: `experiment:${id}:${toldAt.getTime()}`,
            },
      ),
    );
    return ended.length;
  });
