/** Why a trial, or a set of them, cannot give a measure: one sentence, for whoever looks at an empty panel. */
import type { TrialType } from "../paradigms/paradigm";
import type { TrialMeasure } from "./measure";
import { samplesIn } from "./signal";
import type { Signal, Trial } from "./trial";
import { spanIn } from "./trial-measure";
import { placed, type Span, type Window, type Windows } from "./window";

const typeWords: Record<TrialType, string> = { cued: "cued", uncued: "uncued", omission: "omission" };

/** Null where the trial gives a value. */
export function whyNoValue(
  measure: TrialMeasure,
  trial: Trial,
  windows: Windows = measure.windows,
): string | null {
  if (!measure.types.includes(trial.type)) return `It is not ${typesWords(measure.types)}.`;
  const { window, baseline } = windows;
  const reason =
    measure.reads === "licks"
      ? whyNoLicks(trial, window)
      : (whyNoSamples(trial, window, "the window") ??
        (baseline && whyNoSamples(trial, baseline, "the baseline window")));
  if (reason) return reason;
  // What is left is no fault of the recording.
  return Number.isNaN(measure.compute(trial, windows)) ? "There is no lick in the window." : null;
}

/** Null where at least one trial gives a value; else the reason that most of those of the right type have. */
export function whyNoValues(
  measure: TrialMeasure,
  trials: readonly Trial[],
  windows: Windows = measure.windows,
): string | null {
  if (trials.length === 0) return "There are no trials.";
  const counts = new Map<string, number>();
  for (const trial of trials) {
    if (!measure.types.includes(trial.type)) continue;
    const reason = whyNoValue(measure, trial, windows);
    if (reason === null) return null;
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most ? most[0] : `None of the trials is ${typesWords(measure.types)}.`;
}

/** "a cued or an omission trial". */
function typesWords(types: readonly TrialType[]): string {
  const words = types.map((type) => `${type === "cued" ? "a" : "an"} ${typeWords[type]}`);
  return `${words.join(" or ")} trial`;
}

function whyNoLicks(trial: Trial, window: Window): string | null {
  if (!trial.licks) return "There are no lick events.";
  const whole = placed(window, trial.timing);
  if (!whole) return noTime(window);
  if (spanIn(trial, window, "licks")) return null;
  return trial.observed && whole.from >= trial.observed.to
    ? "The trial ends before the window."
    : "The trial begins after the window.";
}

function whyNoSamples({ signal, timing }: Trial, window: Window, name: string): string | null {
  if (!signal || signal.samples.length === 0) return "There is no dopamine signal.";
  const span = placed(window, timing);
  if (!span) return noTime(window);
  const [first, end] = samplesIn(signal, span);
  if (first === end) return whereItLies(signal, span, name);
  for (let i = first; i < end; i += 1) if (!Number.isNaN(signal.samples[i])) return null;
  return `The signal has only gaps in ${name}.`;
}

function whereItLies({ t0, dt, samples }: Signal, { from, to }: Span, name: string): string {
  if (t0 + (samples.length - 1) * dt <= from) return `The signal ends before ${name}.`;
  return t0 > to ? `The signal begins after ${name}.` : `No sample of the signal falls into ${name}.`;
}

const noTime = ({ event }: Window) => `No ${event} time is known.`;
