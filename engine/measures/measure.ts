import type { Paradigm, TrialType } from "../paradigms/paradigm";
import type { ProbeResponse } from "../theories/theory";
import type { Trial } from "./trial";
import type { Windows } from "./window";

/** A number per trial, with its unit, its window and where it is taken from. */
export interface Measure {
  readonly key: string;
  readonly title: string;
  /** Null: that of the signal it reads. */
  readonly unit: string | null;
  /** "training": each training trial, as an animal gives it. "probe": probe blocks of the simulation, repetitions averaged. */
  readonly source: "training" | "probe";
  /** Types of trial that it is taken from; a trial of another type has no value. */
  readonly types: readonly TrialType[];
  readonly meaning: string;
  /** True where real recordings can give it by the same definition. */
  readonly shared: boolean;
  /** Where zero is a meaningful line on its axis. */
  readonly zeroLine: boolean;
  /** "licks", or the key of the millisecond signal without which a theory does not have this measure. */
  readonly reads: string;
  /** Its window in words and numbers: from its events, or in a paradigm from trial start. */
  window(paradigm: Paradigm | null): string;
}

/**
 * A measure of single trials, of animals and of models alike. Windows may be replaced. A window is cut to what the trial
 * has of it; NaN where that is nothing (engine/measures/why-not.ts says why).
 */
export interface TrialMeasure extends Measure {
  readonly source: "training";
  readonly reads: "licks" | "dopamine";
  readonly windows: Windows;
  /** True where somebody replaced its windows. */
  readonly chosen?: true;
  compute(trial: Trial, windows?: Windows): number;
  /** As `window`, of windows that replace its own. */
  words(windows: Windows, paradigm: Paradigm | null): string;
}

/** A measure of a probe block, from the response to its trial type. NaN: not measurable in this preset. */
export interface ProbeMeasure extends Measure {
  readonly source: "probe";
  compute(response: ProbeResponse, paradigm: Paradigm): number;
}

export type AnyMeasure = TrialMeasure | ProbeMeasure;
