import { latency, latencyUncued } from "./collection-latency";
import { cueDA, rewDA, rewDAOmission, rewDAUncued } from "./dopamine";
import type { AnyMeasure, TrialMeasure } from "./measure";
import { policy } from "./policy";
import { lickPlus, prepLick } from "./preparatory-licking";
import { ant, antOmission, lat, latUncued, plck } from "./reference-licking";
import { cueResponse, omissionResponse, rewardResponse, rewardResponseUncued } from "./response";

/** Measures of single trials: recordings give them by the same code. In the order in which pages list them. */
export const trialMeasures: readonly TrialMeasure[] = [
  prepLick,
  latency,
  lickPlus,
  cueResponse,
  rewardResponse,
  omissionResponse,
  latencyUncued,
  rewardResponseUncued,
];

/** Every measure there is, in the order in which pages list them. */
export const measures: readonly AnyMeasure[] = [
  ...trialMeasures,
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
export const measureNamed = (key: string): AnyMeasure | undefined =>
  measures.find((measure) => measure.key === key);
