import { z } from "zod";
import { assumption, contents, question } from "./reading";

export { answers, type Answers, type Assumption, type Question } from "./reading";

/**
 * A neutral recording: what every file format is read into, and what datasets are made of.
 *
 * A recording is a sequence of parts, so that a file of any size passes through little memory: subjects, sessions,
 * trials, signals and measures are declared before a part refers to them. Times are in seconds. An event or a sample
 * that belongs to a trial is timed from that trial's alignment event, any other from the start of its session. A gap is
 * NaN in arrays of numbers and null elsewhere, never 0.
 */

const name = z.string().trim().min(1).max(200);
const text = z.string().max(2000);
const floats = z.instanceof(Float32Array);
const doubles = z.instanceof(Float64Array);
const seconds = z.number().nullable();

const recordedSubject = z.object({
  id: name,
  /** Empty where the file names none. */
  group: z.string().max(200),
  sex: z.string().max(40).nullable(),
  genotype: z.string().max(400).nullable(),
});
export type RecordedSubject = z.infer<typeof recordedSubject>;

const recordedSession = z.object({
  subject: name,
  /** Unique in its subject; sessions are in this order. */
  index: z.number().int(),
  /** As the file writes it. */
  name,
  /** ISO 8601. */
  date: z.string().max(40).nullable(),
});
export type RecordedSession = z.infer<typeof recordedSession>;

const recordedTrial = z.object({
  /** Unique in its session; trials are in this order. */
  index: z.number().int(),
  /** Of the trial on the session's clock. */
  start: seconds,
  type: z.string().max(200).nullable(),
  cue: z.string().max(200).nullable(),
  rewardMagnitude: z.number().nullable(),
  omitted: z.boolean().nullable(),
  stimulated: z.boolean().nullable(),
  dose: z.number().nullable(),
  itiSeconds: seconds,
  excluded: z.boolean(),
  /**
   * Of the trial's alignment event, on the session's clock: what to cut continuous signals around, and to count events
   * on the session's clock from. Null where there is no such event, or no such clock.
   */
  alignedAt: seconds,
});
export type RecordedTrial = z.infer<typeof recordedTrial>;

export const recordedSignal = z.object({
  id: name,
  region: z.string().max(200),
  sensor: z.string().max(200),
  channel: z.string().max(200),
  unit: z.string().min(1).max(80),
  /** Null where the file does not say; the time of each sample is then in timestamps, or unknown. */
  samplingRateHz: z.number().positive().nullable(),
  /** Of the first sample: from the alignment event, or from the start of the session. */
  t0Seconds: seconds,
  /** Null in a continuous signal. */
  samplesPerTrial: z.number().int().positive().nullable(),
  /** The event at time 0: "reward", "lick", "session start", … */
  alignment: name,
  /** What was done to the numbers before they came here. */
  processing: text,
});
export type RecordedSignal = z.infer<typeof recordedSignal>;

export const derivedMeasure = z.object({
  id: name,
  unit: z.string().min(1).max(80),
  /** Seconds from the event. Null where the file does not say. */
  window: z.object({ from: z.number(), to: z.number(), event: name }).nullable(),
  processing: text,
});
export type DerivedMeasure = z.infer<typeof derivedMeasure>;

/** What an event is, whatever its file calls it: measures look for licks, cues and rewards by this. */
export const eventMeaning = z.enum(["lick", "cue", "reward", "stimulation", "other"]);
export type EventMeaning = z.infer<typeof eventMeaning>;

const window = z.object({ from: z.number(), to: z.number() });

/** When things happen in a trial: seconds from its alignment event. */
export const timing = z.object({
  /** The event at time 0 of each trial. Null until somebody says which. */
  alignment: name.nullable(),
  /** Null where trials differ, or the file does not say: look at events of that meaning then. */
  cueSeconds: seconds,
  rewardSeconds: seconds,
  cueDurationSeconds: seconds,
  /** What responses are counted from. */
  baseline: window.nullable(),
  /** What to cut of continuous signals around each trial's `alignedAt`. Null where signals come cut into trials. */
  cut: window.nullable(),
});
export type Timing = z.infer<typeof timing>;

