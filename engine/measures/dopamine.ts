/** Integrals of the predicted dopamine trace, as an indicator with a decay of 500 ms would show it (trapezoid, 1 ms). */
import type { Paradigm, TrialType } from "../paradigms/paradigm";
import type { ProbeResponse } from "../theories/theory";
import type { ProbeMeasure } from "./measure";

/** Trapezoid integral over steps from..to, inclusive, of a trace whose entry t - 1 belongs to step t. */
export function trapezoid(trace: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let step = from; step < to; step += 1) sum += 0.5 * (trace[step - 1] + trace[step]);
  return sum;
}

const windowMs = 500;
const cueWindow = "100 to 600 ms from trial start: the 500 ms from cue onset";
const rewardWindow = "1600 to 2100 ms from trial start: the 500 ms from the time of reward";

const integral = (event: (paradigm: Paradigm) => number) => (response: ProbeResponse, paradigm: Paradigm) => {
  const from = event(paradigm);
  const trace = response.traces.dopamine;
  return trace ? trapezoid(trace, from, from + windowMs) : NaN;
};
const fromCue = integral(({ cue }) => cue.onset);
const fromReward = integral(({ reward }) => reward.time);

const shared = {
  unit: "model units x ms",
  source: "probe",
  shared: false,
  zeroLine: true,
  reads: "dopamine",
} as const;
const measure = (
  key: string,
  title: string,
  trialType: TrialType,
  at: "cue" | "reward",
  meaning: string,
): ProbeMeasure => ({
  ...shared,
  key,
  title,
  trialType,
  meaning,
  window: at === "cue" ? cueWindow : rewardWindow,
  compute: at === "cue" ? fromCue : fromReward,
});

export const cueDA = measure("cueDA", "Cue dopamine", "cued", "cue", "Predicted dopamine after cue onset.");
export const rewDA = measure(
  "rewDA",
  "Reward dopamine",
  "cued",
  "reward",
  "Predicted dopamine after a cued reward.",
);
export const rewDAUncued = measure(
  "rewDAUncued",
  "Reward dopamine, uncued",
  "uncued",
  "reward",
  "Predicted dopamine after a reward that no cue announced.",
);
export const rewDAOmission = measure(
  "rewDAOmission",
  "Omission dopamine",
  "omission",
  "reward",
  "Predicted dopamine after the time of a reward that did not come.",
);
