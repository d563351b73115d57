/** Integrals of the predicted dopamine trace, as an indicator with a decay of 500 ms would show it (trapezoid, 1 ms). */
import type { Paradigm, TrialType } from "../paradigms/paradigm";
import type { ProbeResponse } from "../theories/theory";
import type { ProbeMeasure } from "./measure";
import type { MeasureEvent } from "./window";

/** Trapezoid integral over steps from..to, inclusive, of a trace whose entry t - 1 belongs to step t. */
export function trapezoid(trace: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let step = from; step < to; step += 1) sum += 0.5 * (trace[step - 1] + trace[step]);
  return sum;
}

const windowMs = 500;

const integral = (event: (paradigm: Paradigm) => number) => (response: ProbeResponse, paradigm: Paradigm) => {
  const from = event(paradigm);
  const trace = response.traces.dopamine;
  return trace ? trapezoid(trace, Math.max(1, from), Math.min(from + windowMs, trace.length)) : NaN;
};
const compute: Record<MeasureEvent, ProbeMeasure["compute"]> = {
  cue: integral(({ cue }) => cue.onset),
  reward: integral(({ reward }) => reward.time),
};

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
  at: MeasureEvent,
  meaning: string,
): ProbeMeasure => ({
  ...shared,
  key,
  title,
  types: [trialType],
  meaning,
  window(paradigm) {
    const name = at === "cue" ? "cue onset" : "reward";
    if (!paradigm) return `integral over the ${windowMs} ms from ${name}`;
    const from = at === "cue" ? paradigm.cue.onset : paradigm.reward.time;
    const to = Math.min(from + windowMs, paradigm.trialMs);
    return `integral from ${from} to ${to} ms from trial start (the ${to - from} ms from ${name})`;
  },
  compute: compute[at],
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
