import { z } from "zod";
import { author, id, inLab, objectName } from "./lab";

/** How the columns of a wide trial table become subjects, sessions, trials and one signal. */
export const wideTableMapping = z.object({
  kind: z.literal("wide-trial-table"),
  subjectColumn: z.string().max(200),
  sessionColumn: z.string().max(200).nullable(),
  trialColumn: z.string().max(200).nullable(),
  groupColumn: z.string().max(200).nullable(),
  /** Samples are the columns `<prefix><1…count>`. */
  sampleColumns: z.object({
    prefix: z.string().max(200),
    first: z.number().int(),
    count: z.number().int().min(1).max(20_000),
  }),
  /** Kept as numbers per trial. */
  valueColumns: z.array(z.string().max(200)).max(200),
  signal: z.object({
    name: z.string().min(1).max(80),
    region: z.string().max(80),
    sensor: z.string().max(80),
    unit: z.string().min(1).max(40),
    samplingRateHz: z.number().positive().max(100_000),
    /** Time of the first sample relative to the alignment event. */
    t0Seconds: z.number().min(-3600).max(3600),
    alignment: z.string().min(1).max(80),
    processing: z.string().max(500),
  }),
  task: z.string().min(1).max(120),
  /** What N counts, in the plural. */
  replicate: z.string().trim().min(1).max(40).default("animals"),
  /** What the file does not say and a person took for granted; shown wherever the numbers are. */
  assumptions: z.array(z.string().trim().min(1).max(500)).max(20).default([]),
});
export type WideTableMapping = z.infer<typeof wideTableMapping>;

/** A file is sent as the raw body of POST /api/lab/<slug>/uploads?name=<file name>; the answer is an uploadSummary. */
export const uploadLimitBytes = 64 * 1024 * 1024;
export const uploadSummary = z.object({
  id,
  fileName: z.string(),
  byteLength: z.number().int(),
  sha256: z.string(),
  createdAt: z.coerce.date(),
});
export type UploadSummary = z.infer<typeof uploadSummary>;
/** What the file holds and what the importer guesses; what cannot be known is listed, to be confirmed. */
export const uploadPreview = uploadSummary.extend({
  columns: z.array(z.string()),
  rows: z.number().int(),
  firstRows: z.array(z.array(z.string())),
  guess: wideTableMapping.nullable(),
  /** `field` is a path into the mapping, for instance "signal.samplingRateHz". */
  toConfirm: z.array(z.object({ field: z.string(), question: z.string() })),
  problem: z.string().nullable(),
  /** A published file, recognised by its bytes: what would otherwise have to be typed. */
  known: z
    .object({ name: z.string(), licence: z.string(), citation: z.string(), source: z.string() })
    .nullable(),
});
export type UploadPreview = z.infer<typeof uploadPreview>;
export const uploadRefInput = inLab.extend({ uploadId: id });
export const datasetRefInput = inLab.extend({ datasetId: id });
export const datasetArchiveInput = datasetRefInput.extend({ archived: z.boolean() });
export const datasetImportInput = inLab.extend({
  uploadId: id,
  /** Null makes a new dataset; otherwise a new version of this one. */
  datasetId: id.nullable(),
  name: objectName,
  licence: z
    .string()
    .trim()
    .min(1, "Name the licence (SPDX identifier), for instance CC0-1.0 or CC-BY-4.0.")
    .max(60),
  citation: z.string().trim().min(1, "Say whom to cite.").max(2000),
  source: z.string().trim().max(500),
  mapping: wideTableMapping,
});
export type DatasetImportInput = z.infer<typeof datasetImportInput>;
export const importStatus = z.enum(["uploaded", "importing", "imported", "refused"]);
export const datasetVersion = z.object({
  id,
  datasetId: id,
  name: z.string(),
  number: z.number().int(),
  status: importStatus,
  problem: z.string().nullable(),
  licence: z.string(),
  citation: z.string(),
  source: z.string(),
  contentHash: z.string(),
  uploadId: id,
  fileName: z.string(),
  mapping: wideTableMapping,
  /** What the importer met and a reader must know: gaps, numbers it could not keep. */
  remarks: z.array(z.string()),
  author,
  createdAt: z.date(),
  subjects: z.number().int(),
  sessions: z.number().int(),
  trials: z.number().int(),
});
export type DatasetVersion = z.infer<typeof datasetVersion>;
export const datasetSummary = z.object({
  id,
  name: z.string(),
  tags: z.array(z.string()),
  latest: datasetVersion,
  versions: z.number().int(),
  groups: z.array(z.object({ group: z.string(), subjects: z.number().int() })),
});
export type DatasetSummary = z.infer<typeof datasetSummary>;
const series = z.array(z.number().nullable());
export const datasetDetail = datasetSummary.extend({
  history: z.array(datasetVersion),
  subjects: z.array(
    z.object({
      name: z.string(),
      group: z.string(),
      sessions: z.array(z.object({ name: z.string(), trials: z.number().int(), excluded: z.number().int() })),
    }),
  ),
  /** Mean over trials per subject, then mean over subjects. */
  signals: z.array(
    z.object({
      name: z.string(),
      region: z.string(),
      unit: z.string(),
      alignment: z.string(),
      samplingRateHz: z.number(),
      time: z.array(z.number()),
      subjects: z.array(z.object({ name: z.string(), trials: z.number().int(), mean: series })),
      mean: series,
      sd: series,
      sem: series,
      low: series,
      high: series,
      n: z.array(z.number().int()),
      intervalMethod: z.string(),
    }),
  ),
});
export type DatasetDetail = z.infer<typeof datasetDetail>;
