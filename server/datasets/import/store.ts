import type { ImportStatus } from "../../../contracts/dataset";
import { type SystemGrant, systemGrantIn, type SystemLabGrant } from "../../access/grant";
import { db } from "../../db";
import { publish } from "../../jobs/live";

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
  return { ...task, ...upload, grant: systemGrantIn(dataset.lab, grant.reason) };
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
