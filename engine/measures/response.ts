/**
 * Responses of a dopamine signal: its mean in a window minus its mean in a baseline window, in the unit of the signal. A
 * recording gives its photometry, a theory the millisecond signal of its training trials.
 */
import type { TrialType } from "../paradigms/paradigm";
import type { TrialMeasure } from "./measure";
import { meanIn } from "./signal";
import { trialMeasure } from "./trial-measure";
import type { MeasureEvent, Window } from "./window";

/** Longer than what a simulated trial has before its cue, where the signal is flat: a recording needs it to be quiet. */
const before = (event: MeasureEvent): Window => ({ event, from: -1000, to: 0 });

const response = (
  key: string,
  title: string,
  types: readonly TrialType[],
  window: Window,
  baseline: Window,
  meaning: string,
): TrialMeasure =>
  trialMeasure({
    ...{ key, title, unit: null, types, meaning, zeroLine: true, reads: "dopamine" },
    windows: { window, baseline },
    lead: "mean of ",
    value: ({ signal }, span, base) =>
      signal ? meanIn(signal, span) - (base ? meanIn(signal, base) : 0) : NaN,
  });

export const cueResponse = response(
  "cueResponse",
  "Cue response",
  ["cued", "omission"],
  { event: "cue", from: 0, to: 500 },
  before("cue"),
  "Dopamine after cue onset on each training trial, above its baseline before the cue.",
);
export const rewardResponse = response(
  "rewardResponse",
  "Reward response",
  ["cued"],
  { event: "reward", from: 0, to: 500 },
  before("cue"),
  "Dopamine after a cued reward on each training trial, above its baseline before the cue.",
);
export const rewardResponseUncued = response(
  "rewardResponseUncued",
  "Reward response, uncued",
  ["uncued"],
  { event: "reward", from: 0, to: 500 },
  before("reward"),
  "Dopamine after a reward that no cue announced, above its baseline before reward.",
);
export const omissionResponse = response(
  "omissionResponse",
  "Omission response",
  ["omission"],
  { event: "reward", from: 0, to: 1000 },
  before("cue"),
  "Dopamine after the time of a reward that did not come, above its baseline before the cue.",
);
