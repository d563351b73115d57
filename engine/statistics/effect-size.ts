/**
 * Cohen's d_av of paired values (Cumming 2012; Lakens 2013, doi 10.3389/fpsyg.2013.00863, equation 10): the mean
 * difference in units of the spread between subjects, d_av = mean(a - b) / ((sd_a + sd_b) / 2). Unlike d_z it does not grow
 * with the correlation within pairs, which simulated arms that share their noise make arbitrarily high. No small-sample
 * correction.
 */
import { describe, meanOf } from "./describe";

export const effectSizeName = "Cohen's d_av (paired, uncorrected)";

/** Equal lengths, no gaps. NaN below two pairs or where neither side varies. */
export function cohenDav(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const spread = (describe(a).sd + describe(b).sd) / 2;
  if (!(spread > 0)) return NaN;
  return meanOf(Float64Array.from(a, (value, i) => value - b[i]).sort()) / spread;
}
