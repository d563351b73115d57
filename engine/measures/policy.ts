import type { ProbeMeasure } from "./measure";

const lengthMs = 600;
const firstStep = (reward: number) => Math.max(1, reward - lengthMs);

/** Mean output of the network in the 600 ms before reward, 1000 <= t <= 1599 ms in the published task (reference). */
export const policy: ProbeMeasure = {
  key: "policy",
  title: "Policy before reward",
  unit: "1",
  source: "probe",
  types: ["cued"],
  meaning: "Mean output of the policy network before reward in cued probes.",
  shared: false,
  zeroLine: true,
  reads: "policy",
  window(paradigm) {
    if (!paradigm) return `mean over the last ${lengthMs} ms before reward`;
    const { time } = paradigm.reward;
    const first = firstStep(time);
    return `mean of ${first} <= t < ${time} ms from trial start (the last ${time - first} ms before reward)`;
  },
  compute({ traces }, { reward }) {
    const first = firstStep(reward.time);
    let sum = 0;
    for (let step = first; step < reward.time; step += 1) sum += traces.policy[step - 1];
    return sum / (reward.time - first);
  },
};
