import type { Paradigm, TrialType } from "../paradigms/paradigm";
import type { ProbeResponse } from "../theories/theory";

/** A number per trial, with its unit, its window and where it is taken from. */
export interface Measure {
  readonly key: string;
  readonly title: string;
  readonly unit: string;
  /** In words and numbers, with the event it is relative to: "600 < t <= 1600 ms (the second before reward)". */
  readonly window: string;
  /** "training": each training trial, as an animal gives it. "probe": probe blocks of the simulation, repetitions averaged. */
  readonly source: "training" | "probe";
  readonly trialType: TrialType;
  readonly meaning: string;
  /** True where real recordings can give it by the same definition. */
  readonly shared: boolean;
  /** Where zero is a meaningful line on its axis. */
  readonly zeroLine: boolean;
}

/** A measure of a training trial: lick times (ms from trial start) in, number out. */
export interface TrainingMeasure extends Measure {
  readonly source: "training";
  compute(licks: readonly number[], paradigm: Paradigm): number;
}

/** A measure of a probe block, from the response to its trial type. NaN: not measurable in this preset. */
export interface ProbeMeasure extends Measure {
  readonly source: "probe";
  /** "licks", or the key of the millisecond signal without which a theory does not have this measure. */
  readonly reads: string;
  compute(response: ProbeResponse, paradigm: Paradigm): number;
}
