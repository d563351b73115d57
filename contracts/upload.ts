import { z } from "zod";
import { author, id, inLab } from "./lab";

/**
 * A file is sent in chunks, so that a dropped connection or a reload costs one of them: `uploads.begin` names the upload and
 * says which chunks are there, each further chunk is the raw body of PUT /api/lab/<slug>/uploads/<upload>/<index>, and
 * `uploads.finish` makes it a file of the lab.
 */

/** Of all chunks but the last. */
export const chunkBytes = 4 * 1024 * 1024;
export const chunkCount = (byteLength: number, size = chunkBytes): number => Math.ceil(byteLength / size);
/** In hex; a chunk that arrives otherwise is refused. */
export const chunkHashHeader = "x-chunk-sha256";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "is no SHA-256 in hex");

export const uploadSummary = z.object({
  id,
  fileName: z.string(),
  byteLength: z.number().int(),
  /** Null while it is on its way. */
  sha256: z.string().nullable(),
  createdAt: z.coerce.date(),
});
export type UploadSummary = z.infer<typeof uploadSummary>;

export const uploadBeginInput = inLab.extend({
  fileName: z.string().min(1).max(1000),
  byteLength: z.number().int().min(1, "The file is empty (0 bytes): copy or export it again."),
  /** SHA-256 over the file's first megabyte, its last, and its size in words: enough to recognise it, not to trust it. */
  fingerprint: sha256,
});
export type UploadBegin = z.infer<typeof uploadBeginInput>;

export const uploadBegun = uploadSummary.extend({
  chunkBytes: z.number().int(),
  /** What is there already. A sender compares each with its own file: equal fingerprints are no proof. */
  chunks: z.array(z.object({ index: z.number().int(), sha256: z.string() })),
});
export type UploadBegun = z.infer<typeof uploadBegun>;

export const uploadRefInput = inLab.extend({ uploadId: id });

export const uploadListed = uploadSummary.extend({
  /** Equal to byteLength when all of it is there. */
  bytesReceived: z.number().int(),
  author,
  /** Whether whoever asks began it, and may go on with it. */
  own: z.boolean(),
  /** Versions of datasets that were imported from it. */
  versions: z.number().int(),
});
export type UploadListed = z.infer<typeof uploadListed>;

/** An upload of which nothing more came for so long is removed. */
export const abandonedAfterDays = 7;