const place = { subject: name, session: z.number().int() };
const trialIndexes = z.array(z.number().int());

export const recordingPart = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("source"),
    format: name,
    title: z.string().max(400),
    /** SPDX. Null where the file does not say. */
    licence: z.string().max(60).nullable(),
    citation: text.nullable(),
    /** Without the address of a resolver: "10.25378/janelia.21816054". */
    doi: z.string().max(200).optional(),
    /** Where it was published: an address or an archive. */
    origin: z.string().max(500).optional(),
    /** A published file, recognised by its bytes. */
    published: z.boolean().optional(),
  }),
  z.object({ kind: z.literal("subjects"), subjects: z.array(recordedSubject) }),
  z.object({ kind: z.literal("sessions"), sessions: z.array(recordedSession) }),
  z.object({ kind: z.literal("signals"), signals: z.array(recordedSignal) }),
  z.object({ kind: z.literal("measures"), measures: z.array(derivedMeasure) }),
  z.object({ kind: z.literal("trials"), ...place, trials: z.array(recordedTrial) }),
  z.object({
    kind: z.literal("events"),
    ...place,
    /** As the file calls it. */
    type: name,
    meaning: eventMeaning,
    /** One trial index per event, or null for events on the session's clock. */
    trials: trialIndexes.nullable(),
    times: doubles,
    values: doubles.nullable(),
    durations: doubles.nullable(),
  }),
  z.object({
    kind: z.literal("samples"),
    ...place,
    signal: name,
    /** Row by row, trials x samplesPerTrial; null for a stretch of a continuous signal. */
    trials: trialIndexes.nullable(),
    /** Position of the first sample in its continuous signal; 0 where trials are given. */
    first: z.number().int().nonnegative(),
    samples: floats,
    /** Seconds, one per sample, where they are not evenly spaced. */
    timestamps: doubles.nullable(),
  }),
  z.object({ kind: z.literal("values"), ...place, measure: name, trials: trialIndexes, values: doubles }),
  /** Once per recording that has trials. */
  z.object({ kind: z.literal("timing"), ...timing.shape }),
  z.object({
    kind: z.literal("study"),
    /** Recordings and simulations share an axis only in the same task. Null until somebody says which. */
    task: z.string().max(120).nullable(),
    /** What N counts, in the plural: "mice". */
    replicate: z.string().min(1).max(40),
  }),
  /** What the file holds, whether or not it can be read without a mapping. Comes before any other part. */
  contents,
  /** What a person can answer, in the order of a form. More may come while the file is read; none comes twice. */
  z.object({ kind: z.literal("questions"), questions: z.array(question) }),
  /** The guesses that were taken: questions that nobody has answered and the file does not. */
  z.object({ kind: z.literal("assumed"), assumed: z.array(assumption) }),
  /** What a reader of the numbers must know: gaps, alignments, what was left out. */
  z.object({ kind: z.literal("remarks"), remarks: z.array(text) }),
]);
export type RecordingPart = z.infer<typeof recordingPart>;

/** The format of whatever a computer made: everything that shows a dataset says so. */
export const simulatedFormat = "simulation";

/** What became of a file: one line of `npm run import-check`. */
export const importReport = z.object({
  file: z.string(),
  outcome: z.enum(["imported", "needs-mapping", "refused"]),
  /** One sentence: what, where, what to do. Empty when imported. */
  reason: z.string(),
  assumed: z.array(assumption),
  subjects: z.number().int(),
  sessions: z.number().int(),
  trials: z.number().int(),
  signals: z.number().int(),
  seconds: z.number(),
  cpuSeconds: z.number(),
  peakResidentMb: z.number(),
});
export type ImportReport = z.infer<typeof importReport>;
