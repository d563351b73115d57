/**
 * The golden source: one stream for everything, s <- 16807 s mod (2^31 - 1), u = s / (2^31 - 1), drawn densely and counted,
 * in the order in which the reference draws (Park & Miller 1988). For tests against the published code, not for science.
 */
import type { Noise, Perturbations, Stream } from "./noise";

const modulus = 2147483647;

export interface CountedNoise extends Noise {
  /** Draws consumed so far. */
  readonly draws: number;
}

export function minstdNoise(seed: number): CountedNoise {
  let state = seed;
  let draws = 0;
  const next = () => {
    state = (16807 * state) % modulus;
    draws += 1;
    return state / modulus;
  };
  const stream: Stream = {
    next,
    fill(into) {
      for (let i = 0; i < into.length; i += 1) into[i] = next();
    },
  };
  return {
    get draws() {
      return draws;
    },
    stream: () => stream,
    unused(count) {
      for (let i = 0; i < count; i += 1) next();
    },
    perturbations: (_trial, steps, units, probability) => dense(next, steps, units, probability),
  };
}

/** For each step the sizes of all units, then their masks; a size counts where its mask is at most `probability`. */
function dense(next: () => number, steps: number, units: number, probability: number): Perturbations {
  const step: number[] = [];
  const unit: number[] = [];
  const size: number[] = [];
  const sizes = new Float64Array(units);
  for (let t = 1; t <= steps; t += 1) {
    for (let i = 0; i < units; i += 1) sizes[i] = 2 * (next() - 0.5);
    for (let i = 0; i < units; i += 1)
      if (next() <= probability) {
        step.push(t);
        unit.push(i);
        size.push(sizes[i]);
      }
  }
  return {
    count: step.length,
    step: Int32Array.from(step),
    unit: Int32Array.from(unit),
    size: Float64Array.from(size),
  };
}
