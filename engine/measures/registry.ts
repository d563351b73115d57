import { latency } from "./collection-latency";
import { cueDA, rewDA, rewDAOmission, rewDAUncued } from "./dopamine";
import type { ProbeMeasure, TrainingMeasure } from "./measure";
import { policy } from "./policy";
import { lickPlus, prepLick } from "./preparatory-licking";
import { ant, antOmission, lat, latUncued, plck } from "./reference-licking";

/** Every measure there is, in the order in which pages list them. */
export const measures: readonly (TrainingMeasure | ProbeMeasure)[] = [
  prepLick,
  latency,
  lickPlus,
  ant,
  lat,
  plck,
  cueDA,
  rewDA,
  rewDAUncued,
  rewDAOmission,
  policy,
  latUncued,
  antOmission,
];

/** The measure with this key, or undefined. */
export const measureNamed = (key: string): TrainingMeasure | ProbeMeasure | undefined =>
  measures.find((measure) => measure.key === key);
