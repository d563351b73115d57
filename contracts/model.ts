import { z } from "zod";
import { author, id, inLab, inPlace, notes, objectName } from "./lab";
import { listInput, type ListShape, looking, paging } from "./list";
import { revision } from "./revision";

export const parameterValues = z.record(
  z.string().max(80),
  z.union([z.number(), z.string().max(80), z.boolean()]),
);

export const modelCreateInput = inLab.extend({
  name: objectName,
  theory: z.string().max(40),
  role: z.string().max(40),
  preset: z.string().max(40).nullable(),
  /** Every declared parameter; the theory's declaration validates names, kinds and bounds. */
  parameters: parameterValues,
  notes: notes.default(""),
});
export const modelVersionInput = inLab.extend({
  modelId: id,
  role: z.string().max(40),
  preset: z.string().max(40).nullable(),
  parameters: parameterValues,
  notes: notes.default(""),
  /** The version the person was looking at; a newer one in between is a conflict, shown, nothing lost. */
  basedOn: z.int32(),
});
export const modelList = {
  sorts: ["-changed", "name", "author", "theory", "role", "-runs"],
  columns: ["author", "tag", "theory", "role"],
} as const satisfies ListShape;
export const modelListInput = listInput(modelList);
export const modelVersionsInput = inPlace.extend({ ids: z.array(id).min(1).max(12) });
export const modelRef = inPlace.extend({ modelId: id });
export const modelForkInput = inLab.extend({ versionId: id, name: objectName });

export const modelVersion = z.object({
  id,
  modelId: id,
  modelName: z.string(),
  number: z.number().int(),
  theory: z.string(),
  role: z.string(),
  preset: z.string().nullable(),
  parameters: parameterValues,
  notes: z.string(),
  hash: z.string(),
  author,
  createdAt: z.date(),
  forkedFrom: z.object({ versionId: id, modelName: z.string(), number: z.number() }).nullable(),
});
export type ModelVersion = z.infer<typeof modelVersion>;
export const modelSummary = z.object({
  id,
  name: z.string(),
  tags: z.array(z.string()),
  author,
  createdAt: z.date(),
  /** What is in the trash leaves the lists; what refers to it stays. */
  trashedAt: z.date().nullable(),
  latest: modelVersion,
  versions: z.number().int(),
  runs: z.object({ done: z.number().int(), total: z.number().int() }),
  /** Preparatory lick rate (Hz) per hundred trials: mean over the runs of the newest version under the first arm. */
  sparkline: z.array(z.number().nullable()),
});
export type ModelSummary = z.infer<typeof modelSummary>;
export const modelGetInput = modelRef.extend(looking);
export const modelDetail = modelSummary.extend({ shown: modelVersion, before: modelVersion.nullable() });
export type ModelDetail = z.infer<typeof modelDetail>;
/** Its versions, the newest first. */
export const modelHistoryInput = modelRef.extend(paging);

/** What a lab writes about a model, over all its versions: Markdown with formulas. Number 0 is none yet. */
export const modelNotes = revision.extend({ text: z.string() });
export type ModelNotes = z.infer<typeof modelNotes>;
/**
 * `basedOn` is the number of what the person began from; a newer one in between is a conflict, shown, nothing lost. `aside`
 * is what they had before they chose, kept in the history; without a `text` only that is kept.
 */
export const modelNotesInput = inLab.extend({
  modelId: id,
  basedOn: z.int32().min(0),
  text: notes.nullable(),
  aside: notes.nullable().default(null),
});
