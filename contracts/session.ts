import { z } from "zod";
import { id, inPlace } from "./lab";
import { timing } from "./recording";

const ms = z.number().min(-3_600_000).max(3_600_000);
/** engine/measures/window.ts: from < t <= to, ms from cue onset or reward; `to` null is until the trial ends. */
const measureWindow = z
  .object({ event: z.enum(["cue", "reward"]), from: ms, to: ms.nullable() })
  .refine(({ from, to }) => to === null || from < to, "The window ends before it begins.");
export const measureWindows = z.object({ window: measureWindow, baseline: measureWindow.nullable() });
/** Windows that replace those of measures, by measure. */
export const ownWindows = z.record(z.string().max(60), measureWindows);

export const sessionInput = inPlace.extend({
  versionId: id,
  subject: z.string().max(200),
  session: z.int32(),
  /** Null takes the first that the session has. */
  signal: z.string().max(200).nullable().default(null),
  windows: ownWindows.default({}),
});

const value = z.number().nullable();

/** One session of one animal, trial by trial: nothing is averaged or left out. Times in ms from each trial's alignment event. */
export const sessionFigures = z.object({
  dataset: z.object({
    id,
    name: z.string(),
    version: z.number().int(),
    simulated: z.boolean(),
    replicate: z.string(),
  }),
  subject: z.string(),
  group: z.string(),
  session: z.object({ index: z.number().int(), name: z.string(), date: z.string().nullable() }),
  /** The animal's sessions, to go on to. */
  sessions: z.array(z.object({ index: z.number().int(), name: z.string() })),
  timing: timing.nullable(),
  trials: z.array(
    z.object({
      index: z.number().int(),
      /** As in the source. */
      type: z.string().nullable(),
      /** What it is to measures; null where nobody knows. */
      kind: z.enum(["cued", "uncued", "omission"]).nullable(),
      stimulated: z.boolean().nullable(),
      excluded: z.boolean(),
    }),
  ),
  /** One list per trial; null where the session has no lick events. */
  licks: z.array(z.array(z.number())).nullable(),
  signals: z.array(z.string()),
  signal: z
    .object({
      name: z.string(),
      region: z.string(),
      sensor: z.string(),
      unit: z.string(),
      alignment: z.string(),
      processing: z.string(),
      /** Of the first sample of a trial, and between samples. */
      t0: z.number(),
      dt: z.number(),
      width: z.number().int(),
      /** Float32, little-endian, base64: trials x width; NaN is a gap. */
      samples: z.string(),
    })
    .nullable(),
  measures: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      unit: z.string(),
      words: z.string(),
      meaning: z.string(),
      windows: measureWindows,
      /** One per trial, excluded trials too. */
      values: z.array(value),
      /** Why no trial has a value. */
      reason: z.string().nullable(),
    }),
  ),
});
export type SessionFigures = z.infer<typeof sessionFigures>;
