import { z } from "zod";
import { author, id, notes, objectName } from "./lab";

export const groupRef = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("simulation"), experiment: id, model: id, arm: z.string().max(40) }),
  z.object({ kind: z.literal("recording"), dataset: id, group: z.string().max(120) }),
]);
export type GroupRef = z.infer<typeof groupRef>;

export const bands = ["sem", "sd", "ci"] as const;
/** The whole state of the comparison page. Hiding a group changes no other number, so it never reaches the server. */
export const comparisonState = z.object({
  groups: z.array(groupRef).min(1).max(24),
  hidden: z.array(z.number().int()).default([]),
  band: z.enum(bands).default("sem"),
  /** Training trials per point of a learning curve. */
  block: z.union([z.literal(20), z.literal(50), z.literal(100)]).default(100),
  trials: z
    .object({ from: z.number().int().min(1), to: z.number().int().min(1) })
    .default({ from: 1, to: 800 }),
  individuals: z.boolean().default(true),
});
export type ComparisonState = z.infer<typeof comparisonState>;

/** What the server needs: hidden, band and individuals are only drawn. */
export const comparisonQuery = comparisonState.pick({ groups: true, block: true, trials: true });

const series = z.array(z.number().nullable());
const missing = z.object({ subject: z.string(), reason: z.string() });

/** A curve of one group: one entry per x. Replicates are subjects; repetitions are averaged before. */
export const groupSeries = z.object({
  group: z.string(),
  /** Subjects that have a value, per point. */
  n: z.array(z.number().int()),
  mean: series,
  sd: series,
  sem: series,
  /** 95 % interval of the mean. */
  low: series,
  high: series,
  intervalMethod: z.string(),
  individuals: z.array(z.object({ subject: z.string(), values: series })),
  /** Only on differences: complete pairs, of how many, and why others are missing. */
  pairs: z.object({ complete: z.number().int(), of: z.number().int(), missing: z.array(missing) }).nullable(),
});
export type GroupSeries = z.infer<typeof groupSeries>;

export const comparisonPanel = z.object({
  key: z.string(),
  kind: z.enum(["curve", "difference", "trace"]),
  title: z.string(),
  unit: z.string(),
  /** Where it comes from and in which window. */
  source: z.string(),
  window: z.string(),
  zeroLine: z.boolean(),
  /** Panels share an x axis only where this text is equal: task and alignment in one. */
  axis: z.object({ key: z.string(), title: z.string(), unit: z.string() }),
  x: z.array(z.number()),
  /** Hairlines with a word, in units of x. */
  events: z.array(z.object({ at: z.number(), label: z.string() })),
  /** Facets of a trace panel. */
  facet: z.object({ period: z.string(), type: z.string() }).nullable(),
  series: z.array(groupSeries),
  notApplicable: z.array(z.object({ group: z.string(), reason: z.string() })),
});
export type ComparisonPanel = z.infer<typeof comparisonPanel>;

export const groupView = z.object({
  key: z.string(),
  ref: groupRef,
  label: z.string(),
  theory: z.string().nullable(),
  /** Null for recordings. */
  dopamineRole: z.string().nullable(),
  roleTitle: z.string().nullable(),
  arm: z.object({ key: z.string(), title: z.string() }).nullable(),
  n: z.number().int(),
  /** What N counts: "initial networks", "agents", "mice". */
  replicate: z.string(),
  repetitions: z.number().int(),
  runs: z.object({
    expected: z.number().int(),
    done: z.number().int(),
    failed: z.number().int(),
    pending: z.number().int(),
  }),
  missing: z.array(missing),
  /** What a reader must know: extensions of the reference, fitted numbers, guesses of an importer. */
  remarks: z.array(z.string()),
});
export type GroupView = z.infer<typeof groupView>;

export const comparisonRow = z.object({
  group: z.string(),
  measure: z.string(),
  title: z.string(),
  unit: z.string(),
  window: z.string(),
  n: z.number().int(),
  mean: z.number().nullable(),
  sd: z.number().nullable(),
  se: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  intervalMethod: z.string(),
  difference: z
    .object({
      control: z.string(),
      mean: z.number().nullable(),
      se: z.number().nullable(),
      low: z.number().nullable(),
      high: z.number().nullable(),
      pairs: z.number().int(),
      of: z.number().int(),
      missing: z.array(missing),
      effectSize: z.number().nullable(),
      effectSizeName: z.string(),
    })
    .nullable(),
  /** Why there is no number. */
  reason: z.string().nullable(),
});
export type ComparisonRow = z.infer<typeof comparisonRow>;

export const comparisonView = z.object({
  groups: z.array(groupView),
  panels: z.array(comparisonPanel),
  rows: z.array(comparisonRow),
  engineVersions: z.array(z.string()),
});
export type ComparisonView = z.infer<typeof comparisonView>;

export const comparisonSummary = z.object({
  id,
  name: z.string(),
  notes: z.string(),
  author,
  createdAt: z.date(),
  updatedAt: z.date(),
  state: comparisonState,
  position: z.number().int(),
});
export const comparisonSaveInput = z.object({
  name: objectName,
  notes: notes.default(""),
  state: comparisonState,
});
