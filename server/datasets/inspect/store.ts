import type { Inspection } from "../../../contracts/inspection";
import type { Prisma } from "../../../prisma/generated/client";
import { type InLab, type SystemGrant, systemGrantIn, type SystemLabGrant } from "../../access/grant";
import { db, unlessTaken } from "../../db";
import { enqueue } from "../../jobs/enqueue";
import { publish } from "../../jobs/live";
import { jsonText } from "../../json-text";

export interface InspectionRow {
  readonly bytesRead: number;
  readonly result: unknown;
  readonly problem: string | null;
}
interface Key {
  readonly uploadId: string;
  readonly answersHash: string;
}

export async function findInspection({ labId }: InLab, key: Key): Promise<InspectionRow | null> {
  const row = await db().uploadInspection.findFirst({
    where: { ...key, upload: { labId } },
    select: { bytesRead: true, result: true, problem: true },
  });
  return row && { ...row, bytesRead: Number(row.bytesRead) };
}

/** With the job that does it: both or neither. Of two that ask at once, the second finds it begun. */
export const beginInspection = (
  { labId }: InLab,
  { uploadId, answersHash, answers }: Key & { readonly answers: Readonly<Record<string, unknown>> },
) =>
  unlessTaken(() =>
    db().$transaction(async (tx) => {
      await tx.upload.findFirstOrThrow({ where: { id: uploadId, labId }, select: { id: true } });
      const { id } = await tx.uploadInspection.create({
        data: { uploadId, answersHash, answers: answers as Prisma.InputJsonObject },
        select: { id: true },
      });
      const key = `inspect-upload:${id}`;
      await enqueue(tx, [{ name: "inspect-upload", payload: { inspectionId: id }, key, priority: -2 }]);
    }),
  );

export async function forgetInspection({ labId }: InLab, key: Key): Promise<void> {
  await db().uploadInspection.deleteMany({ where: { ...key, upload: { labId } } });
}

/** They are found out again where somebody asks. @returns how many went. */
export async function forgetOld(_grant: SystemGrant, before: Date): Promise<number> {
  return (await db().uploadInspection.deleteMany({ where: { createdAt: { lt: before } } })).count;
}

export interface InspectionTask {
  readonly id: string;
  readonly uploadId: string;
  readonly fileName: string;
  readonly answers: unknown;
  readonly isDone: boolean;
  /** Permission in the upload's own lab. */
  readonly grant: SystemLabGrant;
}
/** What a job is about; null when the upload has gone. */
export async function findInspectionTask(grant: SystemGrant, id: string): Promise<InspectionTask | null> {
  const row = await db().uploadInspection.findUnique({
    where: { id },
    select: {
      ...{ id: true, uploadId: true, answers: true, result: true, problem: true },
      upload: { select: { fileName: true, lab: { select: { id: true, slug: true } } } },
    },
  });
  if (!row) return null;
  const { upload, result, problem, ...task } = row;
  return {
    ...{ ...task, fileName: upload.fileName, isDone: result !== null || problem !== null },
    grant: systemGrantIn(upload.lab, grant.reason),
  };
}

export async function saveBytesRead(
  { labId }: SystemLabGrant,
  { id, uploadId }: InspectionTask,
  bytesRead: number,
): Promise<void> {
  await db().uploadInspection.updateMany({ where: { id, upload: { labId } }, data: { bytesRead } });
  await publish(db(), labId, { kind: "upload", upload: uploadId });
}

export const saveInspection = (
  { labId }: SystemLabGrant,
  { id, uploadId }: InspectionTask,
  { result, problem }: { readonly result: Inspection | null; readonly problem: string | null },
): Promise<void> =>
  db().$transaction(async (tx) => {
    const data = result && (JSON.parse(jsonText(result)) as object);
    await tx.uploadInspection.updateMany({
      where: { id, upload: { labId } },
      data: { problem, ...(data && { result: data }) },
    });
    await publish(tx, labId, { kind: "upload", upload: uploadId });
  });
