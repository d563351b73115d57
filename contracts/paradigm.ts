import { z } from "zod";
import type { Paradigm } from "../engine/paradigms/paradigm";
import { author, id, inLab, inPlace, notes, objectName } from "./lab";
import { listInput, type ListShape, looking, paging } from "./list";

/** Lick times are kept as 16-bit integers. */
export const longestTrialMs = 30_000;
/** Training trials of a run. */
export const mostTrials = 5000;
const ms = z.number().int().min(0).max(longestTrialMs);
const key = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9+-]{0,39}$/, "Use up to 40 letters, digits, + and -, a letter first.");
const title = z.string().trim().min(1, "Give it a title.").max(120, "At most 120 characters.");
const meaning = z.string().max(2000, "At most 2,000 characters.");

export const trialType = z.enum(["cued", "uncued", "omission"]);
export const manipulation = z.enum([
  "none",
  "stimulate-lick-minus",
  "stimulate-lick-plus",
  "stimulate-calibrated",
  "stimulate-large",
  "phasic-knockout",
  "depletion",
]);
const pulse = z
  .object({ from: ms.min(1), to: ms.min(1), amplitude: z.number().min(-100).max(100) })
  .refine(({ from, to }) => from <= to, { path: ["to"], error: "A pulse ends after it begins." });
const pulses = z.array(pulse).max(20);
const percent = (of: number) => `${Number((100 * of).toFixed(4))} %`;
const share = z.number().min(0, "A share is from 0 to 1.").max(1, "A share is from 0 to 1.");
const arm = z.object({ key, title, meaning, manipulation });

/** A task as data: engine/paradigms/paradigm.ts says what each number means. Times are ms from trial start. */
export const paradigmSpec = z
  .object({
    key,
    title,
    meaning,
    citation: z.string().max(500),
    trialMs: ms.min(100),
    cue: z.object({ onset: ms, offset: ms, pulses }),
    reward: z.object({ time: ms, pulses }),
    trainingType: trialType,
    mix: z.object({ cued: share, uncued: share, omission: share }).optional(),
    trials: z.number().int().min(1).max(mostTrials),
    probes: z.object({
      every: z.number().int().min(1).max(5000),
      repetitions: z.number().int().min(1).max(100),
      types: z.array(trialType).min(1).max(3),
    }),
    arms: z.array(arm).min(1).max(12),
  })
  .superRefine(({ trialMs, cue, reward, arms, probes, mix, trainingType }, context) => {
    const complain = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message });
    if (cue.offset <= cue.onset) complain(["cue", "offset"], "The cue ends after it begins: make it longer.");
    if (cue.offset > trialMs)
      complain(
        ["cue", "offset"],
        `The cue ends at ${cue.offset} ms and the trial at ${trialMs} ms: make the cue shorter or the trial longer.`,
      );
    if (reward.time > trialMs)
      complain(
        ["reward", "time"],
        `Reward comes at ${reward.time} ms and the trial ends at ${trialMs} ms: let it come sooner or make the trial longer.`,
      );
    for (const [name, { pulses }] of Object.entries({ cue, reward }))
      pulses.forEach(({ to }, index) => {
        if (to > trialMs)
          complain(
            [name, "pulses", index, "to"],
            `An input ends at ${to} ms and the trial at ${trialMs} ms: make the trial longer or the input shorter.`,
          );
      });
    const sum = mix ? mix.cued + mix.uncued + mix.omission : 1;
    if (Math.abs(sum - 1) > 1e-9)
      complain(["mix"], `The shares add up to ${percent(sum)}: change one by ${percent(1 - sum)}.`);
    if (mix && !(mix[trainingType] > 0))
      complain(
        ["mix", trainingType],
        "Training is about trials of this type: give them a share, or let it be about another type.",
      );
    if (new Set(arms.map((one) => one.key)).size < arms.length)
      complain(["arms"], "Each arm has a key of its own.");
    if (new Set(probes.types).size < probes.types.length)
      complain(["probes", "types"], "Each type of trial is probed once.");
  }) satisfies z.ZodType<Paradigm>;
export type ParadigmSpec = z.infer<typeof paradigmSpec>;

export const paradigmList = {
  sorts: ["made", "-changed", "name", "author"],
  columns: ["author"],
} as const satisfies ListShape;
export const paradigmListInput = listInput(paradigmList);
export const paradigmRef = inPlace.extend({ paradigmId: id });
export const paradigmCreateInput = inLab.extend({
  name: objectName,
  spec: paradigmSpec,
  notes: notes.default(""),
  /** The version that it began as. */
  forkedFrom: id.nullable().default(null),
});
export const paradigmSaveInput = inLab.extend({
  paradigmId: id,
  spec: paradigmSpec,
  notes: notes.default(""),
  /** The version the person was looking at; a newer one in between is a conflict, shown, nothing lost. */
  basedOn: z.int32(),
});

export const paradigmVersion = z.object({
  id,
  paradigmId: id,
  number: z.number().int(),
  spec: paradigmSpec,
  notes: z.string(),
  hash: z.string(),
  author,
  createdAt: z.date(),
  forkedFrom: z.object({ versionId: id, paradigmName: z.string(), number: z.number() }).nullable(),
});
export type ParadigmVersion = z.infer<typeof paradigmVersion>;
export const paradigmVersionInput = inPlace.extend({ versionId: id });
export const namedParadigmVersion = paradigmVersion.extend({ name: z.string() });
export const paradigmSummary = z.object({
  id,
  name: z.string(),
  author,
  createdAt: z.date(),
  latest: paradigmVersion,
  versions: z.number().int(),
});
export type ParadigmSummary = z.infer<typeof paradigmSummary>;
export const paradigmGetInput = paradigmRef.extend(looking);
export const paradigmDetail = paradigmSummary.extend({
  shown: paradigmVersion,
  before: paradigmVersion.nullable(),
});
export type ParadigmDetail = z.infer<typeof paradigmDetail>;
/** Its versions, the newest first. */
export const paradigmHistoryInput = paradigmRef.extend(paging);
