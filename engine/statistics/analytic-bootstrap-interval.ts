/**
 * Approximate bootstrap confidence (ABC) interval of a mean (DiCiccio & Efron 1992, doi 10.1093/biomet/79.2.231): the limit
 * of the BCa interval without its resampling, for curves of many hundred points. For a mean its bias equals its
 * acceleration a and its curvature is 0, so the ends are mean + spread w / (1 - a w)^2 with w = a -+ 1.96.
 */
import type { Interval } from "./interval";
import { z975 } from "./normal";
import { shapeOf } from "./shape";

/** @param sorted values without gaps, ascending, at least two; unit as given. */
export function analyticBootstrapInterval(sorted: Float64Array): Interval {
  if (sorted[0] === sorted[sorted.length - 1]) return { low: sorted[0], high: sorted[0] };
  const { mean, spread, acceleration } = shapeOf(sorted);
  const end = (z: number) => {
    const w = acceleration + z;
    const shrink = 1 - acceleration * w;
    return mean + (spread * w) / (shrink * shrink);
  };
  return { low: end(-z975), high: end(z975) };
}
