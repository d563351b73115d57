import { createHash } from "node:crypto";
import {
  abandonedAfterDays,
  chunkBytes,
  chunkCount,
  type UploadBegin,
  type UploadBegun,
  type UploadListed,
  type UploadSummary,
} from "../../contracts/upload";
import { type InLab, systemGrant } from "../access/grant";
import { env } from "../env";
import { notFound, Problem } from "../errors";
import { authorNames } from "../labs/service";
import * as store from "./store";

export { readUpload, type UploadRecord } from "./store";

/** Files that one person may have on their way in one lab. */
const mostAtOnce = 20;
const megabyte = 1024 * 1024;

/**
 * Names an upload. The same file, by the same person, goes on where it was. Throws too-large beyond PHASIC_UPLOAD_MB and
 * PHASIC_LAB_FILES_MB, too-many with too many files on their way, invalid without a name.
 */
export async function beginUpload(grant: InLab, input: Omit<UploadBegin, "lab">): Promise<UploadBegun> {
  const fileName = nameOf(input.fileName);
  const most = env().PHASIC_UPLOAD_MB;
  if (input.byteLength > most * megabyte)
    throw new Problem("too-large", `"${fileName}" is larger than ${most} MB.`, {
      where: "file",
      next: "Split it by session or by animal, or ask whoever runs this server to raise PHASIC_UPLOAD_MB.",
    });
  const begin = { fileName, byteLength: input.byteLength, fingerprint: input.fingerprint, chunkBytes };
  const before = await store.findArriving(grant, begin);
  if (!before && (await store.countArriving(grant)) >= mostAtOnce)
    throw new Problem("too-many", `You have ${mostAtOnce} files on their way to this lab already.`, {
      where: "file",
      next: "Finish or remove one of them first.",
    });
  if (!before) await requireRoom(grant, begin);
  const upload = before ?? (await store.insertUpload(grant, begin));
  const chunks = before ? await store.listChunks(grant, upload.id) : [];
  return {
    ...summaryOf(upload),
    chunkBytes,
    chunks: chunks.flatMap(({ index, sha256 }) => (sha256 ? [{ index, sha256 }] : [])),
  };
}

async function requireRoom(grant: InLab, { fileName, byteLength }: store.Begin): Promise<void> {
  const most = env().PHASIC_LAB_FILES_MB;
  const kept = await store.bytesKept(grant);
  if (kept + byteLength <= most * megabyte) return;
  const mb = (bytes: number) => new Intl.NumberFormat("en").format(Math.ceil(bytes / megabyte));
  throw new Problem(
    "too-large",
    `"${fileName}" has ${mb(byteLength)} MB; this lab keeps ${mb(kept)} of ${mb(most * megabyte)} MB of files.`,
    {
      where: "file",
      next: "Remove files that no dataset was made from, or ask whoever runs this server to raise PHASIC_LAB_FILES_MB.",
    },
  );
}

/**
 * Keeps a chunk; the same chunk may come twice. Throws not-found for an upload that is no longer there; invalid when it is not the chunk that it claims to be; conflict when another one is in its place.
 */
export async function receiveChunk(
  grant: InLab,
  uploadId: string,
  chunk: { readonly index: number; readonly bytes: Buffer; readonly sha256: string },
): Promise<void> {
  const upload = await existing(grant, uploadId);
  const { index, bytes, sha256 } = chunk;
  const invalid = (what: string) =>
    new Problem("invalid", `Chunk ${index} of "${upload.fileName}" ${what}.`, {
      where: "chunk",
      next: "Send it again.",
    });
  const expected = chunkLength(upload, index);
  if (expected === 0) throw invalid("is none of its chunks");
  if (bytes.length !== expected) throw invalid(`has ${bytes.length} bytes where ${expected} belong`);
  if (createHash("sha256").update(bytes).digest("hex") !== sha256)
    throw invalid("is not what its hash says: it was changed on its way");
  // all of it is there: what comes late is what came before
  if (upload.sha256 !== null || upload.sameAsId !== null) return;
  const kept = await store.insertChunk(grant, uploadId, chunk);
  if (!kept) throw notFound("upload", uploadId);
  if (kept.sha256 !== sha256)
    throw new Problem(
      "conflict",
      `Chunk ${index} of "${upload.fileName}" differs from the one that is there.`,
      {
        where: "chunk",
        next: "This is another file of the same beginning and end: remove the upload that is on its way, then begin anew.",
      },
    );
}

/** Bytes of a chunk; 0 where there is none. */
function chunkLength({ byteLength, chunkBytes: size }: store.UploadRecord, index: number): number {
  if (!Number.isSafeInteger(index) || index < 0) return 0;
  return Math.max(0, Math.min(size, byteLength - index * size));
}

/**
 * Makes a file of what was sent: equal content is kept once in a lab. May be called again. Throws not-found, and conflict
 * while chunks are missing.
 */
