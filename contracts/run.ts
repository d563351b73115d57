import { z } from "zod";
import { runStatus, subject } from "./experiment";
import { id } from "./lab";
import { modelVersion } from "./model";

const series = z.array(z.number().nullable());

export const runDetail = z.object({
  id,
  status: runStatus,
  model: modelVersion,
  paradigm: z.object({ versionId: id, name: z.string(), number: z.number().int() }),
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
  /** What a shell needs to get the same bits without the server. */
  command: z.string(),
});

/** The figures of one run. Trial numbers are 1-based. */
export const runFigures = z.object({
  training: z.record(z.string(), series),
  probeTrials: z.array(z.number().int()),
  probes: z.record(z.string(), series),
  licks: z.array(z.array(z.number().int())),
  stimulated: z.array(z.boolean()),
  traces: z.array(
    z.object({
      signal: z.string(),
      type: z.string(),
      unit: z.string(),
      binMs: z.number(),
      /** Probe blocks x bins. */
      rows: z.array(series),
    }),
  ),
});
export type RunFigures = z.infer<typeof runFigures>;
