/**
 * tanh(x) = A / B with A = (s + 1) f + (s - 1) u, B = A + 2 (u - f), s = 2^k, 2|x| = k ln 2 + f, u = 2 + f^2 P(f^2):
 * the exponential e^f = 1 + 2 f / (u - f) of engine/math/exp.ts folded into the quotient of tanh, so that there is one
 * division and no branch (B = 2 u where k = 0, which is the same number with one rounding less). P is the Taylor series of
 * f coth(f / 2), its coefficients those of the Bernoulli numbers; k is chosen so that -0.17 <= f <= 0.52, where A loses
 * nothing. Branch-free because the SIMD twin (rate-network.as.ts) does the same operations in the same order.
 * Error below 2 ulp. NaN for NaN; the sign of zero is kept.
 */
import { INVERSE_LN2, LN2_HIGH, LN2_LOW } from "./exp";

/** tanh(22) rounds to 1. */
const LARGE = 22;
/** Adding and subtracting it rounds to the nearest integer, ties to even. */
const ROUNDER = 6755399441055744;

const T1 = 1 / 6;
const T2 = -1 / 360;
const T3 = 1 / 15120;
const T4 = -1 / 604800;
const T5 = 1 / 23950080;
const T6 = -691 / 653837184000;
const T7 = 1 / 37362124800;

const powers = Float64Array.from({ length: 128 }, (_, k) => powerOfTwo(k));

function powerOfTwo(k: number): number {
  let value = 1;
  for (let i = 0; i < k; i += 1) value *= 2;
  return value;
}

export function tanh(x: number): number {
  const size = x < 0 ? -x : x;
  const z = 2 * (LARGE < size ? LARGE : size);
  const k = z * INVERSE_LN2 - 0.25 + ROUNDER - ROUNDER;
  const f = z - k * LN2_HIGH - k * LN2_LOW;
  const t = f * f;
  const u = 2 + t * (T1 + t * (T2 + t * (T3 + t * (T4 + t * (T5 + t * (T6 + t * T7))))));
  const s = k === k ? powers[k] : 1;
  const a = (s + 1) * f + (s - 1) * u;
  const y = a / (k === 0 ? 2 * u : a + 2 * (u - f));
  return x < 0 || (x === 0 && 1 / x < 0) ? -y : y;
}
