import { z } from "zod";
import { author, id, inLab, inPlace, objectName } from "./lab";
import { answers, assumption } from "./reading";
import { derivedMeasure, eventMeaning, recordedSignal, timing } from "./recording";
import { listInput, type ListShape, paging } from "./list";

/** What a reader took for granted, and what became of it. */
export const assumed = assumption.extend({
  /** Whether a person looked at it and agreed, or answered otherwise: `value` is then the answer. */
  confirmed: z.boolean(),
});
export type Assumed = z.infer<typeof assumed>;

function valueInWords(value: unknown): string {
  if (value === null || value === undefined) return "not known";
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return value.map(valueInWords).join(", ");
  return Object.entries(value)
    .map(([name, one]) => `${name}: ${valueInWords(one) || "none"}`)
    .join(", ");
}

/** For a person: what was asked, and what stands for an answer. */
export function assumedInWords({ question, value, confirmed }: Assumed): string {
  if (confirmed) return `${question} Whoever uploaded it confirmed: ${valueInWords(value)}.`;
  return value === null || value === undefined
    ? question
    : `${question} Taken for granted: ${valueInWords(value)}.`;
}

export const datasetList = {
  sorts: ["-changed", "name", "author", "licence"],
  columns: ["status", "author", "tag", "licence"],
} as const satisfies ListShape;
export const datasetListInput = listInput(datasetList);
export const datasetRefInput = inPlace.extend({ datasetId: id });
/** Its versions, the newest first. */
export const datasetHistoryInput = datasetRefInput.extend(paging);

/** What a person says of where a recording comes from. */
export const aboutRecording = z.object({
  licence: z
    .string()
    .trim()
    .min(1, "Name the licence (SPDX identifier), for instance CC0-1.0 or CC-BY-4.0.")
    .max(60),
  citation: z.string().trim().min(1, "Say whom to cite.").max(2000),
  /** Without the address of a resolver. */
  doi: z
    .string()
    .trim()
    .max(200)
    .regex(/^10\.\d{4,9}\/\S+$/, "A DOI looks like 10.25378/janelia.21816054.")
    .nullable()
    .default(null),
  /** Where the file was found: an address or an archive. */
  source: z.string().trim().max(500).default(""),
});
export type AboutRecording = z.infer<typeof aboutRecording>;

export const datasetImportInput = inLab.extend({
  uploadId: id,
  /** Null makes a new dataset; otherwise a new version of this one. */
  datasetId: id.nullable(),
  name: objectName,
  ...aboutRecording.shape,
  /** What the reader asks and a person answers, by field. */
  answers: answers.default({}),
});
export type DatasetImportInput = z.input<typeof datasetImportInput>;

export const importStatus = z.enum(["uploaded", "importing", "imported", "refused", "cancelled"]);
export type ImportStatus = z.infer<typeof importStatus>;

const count = z.number().int().nonnegative();
/** How many of what an imported version holds. */
export const datasetSummaryCounts = z.object({
  subjects: count,
  sessions: count,
  trials: count,
  /** In the order of the file. */
  groups: z.array(z.object({ group: z.string(), subjects: count })),
  events: z.array(z.object({ type: z.string(), meaning: eventMeaning, events: count })),
});
export type DatasetSummaryCounts = z.infer<typeof datasetSummaryCounts>;

export const datasetVersion = z.object({
  id,
  datasetId: id,
  name: z.string(),
  number: z.number().int(),
  status: importStatus,
  /** One sentence: why it was refused. */
  problem: z.string().nullable(),
  /** How far the import is; all bytes are handed to the reader before its first part is stored. */
  progress: z.object({
    bytesRead: count,
    byteLength: count,
    partsStored: count,
    cancelRequested: z.boolean(),
  }),
  licence: z.string(),
  citation: z.string(),
  doi: z.string().nullable(),
  source: z.string(),
  /** What the animals did; empty where nobody said. */
  task: z.string(),
  /** What N counts, in the plural. */
  replicate: z.string(),
  /** "MATLAB seshMerge", "table of trials"; empty until it is imported. */
  format: z.string(),
  /** Whether a computer made the numbers, by what the file says of itself. */
  simulated: z.boolean(),
  contentHash: z.string(),
  uploadId: id,
  fileName: z.string(),
  answers,
  assumed: z.array(assumed),
  timing: timing.nullable(),
  /** What the importer met and a reader must know: gaps, numbers it could not keep. */
  remarks: z.array(z.string()),
  author,
  createdAt: z.date(),
  importedAt: z.date().nullable(),
  /** The rest is empty until it is imported. */
  ...datasetSummaryCounts.shape,
  signals: z.array(recordedSignal.omit({ id: true }).extend({ name: z.string() })),
  measures: z.array(derivedMeasure.omit({ id: true }).extend({ name: z.string() })),
});
export type DatasetVersion = z.infer<typeof datasetVersion>;

export const datasetSummary = z.object({
  id,
  name: z.string(),
  tags: z.array(z.string()),
  latest: datasetVersion,
  versions: z.number().int(),
});
export type DatasetSummary = z.infer<typeof datasetSummary>;

const series = z.array(z.number().nullable());
export const datasetDetail = datasetSummary.extend({
  subjects: z.array(
    z.object({
      name: z.string(),
      group: z.string(),
      sex: z.string().nullable(),
      genotype: z.string().nullable(),
      sessions: z.array(
        z.object({
          index: z.number().int(),
          name: z.string(),
          date: z.string().nullable(),
          trials: count,
          excluded: count,
          /** Names of the signals that it has samples of. */
          signals: z.array(z.string()),
        }),
      ),
    }),
  ),
  /** Of each signal that is cut into trials: mean over trials per subject, then mean over subjects. */
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
