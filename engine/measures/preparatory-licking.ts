import { countLicks } from "./licks";
import type { TrainingMeasure } from "./measure";

/** Licks of the second before reward, per second. What a lickometer gives by the same definition. */
export const prepLick: TrainingMeasure = {
  key: "prepLick",
  title: "Preparatory lick rate",
  unit: "Hz",
  window: "600 < t <= 1600 ms from trial start: the second before reward",
  source: "training",
  trialType: "cued",
  meaning: "Licks in the second before reward on each training trial.",
  shared: true,
  zeroLine: false,
  compute: (licks, { reward }) => countLicks(licks, reward.time - 1000, reward.time),
};

/** Licks of the last 750 ms before reward: lick+ trials have at least one. */
export const lickPlusWindowMs = 750;

export const lickPlus: TrainingMeasure = {
  key: "lickPlus",
  title: "lick+ trials",
  unit: "fraction",
  window: "850 < t <= 1600 ms from trial start: the last 750 ms before reward",
  source: "training",
  trialType: "cued",
  meaning: "1 for a training trial with at least one lick in the last 750 ms before reward, else 0.",
  shared: true,
  zeroLine: false,
  compute: (licks, { reward }) =>
    countLicks(licks, reward.time - lickPlusWindowMs, reward.time) > 0 ? 1 : 0,
};
