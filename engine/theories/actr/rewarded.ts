/**
 * A training trial that ends with reward (Coddington, Lindo & Dudman 2023). With delta the latency of the first lick after
 * reward (ms) and y_b the output just before it,
 *
 *   V = exp(-(delta + 50) / 500),   eps_r = V - y_b,   PE = eps_r - R,   R <- 0.75 R + 0.25 eps_r
 *   beta = 1 + D(k_1) + D(k_2),  k_1 from the change of y over the reward pulse, k_2 from w_r
 *
 * The published code trains on cued trials. Ours, where omission or uncued trials stand among them: an input that does not
 * come does not learn; without reward D(k_2) is absent and delta is the rest of the trial, as if it were never collected.
 *
 * The network is computed only as far as behaviour and eligibility depend on it: while a bout lasts, licks do not.
 */
import { exp } from "../../math/exp";
import { countLicks, firstLickAfter } from "../../measures/licks";
import { lickPlusWindowMs } from "../../measures/preparatory-licking";
import type { Noise } from "../../noise/noise";
import { UNITS } from "../../math/rate-network";
import type { TrialType } from "../../paradigms/paradigm";
import type { Licking } from "../../plant/lick-plant";
import type { Act, Learned } from "../theory";
import { trainingDopamine } from "./dopamine";
import type { Weights } from "./impulses";
import { behaviouralDrive, inputsOn, mount, type Rig, weightsOf } from "./rig";
import { changeIndex, weightIndex } from "./sigmoid";
import type { ActrState } from "./state";
import { variation } from "./task";
import { manipulated, natural } from "./teaching";
import { inputRate, inputWeight, recurrentWeights } from "./update";

export interface ActrAct extends Act {
  readonly bouts: Licking;
  readonly latency: number;
  /** E at the first lick after reward, onto i from j at [50 j + i], before masking. Valid until the next act. */
  readonly eligibility: Float64Array;
  /** Output per step, complete as far as it was needed. Valid until the next act. */
  readonly outputs: Float64Array;
  /** D(k_1) + D(k_2). */
  readonly dopamine: number;
  /** Input weights of this trial, which learning from it moves on. */
  readonly weights: Weights;
}

/** Steps computed ahead of the plant once reward is past. */
const ahead = 32;

/** Unperturbed run before training: the first baseline, in units of cost (as published) or of error. */
export function firstBaseline(rig: Rig, state: ActrState, noise: Noise): number {
  const { times, network, plant, values } = rig;
  const { cue, reward } = inputsOn(rig, rig.trainingType);
  mount(rig, state);
  noise.unused(2 * times.steps * UNITS);
  network.rest(times.cueOn);
  network.run(times.steps, cue, reward);
  const drive = network.outputs.map((y, i) => behaviouralDrive(y, cue[i], reward[i], state));
  const { licks } = plant.lick(
    { values: drive, extend: () => times.steps },
    noise.stream(0, "plant"),
    "licks",
  );
  const latency = firstLickAfter(licks, times.reward, times.steps - times.reward);
  if (values.baseline === "error") return exp(-(latency + 50) / 500) - network.outputs[times.reward - 2];
  return 1 - exp(-latency / 500) + 0.25 * variation(network.outputs, times);
}

export function actRewarded(
  rig: Rig,
  state: ActrState,
  trial: number,
  type: TrialType,
  noise: Noise,
): ActrAct {
  const { times, network, values } = rig;
  const { cue, reward } = inputsOn(rig, type);
  mount(rig, state);
  network.rest(1);
  const kicks = noise.perturbations(trial, times.steps, UNITS, values.perturbationProbability);
  const drive = new Float64Array(times.steps);
  let computed = 0;
  const extend = (t: number) => {
    const to = Math.min(Math.max(t + ahead, times.rewardPulseEnd), times.steps);
    network.explore(to, cue, reward, kicks);
    for (; computed < to; computed += 1)
      drive[computed] = behaviouralDrive(network.outputs[computed], cue[computed], reward[computed], state);
    return to;
  };
  extend(1);
  const bouts = rig.plant.lick({ values: drive, extend }, noise.stream(trial, "plant"), "licks");
  const rest = times.steps - times.reward;
  const latency = type === "omission" ? rest : firstLickAfter(bouts.licks, times.reward, rest);
  const snapshot = times.reward + latency;
  network.explore(rig.wholeTrials ? times.steps : snapshot, cue, reward, kicks);
  const before = network.outputs[times.reward - 2];
  const change = changeIndex(before, network.outputs[times.rewardPulseEnd - 1]);
  return {
    type,
    licks: bouts.licks,
    bouts,
    latency,
    eligibility: network.eligibility(snapshot, values.eligibilityDecay),
    outputs: network.outputs,
    dopamine: rig.d(change) + (type === "omission" ? 0 : rig.d(weightIndex(state.rewardWeights[0]))),
    weights: weightsOf(rig, state),
    signals: {
      licksBeforeReward: countLicks(bouts.licks, times.reward - lickPlusWindowMs, times.reward),
      performanceError: exp(-(latency + 50) / 500) - before,
      policyBeforeReward: before,
    },
  };
}

export function learnRewarded(rig: Rig, state: ActrState, act: ActrAct, stimulated: boolean): Learned {
  const { role, values } = rig;
  const own = natural(role, act.dopamine, act.signals.performanceError);
  const { beta, errorReward, errorCue } = manipulated(role, rig.manipulation, values, own, stimulated);
  const predictionError = (values.policySeesStimulation ? errorReward : own.errorReward) - state.baseline;
  const gain = role === "error" ? 1 : beta;
  const sign = values.updateSign === "published" ? -1 : 1;
  recurrentWeights(
    state.weights,
    state.plastic,
    act.eligibility,
    sign * values.etaJ * predictionError * gain,
  );
  const step = inputRate(rig.tauTrans) * gain;
  const offset = role === "error" ? 0 : values.saturationOffset;
  const { saturation } = values;
  if (act.type !== "omission")
    state.rewardWeights[0] = inputWeight(state.rewardWeights[0], saturation, offset, step * errorReward);
  if (act.type !== "uncued")
    state.cueWeights[0] = inputWeight(state.cueWeights[0], saturation, offset, step * errorCue);
  state.baseline += values.baselineRate * (own.errorReward - state.baseline);
  return {
    signals: {
      predictionError,
      beta,
      errorReward,
      errorCue,
      baseline: state.baseline,
      cueWeight: state.cueWeights[0],
      rewardWeight: state.rewardWeights[0],
    },
    traces: () => ({ dopamine: trainingDopamine(rig, act.weights, act.type, act.outputs, act.bouts.on) }),
  };
}
