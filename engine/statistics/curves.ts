import { describeSorted, present } from "./describe";
import { referenceErrorWords, withReferenceErrors } from "./reference";
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

/**
 * One curve per subject; a curve that ends before `length` has gaps from there on.
 * @param errors of ratios to a subject's own reference: the relative error of each reference (reference.ts).
 */
export function describeCurves(
  curves: readonly ArrayLike<number>[],
  length: number,
  bootstrap: Bootstrap = "resampled",
  errors: readonly number[] | null = null,
): CurveStatistics {
  const empty = () => new Float64Array(length);
  const [mean, sd, sem, low, high] = [empty(), empty(), empty(), empty(), empty()];
  const n = new Int32Array(length);
  const column = new Float64Array(curves.length);
  for (let i = 0; i < length; i += 1) {
    curves.forEach((values, row) => (column[row] = values[i] ?? NaN));
    const sorted = present(column);
    const described = describeSorted(sorted);
    const alone = { ...described, ...intervalOfSorted(sorted, bootstrap) };
    const interval = errors ? withReferenceErrors(column, errors, alone) : alone;
    n[i] = described.n;
    mean[i] = described.mean;
    sd[i] = described.sd;
    sem[i] = interval.sem;
    low[i] = interval.low;
    high[i] = interval.high;
  }
  const method = methodOf(n, bootstrap) + (errors ? `; ${referenceErrorWords}` : "");
  return { n, mean, sd, sem, low, high, method };
}

/** One sentence where N is the same along the curve; else each N with its own. */
function methodOf(n: Int32Array, bootstrap: Bootstrap): string {
  const counts = [...new Set(n)].filter((count) => count > 0).sort((a, b) => a - b);
  if (counts.length <= 1) return intervalMethod(counts[0] ?? 0, bootstrap);
  return counts.map((count) => `N ${count}: ${intervalMethod(count, bootstrap)}`).join("; ");
}
