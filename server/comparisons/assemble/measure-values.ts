import type { AnyMeasure } from "../../../engine/measures/measure";
import { trialTypes } from "../../../engine/paradigms/paradigm";
import type { Block } from "./blocks";
import type { RunNumbers } from "./group";

/** A run's mean of a measure in each block, and on how many of its trials (or probe blocks) that rests. */
export interface RunValues {
  /** NaN where no trial of the block has a value. */
  readonly means: Float64Array;
  readonly withValue: Int32Array;
  readonly of: Int32Array;
}

/** Null when the run has no such column. */
export function runValues(measure: AnyMeasure, run: RunNumbers, blocks: readonly Block[]): RunValues | null {
  return measure.source === "training"
    ? trainingValues(measure, run, blocks)
    : probeValues(run.probes.columns[measure.key], run.probes.trials, blocks);
}

/** Of trials of the measure's types; the others are not trials without a value but no trials of its own. */
function trainingValues(
  { key, types }: AnyMeasure,
  run: RunNumbers,
  blocks: readonly Block[],
): RunValues | null {
  const column = run.training[key];
  if (!column) return null;
  const counts = (trial: number) => run.types === null || types.includes(trialTypes[run.types[trial - 1]]);
  return collect(blocks, (add, { from, to }) => {
    for (let trial = from; trial <= Math.min(to, column.length); trial += 1)
      if (counts(trial)) add(column[trial - 1]);
  });
}

/** The probe block after trial 1 shows the animal before it has learned anything; it belongs to no block (reference). */
function probeValues(
  column: Float64Array | undefined,
  trials: Int32Array,
  blocks: readonly Block[],
): RunValues | null {
  if (!column) return null;
  return collect(blocks, (add, { from, to }) => {
    trials.forEach((trial, row) => {
      if (trial > 1 && trial >= from && trial <= to) add(column[row]);
    });
  });
}

export function collect(
  blocks: readonly Block[],
  visit: (add: (value: number) => void, block: Block) => void,
): RunValues {
  const means = new Float64Array(blocks.length);
  const withValue = new Int32Array(blocks.length);
  const of = new Int32Array(blocks.length);
  blocks.forEach((block, i) => {
    let sum = 0;
    visit((value) => {
      of[i] += 1;
      if (Number.isNaN(value)) return;
      withValue[i] += 1;
      sum += value;
    }, block);
    means[i] = withValue[i] > 0 ? sum / withValue[i] : NaN;
  });
  return { means, withValue, of };
}
