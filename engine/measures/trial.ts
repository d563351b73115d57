import type { TrialType } from "../paradigms/paradigm";
import type { Span, Timing } from "./window";

/** A signal sampled evenly: sample i belongs to t0 + i dt (ms). NaN is a gap. */
export interface Signal {
  readonly t0: number;
  readonly dt: number;
  readonly samples: ArrayLike<number>;
}

/** One trial, of an animal or of a model: what a measure is taken from. Every time is in ms from one origin, whichever. */
export interface Trial {
  readonly type: TrialType;
  readonly timing: Timing;
  /** Ascending; null where licks were not recorded, which is not the same as none. */
  readonly licks: ArrayLike<number> | null;
  readonly signal: Signal | null;
  /** Outside of this nothing is known of licks; null where a recording does not say. */
  readonly observed: Span | null;
}
