/**
 * Chance is an argument. A noise source hands out independent substreams named by trial and purpose, so two arms of one
 * subject draw the same numbers for the same purpose however many draws either of them made before: arms stay in step.
 */

/** What a substream is drawn for. The order is part of the keyed source's definition: append, never reorder. */
export const purposes = [
  "perturbation",
  "plant",
  "stimulation",
  "probe-cued",
  "probe-omission",
  "probe-uncued",
  "movement-cued",
  "movement-omission",
  "movement-uncued",
  "subject",
  "trial-type",
] as const;
export type Purpose = (typeof purposes)[number];

/** A sequence of uniforms in [0, 1). */
export interface Stream {
  next(): number;
  /** As many calls of `next` as `into` has entries. */
  fill(into: Float64Array): void;
}

/** Sparse exploration noise of one trial, ordered by step: `size[k]` is added to unit `unit[k]` at step `step[k]` (1-based). */
export interface Perturbations {
  readonly count: number;
  readonly step: Int32Array;
  /** 0-based unit. */
  readonly unit: Int32Array;
  readonly size: Float64Array;
}

export interface Noise {
  /** `trial` 0 is what precedes the first trial; `index` tells repetitions within a purpose apart. */
  stream(trial: number, purpose: Purpose, index?: number): Stream;
  /** Each of steps x units cells is hit with `probability`; sizes are uniform in (-1, 1). */
  perturbations(trial: number, steps: number, units: number, probability: number): Perturbations;
  /** Draws that the reference makes and whose values cannot matter: a counted source counts them. */
  unused(draws: number): void;
}

/** What names a noise source besides trial and purpose: never the arm, never the parameters. */
export interface NoiseKey {
  readonly seed: number;
  readonly population: number;
  readonly rank: number;
  readonly repetition: number;
}
