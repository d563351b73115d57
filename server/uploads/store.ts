import { randomUUID } from "node:crypto";
import type { Prisma } from "../../prisma/generated/client";
import type { InLab, SystemGrant } from "../access/grant";
import { bytes, db, readBytes, unlessTaken } from "../db";

const upload = {
  ...{ id: true, fileName: true, byteLength: true, sha256: true, createdAt: true },
  ...{ chunkBytes: true, sameAsId: true, createdById: true },
} as const satisfies Prisma.UploadSelect;

export interface UploadRecord {
  readonly id: string;
  readonly fileName: string;
  readonly byteLength: number;
  /** Null while it is on its way. */
  readonly sha256: string | null;
  readonly chunkBytes: number;
  readonly sameAsId: string | null;
  readonly createdById: string | null;
  readonly createdAt: Date;
}
const arriving = "arriving ";
const recordOf = (row: Prisma.UploadGetPayload<{ select: typeof upload }>): UploadRecord => ({
  ...row,
  byteLength: Number(row.byteLength),
  sha256: row.sha256.startsWith(arriving) ? null : row.sha256,
});
const onItsWay = { sha256: { startsWith: arriving } } as const;

/** Whole or on its way. */
export async function findUpload({ labId }: InLab, id: string): Promise<UploadRecord | null> {
  const row = await db().upload.findFirst({ where: { labId, id }, select: upload });
  return row && recordOf(row);
}

export interface Begin {
  readonly fileName: string;
  readonly byteLength: number;
  readonly fingerprint: string;
  readonly chunkBytes: number;
}

/** What this person began to send and has not finished. */
export async function findArriving(
  { labId, userId }: InLab,
  { byteLength, fingerprint, chunkBytes }: Begin,
): Promise<UploadRecord | null> {
  const row = await db().upload.findFirst({
    where: {
      ...{ labId, createdById: userId, byteLength, fingerprint, chunkBytes },
      sameAsId: null,
      ...onItsWay,
    },
    select: upload,
    orderBy: { seenAt: "desc" },
  });
  return row && recordOf(row);
}

export const countArriving = ({ labId, userId }: InLab): Promise<number> =>
  db().upload.count({ where: { labId, createdById: userId, sameAsId: null, ...onItsWay } });

/** Bytes of the lab's files, those on their way counted as if they were there. */
export async function bytesKept({ labId }: InLab): Promise<number> {
  const { _sum } = await db().upload.aggregate({
    where: { labId, sameAsId: null },
    _sum: { byteLength: true },
  });
  return Number(_sum.byteLength ?? 0);
}

export async function insertUpload({ labId, userId }: InLab, begin: Begin): Promise<UploadRecord> {
  const row = await db().upload.create({
    data: { ...begin, labId, createdById: userId, sha256: `${arriving}${randomUUID()}` },
    select: upload,
  });
  return recordOf(row);
}

export interface ChunkRecord {
  readonly index: number;
  readonly sha256: string | null;
  readonly byteLength: number;
}
export const listChunks = ({ labId }: InLab, uploadId: string) =>
  db().$queryRaw<ChunkRecord[]>`
    SELECT c.index, c.sha256, octet_length(c.bytes) AS "byteLength"
    FROM "UploadChunk" c JOIN "Upload" u ON u.id = c."uploadId"
    WHERE u.id = ${uploadId} AND u."labId" = ${labId} ORDER BY c.index`;

