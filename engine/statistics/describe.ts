/**
 * Mean, standard deviation and standard error over subjects: mean = sum x_i / n, sd^2 = sum (x_i - mean)^2 / (n - 1),
 * sem = sd / sqrt(n), in the unit of x. NaN marks a gap: it is left out and lowers n, it never becomes 0.
 */

export interface Description {
  /** Values that are no gap. */
  readonly n: number;
  /** NaN when n is 0. */
  readonly mean: number;
  /** NaN below n = 2: one value has no spread. */
  readonly sd: number;
  readonly sem: number;
}

/** Below this, sorting by insertion is faster than handing the array to the runtime. */
const few = 48;

/** The values that are no gap, ascending: so that no result depends on the order of subjects, to the last bit. */
export function present(values: ArrayLike<number>): Float64Array {
  const kept = new Float64Array(values.length);
  let n = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i];
    if (value !== value) continue;
    let at = n;
    // adding 0 makes a negative zero a zero: they compare as equal, so insertion would leave them in the order they came
    if (values.length <= few) for (; at > 0 && kept[at - 1] > value; at -= 1) kept[at] = kept[at - 1];
    kept[at] = value + 0;
    n += 1;
  }
  const present = kept.subarray(0, n);
  return values.length <= few ? present : present.sort();
}

/** Mean of values without gaps; NaN of none. */
export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i];
  return sum / values.length;
}

export const describe = (values: ArrayLike<number>): Description => describeSorted(present(values));

/** The same for what `present` gave. */
export function describeSorted(sorted: Float64Array): Description {
  const n = sorted.length;
  const mean = meanOf(sorted);
  if (n < 2) return { n, mean, sd: NaN, sem: NaN };
  let squares = 0;
  for (let i = 0; i < n; i += 1) squares += (sorted[i] - mean) * (sorted[i] - mean);
  const sd = Math.sqrt(squares / (n - 1));
  return { n, mean, sd, sem: sd / Math.sqrt(n) };
}
