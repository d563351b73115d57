/**
 * TD(lambda) as a theory (equation: critic.ts). Where it acts, value drives the lick plant of engine/plant,
 *
 *   A_t = g v_t + A_r u_r(t),
 *
 * and dopamine is the TD error: each delta_t enters 40 ms after the end of its state, with the sensory kernel and the
 * indicator of engine/theories/indicator.ts. Stimulation adds a stated error at a stated time.
 */
import { countLicks } from "../../measures/licks";
import { lickPlusWindowMs } from "../../measures/preparatory-licking";
import type { Stream } from "../../noise/noise";
import type { Paradigm, TrialType } from "../../paradigms/paradigm";
import { createPlant, type Plant } from "../../plant/lick-plant";
import { whyNotImposed } from "../imposed";
import { addImpulse, indicated, kernels } from "../indicator";
import type { Act, ProbeResponse, Setting, Stimulation, Theory } from "../theory";
import { episode, stateAt, type Episode } from "./critic";
import { declaration } from "./declaration";
import type { TdValues } from "./parameters";
import { agentOf, type Agent } from "./subject";

export interface TdRun {
  readonly setting: Setting;
  readonly values: TdValues;
  readonly agent: Agent;
  readonly plant: Plant;
  /** w_t at [t - 1]. */
  readonly weights: Float64Array;
}

const sensory = kernels("published", 0.8).sensory;
const responseDelay = 40;

const runOf = (setting: Setting, weights?: Float64Array): TdRun => {
  const values = setting.parameters as unknown as TdValues;
  const { paradigm, subject } = setting;
  const states = Math.ceil(paradigm.trialMs / values.stateMs);
  return {
    setting,
    values,
    agent: agentOf(subject, values),
    plant: createPlant(paradigm.trialMs, paradigm.reward.time, values.plantScale),
    weights: weights ?? new Float64Array(states),
  };
};

export const td: Theory<TdRun> = {
  declaration,
  problems,
  begin: (setting) => runOf(setting),
  stimulation: ({ setting, values }) => (isUnrewarded(setting) ? null : stimulationOf(setting, values)),
  act(run, trial, type, noise) {
    const { reward } = run.setting.paradigm;
    const licks = run.values.acts ? licksOf(run, driveOf(run, type), noise.stream(trial, "plant")) : null;
    const licksBeforeReward = licks ? countLicks(licks, reward.time - lickPlusWindowMs, reward.time) : NaN;
    return { type, licks, signals: { licksBeforeReward } } satisfies Act;
  },
  learn(run, { type }, stimulated) {
    const { paradigm } = run.setting;
    const rewardState = stateAt(paradigm.reward.time, run.values.stateMs);
    const valueBeforeReward = run.weights[rewardState - 1];
    const errors = episode(run.weights, run.agent, training(run, type, stimulated));
    return {
      signals: {
        valueBeforeReward,
        cueError: errors[stateAt(paradigm.cue.onset, run.values.stateMs) - 1],
        rewardError: errors[rewardState - 1],
      },
      traces: () => ({ dopamine: shown(run, errors) }),
    };
  },
  probe(run, trial, noise) {
    const { paradigm } = run.setting;
    const { types } = paradigm.probes;
    return types.map((type): ProbeResponse => {
      const drive = driveOf(run, type);
      const lick = (_: unknown, repetition: number) =>
        licksOf(run, drive, noise.stream(trial, `probe-${type}`, repetition));
      return {
        type,
        licks: run.values.acts ? Array.from({ length: paradigm.probes.repetitions }, lick) : null,
        traces: { dopamine: dopamine(run, type), value: valueTrace(run, type) },
      };
    });
  },
  copy: (run) => ({ ...run, weights: run.weights.slice() }),
  save: ({ weights }, into) => into.numbers(weights),
  restore: (setting, from) => runOf(setting, from.numbers()),
};

const isUnrewarded = ({ paradigm }: Setting) => paradigm.trainingType === "omission";

/** First state with a weight: the one after the cue's. */
const firstState = ({ cue }: Paradigm, type: TrialType, length: number) =>
  type === "uncued" ? Infinity : stateAt(cue.onset, length) + 1;

/** Size of the task's reward in units of the published one. */
const magnitudeOf = ({ reward }: Paradigm) => reward.pulses[0]?.amplitude ?? 1;

function plain({ setting: { paradigm }, values }: TdRun, type: TrialType): Episode {
  const rewardState = stateAt(paradigm.reward.time, values.stateMs);
  return {
    firstState: firstState(paradigm, type, values.stateMs),
    rewardState,
    reward: type === "omission" ? 0 : values.reward * magnitudeOf(paradigm),
    addedState: stateAt(paradigm.reward.time + values.stimulationTime, values.stateMs),
    added: 0,
    errorGain: 1,
  };
}

