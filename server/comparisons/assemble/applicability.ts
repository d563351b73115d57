import type { ProbeMeasure, TrainingMeasure } from "../../../engine/measures/measure";
import type { Group } from "./group";
import { runValues } from "./measure-values";

export type AnyMeasure = TrainingMeasure | ProbeMeasure;

/** Why a group can have no number of this measure; null when it can, or when no run is done yet. */
export function whyNotApplicable(measure: AnyMeasure, group: Group): string | null {
  if (group.kind === "recording")
    return measure.shared
      ? "This recording has no lick times aligned to a cue and a reward, so the window cannot be placed."
      : "Taken from probe trials of a simulation: a recording has none.";
  if (group.refused) return group.refused;
  if (measure.source === "training" && measure.trialType !== group.paradigm.trainingType)
    return `The training trials of ${group.paradigm.title} are ${group.paradigm.trainingType} trials.`;
  if (measure.source === "probe") {
    if (!group.paradigm.probes.types.includes(measure.trialType))
      return `${group.paradigm.title} has no ${measure.trialType} probes.`;
    if (measure.reads !== "licks" && !group.theory.signals.some(({ key }) => key === measure.reads))
      return `${group.theory.title} has no signal "${measure.reads}".`;
  }
  const done = group.runs.filter(({ numbers }) => numbers);
  const whole = [{ from: 1, to: group.trials }];
  const hasValue = done.some(({ numbers }) => (runValues(measure, numbers!, whole)?.withValue[0] ?? 0) > 0);
  return done.length > 0 && !hasValue
    ? "Not measurable in this preset: none of its trials gives a value."
    : null;
}
