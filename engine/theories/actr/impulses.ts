/**
 * Dopamine events of a probe (Coddington, Lindo & Dudman 2023): sensory responses 80 ms after cue onset and 40 ms after
 * reward, sized by D; and responses at the starts of lick bouts, sized by the input weights.
 */
import { changeIndex, weightIndex, type Sigmoid } from "./sigmoid";
import type { TaskTimes } from "./task";

export interface Impulse {
  /** Step, 1-based. */
  readonly at: number;
  readonly size: number;
}

export interface Weights {
  readonly cue: number;
  readonly reward: number;
  readonly saturation: number;
}

const rewardDelay = 40;
const cueDelay = 80;
/** A bout soon after another does not count as one that reward began. */
const refractory = 600;

/** [response after reward, response after cue] to a trial with or without each. */
export function sensory(
  outputs: Float64Array,
  d: Sigmoid,
  { cueOn, cuePulseEnd, reward, rewardPulseEnd }: TaskTimes,
  weights: Weights,
  has: { cue: boolean; reward: boolean },
): readonly Impulse[] {
  const change = (from: number, to: number) => d(changeIndex(outputs[from - 2], outputs[to - 1]));
  const atReward = change(reward, rewardPulseEnd) + (has.reward ? d(weightIndex(weights.reward)) : 0);
  const atCue = change(cueOn, cuePulseEnd) + (has.cue ? 0.5 * d(weightIndex(weights.cue)) : 0);
  return [
    { at: reward + rewardDelay, size: atReward },
    { at: cueOn + cueDelay, size: atCue },
  ];
}

export interface Movement {
  /** With the movement kernel. */
  readonly excitation: readonly Impulse[];
  /** With the inhibition kernel. */
  readonly inhibition: readonly Impulse[];
}

/** Cued: the first bout after reward, and the first one during the cue. `on` are bout starts. */
export function cuedMovement(
  on: readonly number[],
  { cueOn, cueOff, reward }: TaskTimes,
  weights: Weights,
): Movement {
  const first = on.findIndex((step) => step > reward);
  const counts = first === 0 || (first > 0 && on[first] - on[first - 1] > refractory);
  const early = on.find((step) => step > cueOn && step < cueOff);
  return {
    excitation: counts ? [{ at: on[first], size: weights.reward / weights.saturation }] : [],
    inhibition: early === undefined ? [] : [{ at: early, size: 1 / (1 + weights.cue) }],
  };
}

/** Uncued: the first bout after reward. */
export function uncuedMovement(on: readonly number[], { reward }: TaskTimes, weights: Weights): Movement {
  const first = on.find((step) => step > reward);
  return {
    excitation: first === undefined ? [] : [{ at: first, size: weights.reward / weights.saturation }],
    inhibition: [],
  };
}

/** Omission: the first bout after reward was due, and the first one during the cue of the *cued* probe (as published). */
export function omissionMovement(
  on: readonly number[],
  cuedOn: readonly number[],
  { cueOn, cueOff, reward }: TaskTimes,
  weights: Weights,
): Movement {
  const late = on.find((step) => step > reward + rewardDelay);
  const early = cuedOn.find((step) => step > cueOn + rewardDelay && step < cueOff);
  const share = weights.cue / weights.saturation;
  return {
    excitation: [],
    inhibition: [
      ...(late === undefined ? [] : [{ at: late, size: share }]),
      ...(early === undefined ? [] : [{ at: early, size: 1 - share }]),
    ],
  };
}
