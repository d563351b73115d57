import { z } from "zod";
import { runCell, runStatus, subject } from "./experiment";
import { id, inPlace } from "./lab";
import { listInput, type ListShape } from "./list";
import { modelVersion } from "./model";
import { paradigmSpec } from "./paradigm";

const series = z.array(z.number().nullable());

export const runRef = inPlace.extend({ run: id });
export const runList = {
  sorts: ["place", "-changed", "model", "arm", "subject", "repetition", "status", "-cpu"],
  columns: ["status", "model", "arm", "subject"],
} as const satisfies ListShape;
export const runListInput = listInput(runList).extend({ experiment: id });
/** A run where it stands in an experiment. */
export const runRow = runCell.extend({
  model: z.object({ name: z.string(), number: z.number().int(), theory: z.string(), role: z.string() }),
  armTitle: z.string(),
  cpuMs: z.number().nullable(),
  finishedAt: z.date().nullable(),
  /** Preparatory lick rate (Hz) per hundred trials; empty until it is done. */
  sparkline: z.array(z.number().nullable()),
});
export type RunRow = z.infer<typeof runRow>;
export const runChanged = z.object({ id, status: runStatus });

export const recomputeInput = runRef.extend({
  /** Width of the bins that traces are kept in: 10 ms as always, or every millisecond. */
  traceBinMs: z.union([z.literal(10), z.literal(1)]).default(10),
});
/** A second computation of the same spec beside the run of record. */
export const recomputation = z.object({
  id,
  number: z.number().int(),
  status: runStatus,
  traceBinMs: z.number().int(),
  engineVersion: z.string(),
  resultHash: z.string().nullable(),
  /** Null until both are done. Traces are compared where both were kept at the same width. */
  equal: z.boolean().nullable(),
  compared: z.string(),
});

/** Subjects that this run's experiment has not used: what "run again" offers besides recomputing. */
export const runAgain = z.object({
  /** The run's newest experiment, whose models, arms and repetitions a new one would take over. */
  experiment: id.nullable(),
  nextSubjects: z.array(subject),
});

export const runDetail = z.object({
  id,
  status: runStatus,
  model: modelVersion,
  paradigm: z.object({ versionId: id, name: z.string(), number: z.number().int(), spec: paradigmSpec }),
  arm: z.object({ key: z.string(), title: z.string() }),
  subject,
  subjectKey: z.string(),
  repetition: z.number().int(),
  seed: z.number().int(),
  trials: z.number().int(),
  trialsDone: z.number().int(),
  attempts: z.number().int(),
  engineVersion: z.string(),
  specHash: z.string(),
  resultHash: z.string().nullable(),
  error: z.string().nullable(),
  log: z.string(),
  cpuMs: z.number().nullable(),
  createdAt: z.date(),
  startedAt: z.date().nullable(),
  finishedAt: z.date().nullable(),
  experiments: z.array(z.object({ id, name: z.string() })),
  traceBinMs: z.number().int(),
  /** 0 for the run of record. */
  recomputation: z.number().int(),
  recomputations: z.array(recomputation),
  /** Of a yoked subject: the animal whose trials it met. */
  history: z.object({ source: z.string(), stimulated: z.boolean() }).nullable(),
  /** What a shell needs to get the same bits without the server. */
  command: z.string(),
});

const runTrace = z.object({
  signal: z.string(),
  type: z.string(),
  unit: z.string(),
  binMs: z.number(),
  /** Rows x bins. */
  rows: z.array(series),
});

/** The figures of one run. Trial numbers are 1-based. */
export const runFigures = z.object({
  training: z.record(z.string(), series),
  probeTrials: z.array(z.number().int()),
  probes: z.record(z.string(), series),
  licks: z.array(z.array(z.number().int())),
  stimulated: z.array(z.boolean()),
  /** Bins of 10 ms or more: one row per probe block. */
  traces: z.array(runTrace),
  /** Bins as recorded: one row per hundred trials, the mean of its probe blocks. */
  blockTraces: z.object({
    trials: z.array(z.object({ from: z.number().int(), to: z.number().int() })),
    traces: z.array(runTrace),
  }),
});
export type RunFigures = z.infer<typeof runFigures>;
export type RunDetail = z.infer<typeof runDetail>;
