/**
 * A training trial in which a cue predicts stimulation and no reward comes (Coddington, Lindo & Dudman 2023). No licks; the
 * eligibility is read one step before the end, and with beta' = D(k_1) + D(k_2) (here without the 1) and TV the variation of the output,
 *
 *   PE = 0.25 TV - R,   J <- J - clip(eta_J E PE (gain + beta'), 0.01),   w_c <- w_c + (S - w_c) eta_w eps_c (gain + beta')
 *
 * gain is 1, or 4 with stimulation; eps_c is 0, or 0.1 with large stimulation. R is in units of cost (hundreds) on trial 1
 * and 0 afterwards, so the first trial kicks J at random: a quirk that is kept.
 */
import { exp } from "../../math/exp";
import { UNITS } from "../../math/rate-network";
import type { Noise } from "../../noise/noise";
import type { Learned } from "../theory";
import { mount, unrewardedDrive, type Rig, weightsOf } from "./rig";
import type { ActrAct } from "./rewarded";
import { changeIndex, weightIndex } from "./sigmoid";
import type { ActrState } from "./state";
import { variation } from "./task";
import { inputRate, inputWeight, recurrentWeights } from "./update";

const costScale = 500;
const largeCueError = 0.1;

/** Cost of an unperturbed cued run in which the plant cannot lick. */
export function firstCost(rig: Rig, state: ActrState, noise: Noise): number {
  const { times, network } = rig;
  mount(rig, state);
  noise.unused(2 * times.steps * UNITS);
  network.rest(times.cueOn);
  network.run(times.steps, rig.cue, rig.reward);
  const values = network.outputs.map((y, i) => unrewardedDrive(y, rig.cue[i], rig.reward[i], state));
  rig.plant.lick({ values, extend: () => times.steps }, noise.stream(0, "plant"), "silent");
  const missed = times.steps - times.reward;
  return costScale * (1 - exp(-missed / 500)) + costScale * 0.25 * variation(network.outputs, times);
}

export function actUnrewarded(rig: Rig, state: ActrState, trial: number, noise: Noise): ActrAct {
  const { times, network, values } = rig;
  mount(rig, state);
  network.rest(1);
  const kicks = noise.perturbations(trial, times.steps, UNITS, values.perturbationProbability);
  network.explore(times.steps, rig.cue, rig.silence, kicks);
  const { outputs } = network;
  const before = outputs[times.reward - 2];
  const change = changeIndex(before, outputs[times.rewardPulseEnd - 1]);
  return {
    type: "omission",
    licks: null,
    bouts: { on: [], off: [], licks: [] },
    latency: times.steps - times.reward,
    eligibility: network.eligibility(times.steps - 1, values.eligibilityDecay),
    outputs,
    dopamine: rig.d(change) + rig.d(weightIndex(state.rewardWeights[0])),
    weights: weightsOf(rig, state),
    signals: { licksBeforeReward: NaN, performanceError: 0, policyBeforeReward: before },
  };
}

export function learnUnrewarded(rig: Rig, state: ActrState, act: ActrAct): Learned {
  const { values, manipulation } = rig;
  const gain = (manipulation === "none" ? 1 : 4) + act.dopamine;
  const errorCue = manipulation === "stimulate-large" ? largeCueError : 0;
  const predictionError = 0.25 * variation(act.outputs, rig.times) - state.baseline;
  const sign = values.updateSign === "published" ? -1 : 1;
  recurrentWeights(
    state.weights,
    state.plastic,
    act.eligibility,
    sign * values.etaJ * predictionError * gain,
  );
  const step = inputRate(rig.tauTrans) * errorCue * gain;
  state.cueWeights[0] = inputWeight(state.cueWeights[0], values.saturation, 0, step);
  state.baseline = 0;
  return {
    signals: {
      predictionError,
      beta: gain,
      errorReward: 0,
      errorCue,
      baseline: 0,
      cueWeight: state.cueWeights[0],
      rewardWeight: state.rewardWeights[0],
    },
    traces: () => ({}),
  };
}
