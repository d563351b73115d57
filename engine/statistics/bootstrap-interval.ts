/**
 * Bias-corrected and accelerated (BCa) bootstrap interval of a mean (Efron 1987, doi 10.1080/01621459.1987.10478410),
 * resampling subjects. Bias z0 from the share of resampled means below the mean (equal ones count half); acceleration from
 * the third moment (shape.ts). Deterministic: see resamples.ts.
 */
import type { Interval } from "./interval";
import { normalCdf, normalInverse, z975 } from "./normal";
import { quantile } from "./order-statistic";
import { resampleCount, resamples } from "./resamples";
import { shapeOf } from "./shape";

/** @param sorted values without gaps, ascending, at least two; unit as given. */
export function bootstrapInterval(sorted: Float64Array): Interval {
  const n = sorted.length;
  if (sorted[0] === sorted[n - 1]) return { low: sorted[0], high: sorted[0] };
  const { mean, acceleration } = shapeOf(sorted);
  const means = resampledMeans(sorted);
  // rounding must not decide whether a resample of equal sum counts as below
  const equal = 1e-12 * Math.max(-sorted[0], sorted[n - 1]);
  let below = 0;
  for (let row = 0; row < resampleCount; row += 1) {
    const over = means[row] - mean;
    below += over < -equal ? 1 : over <= equal ? 0.5 : 0;
  }
  // at the very end of the resamples there is no finite bias: half a resample in from it
  const share = Math.min(Math.max(below, 0.5), resampleCount - 0.5) / resampleCount;
  const bias = normalInverse(share);
  const level = (z: number) => {
    const shifted = bias + z;
    return normalCdf(bias + shifted / (1 - acceleration * shifted));
  };
  return { low: quantile(means, level(-z975)), high: quantile(means, level(z975)) };
}

function resampledMeans(values: Float64Array): Float64Array {
  const n = values.length;
  const indices = resamples(n);
  const means = new Float64Array(resampleCount);
  for (let row = 0, at = 0; row < resampleCount; row += 1) {
    let sum = 0;
    for (const end = at + n; at < end; at += 1) sum += values[indices[at]];
    means[row] = sum / n;
  }
  return means;
}