export async function finishUpload(grant: InLab, uploadId: string): Promise<UploadSummary> {
  const upload = await existing(grant, uploadId);
  if (upload.sameAsId !== null) return summaryOf(await existing(grant, upload.sameAsId));
  if (upload.sha256 !== null) return summaryOf(upload);
  const chunks = await store.listChunks(grant, uploadId);
  const there = new Set(
    chunks
      .filter(({ index, byteLength }) => byteLength === chunkLength(upload, index))
      .map(({ index }) => index),
  );
  const of = chunkCount(upload.byteLength, upload.chunkBytes);
  if (there.size < of)
    throw new Problem(
      "conflict",
      `${of - there.size} of ${of} chunks of "${upload.fileName}" have not come yet.`,
      {
        where: "chunk",
        next: "Send them, then finish again.",
      },
    );
  const hash = createHash("sha256");
  for await (const bytes of store.readUpload(grant, uploadId)) hash.update(bytes);
  const done = await store.completeUpload(grant, uploadId, hash.digest("hex"));
  if (!done) throw notFound("upload", uploadId);
  return summaryOf(done);
}

/** A small file at once: what comes with Phasic. */
export async function keepFile(grant: InLab, fileName: string, bytes: Buffer): Promise<UploadSummary> {
  const fingerprint = createHash("sha256").update(bytes).digest("hex");
  const { id } = await beginUpload(grant, { fileName, byteLength: bytes.length, fingerprint });
  for (let index = 0; index < chunkCount(bytes.length); index += 1) {
    const chunk = bytes.subarray(index * chunkBytes, (index + 1) * chunkBytes);
    const sha256 = createHash("sha256").update(chunk).digest("hex");
    await receiveChunk(grant, id, { index, bytes: chunk, sha256 });
  }
  return finishUpload(grant, id);
}

/** Files of the lab, whole and on their way, newest first; or one of them. */
export async function listUploads(grant: InLab, id: string | null = null): Promise<UploadListed[]> {
  const rows = await store.listUploads(grant, id);
  const authors = await authorNames(
    grant,
    rows.map(({ createdById }) => createdById),
  );
  return rows.map(({ createdById, ...row }) => ({
    ...row,
    author: authors(createdById),
    own: createdById === grant.userId,
  }));
}

/** Throws not-found. One whose content was there already is that other one. */
export async function getUpload(grant: InLab, uploadId: string): Promise<UploadListed> {
  const { id, sameAsId } = await existing(grant, uploadId);
  const wanted = sameAsId ?? id;
  const found = (await listUploads(grant, wanted)).at(0);
  if (!found) throw notFound("upload", uploadId);
  return found;
}

/** Throws not-found, and conflict when a dataset was imported from it. */
export async function removeUpload(grant: InLab, uploadId: string): Promise<void> {
  const { fileName } = await existing(grant, uploadId);
  if (!(await store.removeUpload(grant, uploadId)))
    throw new Problem("conflict", `"${fileName}" is the source of a dataset.`, {
      where: "upload",
      next: "It stays as long as a version of that dataset does.",
    });
}

/** A file that is all there. Throws not-found, and conflict while it is on its way. */
export async function wholeUpload(
  grant: InLab,
  uploadId: string,
): Promise<store.UploadRecord & { readonly sha256: string }> {
  const upload = await existing(grant, uploadId);
  if (upload.sameAsId !== null) return wholeUpload(grant, upload.sameAsId);
  const { sha256 } = upload;
  if (sha256 === null)
    throw new Problem("conflict", `"${upload.fileName}" is still on its way.`, {
      where: "upload",
      next: "Send the rest of it first.",
    });
  return { ...upload, sha256 };
}

const day = 24 * 60 * 60 * 1000;
/** @returns how many files were removed that nobody went on sending. */
export const removeAbandonedUploads = (now = Date.now()): Promise<number> =>
  store.removeAbandoned(systemGrant("worker: abandoned uploads"), new Date(now - abandonedAfterDays * day));

async function existing(grant: InLab, id: string): Promise<store.UploadRecord> {
  const upload = await store.findUpload(grant, id);
  if (!upload) throw notFound("upload", id);
  return upload;
}

const summaryOf = ({ id, fileName, byteLength, sha256, createdAt }: store.UploadRecord): UploadSummary => ({
  ...{ id, fileName, byteLength, sha256, createdAt },
});

/** The last part of a path, without control characters and what turns the direction of text: a name is shown, never opened. */
function nameOf(name: string): string {
  const last = name
    .split(/[\\/]/)
    .at(-1)!
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, "")
    .trim();
  if (last === "" || last.length > 200)
    throw new Problem("invalid", "The file needs a name of 1 to 200 characters.", {
      where: "fileName",
      next: "Rename it and try again.",
    });
  return last;
}
