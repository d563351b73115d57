import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import { exp } from "../math/exp";

/**
 * Standard normal distribution function: 1/2 + phi(z) (z + z^3/3 + z^5/(3 5) + …) (Marsaglia 2004, doi
 * 10.18637/jss.v011.i04). Absolute error below 1e-15 for |z| < 8; beyond that 0 or 1.
 */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) return NaN;
  if (z < -8) return 0;
  if (z > 8) return 1;
  let term = z;
  let sum = z;
  for (let odd = 3; sum + term !== sum; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return 0.5 + sum * exp(-0.5 * z * z - 0.91893853320467274178);
}

/** Inverse of the above; minus or plus infinity at 0 and 1. */
export const normalInverse = (p: number): number => normalQuantile(p, 0, 1);

/** The normal quantile of 95 % intervals. */
export const z975 = 1.959963984540054;
