/**
 * Unperturbed responses to a cued, an omission and an uncued trial, and the dopamine they predict (Coddington, Lindo & Dudman
 * 2023). The three runs share what they have in common: nothing moves before the first pulse, and cued and omission trials
 * differ from reward on.
 */
import { UNITS } from "../../math/rate-network";
import type { Noise, Purpose } from "../../noise/noise";
import type { TrialType } from "../../paradigms/paradigm";
import type { Licking, PlantMode } from "../../plant/lick-plant";
import type { ProbeResponse } from "../theory";
import { type DopamineParts, partsOf, sensoryOf, shown } from "./dopamine";
import { cuedMovement, omissionMovement, uncuedMovement, type Impulse, type Movement } from "./impulses";
import { behaviouralDrive, mount, unrewardedDrive, type Rig, weightsOf } from "./rig";
import type { ActrState } from "./state";

export interface ActrProbe extends ProbeResponse {
  /** Bout starts behind the movement part. */
  readonly bouts: readonly number[];
  readonly sensory: readonly Impulse[];
  readonly movement: Movement;
  readonly parts: DopamineParts;
}

const types = ["cued", "omission", "uncued"] as const;
/** The order in which the reference draws bouts for movement dopamine. */
const movementOrder = ["cued", "uncued", "omission"] as const;
type PerType<T> = Record<TrialType, T>;

export function probe(rig: Rig, state: ActrState, trial: number, noise: Noise): readonly ActrProbe[] {
  const { times, values } = rig;
  noise.unused(types.length * 2 * times.steps * UNITS);
  const outputs = outputsOf(rig, state);
  const drives = drivesOf(rig, state, outputs);
  const omissionLicks = rig.rewarded && values.omissionProbes === "can-lick";
  const mode = (type: TrialType): PlantMode =>
    rig.rewarded && (type !== "omission" || omissionLicks) ? "licks" : "silent";
  const lick = (type: TrialType, drive: Float64Array, purpose: Purpose, index: number) =>
    rig.plant.lick(
      { values: drive, extend: () => times.steps },
      noise.stream(trial, purpose, index),
      mode(type),
    );

  const licks: PerType<(readonly number[])[]> = { cued: [], omission: [], uncued: [] };
  for (let repetition = 0; repetition < rig.probeRepetitions; repetition += 1)
    for (const type of types) licks[type].push(lick(type, drives[type], `probe-${type}`, repetition).licks);

  const movementDrives = values.movementDrive === "output" ? rectified(outputs) : drives;
  const bouts = {} as PerType<Licking>;
  for (const type of movementOrder) bouts[type] = lick(type, movementDrives[type], `movement-${type}`, 0);

  return types.map((type) => {
    const stimuli = sensoryOf(rig, weightsOf(rig, state), type, outputs[type]);
    const movement = movementOf(rig, state, type, bouts);
    const parts = partsOf(rig, stimuli, movement);
    return {
      type,
      licks: mode(type) === "licks" ? licks[type] : null,
      traces: { policy: outputs[type], dopamine: shown(parts) },
      bouts: bouts[type].on,
      sensory: stimuli,
      movement,
      parts,
    };
  });
}

function outputsOf(rig: Rig, state: ActrState): PerType<Float64Array> {
  const { network, times, cue, reward, silence } = rig;
  mount(rig, state);
  network.rest(times.cueOn);
  network.run(times.reward - 1, cue, silence);
  network.mark();
  network.run(times.steps, cue, silence);
  const omission = network.outputs.slice();
  if (!rig.rewarded) return { cued: omission, omission, uncued: uncuedOutputs(rig) };
  network.recall();
  network.run(times.steps, cue, reward);
  return { cued: network.outputs.slice(), omission, uncued: uncuedOutputs(rig) };
}

function uncuedOutputs({ network, times, silence, reward }: Rig): Float64Array {
  network.rest(times.reward);
  network.run(times.steps, silence, reward);
  return network.outputs.slice();
}

/** Omission probes as published lack the direct drive of the cue and the factor 0.5 on the output. */
function drivesOf(rig: Rig, state: ActrState, outputs: PerType<Float64Array>): PerType<Float64Array> {
  const { cue, reward, silence, values } = rig;
  const rule = rig.rewarded ? behaviouralDrive : unrewardedDrive;
  const drive = (type: TrialType, u: Float64Array, v: Float64Array) =>
    outputs[type].map((y, i) => rule(y, u[i], v[i], state));
  const bare = rig.rewarded && values.omissionProbes === "cannot-lick";
  return {
    cued: drive("cued", cue, rig.rewarded ? reward : silence),
    uncued: drive("uncued", silence, reward),
    omission: bare ? rectified(outputs).omission : drive("omission", cue, silence),
  };
}

const rectified = (outputs: PerType<Float64Array>): PerType<Float64Array> => {
  const positive = (y: number) => (y > 0 ? y : 0);
  return {
    cued: outputs.cued.map(positive),
    omission: outputs.omission.map(positive),
    uncued: outputs.uncued.map(positive),
  };
};

function movementOf(rig: Rig, state: ActrState, type: TrialType, bouts: PerType<Licking>): Movement {
  const weights = weightsOf(rig, state);
  // Without reward the published code takes the last step but one for the time of reward.
  const times = rig.rewarded ? rig.times : { ...rig.times, reward: rig.times.steps - 1 };
  if (type === "cued") return cuedMovement(bouts.cued.on, times, weights);
  if (type === "uncued") return uncuedMovement(bouts.uncued.on, times, weights);
  return omissionMovement(bouts.omission.on, rig.rewarded ? bouts.cued.on : [], times, weights);
}
