import { z } from "zod";
import { author, id, inLab, inPlace, notes, objectName } from "./lab";
import { listInput, type ListShape } from "./list";
import { modelVersion } from "./model";
import { mostTrials } from "./paradigm";

/** The declaration of a simulated animal: engine/run-spec.ts. */
export const subject = z.object({
  population: z.number().int().min(1).max(2_147_483_647),
  rank: z.number().int().min(1).max(500),
  tauTrans: z.number().min(0.01).max(10),
});
export const subjectKey = (s: { population: number; rank: number }) => `p${s.population} r${s.rank}`;

/** Each simulated subject meets the trials, and the stimulation, of one animal of a group, in turn. */
export const yoke = z.object({ datasetVersionId: id, group: z.string().max(200) });
export type Yoke = z.infer<typeof yoke>;

/** Who met what. */
export const yokedTo = z.object({
  datasetVersionId: id,
  /** Null for those who may not see it. */
  dataset: z.object({ id, name: z.string(), number: z.number().int() }).nullable(),
  group: z.string(),
  animals: z.array(
    z.object({
      subjectKey: z.string(),
      animal: z.string(),
      sessions: z.number().int(),
      /** Training trials of the subject's runs, by type. */
      trials: z.number().int(),
      cued: z.number().int(),
      uncued: z.number().int(),
      omission: z.number().int(),
      /** Of these trials; null where the recording says of none. */
      stimulated: z.number().int().nullable(),
      /** Trials that the animal had, also beyond those that are run. */
      of: z.number().int(),
      /** SHA-256 of what it met. */
      history: z.string(),
    }),
  ),
});
export type YokedTo = z.infer<typeof yokedTo>;

export const experimentInput = inLab.extend({
  name: objectName,
  notes: notes.default(""),
  paradigmVersionId: id,
  /** Training trials; the paradigm's own number by default, and of a yoked subject at most as many as its animal had. */
  trials: z.number().int().min(1).max(mostTrials).optional(),
  yoke: yoke.optional(),
  modelVersionIds: z.array(id).min(1).max(12),
  arms: z.array(z.string().max(40)).min(1).max(12),
  subjects: z.array(subject).min(1).max(200),
  repetitions: z.number().int().min(1).max(20),
  seed: z.number().int().min(0).max(2_147_483_647).default(1),
});
export type ExperimentInput = z.infer<typeof experimentInput>;
export const experimentList = {
  sorts: ["-launched", "name", "author", "paradigm", "-runs", "-subjects"],
  columns: ["status", "author", "tag", "theory", "role", "paradigm"],
} as const satisfies ListShape;
export const experimentListInput = listInput(experimentList);
/** What a list says of an experiment's runs; some are failed or cancelled and others still open, so it may be several. */
export const experimentStatuses = ["open", "failed", "cancelled", "done"] as const;
/** The largest grid that one experiment may launch, refused combinations not counted. */
export const maxRuns = 10_000;
export const experimentRef = inPlace.extend({ experiment: id });
export const experimentLaunched = z.object({
  id,
  /** Runs queued now. */
  queued: z.number().int(),
  reused: z.number().int(),
});
/** How many runs stop, and how many go on because another experiment wants them. */
export const experimentCancelled = z.object({ cancelled: z.number().int(), kept: z.number().int() });
export const experimentRetried = z.object({ retried: z.number().int() });

/** What launching would do, before it is done. */
export const experimentPlan = z.object({
  runs: z.number().int(),
  /** Already computed in this lab by the same engine: nothing is computed twice. */
  reused: z.number().int(),
  secondsPerRun: z.number(),
  estimateSeconds: z.number(),
  threads: z.number().int(),
  /** The animals of yoked subjects. */
  yokedTo: yokedTo.nullable(),
  /** Combinations that a theory refuses, with its reason; they are not launched. */
  refused: z.array(z.object({ modelVersionId: id, arm: z.string(), reason: z.string() })),
});
export type ExperimentPlan = z.infer<typeof experimentPlan>;

export const runStatuses = ["queued", "running", "done", "failed", "cancelled"] as const;
export const runStatus = z.enum(runStatuses);
export type RunStatus = z.infer<typeof runStatus>;
export const statusCounts = z.object({
  queued: z.number().int(),
  running: z.number().int(),
  done: z.number().int(),
  failed: z.number().int(),
  cancelled: z.number().int(),
});
export type StatusCounts = z.infer<typeof statusCounts>;
/** How an experiment stands: its runs by status, and the commonest reasons why some failed, each with a run that did. */
export const experimentOutcome = z.object({
  counts: statusCounts,
  failures: z.array(
    z.object({ reason: z.string(), count: z.number().int(), run: z.object({ id, name: z.string() }) }),
  ),
});
export type ExperimentOutcome = z.infer<typeof experimentOutcome>;

export const runCell = z.object({
  id,
  modelVersionId: id,
  arm: z.string(),
  subjectKey: z.string(),
  repetition: z.number().int(),
  status: runStatus,
  trials: z.number().int(),
  trialsDone: z.number().int(),
  error: z.string().nullable(),
});
export type RunCell = z.infer<typeof runCell>;

export const experimentSummary = z.object({
  id,
  name: z.string(),
  tags: z.array(z.string()),
  author,
  createdAt: z.date(),
  paradigm: z.string(),
  models: z.array(
    z.object({
      versionId: id,
      name: z.string(),
      number: z.number().int(),
      theory: z.string(),
      role: z.string(),
    }),
  ),
  arms: z.array(z.object({ key: z.string(), title: z.string() })),
  /** The model versions and arms that have runs: what no theory refused. */
  groups: z.array(z.object({ versionId: id, arm: z.string() })),
  /** Training trials per run. */
  trials: z.number().int(),
  subjects: z.number().int(),
  repetitions: z.number().int(),
  counts: statusCounts,
  /** Preparatory lick rate (Hz) of the first group by block: the sparkline of the row; null where nothing is done yet. */
  sparkline: z.array(z.number().nullable()),
});
export const experimentDetail = z.object({
  id,
  name: z.string(),
  notes: z.string(),
  tags: z.array(z.string()),
  author,
  createdAt: z.date(),
  paradigm: z.object({
    ...{ versionId: id, name: z.string(), number: z.number().int() },
    /** Training trials of its runs; of yoked subjects, of the longest. */
    trials: z.number().int(),
  }),
  models: z.array(modelVersion),
  arms: z.array(z.object({ key: z.string(), title: z.string() })),
  subjects: z.array(subject),
  yokedTo: yokedTo.nullable(),
  repetitions: z.number().int(),
  seed: z.number().int(),
  refused: experimentPlan.shape.refused,
  cells: z.array(runCell),
  counts: statusCounts,
  /** Seconds until all is done at the present pace; null when it cannot be told. */
  etaSeconds: z.number().nullable(),
});
export type ExperimentSummary = z.infer<typeof experimentSummary>;
export type ExperimentDetail = z.infer<typeof experimentDetail>;
