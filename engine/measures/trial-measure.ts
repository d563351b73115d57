import type { TrialMeasure } from "./measure";
import type { Trial } from "./trial";
import { cut, isEmpty, placed, type Span, type Window, type Windows, windowsWords } from "./window";

type Declared = Omit<TrialMeasure, "source" | "shared" | "window" | "words" | "compute"> & {
  /** The value over spans that lie in the trial and are not empty; `baseline` is null where there is none to subtract. */
  value(trial: Trial, window: Span, baseline: Span | null): number;
  /** What is done with the window, before it is named: "first lick in ". */
  readonly lead?: string;
};

/** A measure of single trials from what it does with its windows. */
export function trialMeasure({ value, lead = "", ...declared }: Declared): TrialMeasure {
  const words: TrialMeasure["words"] = (windows, paradigm) => lead + windowsWords(windows, paradigm);
  return {
    ...declared,
    source: "training",
    shared: true,
    words,
    window: (paradigm) => words(declared.windows, paradigm),
    compute(trial, { window, baseline }: Windows = declared.windows) {
      if (!declared.types.includes(trial.type)) return NaN;
      const span = spanIn(trial, window, declared.reads);
      const before = baseline && spanIn(trial, baseline, declared.reads);
      if (!span || (baseline && !before)) return NaN;
      return value(trial, span, before);
    },
  };
}

/** The part of a window that a trial has; null where it has none, or where its event is not known. */
export function spanIn(trial: Trial, window: Window, reads: TrialMeasure["reads"]): Span | null {
  const whole = placed(window, trial.timing);
  if (!whole) return null;
  const span = reads === "licks" && trial.observed ? cut(whole, trial.observed) : whole;
  return isEmpty(span) ? null : span;
}
