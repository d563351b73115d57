import type { Manipulation } from "../declaration";

/** A task as data: times in ms from trial start, 1-based steps of 1 ms as in the reference (step t covers [t-1, t) ms). */
export type TrialType = "cued" | "uncued" | "omission";
/** Every type; what is stored of a trial's type is its place here. */
export const trialTypes: readonly TrialType[] = ["cued", "uncued", "omission"];

export interface Pulse {
  /** First and last step of the pulse, inclusive. */
  readonly from: number;
  readonly to: number;
  readonly amplitude: number;
}

export interface Arm {
  readonly key: string;
  readonly title: string;
  readonly meaning: string;
  readonly manipulation: Manipulation;
}

/** Shares of the training trials, each 0 to 1, that add up to 1. */
export type TrialMix = Readonly<Record<TrialType, number>>;

export interface Paradigm {
  readonly key: string;
  readonly title: string;
  readonly meaning: string;
  readonly citation: string;
  readonly trialMs: number;
  readonly cue: { readonly onset: number; readonly offset: number; readonly pulses: readonly Pulse[] };
  readonly reward: { readonly time: number; readonly pulses: readonly Pulse[] };
  /** The type that training is about: of every training trial, as in the reference, unless there is a mix. */
  readonly trainingType: TrialType;
  /** Types drawn anew for each trial, the same in every arm of a subject and repetition. */
  readonly mix?: TrialMix;
  readonly trials: number;
  readonly probes: {
    /** A probe block follows trial 1 and every `every`-th trial. */
    readonly every: number;
    /** Plant repetitions averaged within a probe block. */
    readonly repetitions: number;
    readonly types: readonly TrialType[];
  };
  readonly arms: readonly Arm[];
}
