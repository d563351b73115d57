import type { TrialType } from "../../../engine/paradigms/paradigm";
import { hasCue, hasNoCue, isOmission, isUnpaired } from "../../../formats/trial-types";
import type { TrialRow } from "./store";

/** What a recorded trial is to an animal: with cue and reward, without the one, or without the other. Null: neither, or not known. */
export function trialTypeOf({
  type,
  cue,
  omitted,
}: Pick<TrialRow, "type" | "cue" | "omitted">): TrialType | null {
  if (unpairedCue({ type, cue }) !== null) return null;
  if (omitted === true || (type !== null && isOmission(type))) return "omission";
  if (type !== null && hasCue(type)) return "cued";
  if (type !== null && hasNoCue(type)) return "uncued";
  return cue === null ? null : "cued";
}

/** The trial's cue, where its name says that no reward follows it. */
export const unpairedCue = ({ type, cue }: Pick<TrialRow, "type" | "cue">): string | null =>
  [type, cue].find((name) => name !== null && isUnpaired(name)) ?? null;
