/** Measures whose windows somebody replaced: the same definitions over other spans, and words that say so. */
import type { Paradigm } from "../paradigms/paradigm";
import type { AnyMeasure, TrialMeasure } from "./measure";
import { measures } from "./registry";
import { timingOf } from "./simulated";
import { cut, edgeMs, isEmpty, placed, type Window, type Windows } from "./window";

/** Windows that replace those of measures, by measure. */
export type OwnWindows = Readonly<Record<string, Windows>>;

const withWindows = (measure: TrialMeasure, windows: Windows): TrialMeasure => ({
  ...measure,
  windows,
  chosen: true,
  window: (paradigm) => `${measure.words(windows, paradigm)} (window chosen here)`,
  compute: (trial, own = windows) => measure.compute(trial, own),
});

/** Every measure there is, by these windows where they are given. */
export const measuresWith = (own: OwnWindows = {}): readonly AnyMeasure[] =>
  measures.map((measure) =>
    measure.source === "training" && Object.hasOwn(own, measure.key)
      ? withWindows(measure, own[measure.key])
      : measure,
  );

/**
 * Why a finished run cannot give a measure in these windows; null where it can. Licks are kept one by one, dopamine of
 * training trials as means over `binMs`: a window that begins or ends within a bin would need what is no longer there.
 */
export function whyNotInWindows(
  { windows, types, reads }: TrialMeasure,
  paradigm: Paradigm,
  binMs: number,
): string | null {
  const named: (readonly [string, Window | null])[] = [
    ["window", windows.window],
    ["baseline window", windows.baseline],
  ];
  for (const [name, window] of named) {
    const whole = window && placed(window, timingOf(paradigm, types[0]));
    if (!whole) continue;
    const trial = { from: 0, to: paradigm.trialMs };
    const span = cut(whole, trial);
    if (isEmpty(span))
      return `The ${name} lies outside of the trial: ${paradigm.title} has ${paradigm.cue.onset} ms before its cue and ends ${paradigm.trialMs - paradigm.reward.time} ms after reward.`;
    const edge = [span.from, span.to].find((at) => at !== trial.to && isWithin(at, binMs));
    if (reads === "dopamine" && edge !== undefined)
      return `Its dopamine is kept as means over ${binMs} ms, and the ${name} would cut one: it has an edge ${edge} ms from trial start. Choose edges on whole ${binMs} ms from there.`;
  }
  return null;
}

const isWithin = (at: number, binMs: number) => {
  const over = at - binMs * Math.round(at / binMs);
  return binMs > 0 && Math.abs(over) > edgeMs;
};
