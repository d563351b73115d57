import type { TrashKind, TrashRef } from "../../../contracts/trash";
import { Prisma } from "../../../prisma/generated/client";
import type { SystemGrant, SystemLabGrant } from "../../access/grant";
import { audit } from "../../audit/service";
import { db } from "../../db";
import { removeQueuedOf } from "../../jobs/cancel";
import { deleteRuns } from "../../runs/service";
import { tables } from "../tables";

const tableOf = (kind: TrashKind) => Prisma.raw(tables[kind]);

export type DueObject = TrashRef & {
  readonly trashedAt: Date;
  readonly lab: { readonly id: string; readonly slug: string };
};

/** What stands on others goes before them. */
const order: readonly TrashKind[] = ["dashboard", "comparison", "experiment", "model", "paradigm", "dataset"];

/** What went to the trash of any lab before then. */
export async function listDue(_grant: SystemGrant, before: Date): Promise<DueObject[]> {
  const found: DueObject[] = [];
  for (const kind of order) {
    const rows = await db().$queryRaw<{ id: string; trashedAt: Date; labId: string; slug: string }[]>`
      SELECT x.id, x."trashedAt", x."labId", l.slug FROM ${tableOf(kind)} x JOIN "Lab" l ON l.id = x."labId"
      WHERE x."trashedAt" < ${before} ORDER BY x."trashedAt"`;
    found.push(
      ...rows.map(({ id, trashedAt, labId, slug }) => ({ kind, id, trashedAt, lab: { id: labId, slug } })),
    );
  }
  return found;
}

type Tx = Prisma.TransactionClient;
/** Recordings are large: marking them as gone takes longer than a transaction usually may. */
const longestMs = 10 * 60_000;

/** All of it or nothing. @returns false when somebody restored it meanwhile. */
export const deleteObject = (
  grant: SystemLabGrant,
  { kind, id, trashedAt }: Omit<DueObject, "lab">,
): Promise<boolean> =>
  db().$transaction(
    async (tx) => {
      const { labId } = grant;
      const [row] = await tx.$queryRaw<{ name: string }[]>`
        SELECT name FROM ${tableOf(kind)} WHERE id = ${id} AND "labId" = ${labId} AND "trashedAt" = ${trashedAt} FOR UPDATE`;
      if (!row) return false;
      await tx.share.updateMany({
        where: { labId, objectKind: kind, objectId: id, revokedAt: null },
        data: { revokedAt: new Date() },
      });
      if (kind === "experiment") await deleteExperiment(grant, tx, id);
      else if (kind === "dataset") await deleteDataset(tx, id);
      else await tx.$executeRaw`DELETE FROM ${tableOf(kind)} WHERE id = ${id}`;
      await audit(tx, grant, `${kind}.delete`, { kind, id, name: row.name });
      return true;
    },
    { timeout: longestMs },
  );

/** With the runs that stand in no other experiment, and what only they needed. */
async function deleteExperiment(grant: SystemLabGrant, tx: Tx, id: string): Promise<void> {
  const { labId } = grant;
  const inIt = await tx.run.findMany({
    where: { labId, experiments: { some: { experimentId: id } } },
    select: { specHash: true, historyId: true },
  });
  await tx.experiment.delete({ where: { id } });
  // recomputations stand in no experiment: they go with the run that they repeat
  const runs = await tx.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM "Run" r WHERE r."labId" = ${labId} AND r."specHash" = ANY(${inIt.map(({ specHash }) => specHash)}::text[])
      AND NOT EXISTS (SELECT FROM "ExperimentRun" c JOIN "Run" same ON same.id = c."runId"
        WHERE same."labId" = r."labId" AND same."specHash" = r."specHash")`;
  await deleteRuns(
    grant,
    tx,
    runs.map((run) => run.id),
  );
  const histories = inIt.flatMap(({ historyId }) => historyId ?? []);
  await tx.history.deleteMany({ where: { labId, id: { in: histories }, runs: { none: {} } } });
}

/** With its files, unless another dataset was read from them. */
async function deleteDataset(tx: Tx, id: string): Promise<void> {
  const versions = await tx.datasetVersion.findMany({
    where: { datasetId: id },
    select: { id: true, uploadId: true },
  });
  await removeQueuedOf(
    tx,
    versions.map((version) => version.id),
  );
  await tx.dataset.delete({ where: { id } });
  const files = versions.map(({ uploadId }) => uploadId);
  await tx.upload.deleteMany({ where: { id: { in: files }, versions: { none: {} } } });
}
