import { z } from "zod";
import { id, inLab } from "./lab";
import { savedMapping } from "./mapping";
import { answers, assumption, contents, question } from "./reading";
import { derivedMeasure, eventMeaning, recordedSignal, timing } from "./recording";

/** What a file would become with the answers at hand, before anything is imported. */

const count = z.number().int().nonnegative();
const series = z.array(z.number().nullable());

/** A picture of one signal: does the guess look right? */
const signalPreview = z.object({
  /** Id of the signal. */
  signal: z.string(),
  /** How the curves came about, and of how much of the file: for a caption. */
  kind: z.enum([
    /** Mean over trials, of a signal that comes cut into trials. */
    "trials",
    /** Mean around the alignment event of trials, cut from a continuous signal. */
    "cut",
    /** A continuous signal as it is, averaged over neighbouring samples. */
    "stretch",
  ]),
  /** Seconds from the event, or from the start of the session; sample numbers where nobody knows the rate (see `timed`). */
  time: z.array(z.number()),
  timed: z.boolean(),
  /** The event at time 0. */
  alignment: z.string(),
  unit: z.string(),
  /** The first few, in the order of the file. */
  subjects: z.array(
    z.object({
      subject: z.string(),
      group: z.string(),
      /** How many went into the mean; excluded ones are left out. 1 in a stretch. */
      trials: count,
      mean: series,
    }),
  ),
});
export type SignalPreview = z.infer<typeof signalPreview>;

export const inspection = z.object({
  outcome: z.enum(["ready", "needs-mapping", "refused"]),
  /** One sentence: why not. Empty when ready. */
  reason: z.string(),
  /** "table of trials", "MATLAB seshMerge"; empty where reading did not come so far. */
  format: z.string(),
  title: z.string(),
  /** A published file, recognised by its bytes. */
  published: z.boolean(),
  /** What the file says of where it comes from, to begin a form with. */
  about: z.object({
    licence: z.string().nullable(),
    citation: z.string().nullable(),
    doi: z.string().nullable(),
    source: z.string().nullable(),
  }),
  study: z.object({ task: z.string().nullable(), replicate: z.string() }).nullable(),
  timing: timing.nullable(),
  /** SHA-256 of names and kinds of what the file holds; null where that is not known. Saved mappings go by it. */
  layout: z.string().nullable(),
  contents: contents.omit({ kind: true }).nullable(),
  /** In the order of a form. */
  questions: z.array(question),
  /** The guesses that an import would take now. */
  assumed: z.array(assumption),
  remarks: z.array(z.string()),
  /** All of the file, also where only some are listed below. Zeros unless ready. */
  counts: z.object({ subjects: count, sessions: count, trials: count, signals: count, measures: count }),
  /** The first hundred. */
  subjects: z.array(
    z.object({
      id: z.string(),
      group: z.string(),
      sex: z.string().nullable(),
      genotype: z.string().nullable(),
      sessions: count,
      trials: count,
    }),
  ),
  signals: z.array(recordedSignal),
  measures: z.array(derivedMeasure),
  events: z.array(z.object({ type: z.string(), meaning: eventMeaning, events: count })),
  /** Trials by type, most first; the empty text is those without one. */
  trialTypes: z.array(z.object({ type: z.string(), trials: count })),
  /** Of the first two dozen signals. */
  previews: z.array(signalPreview),
});
export type Inspection = z.infer<typeof inspection>;

export const inspectInput = inLab.extend({ uploadId: id, answers: answers.default({}) });

export const inspectionState = z.discriminatedUnion("state", [
  /** A worker reads the file, or will: ask again, or wait for the live event of this upload. */
  z.object({ state: z.literal("pending"), bytesRead: count, byteLength: count }),
  z.object({
    state: z.literal("done"),
    inspection,
    /** Answers that the lab has kept for files of this layout, newest first. */
    saved: z.array(savedMapping),
  }),
  /** Reading failed through no fault of the file; asking again does not try again, `datasets.inspectAgain` does. */
  z.object({ state: z.literal("failed"), problem: z.string() }),
]);
export type InspectionState = z.infer<typeof inspectionState>;
