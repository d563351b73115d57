/** Student's interval of a mean: mean +- t(0.975, n - 1) sem, exact for normal values (Student 1908). */
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import { describeSorted } from "./describe";
import type { Interval } from "./interval";

const kept = new Map<number, number>();
/** The quantile of a two-sided 95 % interval. */
export function t975(freedom: number): number {
  let value = kept.get(freedom);
  if (value === undefined) kept.set(freedom, (value = tQuantile(0.975, freedom)));
  return value;
}

/** @param sorted values without gaps, ascending, at least two; unit as given. */
export function studentInterval(sorted: Float64Array): Interval {
  const { n, mean, sem } = describeSorted(sorted);
  const half = t975(n - 1) * sem;
  return { low: mean - half, high: mean + half };
}
