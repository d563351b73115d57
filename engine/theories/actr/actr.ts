/**
 * ACTR: adaptive control by trial-wise reinforcement (Coddington, Lindo & Dudman, Nature 2023). A recurrent network sets a
 * policy of licking; perturbations make it explore; performance errors teach it, and dopamine sets how much a trial teaches.
 *
 *   Delta J = -eta_J E PE beta,   Delta w = (0.1 + S - w) eta_w eps beta,   beta = 1 + D(k_1) + D(k_2)
 */
import type { RateNetwork } from "../../math/rate-network";
import type { Memo, Setting, Theory } from "../theory";
import { whyNotImposed } from "../imposed";
import { declaration } from "./declaration";
import { networkOfRank, type InitialNetwork } from "./population";
import { probe, type ActrProbe } from "./probes";
import { actRewarded, firstBaseline, learnRewarded, type ActrAct } from "./rewarded";
import { rigOf, type Rig } from "./rig";
import { copyState, restoreState, saveState, stateOf, type ActrState } from "./state";
import { stimulationOf } from "./teaching";
import { whyUnfit } from "./task";
import { actUnrewarded, firstCost, learnUnrewarded } from "./unrewarded";

export interface ActrRun {
  readonly rig: Rig;
  readonly state: ActrState;
}

export interface ActrOptions {
  /** A network for trials of this many steps; may be shared by runs, being written anew in each call. */
  readonly network: (steps: number) => RateNetwork;
  /** The network an animal starts with; by default the one of its rank in its population. */
  readonly initial?: (setting: Setting, network: RateNetwork, memo: Memo) => InitialNetwork;
  /** Computes every training trial to its end, also where nothing depends on it. */
  readonly wholeTrials?: boolean;
}

const ofSubject = ({ subject }: Setting, network: RateNetwork, memo: Memo) =>
  networkOfRank(subject.population, subject.rank, network, memo);

export function createActr(options: ActrOptions): Theory<ActrRun, ActrAct, ActrProbe> {
  const { network, initial = ofSubject, wholeTrials = false } = options;
  const rig = (setting: Setting) => rigOf(setting, network(setting.paradigm.trialMs), wholeTrials);
  return {
    declaration,
    problems,
    begin(setting, noise, memo) {
      const own = rig(setting);
      const { initialCueWeight, initialRewardWeight } = own.values;
      const state = stateOf(initial(setting, own.network, memo), initialCueWeight, initialRewardWeight);
      state.baseline = own.rewarded ? firstBaseline(own, state, noise) : firstCost(own, state, noise);
      return { rig: own, state };
    },
    stimulation: ({ rig: { rewarded, manipulation, values } }) =>
      rewarded ? stimulationOf(manipulation, values) : null,
    act: ({ rig, state }, trial, type, noise) =>
      rig.rewarded ? actRewarded(rig, state, trial, type, noise) : actUnrewarded(rig, state, trial, noise),
    learn: ({ rig, state }, act, stimulated) =>
      rig.rewarded ? learnRewarded(rig, state, act, stimulated) : learnUnrewarded(rig, state, act),
    probe: ({ rig, state }, trial, noise) => probe(rig, state, trial, noise),
    copy: ({ rig, state }) => ({ rig, state: copyState(state) }),
    save: ({ state }, into) => saveState(state, into),
    restore: (setting, from) => ({ rig: rig(setting), state: restoreState(from) }),
  };
}

function problems(setting: Setting): readonly string[] {
  const { paradigm, manipulation, role } = setting;
  const unrewarded = paradigm.trainingType === "omission";
  const misfit = whyUnfit(paradigm) ?? whyNotImposed(setting);
  if (misfit) return [misfit];
  if (unrewarded && role.key !== "learning-rate")
    return ["Where a cue predicts stimulation, the published code has dopamine as a learning rate only."];
  if (unrewarded && !["none", "stimulate-calibrated", "stimulate-large"].includes(manipulation))
    return ["This manipulation depends on licks around reward, and no reward comes in this paradigm."];
  if (!unrewarded && manipulation === "stimulate-calibrated")
    return ["Calibrated stimulation in place of reward needs a paradigm without reward."];
  return [];
}
