import { z } from "zod";
import { id, inPlace } from "./lab";
import { measureWindows, ownWindows } from "./session";

export const subjectInput = inPlace.extend({
  versionId: id,
  subject: z.string().max(200),
  /** Trials per point; null takes the smallest that gives about twenty points. */
  block: z.number().int().min(1).max(100_000).nullable().default(null),
  windows: ownWindows.default({}),
});

/** What a page offers, and what is chosen from where nobody chose. */
export const blockSizes = [1, 2, 5, 10, 20, 50, 100, 200, 500] as const;

const count = z.number().int().nonnegative();
const series = z.array(z.number().nullable());

/** One animal over all of its sessions. Trials are counted from 1 through all sessions, excluded ones too; a block never spans two. */
export const subjectFigures = z.object({
  dataset: z.object({ id, name: z.string(), version: z.number().int(), simulated: z.boolean() }),
  subject: z.string(),
  group: z.string(),
  sex: z.string().nullable(),
  genotype: z.string().nullable(),
  /** In the order of the file, of the whole dataset. */
  signals: z.array(z.string()),
  sessions: z.array(
    z.object({
      index: z.number().int(),
      name: z.string(),
      date: z.string().nullable(),
      /** Number of its first trial, through all sessions. */
      first: z.number().int().positive(),
      trials: count,
      excluded: count,
      /** Names of the signals that it has samples of. */
      signals: z.array(z.string()),
    }),
  ),
  block: z.number().int(),
  /** First and last trial of each, through all sessions. */
  blocks: z.array(z.object({ from: z.number().int(), to: z.number().int() })),
  measures: z.array(
    z.object({
      key: z.string(),
      /** Which signal it reads; null for licks. */
      signal: z.string().nullable(),
      title: z.string(),
      unit: z.string(),
      words: z.string(),
      meaning: z.string(),
      zeroLine: z.boolean(),
      /** Null where the numbers came with the file. */
      windows: measureWindows.nullable(),
      /** Trials that have a value, and their mean and standard deviation, by block. */
      n: z.array(count),
      mean: series,
      sd: series,
      /** Trials with a value, of those of the measure's types that are not excluded. */
      trials: z.object({ withValue: count, of: count }),
      /** Why no trial has a value. */
      reason: z.string().nullable(),
    }),
  ),
});
export type SubjectFigures = z.infer<typeof subjectFigures>;
