/** Licks before reward, as a lickometer gives them. Omission trials count: until reward is due, they are cued trials. */
import { countLicks } from "./licks";
import { trialMeasure } from "./trial-measure";

export const prepLick = trialMeasure({
  key: "prepLick",
  title: "Preparatory lick rate",
  unit: "Hz",
  types: ["cued", "omission"],
  meaning: "Licks in the second before reward on each training trial.",
  zeroLine: false,
  reads: "licks",
  windows: { window: { event: "reward", from: -1000, to: 0 }, baseline: null },
  value: ({ licks }, { from, to }) =>
    licks && to < Infinity ? (1000 * countLicks(licks, from, to)) / (to - from) : NaN,
});

/** Licks of the last 750 ms before reward: lick+ trials have at least one. */
export const lickPlusWindowMs = 750;

export const lickPlus = trialMeasure({
  key: "lickPlus",
  title: "lick+ trials",
  unit: "fraction",
  types: ["cued", "omission"],
  meaning: "1 for a training trial with at least one lick in the last 750 ms before reward, else 0.",
  zeroLine: false,
  reads: "licks",
  windows: { window: { event: "reward", from: -lickPlusWindowMs, to: 0 }, baseline: null },
  value: ({ licks }, { from, to }) => (licks ? (countLicks(licks, from, to) > 0 ? 1 : 0) : NaN),
});
