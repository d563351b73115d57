/**
 * Predicted dopamine of one trial (Coddington, Lindo & Dudman 2023): impulses of stimuli and of movement, each with its
 * kernel, as an indicator shows their sum. The published code predicts it for probes. Ours is that a training trial has it
 * by the same rule, from its own output and its own bouts: nothing else of it is drawn, so nothing else changes.
 */
import type { TrialType } from "../../paradigms/paradigm";
import { addImpulse, indicated } from "../indicator";
import {
  cuedMovement,
  omissionMovement,
  sensory,
  uncuedMovement,
  type Impulse,
  type Movement,
  type Weights,
} from "./impulses";
import type { Rig } from "./rig";

/** The two parts before the indicator. */
export interface DopamineParts {
  readonly sensory: Float64Array;
  readonly movement: Float64Array;
}

export function partsOf(
  { times, kernels }: Rig,
  stimuli: readonly Impulse[],
  movement: Movement,
): DopamineParts {
  const senses = new Float64Array(times.steps);
  const moves = new Float64Array(times.steps);
  for (const { at, size } of stimuli) addImpulse(senses, kernels.sensory, at, size);
  for (const { at, size } of movement.excitation) addImpulse(moves, kernels.movement, at, size);
  for (const { at, size } of movement.inhibition) addImpulse(moves, kernels.inhibition, at, size);
  return { sensory: senses, movement: moves };
}

export const shown = ({ sensory: senses, movement }: DopamineParts): Float64Array =>
  indicated(senses.map((value, i) => value + movement[i]));

export const sensoryOf = (
  { d, times }: Rig,
  weights: Weights,
  type: TrialType,
  outputs: Float64Array,
): readonly Impulse[] =>
  sensory(outputs, d, times, weights, { cue: type !== "uncued", reward: type !== "omission" });

/** Of a training trial, from its output and the starts of its bouts. Nobody knows during the cue that reward will be omitted. */
export function trainingDopamine(
  rig: Rig,
  weights: Weights,
  type: TrialType,
  outputs: Float64Array,
  on: readonly number[],
): Float64Array {
  const movement = {
    cued: () => cuedMovement(on, rig.times, weights),
    uncued: () => uncuedMovement(on, rig.times, weights),
    omission: () => omissionMovement(on, on, rig.times, weights),
  }[type]();
  return shown(partsOf(rig, sensoryOf(rig, weights, type, outputs), movement));
}
