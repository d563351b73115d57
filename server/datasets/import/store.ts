import type { ImportStatus } from "../../../contracts/dataset";
import { type InLab, type SystemGrant, systemGrantIn, type SystemLabGrant } from "../../access/grant";
import { audit } from "../../audit/service";
import { db } from "../../db";
import { removeQueued } from "../../jobs/cancel";
import { enqueue } from "../../jobs/enqueue";
import { publish } from "../../jobs/live";
import { importJob, importJobKey } from "./job";

export interface ImportTask {
  readonly id: string;
  readonly datasetId: string;
  readonly uploadId: string;
  readonly fileName: string;
  readonly byteLength: number;
  readonly answers: unknown;
  readonly status: ImportStatus;
  readonly cancelRequested: boolean;
  /** Permission in the version's own lab. */
  readonly grant: SystemLabGrant;
}

/** What a job is about; null when the version has gone. */
export async function findTask(grant: SystemGrant, versionId: string): Promise<ImportTask | null> {
  const row = await db().datasetVersion.findUnique({
    where: { id: versionId },
    select: {
      ...{ id: true, datasetId: true, uploadId: true, answers: true, status: true, cancelRequested: true },
      upload: { select: { fileName: true, byteLength: true } },
      dataset: { select: { lab: { select: { id: true, slug: true } } } },
    },
  });
  if (!row) return null;
  const { dataset, upload, ...task } = row;
  return {
    ...task,
    ...upload,
    byteLength: Number(upload.byteLength),
    grant: systemGrantIn(dataset.lab, grant.reason),
  };
}

type Place = Pick<ImportTask, "id" | "datasetId">;

/** Says that the import runs, or how it ended without numbers; a version that is imported stays as it is. */
export const setStatus = (
  { labId }: SystemLabGrant,
  { id, datasetId }: Place,
  status: "importing" | "refused" | "cancelled",
  problem: string | null,
): Promise<void> =>
  db().$transaction(async (tx) => {
    const { count } = await tx.datasetVersion.updateMany({
      where: { id, labId, status: { not: "imported" } },
      data: { status, problem, bytesRead: 0, partsStored: 0 },
    });
    if (count > 0) await publish(tx, labId, { kind: "dataset", dataset: datasetId, version: id, status });
  });

/** Ends an import that waits, and asks one that runs to end. @returns false when it does neither. */
export const cancelImport = (grant: InLab, { id, datasetId }: Place): Promise<boolean> =>
  db().$transaction(async (tx) => {
    const { labId } = grant;
    const [row] = await tx.$queryRaw<{ status: ImportStatus; number: number; name: string }[]>`
      SELECT v.status::text AS status, v.number, d.name FROM "DatasetVersion" v JOIN "Dataset" d ON d.id = v."datasetId"
      WHERE v.id = ${id} AND v."labId" = ${labId} FOR UPDATE OF v`;
    if (row?.status !== "uploaded" && row?.status !== "importing") return false;
    const status = row.status === "uploaded" ? "cancelled" : row.status;
    await tx.datasetVersion.updateMany({ where: { id, labId }, data: { status, cancelRequested: true } });
    await removeQueued(tx, [importJobKey(id)]);
    const object = { kind: "dataset" as const, id: datasetId, name: row.name };
    await audit(tx, grant, "dataset.cancel", object, { version: row.number });
    await publish(tx, labId, { kind: "dataset", dataset: datasetId, version: id, status });
    return true;
  });

/**
 * Gives a job to every import that has none (after a restored backup, or a queue that somebody emptied), and ends those
 * that took their worker with them each time.
 */
export const repairImports = (_grant: SystemGrant): Promise<void> =>
  db().$transaction(async (tx) => {
    const dead = await tx.$queryRaw<{ key: string; attempts: number }[]>`
      DELETE FROM graphile_worker._private_jobs
      WHERE key LIKE 'import-dataset:%' AND locked_at IS NULL AND attempts >= max_attempts
      RETURNING key, attempts`;
    for (const { key, attempts } of dead) {
      const problem = `The import ended ${attempts} times together with the worker that did it: try again, or import less at a time.`;
      const [ended] = await tx.datasetVersion.updateManyAndReturn({
        where: { id: key.slice(importJobKey("").length), status: { in: ["uploaded", "importing"] } },
        data: { status: "refused", problem },
        select: { id: true, datasetId: true, labId: true },
      });
      if (ended) {
        const { id: version, datasetId: dataset, labId } = ended;
        await publish(tx, labId, { kind: "dataset", dataset, version, status: "refused" });
      }
    }
    const lost = await tx.$queryRaw<{ id: string }[]>`
      SELECT v.id FROM "DatasetVersion" v
      WHERE v.status IN ('uploaded', 'importing')
        AND NOT EXISTS (SELECT FROM graphile_worker._private_jobs j WHERE j.key = 'import-dataset:' || v.id)`;
    await enqueue(
      tx,
      lost.map(({ id }) => importJob(id)),
    );
  });

export interface Progress {
  readonly bytesRead: number;
  readonly partsStored: number;
}

/** Tells how far an import is, on a connection of its own: the numbers themselves are not there before all of them are. */
export async function saveProgress(
  { labId }: SystemLabGrant,
  { id, datasetId }: Place,
  { bytesRead, partsStored }: Progress,
): Promise<{ readonly cancelRequested: boolean }> {
  const [row] = await db().datasetVersion.updateManyAndReturn({
    where: { id, labId, status: "importing" },
    data: { bytesRead, partsStored },
    select: { cancelRequested: true },
  });
  await publish(db(), labId, { kind: "dataset", dataset: datasetId, version: id, status: "importing" });
  return { cancelRequested: row?.cancelRequested ?? false };
}
