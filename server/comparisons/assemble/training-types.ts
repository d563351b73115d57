import { type TrialType, trialTypes } from "../../../engine/paradigms/paradigm";
import { trainingOf } from "../../../engine/paradigms/training-types";
import type { SimulationGroup } from "./group";

/** Types that the training trials of a group had; before any run is done, those that its paradigm gives. */
export function trainingTypesOf({ paradigm, runs }: SimulationGroup): readonly TrialType[] {
  const done = runs.flatMap(({ numbers }) => numbers ?? []);
  if (done.length === 0 || done.some(({ types }) => types === null))
    return trainingOf({ paradigm }).trainingTypes;
  const met = new Set(done.flatMap(({ types }) => [...new Set(types)]));
  return trialTypes.filter((_, place) => met.has(place));
}
