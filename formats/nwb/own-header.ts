import { z } from "zod";
import { derivedMeasure, eventMeaning, recordedSignal, timing } from "../../contracts/recording";

/**
 * What Phasic writes into its NWB files beside what NWB has words for, as JSON in /scratch/phasic_recording: with it, a file
 * reads back to equal values. The numbers themselves stand where NWB wants them.
 */
export const ownHeaderPath = "/scratch/phasic_recording";

/** What made the numbers of a run, and the command that makes them again. */
const simulation = z.object({
  theory: z.string().max(200),
  role: z.string().max(200),
  model: z.string().max(400),
  parameters: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])),
  paradigm: z.string().max(200),
  arm: z.string().max(200),
  subject: z.object({ population: z.number(), rank: z.number(), tauTrans: z.number() }),
  repetition: z.number().int(),
  seed: z.number().int(),
  engineVersion: z.string().max(200),
  specHash: z.string().max(200),
  resultHash: z.string().max(200).nullable(),
  command: z.string(),
  part: z.enum(["training", "probes"]),
});

const path = z.string().max(1000);
const nullableText = z.string().max(2000).nullable();

export const ownHeader = z.object({
  format: z.literal("phasic-recording"),
  version: z.literal(1),
  source: z.object({
    format: z.string().max(200),
    title: z.string().max(400),
    licence: nullableText,
    citation: nullableText,
    doi: nullableText,
    origin: nullableText,
  }),
  study: z.object({ task: z.string().max(120).nullable(), replicate: z.string().min(1).max(40) }),
  /** False where a computer made the numbers. */
  recorded: z.boolean(),
  /** Null where nobody knows, as of a simulation that was imported, and of what was recorded. */
  simulation: simulation.nullable().default(null),
  subject: z.object({
    id: z.string().min(1).max(200),
    group: z.string().max(200),
    sex: nullableText,
    genotype: nullableText,
  }),
  session: z.object({
    index: z.number().int(),
    name: z.string().min(1).max(200),
    date: z.string().max(40).nullable(),
  }),
  timing: timing.nullable(),
  signals: z.array(
    recordedSignal.extend({
      path,
      /** Trials that have no row of a signal that is cut into trials. */
      missing: z.array(z.number().int()),
    }),
  ),
  measures: z.array(derivedMeasure.extend({ path })),
  events: z.array(
    z.object({
      type: z.string().min(1).max(200),
      meaning: eventMeaning,
      /** Of the column of times; those of values and durations beside it. */
      path,
      values: path.nullable(),
      durations: path.nullable(),
      /** Whether times are from the alignment event of a trial, as a list for each. */
      byTrial: z.boolean(),
    }),
  ),
  remarks: z.array(z.string().max(2000)),
});
export type OwnHeader = z.infer<typeof ownHeader>;
