/**
 * Measures of a finished run for windows that somebody chose. Licks are kept trial by trial, so any window can be counted
 * again. Dopamine of training trials is kept as means over bins and over ten trials of one type: a response is linear in its
 * signal, so its mean over those ten trials is that of their mean trace, with window edges on whole bins.
 */
import { type Paradigm, type TrialType, trialTypes } from "../paradigms/paradigm";
import { type TrainingTrace, trainingTraceBlock } from "../run-record";
import type { TrialMeasure } from "./measure";
import type { Timing, Windows } from "./window";

/** When the events of a simulated trial are; of an omitted reward, when it was due. */
export const timingOf = ({ cue, reward }: Paradigm, type: TrialType): Timing => ({
  cue: type === "uncued" ? null : cue.onset,
  reward: reward.time,
});

export interface RecordedRun {
  readonly licks: { readonly times: Int16Array; readonly offsets: Int32Array };
  /** Type of each training trial, as its place in `trialTypes`. */
  readonly types: Uint8Array;
  readonly trainingTraces: readonly Omit<TrainingTrace, "unit">[];
}

/** A value for each block of training trials that can be told apart. */
export interface BlockValues {
  /** Training trials per block: 1, or 10. */
  readonly block: number;
  /** Mean over the trials of the block that have a value; NaN where none has. */
  readonly means: Float64Array;
  readonly withValue: Int32Array;
}

/** Of theories that do not act, every lick measure is a gap: `acts` says whether this one does. */
export function valuesInWindows(
  measure: TrialMeasure,
  windows: Windows,
  run: RecordedRun,
  paradigm: Paradigm,
  acts: boolean,
): BlockValues {
  return measure.reads === "licks"
    ? lickValues(measure, windows, run, paradigm, acts)
    : signalValues(measure, windows, run, paradigm);
}

function lickValues(
  measure: TrialMeasure,
  windows: Windows,
  { licks: { times, offsets }, types }: RecordedRun,
  paradigm: Paradigm,
  acts: boolean,
): BlockValues {
  const means = Float64Array.from(types, (place, i) => {
    const type = trialTypes[place];
    const licks = acts ? times.subarray(offsets[i], offsets[i + 1]) : null;
    const timing = timingOf(paradigm, type);
    const observed = { from: 0, to: paradigm.trialMs };
    return measure.compute({ type, timing, licks, signal: null, observed }, windows);
  });
  return { block: 1, means, withValue: Int32Array.from(means, (value) => (Number.isNaN(value) ? 0 : 1)) };
}

function signalValues(
  measure: TrialMeasure,
  windows: Windows,
  { types, trainingTraces }: RecordedRun,
  paradigm: Paradigm,
): BlockValues {
  const rows = Math.ceil(types.length / trainingTraceBlock);
  const sums = new Float64Array(rows);
  const withValue = new Int32Array(rows);
  for (const { signal, type, binMs, bins, counts, values } of trainingTraces) {
    if (signal !== measure.reads || !measure.types.includes(type)) continue;
    const timing = timingOf(paradigm, type);
    for (let row = 0; row < rows; row += 1) {
      if (counts[row] === 0) continue;
      const samples = values.subarray(row * bins, (row + 1) * bins);
      // A bin covers binMs < t <= its end, as windows do.
      const mean = { t0: binMs, dt: binMs, samples };
      const value = measure.compute({ type, timing, licks: null, signal: mean, observed: null }, windows);
      if (Number.isNaN(value)) continue;
      sums[row] += counts[row] * value;
      withValue[row] += counts[row];
    }
  }
  return {
    block: trainingTraceBlock,
    means: sums.map((sum, row) => (withValue[row] > 0 ? sum / withValue[row] : NaN)),
    withValue,
  };
}
