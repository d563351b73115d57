import { describeSorted, present } from "./describe";
import { type Bootstrap, intervalMethod, intervalOfSorted } from "./mean-interval";

/** Mean over subjects with spread and 95 % interval at each point, in the unit of the curves; NaN where there is none. */
export interface CurveStatistics {
  readonly n: Int32Array;
  readonly mean: Float64Array;
  readonly sd: Float64Array;
  readonly sem: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly method: string;
}

/** One curve per subject; a curve that ends before `length` has gaps from there on. */
export function describeCurves(
  curves: readonly ArrayLike<number>[],
  length: number,
  bootstrap: Bootstrap = "resampled",
): CurveStatistics {
  const empty = () => new Float64Array(length);
  const [mean, sd, sem, low, high] = [empty(), empty(), empty(), empty(), empty()];
  const n = new Int32Array(length);
  const column = new Float64Array(curves.length);
  for (let i = 0; i < length; i += 1) {
    curves.forEach((values, row) => (column[row] = values[i] ?? NaN));
    const sorted = present(column);
    const described = describeSorted(sorted);
    const interval = intervalOfSorted(sorted, bootstrap);
    n[i] = described.n;
    mean[i] = described.mean;
    sd[i] = described.sd;
    sem[i] = described.sem;
    low[i] = interval.low;
    high[i] = interval.high;
  }
  return { n, mean, sd, sem, low, high, method: methodOf(n, bootstrap) };
}

/** One sentence where N is the same along the curve; else each N with its own. */
function methodOf(n: Int32Array, bootstrap: Bootstrap): string {
  const counts = [...new Set(n)].filter((count) => count > 0).sort((a, b) => a - b);
  if (counts.length <= 1) return intervalMethod(counts[0] ?? 0, bootstrap);
  return counts.map((count) => `N ${count}: ${intervalMethod(count, bootstrap)}`).join("; ");
}
