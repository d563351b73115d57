import { z } from "zod";
import type { History } from "../engine/history";
import type { TrialType } from "../engine/paradigms/paradigm";
import { mostTrials, trialType } from "./paradigm";

const letters: Record<string, TrialType> = { c: "cued", u: "uncued", o: "omission" };
const flags: Record<string, boolean | null> = { "1": true, "0": false, "?": null };
const inverse = <T>(record: Record<string, T>) => new Map(Object.entries(record).map(([k, v]) => [v, k]));
const letterOf = inverse(letters);
const flagOf = inverse(flags);

const types = z.union([
  z.array(trialType).min(1).max(mostTrials),
  z
    .string()
    .regex(/^[cuo]+$/, "One letter per trial: c, u or o.")
    .max(mostTrials)
    .transform((text) => [...text].map((letter) => letters[letter])),
]);
const stimulated = z.union([
  z.array(z.boolean().nullable()).max(mostTrials),
  z
    .string()
    .regex(/^[01?]*$/, "One letter per trial: 1, 0, or ? where it is not known.")
    .max(mostTrials)
    .transform((text) => [...text].map((letter) => flags[letter])),
]);

/** What an animal met, trial by trial (engine/history.ts): as lists, or as texts with one letter per trial. */
export const history = z
  .object({
    source: z.string().trim().min(1, "Say where the history comes from.").max(400),
    trialTypes: types,
    stimulated: stimulated.nullable().default(null),
  })
  .refine(({ trialTypes, stimulated }) => stimulated === null || stimulated.length === trialTypes.length, {
    path: ["stimulated"],
    error: "As many entries as there are trials.",
  });

/** The same in a few bytes per ten trials, as it is stored and typed: `history` reads it back. */
export const historyText = ({ source, trialTypes, stimulated: given }: History) => ({
  source,
  trialTypes: trialTypes.map((type) => letterOf.get(type)!).join(""),
  stimulated: given && given.map((flag) => flagOf.get(flag)!).join(""),
});
