/**
 * Sign-flip permutation test of paired differences (Fisher 1935): under the hypothesis that the two members of a pair are
 * exchangeable, every difference could as well have had the other sign. Two-sided p = share of sign patterns whose mean is
 * at least as far from 0 as the observed one.
 */
import { present } from "./describe";
import { generator } from "./generator";

/** 2^12 patterns are all tried; beyond, as many are drawn at random. */
const exactUpTo = 12;
const draws = 10_000;
const seed = 19_350_101;

/** How the test of n pairs is made, in words. */
export const signFlipName = (n: number): string =>
  n <= exactUpTo ? "sign-flip test, exact, two-sided" : `sign-flip test, ${draws} random patterns, two-sided`;

/** NaN below two differences. Gaps are NaN and left out. */
export function signFlipP(differences: ArrayLike<number>): number {
  const values = present(differences);
  const n = values.length;
  if (n < 2) return NaN;
  let observed = 0;
  let size = 0;
  for (const value of values) {
    observed += value;
    size += Math.abs(value);
  }
  // rounding must not decide whether a pattern with the same sum counts as being as far from 0
  const far = Math.abs(observed) - 1e-12 * size;
  const isFar = (negative: (i: number) => boolean) => {
    let sum = 0;
    for (let i = 0; i < n; i += 1) sum += negative(i) ? -values[i] : values[i];
    return Math.abs(sum) >= far;
  };
  let count = 0;
  if (n <= exactUpTo) {
    const patterns = 1 << n;
    for (let pattern = 0; pattern < patterns; pattern += 1)
      if (isFar((i) => ((pattern >> i) & 1) === 1)) count += 1;
    return count / patterns;
  }
  const { bits } = generator(seed);
  for (let draw = 0; draw < draws; draw += 1) if (isFar(() => bits() >= 0x8000_0000)) count += 1;
  // the observed pattern is one of those that could have been drawn
  return (count + 1) / (draws + 1);
}
