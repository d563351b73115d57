/** A paradigm as ACTR meets it: inputs per millisecond, and steps that its rules name, each relative to an event. */
import type { Paradigm, Pulse } from "../../paradigms/paradigm";

export interface TaskTimes {
  readonly steps: number;
  /** First step of the first cue pulse, last step of it, and cue offset. */
  readonly cueOn: number;
  readonly cuePulseEnd: number;
  readonly cueOff: number;
  /** First step of reward, and last step of its pulse. */
  readonly reward: number;
  readonly rewardPulseEnd: number;
  readonly cuePulses: readonly Pulse[];
  readonly rewardPulses: readonly Pulse[];
}

export const timesOf = ({ trialMs, cue, reward }: Paradigm): TaskTimes => ({
  steps: trialMs,
  cueOn: cue.pulses[0].from,
  cuePulseEnd: cue.pulses[0].to,
  cueOff: cue.offset,
  reward: reward.pulses[0].from,
  rewardPulseEnd: reward.pulses[0].to,
  cuePulses: cue.pulses,
  rewardPulses: reward.pulses,
});

/** Why ACTR's rules cannot be placed in this paradigm; null where they can. They name steps around the first pulse of each. */
export function whyUnfit({ trialMs, cue, reward }: Paradigm): string | null {
  const [cuePulse, rewardPulse] = [cue.pulses[0], reward.pulses[0]];
  if (!cuePulse || !rewardPulse) return "ACTR needs a pulse of the cue and a pulse of reward as inputs.";
  if (cuePulse.from !== cue.onset || rewardPulse.from !== reward.time)
    return "ACTR reads cue and reward from their first pulses: the first begins at cue onset, the other at the time of reward.";
  if (cuePulse.from < 2 || cue.offset <= firstVariation || reward.time <= cue.offset)
    return `ACTR needs a cue that begins after 1 ms and ends after ${firstVariation} ms, and reward after it.`;
  return rewardPulse.to < trialMs ? null : "ACTR needs a trial that goes on after the pulse of reward.";
}

/** The published task, on which initial networks are scored. */
export const traceTimes: TaskTimes = {
  steps: 3000,
  cueOn: 100,
  cuePulseEnd: 110,
  cueOff: 600,
  reward: 1600,
  rewardPulseEnd: 1610,
  cuePulses: [
    { from: 100, to: 110, amplitude: 0.7 },
    { from: 600, to: 610, amplitude: 0.3 },
  ],
  rewardPulses: [{ from: 1600, to: 1610, amplitude: 1 }],
};

/** Input channels, step t at [t - 1]. */
export function inputs({ steps, cuePulses, rewardPulses }: TaskTimes) {
  const channel = (pulses: readonly Pulse[]) => {
    const values = new Float64Array(steps);
    for (const { from, to, amplitude } of pulses) values.fill(amplitude, from - 1, to);
    return values;
  };
  return { cue: channel(cuePulses), reward: channel(rewardPulses), silence: new Float64Array(steps) };
}

/** Variation is counted from this long before cue offset. */
const firstVariation = 100;

/** TV: total variation of the output from 100 ms before cue offset to reward. */
export function variation(outputs: Float64Array, { cueOff, reward }: TaskTimes): number {
  let sum = 0;
  for (let t = cueOff - firstVariation + 1; t <= reward; t += 1)
    sum += Math.abs(outputs[t - 1] - outputs[t - 2]);
  return sum;
}
