import { createHash, randomBytes } from "node:crypto";
import type { Prisma } from "../../../prisma/generated/client";
import type { InLab } from "../../access/grant";
import { db, readBytes, unlessTaken } from "../../db";

const upload = {
  id: true,
  fileName: true,
  byteLength: true,
  sha256: true,
  createdAt: true,
} as const satisfies Prisma.UploadSelect;
export type UploadRecord = Prisma.UploadGetPayload<{ select: typeof upload }>;

/** A row holds at most this much, so that reading a file back takes little memory. */
const chunkBytes = 1024 * 1024;
/** A body that takes longer than this to arrive is given up. */
const patience = { timeout: 5 * 60_000, maxWait: 15_000 };

/**
 * Writes a file as it arrives, all or nothing: an error of `body` leaves no trace. Gives the upload of equal content where
 * the lab has one already.
 */
export async function insertUpload(
  grant: InLab,
  fileName: string,
  body: AsyncIterable<Uint8Array>,
): Promise<UploadRecord> {
  const hash = createHash("sha256");
  const made = await unlessTaken(() =>
    db().$transaction((tx) => write(tx, grant, fileName, body, hash), patience),
  );
  return made ?? (await findBySha256(grant, hash.digest("hex")))!;
}

async function write(
  tx: Prisma.TransactionClient,
  { labId, userId }: InLab,
  fileName: string,
  body: AsyncIterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
): Promise<UploadRecord> {
  const { id: uploadId } = await tx.upload.create({
    data: {
      ...{ labId, fileName, createdById: userId, byteLength: 0 },
      sha256: `arriving ${randomBytes(12).toString("base64url")}`,
    },
    select: { id: true },
  });
  let byteLength = 0;
  let index = 0;
  for await (const bytes of pieces(body)) {
    hash.update(bytes);
    byteLength += bytes.length;
    await tx.uploadChunk.create({ data: { uploadId, index, bytes }, select: { index: true } });
    index += 1;
  }
  const sha256 = hash.copy().digest("hex");
  return tx.upload.update({ where: { id: uploadId }, data: { byteLength, sha256 }, select: upload });
}

async function* pieces(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let piece = new Uint8Array(chunkBytes);
  let filled = 0;
  for await (const part of body)
    for (let at = 0; at < part.length;) {
      const taken = Math.min(part.length - at, chunkBytes - filled);
      piece.set(part.subarray(at, at + taken), filled);
      at += taken;
      filled += taken;
      if (filled < chunkBytes) continue;
      yield piece;
      piece = new Uint8Array(chunkBytes);
      filled = 0;
    }
  if (filled > 0) yield piece.slice(0, filled);
}

const findBySha256 = ({ labId }: InLab, sha256: string) =>
  db().upload.findUnique({ where: { labId_sha256: { labId, sha256 } }, select: upload });

export const findUpload = ({ labId }: InLab, id: string): Promise<UploadRecord | null> =>
  db().upload.findFirst({ where: { labId, id }, select: upload });

/** The file's bytes in order, one row in memory at a time. */
export async function* readUpload({ labId }: InLab, id: string): AsyncGenerator<Uint8Array> {
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
