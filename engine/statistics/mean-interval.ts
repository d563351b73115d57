import { analyticBootstrapInterval } from "./analytic-bootstrap-interval";
import { bootstrapInterval } from "./bootstrap-interval";
import { present } from "./describe";
import type { Interval } from "./interval";
import { resampleCount } from "./resamples";
import { studentInterval } from "./student-interval";

/** From this many subjects on, resampling them says more than assuming that they are normal. */
export const bootstrapFrom = 10;

/** Resampling, or its analytic limit where a curve has more points than a reader waits for. */
export type Bootstrap = "resampled" | "analytic";

const bootstraps = {
  resampled: `BCa bootstrap of the mean, ${resampleCount} resamples of subjects`,
  analytic: "ABC, the analytic form of the BCa bootstrap of the mean over subjects",
} satisfies Record<Bootstrap, string>;

/** How the interval of n subjects is made, in words. */
export const intervalMethod = (n: number, bootstrap: Bootstrap = "resampled"): string =>
  n < 2
    ? "no interval: fewer than 2 subjects"
    : n < bootstrapFrom
      ? `95 % interval: Student t, ${n - 1} degree${n === 2 ? "" : "s"} of freedom`
      : `95 % interval: ${bootstraps[bootstrap]}`;

/** 95 % interval of the mean over subjects, in the unit of the values; gaps are NaN and left out. */
export const meanInterval = (values: ArrayLike<number>, bootstrap: Bootstrap = "resampled"): Interval =>
  intervalOfSorted(present(values), bootstrap);

/** The same for what `present` gave. */
export function intervalOfSorted(sorted: Float64Array, bootstrap: Bootstrap): Interval {
  if (sorted.length < 2) return { low: NaN, high: NaN };
  if (sorted.length < bootstrapFrom) return studentInterval(sorted);
  return bootstrap === "resampled" ? bootstrapInterval(sorted) : analyticBootstrapInterval(sorted);
}
