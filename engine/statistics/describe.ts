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

/** The values that are no gap, ascending: so that no result depends on the order of subjects, to the last bit. */
export const present = (values: ArrayLike<number>): Float64Array =>
  Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();

/** Mean of values without gaps; NaN of none. */
export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i];
  return sum / values.length;
}

export function describe(values: ArrayLike<number>): Description {
  const sorted = present(values);
  const n = sorted.length;
  const mean = meanOf(sorted);
  if (n < 2) return { n, mean, sd: NaN, sem: NaN };
  let squares = 0;
  for (const value of sorted) squares += (value - mean) * (value - mean);
  const sd = Math.sqrt(squares / (n - 1));
  return { n, mean, sd, sem: sd / Math.sqrt(n) };
}
