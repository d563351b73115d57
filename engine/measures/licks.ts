import { edgeMs } from "./window";

/** Licks counted with from < t <= to (ms). */
export function countLicks(licks: ArrayLike<number>, from: number, to: number): number {
  let count = 0;
  for (let i = 0; i < licks.length; i += 1)
    if (licks[i] > from + edgeMs && licks[i] <= to + edgeMs) count += 1;
  return count;
}

/** Time from `reward` to the first lick strictly after it (ms); `missing` when there is none. */
export function firstLickAfter(licks: ArrayLike<number>, reward: number, missing: number): number {
  for (let i = 0; i < licks.length; i += 1) if (licks[i] > reward + edgeMs) return licks[i] - reward;
  return missing;
}

/** Mean of a number over plant repetitions; NaN without any. */
export function meanOver(
  repetitions: readonly (readonly number[])[] | null,
  value: (licks: readonly number[]) => number,
): number {
  if (repetitions === null) return NaN;
  let sum = 0;
  for (const licks of repetitions) sum += value(licks);
  return sum / repetitions.length;
}
