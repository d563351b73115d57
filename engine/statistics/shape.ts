import { meanOf } from "./describe";

/** Of n values without gaps, at least two and not all equal: what bootstrap intervals of their mean are built from. */
export interface Shape {
  readonly mean: number;
  /** Standard error with n, not n - 1: sqrt(sum d^2) / n, d_i = x_i - mean. */
  readonly spread: number;
  /** Acceleration, sum d^3 / (6 (sum d^2)^1.5); 0 where differences are too small to be squared. */
  readonly acceleration: number;
}

export function shapeOf(values: Float64Array): Shape {
  const mean = meanOf(values);
  let squares = 0;
  let cubes = 0;
  for (let i = 0; i < values.length; i += 1) {
    const d = values[i] - mean;
    squares += d * d;
    cubes += d * d * d;
  }
  const scale = 6 * squares * Math.sqrt(squares);
  return {
    mean,
    spread: Math.sqrt(squares) / values.length,
    acceleration: scale > 0 ? cubes / scale : 0,
  };
}
