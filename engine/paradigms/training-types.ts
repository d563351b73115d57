/** Which type a training trial has: the paradigm's one, drawn from its mix, or what a real animal met. */
import { type History, type Imposed, imposedBy } from "../history";
import type { Noise } from "../noise/noise";
import { type Paradigm, type TrialType, trialTypes } from "./paradigm";

interface Training {
  readonly paradigm: Paradigm;
  readonly history?: History;
}

/** Types that training trials may have, in the order of `trialTypes`, and how much of the stimulation is imposed. */
export function trainingOf({ paradigm, history }: Training): {
  readonly trainingTypes: readonly TrialType[];
  readonly imposed: Imposed;
} {
  const { trainingType, mix, trials } = paradigm;
  const met = history && new Set(history.trialTypes.slice(0, trials));
  return {
    trainingTypes: trialTypes.filter(
      (type) => met?.has(type) ?? (mix ? mix[type] > 0 : type === trainingType),
    ),
    imposed: history ? imposedBy(history, trials) : "nothing",
  };
}

/** Type of training trial `trial` (1-based). Of a mix it is drawn from a substream that no arm touches, so arms stay in step. */
export function trainingTypeOf({ paradigm, history }: Training, noise: Noise, trial: number): TrialType {
  if (history) return history.trialTypes[trial - 1];
  const { mix, trainingType } = paradigm;
  if (!mix) return trainingType;
  let left = noise.stream(trial, "trial-type").next();
  for (const type of trialTypes) {
    left -= mix[type];
    if (left < 0) return type;
  }
  // Shares that add up to a hair less than 1 leave a hair.
  return trainingType;
}
