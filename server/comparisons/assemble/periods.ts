import { type BlockTraces, summaryBlock } from "../../../contracts/run-result";
import type { TrialType } from "../../../engine/paradigms/paradigm";
import type { Block } from "./blocks";

/** A stretch of training, in whole hundreds of trials as traces are kept. */
export interface Period extends Block {
  readonly name: "early" | "middle" | "late";
}

/**
 * Early is the first hundred of trials, late the last (shorter where the number of trials is no multiple of 100), middle
 * the one or two hundreds between them that lie in the centre of training. A short training has fewer periods.
 */
export function periodsOf(trials: number): Period[] {
  const hundreds = Math.ceil(trials / summaryBlock);
  const range = (name: Period["name"], first: number, last: number): Period => ({
    name,
    from: first * summaryBlock + 1,
    to: Math.min((last + 1) * summaryBlock, trials),
  });
  const periods = [range("early", 0, 0)];
  if (hundreds > 2) periods.push(range("middle", Math.floor((hundreds - 1) / 2), Math.floor(hundreds / 2)));
  if (hundreds > 1) periods.push(range("late", hundreds - 1, hundreds - 1));
  return periods;
}

/** A run's mean trace of a period: every probe block counts the same. Null where the run kept no such trace. */
export function runTrace(
  { blocks, traces }: BlockTraces,
  signal: string,
  type: TrialType,
  { from, to }: Block,
): Float64Array | null {
  const trace = traces.find((kept) => kept.signal === signal && kept.type === type);
  if (!trace) return null;
  const sums = new Float64Array(trace.bins);
  let count = 0;
  for (let row = 0; row < trace.rows; row += 1) {
    const first = row * summaryBlock + 1;
    if (first < from || first > to || blocks[row] === 0) continue;
    count += blocks[row];
    for (let bin = 0; bin < trace.bins; bin += 1)
      sums[bin] += blocks[row] * trace.values[row * trace.bins + bin];
  }
  return count > 0 ? sums.map((sum) => sum / count) : null;
}
