import { z } from "zod";
import { author, id, inLab } from "./lab";
import { paging, rowsOf } from "./list";

export const labArchiveStatuses = ["waiting", "running", "done", "failed", "cancelled"] as const;

/** An archive of the whole lab on its way out, or one that was made elsewhere on its way in. */
export const labArchive = z.object({
  id,
  kind: z.enum(["export", "import"]),
  status: z.enum(labArchiveStatuses),
  /** Rows and blocks of bytes; 0 of 0 until it is known. */
  done: z.number().int(),
  total: z.number().int(),
  problem: z.string().nullable(),
  /** SHA-256 over all content, whatever ids stand for it: equal labs, equal hashes. */
  contentHash: z.string().nullable(),
  /** What the lab was called where the archive was made. */
  labName: z.string().nullable(),
  byteLength: z.number().int(),
  author,
  createdAt: z.date(),
  finishedAt: z.date().nullable(),
});
export type LabArchive = z.infer<typeof labArchive>;

/** What the settings page shows of them. */
export const labArchivesInput = inLab.extend(paging);
/** Newest first. */
export const labArchives = rowsOf(labArchive).extend({
  /** Only a lab that holds nothing takes an archive in. */
  isEmpty: z.boolean(),
});
export const labArchiveImportInput = inLab.extend({ uploadId: id });
export const labArchiveRef = inLab.extend({ archive: id });

/** lab.json, the first entry of an archive. */
export const labArchiveHead = z.object({
  format: z.literal("phasic-lab-1"),
  name: z.string().max(200),
  slug: z.string().max(60),
  exportedAt: z.iso.datetime(),
  engineVersion: z.string().max(60),
  /** Whoever made something in it, by the ids that its rows have. Names only. */
  people: z.array(z.object({ id, name: z.string().max(200) })).max(100_000),
  /** Rows by table. */
  rows: z.record(z.string().max(60), z.number().int().min(0)),
});
export type LabArchiveHead = z.infer<typeof labArchiveHead>;
/** content.json, its last entry. */
export const labArchiveContent = z.object({
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  tables: z.record(z.string(), z.string()),
});
export type LabArchiveContent = z.infer<typeof labArchiveContent>;
