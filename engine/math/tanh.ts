/**
 * tanh(x) = A / (A + 2 D) with A = 2 s f + (s - 1) D, D = 2 - c, s = 2^k, f = 2|x| - k ln 2, c = f - f^2 P(f^2): the
 * exponential of engine/math/exp.ts with its quotient folded into the quotient of tanh, so there is one division and no
 * branch. Branch-free because the SIMD twin (rate-network.as.ts) does the same operations in the same order.
 * Error below 2 ulp. NaN for NaN; the sign of zero is kept.
 */
import { INVERSE_LN2, LN2_HIGH, LN2_LOW, P1, P2, P3, P4, P5 } from "./exp";

/** tanh(22) rounds to 1. */
const LARGE = 22;
/** Adding and subtracting it rounds to the nearest integer, ties to even. */
const ROUNDER = 6755399441055744;

const powers = Float64Array.from({ length: 128 }, (_, k) => powerOfTwo(k));

function powerOfTwo(k: number): number {
  let value = 1;
  for (let i = 0; i < k; i += 1) value *= 2;
  return value;
}

export function tanh(x: number): number {
  const size = x < 0 ? -x : x;
  const z = 2 * (LARGE < size ? LARGE : size);
  const k = z * INVERSE_LN2 + ROUNDER - ROUNDER;
  const f = z - k * LN2_HIGH - k * LN2_LOW;
  const t = f * f;
  const c = f - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
  const d = 2 - c;
  const s = k === k ? powers[k] : 1;
  const a = 2 * s * f + (s - 1) * d;
  const y = a / (a + 2 * d);
  return x < 0 || (x === 0 && 1 / x < 0) ? -y : y;
}
