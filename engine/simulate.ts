/**
 * The only loop: `advance(begin(spec, noise), trials, recorder)`. State in, state out; the caller owns progress,
 * cancelling and checkpoints. Equal specs, noise and engine version give equal bits, in one call or in many.
 */
import { createReader, createWriter } from "./bytes";
import { engineVersion } from "./engine-version.generated";
import type { Noise } from "./noise/noise";
import { isProbeTrial } from "./paradigms/probe-trials";
import { trainingTypeOf } from "./paradigms/training-types";
import type { Recorder } from "./recorder";
import type { RunSpec } from "./run-spec";
import { setting } from "./setting";
import { isStimulated } from "./stimulation";
import { theoryNamed } from "./theories/registry";
import type { Memo, Theory } from "./theories/theory";

export interface State {
  readonly spec: RunSpec;
  readonly noise: Noise;
  /** Training trials done. */
  readonly trial: number;
  readonly theory: Theory;
  /** The theory's own state: only the theory looks inside. */
  readonly inner: unknown;
}

/**
 * The state before trial 1. `memo` may be shared by runs of one thread: it holds populations of networks. `theory` is the
 * one that the spec names, unless a benchmark or a test brings its own build of it.
 * Throws RangeError with every problem of the spec (engine/validate.ts lists them without throwing).
 */
export function begin(
  spec: RunSpec,
  noise: Noise,
  memo: Memo = new Map(),
  theory: Theory = theoryNamed(spec.theory),
): State {
  return { spec, noise, trial: 0, theory, inner: theory.begin(setting(spec), noise, memo) };
}

/** Moves on by at most `trials` trials, never past the paradigm's end. `state` stays as it is. */
export function advance(state: State, trials: number, recorder?: Recorder): State {
  const { spec, theory, noise } = state;
  const { history } = spec;
  const inner = theory.copy(state.inner);
  const last = Math.min(state.trial + trials, spec.paradigm.trials);
  const rule = theory.stimulation(inner);
  for (let trial = state.trial + 1; trial <= last; trial += 1) {
    const act = theory.act(inner, trial, trainingTypeOf(spec, noise, trial), noise);
    const imposed = history?.stimulated?.[trial - 1] ?? null;
    const stimulated = rule !== null && (imposed ?? isStimulated(rule, act, noise, trial));
    const learned = theory.learn(inner, act, stimulated);
    recorder?.training({
      ...{ trial, type: act.type, licks: act.licks, stimulated },
      signals: { ...act.signals, ...learned.signals },
      traces: learned.traces(),
    });
    if (isProbeTrial(spec.paradigm, trial)) {
      const responses = theory.probe(inner, trial, noise);
      recorder?.probes({ trial, responses });
    }
  }
  return { ...state, trial: Math.max(last, state.trial), inner };
}

/** A state as bytes, for `resume` with the same spec and noise. */
export function checkpoint(state: State): Uint8Array {
  const writer = createWriter();
  writer.text(engineVersion);
  writer.number(state.trial);
  state.theory.save(state.inner, writer);
  return writer.bytes();
}

/**
 * The state that `checkpoint` saved, to the same bits. Throws RangeError when the bytes are incomplete or come from
 * another version of the engine: their continuation would not equal an undisturbed run.
 */
export function resume(
  spec: RunSpec,
  noise: Noise,
  bytes: Uint8Array,
  memo: Memo = new Map(),
  theory: Theory = theoryNamed(spec.theory),
): State {
  const reader = createReader(bytes);
  const version = reader.text();
  if (version !== engineVersion)
    throw new RangeError(
      `This checkpoint was written by engine ${version}; this is ${engineVersion}. Start the run again from trial 1.`,
    );
  const trial = reader.number();
  const inner = theory.restore(setting(spec), reader, memo);
  reader.end();
  return { spec, noise, trial, theory, inner };
}
