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
  readonly traces: readonly Trace[];
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
