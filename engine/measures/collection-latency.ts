import { firstLickAfter } from "./licks";
import type { TrainingMeasure } from "./measure";

/** Time from reward to the first lick after it, on training trials; a trial without one is a gap. */
export const latency: TrainingMeasure = {
  key: "latency",
  title: "Collection latency",
  unit: "ms",
  window: "first lick with t > 1600 ms from trial start, minus 1600: from reward to the end of the trial",
  source: "training",
  trialType: "cued",
  meaning:
    "Time from reward to the first lick after it on each training trial; no lick is a gap, not a number.",
  shared: true,
  zeroLine: false,
  compute: (licks, { reward }) => firstLickAfter(licks, reward.time, NaN),
};