/** Keeps a chunk of a file that is on its way. One that is there already stays: its hash was the same, or is refused. */
export async function insertChunk(
  { labId }: InLab,
  uploadId: string,
  chunk: { readonly index: number; readonly bytes: Buffer; readonly sha256: string },
): Promise<{ readonly sha256: string | null } | null> {
  const { index, bytes: content, sha256 } = chunk;
  await bytes().query(
    `INSERT INTO "UploadChunk" ("uploadId", index, bytes, sha256)
     SELECT u.id, $3, $4, $5 FROM "Upload" u
     WHERE u.id = $1 AND u."labId" = $2 AND u.sha256 LIKE '${arriving}%' AND u."sameAsId" IS NULL
     ON CONFLICT DO NOTHING`,
    [uploadId, labId, index, content, sha256],
  );
  await db().upload.updateMany({ where: { id: uploadId, labId, ...onItsWay }, data: { seenAt: new Date() } });
  return db().uploadChunk.findFirst({
    where: { uploadId, index, upload: { labId } },
    select: { sha256: true },
  });
}

/** The bytes from `index` on, in order, one chunk in memory at a time. */
export async function* readUpload({ labId }: InLab, id: string): AsyncGenerator<Buffer> {
  for (let index = 0; ; index += 1) {
    const [chunk] = await readBytes<{ bytes: Buffer }>(
      `SELECT c.bytes FROM "UploadChunk" c JOIN "Upload" u ON u.id = c."uploadId"
       WHERE u.id = $1 AND u."labId" = $2 AND c.index = $3`,
      [id, labId, index],
    );
    if (!chunk) return;
    yield chunk.bytes;
  }
}

/**
 * All of it is there: gives the upload its hash. Where the lab has a file of equal content, that one stands for both, and
 * the chunks of this one go.
 */
export async function completeUpload(grant: InLab, id: string, sha256: string): Promise<UploadRecord | null> {
  const { labId } = grant;
  const where = { id, labId, ...onItsWay };
  const done = await unlessTaken(() =>
    db().upload.updateManyAndReturn({ where, data: { sha256, seenAt: new Date() }, select: upload }),
  );
  if (done) return done[0] ? recordOf(done[0]) : findUpload(grant, id);
  const same = await db().upload.findUnique({ where: { labId_sha256: { labId, sha256 } }, select: upload });
  if (!same) return null;
  await db().$transaction([
    db().upload.updateMany({ where, data: { sameAsId: same.id } }),
    db().uploadChunk.deleteMany({ where: { uploadId: id, upload: where } }),
  ]);
  return recordOf(same);
}

/** Newest first; or one of them. */
export const listUploads = ({ labId }: InLab, id: string | null) =>
  db().$queryRaw<
    (Pick<UploadRecord, "id" | "fileName" | "sha256" | "createdById" | "createdAt"> & {
      readonly byteLength: number;
      readonly bytesReceived: number;
      readonly versions: number;
    })[]
  >`
    SELECT u.id, u."fileName", u."byteLength"::float8 AS "byteLength", u."createdById", u."createdAt",
      CASE WHEN u.sha256 LIKE ${`${arriving}%`} THEN NULL ELSE u.sha256 END AS sha256,
      (SELECT coalesce(sum(octet_length(c.bytes)), 0)::float8 FROM "UploadChunk" c WHERE c."uploadId" = u.id)
        AS "bytesReceived",
      (SELECT count(*)::int FROM "DatasetVersion" v WHERE v."uploadId" = u.id) AS versions
    FROM "Upload" u
    WHERE u."labId" = ${labId} AND u."sameAsId" IS NULL AND (${id}::text IS NULL OR u.id = ${id})
    ORDER BY u."createdAt" DESC, u.id`;

/** @returns false when a version of a dataset rests on it. */
export const removeUpload = ({ labId }: InLab, id: string): Promise<boolean> =>
  db().$transaction(async (tx) => {
    if ((await tx.datasetVersion.count({ where: { uploadId: id, labId } })) > 0) return false;
    await tx.upload.deleteMany({ where: { id, labId } });
    return true;
  });

/** Removes what nobody went on sending. @returns how many. */
export async function removeAbandoned(_grant: SystemGrant, before: Date): Promise<number> {
  return (await db().upload.deleteMany({ where: { seenAt: { lt: before }, ...onItsWay } })).count;
}
