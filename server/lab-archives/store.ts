import type pg from "pg";
import { Prisma } from "../../prisma/generated/client";
import type { InLab, LabGrant, SystemGrant, SystemLabGrant } from "../access/grant";
import { audit } from "../audit/service";
import { bytes, db, readBytes } from "../db";
import { enqueue } from "../jobs/enqueue";
import { publish } from "../jobs/live";
import type { PlainListing } from "../paging/service";

const archive = {
  ...{ id: true, kind: true, status: true, done: true, total: true, problem: true, contentHash: true },
  ...{ labName: true, byteLength: true, createdById: true, createdAt: true, finishedAt: true },
} as const satisfies Prisma.LabArchiveSelect;
export type ArchiveRecord = Prisma.LabArchiveGetPayload<{ select: typeof archive }>;

export const listing = ({ labId }: InLab): PlainListing => ({
  from: Prisma.sql`FROM "LabArchive" a WHERE a."labId" = ${labId}`,
  id: Prisma.sql`a.id`,
  by: { by: Prisma.sql`a."createdAt"`, as: "time" },
});

export const findArchives = ({ labId }: InLab, ids: readonly string[]): Promise<ArchiveRecord[]> =>
  db().labArchive.findMany({ where: { labId, id: { in: [...ids] } }, select: archive });

export const findArchive = ({ labId }: InLab, id: string): Promise<ArchiveRecord | null> =>
  db().labArchive.findFirst({ where: { labId, id }, select: archive });

/** Whether the lab holds nothing that an archive would bring. */
export async function isEmpty({ labId }: InLab): Promise<boolean> {
  const where = { labId };
  const counts = await Promise.all([
    ...[db().model.count({ where }), db().paradigm.count({ where }), db().dataset.count({ where })],
    ...[db().comparison.count({ where }), db().dashboard.count({ where }), db().experiment.count({ where })],
  ]);
  return counts.every((count) => count === 0);
}

/** Finished archives that can be taken away. */
export const countExports = ({ labId }: InLab): Promise<number> =>
  db().labArchive.count({ where: { labId, kind: "export", status: "done" } });

const unfinished = { status: { in: ["waiting", "running"] as ("waiting" | "running")[] } };

/** Null when one is being made, or read, already. */
export const insertArchive = (
  grant: LabGrant,
  labName: string,
  { kind, uploadId }: { readonly kind: "export" | "import"; readonly uploadId: string | null },
): Promise<ArchiveRecord | null> =>
  db().$transaction(async (tx) => {
    const { labId, userId } = grant;
    await tx.$queryRaw`SELECT 1 FROM "Lab" WHERE id = ${labId} FOR NO KEY UPDATE`;
    if ((await tx.labArchive.count({ where: { labId, ...unfinished } })) > 0) return null;
    const row = await tx.labArchive.create({
      data: { labId, kind, uploadId, createdById: userId },
      select: archive,
    });
    await audit(tx, grant, `lab.${kind}`, { kind: "lab", id: labId, name: labName });
    await enqueue(tx, [
      { name: "lab-archive", payload: { archiveId: row.id }, key: `lab-archive:${row.id}` },
    ]);
    await publish(tx, labId, { kind: "members" });
    return row;
  });

/** Whoever does it stops soon. */
export async function askToCancel(grant: LabGrant, id: string): Promise<boolean> {
  const { labId } = grant;
  const { count } = await db().labArchive.updateMany({
    where: { labId, id, ...unfinished },
    data: { cancelRequested: true },
  });
  await publish(db(), labId, { kind: "members" });
  return count > 0;
}

export const removeArchive = (grant: LabGrant, labName: string, id: string): Promise<boolean> =>
  db().$transaction(async (tx) => {
    const { labId } = grant;
    const { count } = await tx.labArchive.deleteMany({ where: { labId, id, NOT: unfinished } });
    if (count > 0) await audit(tx, grant, "lab.forget-archive", { kind: "lab", id: labId, name: labName });
    return count > 0;
  });

/** For the worker: what is to be done, and in which lab. */
export const findTask = (_grant: SystemGrant, id: string) =>
  db().labArchive.findUnique({
    where: { id },
    select: {
      id: true,
      kind: true,
      status: true,
      uploadId: true,
      lab: { select: { id: true, slug: true, name: true } },
    },
  });

/** @returns false when somebody asked to stop, or it is gone. */
export async function setProgress(
  { labId }: SystemLabGrant,
  id: string,
  done: number,
  total: number,
): Promise<boolean> {
  const found = await db().labArchive.updateManyAndReturn({
    where: { id, labId },
    data: { status: "running", done, total },
    select: { cancelRequested: true },
  });
  await publish(db(), labId, { kind: "members" });
  return found[0]?.cancelRequested === false;
}

export async function finish(
  { labId }: SystemLabGrant,
  id: string,
  data: Pick<
    Prisma.LabArchiveUpdateManyMutationInput,
    "status" | "problem" | "contentHash" | "labName" | "byteLength"
  >,
): Promise<void> {
  await db().labArchive.updateMany({ where: { id, labId }, data: { ...data, finishedAt: new Date() } });
  await publish(db(), labId, { kind: "members" });
}

export async function clearChunks({ labId }: SystemLabGrant, archiveId: string): Promise<void> {
  await db().labArchiveChunk.deleteMany({ where: { archiveId, archive: { labId } } });
}

export async function insertChunk(
  { labId }: SystemLabGrant,
  id: string,
  index: number,
  content: Buffer,
): Promise<void> {
  await bytes().query(
    `INSERT INTO "LabArchiveChunk" ("archiveId", index, bytes)
     SELECT a.id, $3, $4 FROM "LabArchive" a WHERE a.id = $1 AND a."labId" = $2`,
    [id, labId, index, content],
  );
}

/** In order, one piece in memory at a time. */
export async function* readChunks({ labId }: InLab, id: string): AsyncGenerator<Uint8Array> {
  for (let index = 0; ; index += 1) {
    const [chunk] = await readBytes<{ bytes: Buffer }>(
      `SELECT c.bytes FROM "LabArchiveChunk" c JOIN "LabArchive" a ON a.id = c."archiveId"
       WHERE a.id = $1 AND a."labId" = $2 AND c.index = $3`,
      [id, labId, index],
    );
    if (!chunk) return;
    yield chunk.bytes;
  }
}

/** Archives that were made and that nobody needs any more go by themselves. */
export const removeOld = (_grant: SystemGrant, before: Date) =>
  db().labArchive.deleteMany({ where: { kind: "export", finishedAt: { lt: before } } });

/** One connection, all of whose statements see the lab at one moment, or write all of it or nothing. */
export interface Connection {
  rows<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

export const atOneMoment = <T>(_grant: SystemLabGrant, work: (on: Connection) => Promise<T>): Promise<T> =>
  connected("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", work);

export const allOrNothing = <T>(_grant: SystemLabGrant, work: (on: Connection) => Promise<T>): Promise<T> =>
  connected("BEGIN", work);

async function connected<T>(begin: string, work: (on: Connection) => Promise<T>): Promise<T> {
  const client = await bytes().connect();
  try {
    await client.query(begin);
    const result = await work({
      rows: async (text, values = []) => (await client.query(text, [...values])).rows,
    });
    await client.query("COMMIT");
    client.release();
    return result;
  } catch (error) {
    await client.query("ROLLBACK").then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    );
    throw error;
  }
}
