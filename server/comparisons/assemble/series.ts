import type { GroupSeries } from "../../../contracts/comparison";
import { describeCurves } from "../../../engine/statistics/curves";
import type { Bootstrap } from "../../../engine/statistics/mean-interval";
import type { SubjectCurve } from "./subjects";

/** A gap is null on the wire: JSON has no NaN. */
export const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null);
export const toSeries = (values: ArrayLike<number>): (number | null)[] => Array.from(values, orNull);

/** Mean over subjects with its spread and interval, at each of `length` places. */
export function groupSeries(
  group: string,
  curves: readonly SubjectCurve[],
  length: number,
  options: {
    pairs?: GroupSeries["pairs"];
    individuals?: boolean;
    bootstrap?: Bootstrap;
    /** Relative errors of what each curve was divided by. */
    errors?: readonly number[] | null;
  } = {},
): GroupSeries {
  const { n, mean, sd, sem, low, high, method } = describeCurves(
    curves.map(({ values }) => values),
    length,
    options.bootstrap,
    options.errors,
  );
  const { individuals = true, pairs = null } = options;
  return {
    group,
    n: Array.from(n),
    mean: toSeries(mean),
    sd: toSeries(sd),
    sem: toSeries(sem),
    low: toSeries(low),
    high: toSeries(high),
    intervalMethod: method,
    individuals: individuals
      ? curves.map(({ subject, values }) => ({ subject, values: toSeries(padded(values, length)) }))
      : [],
    pairs,
  };
}

/** Groups whose training ends earlier have gaps from there on. */
const padded = (values: Float64Array, length: number) =>
  values.length === length
    ? values
    : Float64Array.from({ length }, (_, i) => (i < values.length ? values[i] : NaN));
