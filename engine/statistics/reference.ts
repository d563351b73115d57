/**
 * A subject's own reference, and means over subjects of ratios to it.
 *
 * Reference R of a subject: mean of its n values, with a standard error from its trials in tens (1-10, 11-20, ...), so that what
 * neighbouring trials share is not counted as evidence. It is the jackknife's, se(R)^2 = (k - 1) / k sum (R_-j - R)^2 over k tens,
 * R_-j the mean without the j-th (Efron & Stein 1981, Ann Stat 9:586; CR3 of MacKinnon & White 1985, J Econometrics
 * 29:305): with whole tens the standard error of their means, and never small because one of them has few values. R serves as a denominator only where it is apart from 0: where
 * |R| > t(0.975, k - 1) se(R), k the number of tens. That is where the ratio has a bounded interval at all (Fieller 1954,
 * J R Stat Soc B 16:175; Franz 2007, arXiv:0710.2024).
 *
 * Mean ratio over n subjects: the error of each R adds (delta method) d^2 = sum (r_i se(R_i) / R_i)^2 / n^2 to the variance of
 * the mean, and its part of the interval is joined to that over subjects by adding squared half-widths on each side (MOVER;
 * Zou & Donner 2008, Stat Med 27:1693). Errors of R also scatter the ratios, so the result is conservative: they count at
 * most twice, and never not at all.
 */
import { meanOf } from "./describe";
import type { Interval } from "./interval";
import { bootstrapFrom } from "./mean-interval";
import { z975 } from "./normal";
import { t975 } from "./student-interval";

export const referenceBlock = 10;

/** Unit of the values. */
export interface Reference {
  readonly mean: number;
  /** Of the mean; NaN with fewer than two tens. */
  readonly se: number;
  /** Tens with a value, which the standard error rests on. */
  readonly tens: number;
  /** Values that are no gap. */
  readonly n: number;
}

/**
 * @param values one per trial, in order; NaN is a gap.
 * @param from the number of the first trial, from 1.
 */
export function referenceOf(values: ArrayLike<number>, from = 1): Reference {
  const tens = new Map<number, number[]>();
  for (let i = 0; i < values.length; i += 1) {
    if (Number.isNaN(values[i])) continue;
    const ten = Math.floor((from - 1 + i) / referenceBlock);
    tens.set(ten, [...(tens.get(ten) ?? []), values[i]]);
  }
  const clusters = [...tens.values()];
  const given = clusters.flat();
  const [k, n] = [clusters.length, given.length];
  const mean = meanOf(given);
  const squares = clusters.reduce((sum, own) => {
    const without = (own.length * (meanOf(own) - mean)) / (n - own.length);
    return sum + without * without;
  }, 0);
  return { mean, se: k < 2 ? NaN : Math.sqrt(((k - 1) / k) * squares), tens: k, n };
}

/** The 95 % interval of a reference (Student t over its tens). */
export function referenceInterval({ mean, se, tens }: Reference): Interval {
  const half = tens < 2 ? NaN : t975(tens - 1) * se;
  return { low: mean - half, high: mean + half };
}

export function isApartFromZero(reference: Reference): boolean {
  const { low, high } = referenceInterval(reference);
  return low > 0 || high < 0;
}

export interface MeanRatio extends Interval {
  readonly sem: number;
}

/**
 * Standard error and 95 % interval of a mean ratio with the errors of its denominators in them.
 * @param ratios of subjects; NaN is a gap.
 * @param errors se(R) / |R| of each.
 * @param over the same over subjects alone.
 */
export function withReferenceErrors(
  ratios: ArrayLike<number>,
  errors: ArrayLike<number>,
  { mean, sem, low, high }: MeanRatio & { readonly mean: number },
): MeanRatio {
  let squares = 0;
  let n = 0;
  for (let i = 0; i < ratios.length; i += 1) {
    if (Number.isNaN(ratios[i])) continue;
    n += 1;
    const own = ratios[i] * errors[i];
    squares += own * own;
  }
  if (n < 2) return { sem: NaN, low: NaN, high: NaN };
  const own = Math.sqrt(squares) / n;
  const half = own * (n < bootstrapFrom ? t975(n - 1) : z975);
  return {
    sem: together(sem, own),
    low: mean - together(mean - low, half),
    high: mean + together(high - mean, half),
  };
}

const together = (a: number, b: number) => Math.sqrt(a * a + b * b);

export const referenceErrorWords =
  "widened by the error of each subject's own reference (delta method, MOVER)";
