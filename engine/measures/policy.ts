import type { ProbeMeasure } from "./measure";

/** Mean output of the network in 1000 <= t <= 1599 ms of cued probes (reference). */
export const policy: ProbeMeasure = {
  key: "policy",
  title: "Policy before reward",
  unit: "1",
  window: "1000 to 1599 ms from trial start: the last 600 ms before reward",
  source: "probe",
  trialType: "cued",
  meaning: "Mean output of the policy network before reward in cued probes.",
  shared: false,
  zeroLine: true,
  reads: "policy",
  compute({ traces }, { reward }) {
    let sum = 0;
    for (let step = reward.time - 600; step < reward.time; step += 1) sum += traces.policy[step - 1];
    return sum / 600;
  },
};
