import type { TrialType } from "./paradigms/paradigm";

/** Columns of equal length, one entry per row; NaN marks a gap. */
export type Columns = Readonly<Record<string, Float64Array>>;

/**
 * What a finished (or partial) run gives. Row i of `training` is training trial `i + 1`; row i of `probes` is the probe
 * block after training trial `probeTrials[i]`. Column keys are measure keys (engine/measures) or trial signals of the theory.
 */
export interface RunRecord {
  readonly trials: number;
  readonly training: Columns;
  readonly probeTrials: Int32Array;
  readonly probes: Columns;
  /** Lick times (ms from trial start) of training trial i are `times[offsets[i] .. offsets[i + 1])`. */
  readonly licks: { readonly times: Int16Array; readonly offsets: Int32Array };
  /** Stimulated training trials: 1, else 0. */
  readonly stimulated: Uint8Array;
  /** Type of each training trial, as its place in `trialTypes`. */
  readonly types: Uint8Array;
  readonly traces: readonly Trace[];
  readonly trainingTraces: readonly TrainingTrace[];
}

/** A per-millisecond signal of the probe runs, kept as means over bins: row-major, probe blocks x bins. */
export interface Trace {
  /** "dopamine" or "policy": a millisecond signal that the theory declares. */
  readonly signal: string;
  readonly type: TrialType;
  readonly unit: string;
  readonly binMs: number;
  readonly bins: number;
  readonly values: Float32Array;
}

/**
 * Training trials per row of a training trace. A response is linear in its trace, so the mean of a block gives the mean
 * response of its trials for any window; ten divides every block in which pages average, at a tenth of what trials would take.
 */
export const trainingTraceBlock = 10;

/** A per-millisecond signal of the training trials of one type: means over bins and over blocks of ten trials. */
export interface TrainingTrace {
  readonly signal: string;
  readonly type: TrialType;
  readonly unit: string;
  readonly binMs: number;
  readonly bins: number;
  /** Trials that each row averages: those of trials 10 r + 1 .. 10 r + 10 that are of this type. */
  readonly counts: Int32Array;
  /** Row-major, rows x bins; NaN in a row that averages nothing. */
  readonly values: Float32Array;
}
