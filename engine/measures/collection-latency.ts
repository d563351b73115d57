/** Time from reward to the first lick after it, which is taken to collect it. */
import type { TrialType } from "../paradigms/paradigm";
import { firstLickAfter } from "./licks";
import type { TrialMeasure } from "./measure";
import { trialMeasure } from "./trial-measure";
import { edgeMs } from "./window";

const ofType = (key: string, title: string, type: TrialType, meaning: string): TrialMeasure =>
  trialMeasure({
    ...{ key, title, unit: "ms", types: [type], meaning, zeroLine: false, reads: "licks" },
    windows: { window: { event: "reward", from: 0, to: null }, baseline: null },
    lead: "first lick in ",
    value({ licks, timing }, { from, to }) {
      if (!licks) return NaN;
      const delay = firstLickAfter(licks, from, NaN);
      return delay <= to - from + edgeMs ? from + delay - timing.reward! : NaN;
    },
  });

export const latency = ofType(
  "latency",
  "Collection latency",
  "cued",
  "Time from reward to the first lick after it on each cued training trial; no lick is a gap, not a number.",
);
export const latencyUncued = ofType(
  "latencyUncued",
  "Collection latency, uncued",
  "uncued",
  "As on cued trials, for a reward that no cue announced.",
);