/** A training trial under the arm's manipulation. In place of reward, stimulation counts as one reward, or ten. */
function training(run: TdRun, type: TrialType, stimulated: boolean): Episode {
  const { setting, values } = run;
  const own = plain(run, type);
  switch (setting.manipulation) {
    case "stimulate-calibrated":
      return { ...own, reward: values.reward };
    case "stimulate-large":
      if (isUnrewarded(setting)) return { ...own, reward: 10 * values.reward };
      return stimulated ? { ...own, added: values.largeDelta } : own;
    case "stimulate-lick-minus":
    case "stimulate-lick-plus":
      return stimulated ? { ...own, added: values.stimulationDelta } : own;
    case "phasic-knockout":
      return { ...own, errorGain: 0 };
    case "depletion":
      return { ...own, errorGain: 0.1 };
    default:
      return own;
  }
}

function stimulationOf({ manipulation }: Setting, values: TdValues): Stimulation | null {
  if (!manipulation.startsWith("stimulate-")) return null;
  const minus = manipulation === "stimulate-lick-minus";
  return {
    signal: "licksBeforeReward",
    when: minus ? "below" : "above",
    threshold: 0.5,
    probability: minus ? values.probabilityLickMinus : values.probabilityLickPlus,
  };
}

/** v per millisecond, step t at [t - 1]. */
function valueTrace({ setting: { paradigm }, values, weights }: TdRun, type: TrialType): Float64Array {
  const from = firstState(paradigm, type, values.stateMs);
  const trace = new Float64Array(paradigm.trialMs);
  for (let state = from; state <= weights.length; state += 1)
    trace.fill(weights[state - 1], (state - 1) * values.stateMs, state * values.stateMs);
  return trace;
}

/** Drive of the plant per millisecond: value, and reward itself. */
function driveOf(run: TdRun, type: TrialType): Float64Array {
  const { setting, values, agent } = run;
  const drive = valueTrace(run, type);
  for (let i = 0; i < drive.length; i += 1) drive[i] = drive[i] > 0 ? agent.gain * drive[i] : 0;
  if (type !== "omission")
    for (const { from, to, amplitude } of setting.paradigm.reward.pulses)
      for (let t = from; t <= to; t += 1) drive[t - 1] += values.rewardDrive * amplitude;
  return drive;
}

const licksOf = ({ plant }: TdRun, drive: Float64Array, stream: Stream): readonly number[] =>
  plant.lick({ values: drive, extend: () => drive.length }, stream, "licks").licks;

/** Errors of an unstimulated trial of this type, as an indicator would show them. */
function dopamine(run: TdRun, type: TrialType): Float64Array {
  const { weights, agent } = run;
  return shown(run, episode(weights.slice(), { ...agent, alpha: 0 }, plain(run, type)));
}

function shown({ setting, values }: TdRun, errors: Float64Array): Float64Array {
  const trace = new Float64Array(setting.paradigm.trialMs);
  errors.forEach((error, i) => {
    if (error !== 0) addImpulse(trace, sensory, (i + 1) * values.stateMs + responseDelay, error);
  });
  return indicated(trace);
}

function problems(setting: Setting): readonly string[] {
  const { paradigm, manipulation, parameters: given, imposed } = setting;
  const { acts, stateMs } = given as unknown as TdValues;
  const misfit = whyNotImposed(setting);
  if (misfit) return [misfit];
  const [cueState, rewardState] = [paradigm.cue.onset, paradigm.reward.time].map((ms) =>
    stateAt(ms, stateMs),
  );
  if (cueState < 1 || rewardState <= cueState || rewardState >= Math.ceil(paradigm.trialMs / stateMs))
    return [`TD needs cue and reward in different states of ${stateMs} ms, and a state after reward's.`];
  const unrewarded = paradigm.trainingType === "omission";
  const licks = ["stimulate-lick-minus", "stimulate-lick-plus", "stimulate-large"].includes(manipulation);
  if (!unrewarded && licks && !acts && imposed !== "every trial")
    return ["Not applicable: this arm depends on licks, and this preset is a critic that does not lick."];
  if (unrewarded && manipulation.startsWith("stimulate-lick"))
    return ["This manipulation depends on licks around reward, and no reward comes in this paradigm."];
  if (!unrewarded && manipulation === "stimulate-calibrated")
    return ["Calibrated stimulation in place of reward needs a paradigm without reward."];
  return [];
}
