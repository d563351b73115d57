import type { Manipulation } from "../../declaration";
import { createPlant, type Plant } from "../../plant/lick-plant";
import type { RateNetwork } from "../../math/rate-network";
import type { TrialType } from "../../paradigms/paradigm";
import { kernels, type Kernels } from "../indicator";
import type { Setting } from "../theory";
import type { Weights } from "./impulses";
import { sigmoid, type Sigmoid } from "./sigmoid";
import type { ActrState } from "./state";
import { inputs, timesOf, type TaskTimes } from "./task";
import { actrValues, type ActrRole, type ActrValues } from "./teaching";

/** What a run needs and never changes: the task, the parameters, and scratch space shared by the runs of a thread. */
export interface Rig {
  readonly times: TaskTimes;
  readonly cue: Float64Array;
  readonly reward: Float64Array;
  readonly silence: Float64Array;
  /** Training is about reward: its trials bring one, but for those that omit it. */
  readonly rewarded: boolean;
  readonly values: ActrValues;
  readonly role: ActrRole;
  readonly manipulation: Manipulation;
  readonly tauTrans: number;
  readonly trainingType: TrialType;
  readonly probeRepetitions: number;
  readonly network: RateNetwork;
  readonly plant: Plant;
  readonly d: Sigmoid;
  readonly kernels: Kernels;
  /** Computes every training trial to its end, also where nothing depends on it. */
  readonly wholeTrials: boolean;
}

export function rigOf(setting: Setting, network: RateNetwork, wholeTrials: boolean): Rig {
  const { paradigm, role, manipulation, subject } = setting;
  const values = actrValues(setting.parameters);
  const times = timesOf(paradigm);
  const rewarded = paradigm.trainingType !== "omission";
  return {
    times,
    ...inputs(times),
    rewarded,
    values,
    role: role.key as ActrRole,
    manipulation,
    tauTrans: subject.tauTrans,
    trainingType: paradigm.trainingType,
    probeRepetitions: paradigm.probes.repetitions,
    network,
    plant: createPlant(times.steps, times.reward, values.plantScale),
    d: sigmoid(values.gaussianForm),
    kernels: kernels(values.gaussianForm, rewarded ? 0.8 : 0.9),
    wholeTrials,
  };
}

/** The output unit's input weights, as dopamine depends on them. */
export const weightsOf = ({ values }: Rig, { cueWeights, rewardWeights }: ActrState): Weights => ({
  cue: cueWeights[0],
  reward: rewardWeights[0],
  saturation: values.saturation,
});

/** Puts a state's weights on the network. */
export function mount({ network, values }: Rig, state: ActrState): void {
  network.kappa = 1 / values.tau;
  network.weights.set(state.weights);
  network.cueWeights.set(state.cueWeights);
  network.rewardWeights.set(state.rewardWeights);
}

/** The two input channels on a trial of this type: the cue is silent on an uncued trial, reward on an omission trial. */
export const inputsOn = ({ cue, reward, silence }: Rig, type: TrialType) => ({
  cue: type === "uncued" ? silence : cue,
  reward: type === "omission" ? silence : reward,
});

/** Drive of the plant on a trial with cue, with reward or without (Coddington, Lindo & Dudman 2023). */
export const behaviouralDrive = (y: number, cue: number, reward: number, state: ActrState): number => {
  const drive = 0.5 * y + state.rewardWeights[0] * reward + 10 * state.cueWeights[0] * cue;
  return drive > 0 ? drive : 0;
};

/** The same where a cue predicts stimulation: the output in full, and weights without the factor 10. */
export const unrewardedDrive = (y: number, cue: number, reward: number, state: ActrState): number => {
  const drive = y + state.rewardWeights[0] * reward + state.cueWeights[0] * cue;
  return drive > 0 ? drive : 0;
};
