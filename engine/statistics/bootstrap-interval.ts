/**
 * Bias-corrected and accelerated (BCa) bootstrap interval of a mean (Efron 1987, doi 10.1080/01621459.1987.10478410),
 * resampling subjects. Bias z0 from the share of resampled means below the mean (equal ones count half), acceleration
 * a = sum d^3 / (6 (sum d^2)^1.5), d_i = x_i - mean. Deterministic: see resamples.ts.
 */
import { meanOf } from "./describe";
import { normalCdf, normalInverse } from "./normal";
import { quantile } from "./order-statistic";
import { resampleCount, resamples } from "./resamples";
import type { Interval } from "./interval";

const z = 1.959963984540054;

/** @param sorted values without gaps, ascending, at least two; unit as given. */
export function bootstrapInterval(sorted: Float64Array): Interval {
  const n = sorted.length;
  const mean = meanOf(sorted);
  if (sorted[0] === sorted[n - 1]) return { low: sorted[0], high: sorted[0] };
  const indices = resamples(n);
  const means = new Float64Array(resampleCount);
  let below = 0;
  for (let row = 0, at = 0; row < resampleCount; row += 1) {
    let sum = 0;
    for (let i = 0; i < n; i += 1, at += 1) sum += sorted[indices[at]];
    means[row] = sum / n;
    below += means[row] < mean ? 1 : means[row] === mean ? 0.5 : 0;
  }
  // at the very end of the resamples there is no finite bias: half a resample in from it
  const share = Math.min(Math.max(below, 0.5), resampleCount - 0.5) / resampleCount;
  const bias = normalInverse(share);
  const acceleration = accelerationOf(sorted, mean);
  const level = (quantileOfNormal: number) => {
    const shifted = bias + quantileOfNormal;
    return normalCdf(bias + shifted / (1 - acceleration * shifted));
  };
  return { low: quantile(means, level(-z)), high: quantile(means, level(z)) };
}

function accelerationOf(values: Float64Array, mean: number): number {
  let squares = 0;
  let cubes = 0;
  for (const value of values) {
    const d = value - mean;
    squares += d * d;
    cubes += d * d * d;
  }
  const scale = 6 * squares * Math.sqrt(squares);
  return scale > 0 ? cubes / scale : 0;
}
