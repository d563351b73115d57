import { bootstrapInterval } from "./bootstrap-interval";
import { present } from "./describe";
import type { Interval } from "./interval";
import { resampleCount } from "./resamples";
import { studentInterval } from "./student-interval";

/** From this many subjects on, resampling them says more than assuming that they are normal. */
export const bootstrapFrom = 10;

/** How the interval of n subjects is made, in words. */
export const intervalMethod = (n: number): string =>
  n < 2
    ? "no interval: fewer than 2 subjects"
    : n < bootstrapFrom
      ? `95 % interval: Student t, ${n - 1} degrees of freedom`
      : `95 % interval: BCa bootstrap of the mean, ${resampleCount} resamples of subjects`;

/** 95 % interval of the mean over subjects, in the unit of the values; gaps are NaN and left out. */
export function meanInterval(values: ArrayLike<number>): Interval {
  const sorted = present(values);
  if (sorted.length < 2) return { low: NaN, high: NaN };
  return sorted.length < bootstrapFrom ? studentInterval(sorted) : bootstrapInterval(sorted);
}
