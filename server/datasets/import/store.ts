import { randomBytes } from "node:crypto";
import type { WideTableMapping } from "../../../contracts/dataset";
import type { Prisma } from "../../../prisma/generated/client";
import { type SystemGrant, systemGrantIn, type SystemLabGrant } from "../../access/grant";
import { db } from "../../db";
import { publish } from "../../jobs/live";
import type { ReadRecording } from "./recorded";

/** Rows per statement: PostgreSQL takes 65,535 parameters. */
const batch = 2000;
const patience = { timeout: 10 * 60_000, maxWait: 15_000 };

export interface ImportTask {
  readonly id: string;
  readonly datasetId: string;
  readonly uploadId: string;
  readonly mapping: unknown;
  readonly isImported: boolean;
  /** Permission in the version's own lab. */
  readonly grant: SystemLabGrant;
}

/** What a job is about; null when the version has gone. */
export async function findTask(grant: SystemGrant, versionId: string): Promise<ImportTask | null> {
  const row = await db().datasetVersion.findUnique({
    where: { id: versionId },
    select: {
      id: true,
      datasetId: true,
      uploadId: true,
      mapping: true,
      status: true,
      dataset: { select: { lab: { select: { id: true, slug: true } } } },
    },
  });
  if (!row) return null;
  const { dataset, status, ...task } = row;
  return { ...task, isImported: status === "imported", grant: systemGrantIn(dataset.lab, grant.reason) };
}

type Place = Pick<ImportTask, "id" | "datasetId">;

/** Says that the import runs, or why it was refused; a version that is imported stays as it is. */
export const setStatus = (
  { labId }: SystemLabGrant,
  { id, datasetId }: Place,
  status: "importing" | "refused",
  problem: string | null,
): Promise<void> =>
  db().$transaction(async (tx) => {
    await tx.datasetVersion.updateMany({
      where: { id, labId, status: { not: "imported" } },
      data: { status, problem },
    });
    await publish(tx, labId, { kind: "dataset", dataset: datasetId, version: id, status });
  });

/** Writes a whole recording, or nothing. Of two that write at once, the second finds the work done. */
export const writeRecording = (
  { labId }: SystemLabGrant,
  { id, datasetId }: Place,
  { signal }: WideTableMapping,
  { subjects, remarks }: ReadRecording,
): Promise<void> =>
  db().$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ status: string }[]>`
      SELECT status::text FROM "DatasetVersion" WHERE id = ${id} AND "labId" = ${labId} FOR UPDATE`;
    if (!row || row.status === "imported") return;
    const { id: signalId } = await tx.datasetSignal.create({
      data: { ...signal, datasetVersionId: id },
      select: { id: true },
    });
    await writeRows(tx, id, signalId, subjects);
    await tx.datasetVersion.update({
      where: { id },
      data: { status: "imported", problem: null, remarks: [...remarks], importedAt: new Date() },
    });
    await publish(tx, labId, { kind: "dataset", dataset: datasetId, version: id, status: "imported" });
  }, patience);

const newId = () => randomBytes(9).toString("base64url");

async function writeRows(
  tx: Prisma.TransactionClient,
  datasetVersionId: string,
  signalId: string,
  subjects: ReadRecording["subjects"],
): Promise<void> {
  const sessions: Prisma.DatasetSessionCreateManyInput[] = [];
  const trials: Prisma.DatasetTrialCreateManyInput[] = [];
  const samples: Prisma.DatasetTrialSamplesCreateManyInput[] = [];
  const people = subjects.map(({ name, group, sessions: own }, position) => {
    const subjectId = newId();
    for (const session of own) {
      const sessionId = newId();
      sessions.push({ id: sessionId, subjectId, index: session.index, name: session.name });
      for (const { index, values, samples: signal } of session.trials) {
        const trialId = newId();
        trials.push({ id: trialId, sessionId, index, values });
        samples.push({ trialId, signalId, values: littleEndian(signal) });
      }
    }
    return { id: subjectId, datasetVersionId, name, group, position };
  });
  await inBatches(people, (data) => tx.datasetSubject.createMany({ data }));
  await inBatches(sessions, (data) => tx.datasetSession.createMany({ data }));
  await inBatches(trials, (data) => tx.datasetTrial.createMany({ data }));
  await inBatches(samples, (data) => tx.datasetTrialSamples.createMany({ data }));
}

async function inBatches<T>(rows: readonly T[], write: (rows: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += batch) await write(rows.slice(from, from + batch));
}

function littleEndian(values: Float32Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  values.forEach((value, i) => view.setFloat32(i * 4, value, true));
  return bytes;
}
