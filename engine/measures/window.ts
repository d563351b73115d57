/**
 * Windows of measures: from < t <= to, in ms from cue onset or from reward. They are numbers, and what is said of them is
 * made from the numbers, so that a window that somebody changes, or that a task of other times moves, says what it is.
 */
import type { Paradigm } from "../paradigms/paradigm";

export type MeasureEvent = "cue" | "reward";

export interface Window {
  readonly event: MeasureEvent;
  /** ms from the event; negative is before it. */
  readonly from: number;
  /** Null: until the trial ends. */
  readonly to: number | null;
}

export interface Windows {
  readonly window: Window;
  /** What is subtracted; null where nothing is. */
  readonly baseline: Window | null;
}

/** When the events of a trial are (ms); null where there is none, or none is known. Of an omitted reward: when it was due. */
export interface Timing {
  readonly cue: number | null;
  readonly reward: number | null;
}

/** from < t <= to, on the clock of a trial. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Times that are read in seconds may miss a whole millisecond by a rounding error; no instrument is as exact as this. */
export const edgeMs = 1e-3;

/** Where a window lies in a trial; null where the time of its event is not known. `to` may be Infinity. */
export function placed({ event, from, to }: Window, timing: Timing): Span | null {
  const at = timing[event];
  return at === null ? null : { from: at + from, to: to === null ? Infinity : at + to };
}

/** The part of a span that lies in another; empty where `to` is not above `from`. */
export const cut = (span: Span, within: Span): Span => ({
  from: Math.max(span.from, within.from),
  to: Math.min(span.to, within.to),
});

export const isEmpty = ({ from, to }: Span): boolean => to <= from + edgeMs;

const eventWords: Record<MeasureEvent, string> = { cue: "cue onset", reward: "reward" };

/** "the second before reward", "the 500 ms from cue onset"; null where a window neither begins nor ends at its event. */
function gloss({ event, from, to }: Window): string | null {
  const name = eventWords[event];
  if (to === null) return from === 0 ? `from ${name} to the end of the trial` : null;
  const length = to - from;
  const duration = length === 1000 ? "second" : length % 1000 === 0 ? `${length / 1000} s` : `${length} ms`;
  if (to === 0) return `the ${length === 1000 ? "" : "last "}${duration} before ${name}`;
  return from === 0 ? `the ${duration} from ${name}` : null;
}

/** A bound as printed, with a true minus sign and no digit that means nothing. */
const bound = (ms: number) => `${ms < 0 ? "−" : ""}${Number(Math.abs(ms).toFixed(3))}`;

const range = (from: number, to: number) =>
  to === Infinity ? `t > ${bound(from)} ms` : `${bound(from)} < t <= ${bound(to)} ms`;

/**
 * A window in numbers and words: from its event, or from trial start where a paradigm says when that is. There it is what
 * the trial has of the window.
 */
export function windowWords(window: Window, paradigm: Paradigm | null): string {
  const { event, from, to } = window;
  const own = `${range(from, to ?? Infinity)} from ${eventWords[event]}`;
  if (!paradigm) return own;
  const { cue, reward, trialMs } = paradigm;
  const whole = placed(window, { cue: cue.onset, reward: reward.time })!;
  const span = cut(whole, { from: 0, to: trialMs });
  if (isEmpty(span)) return `${own}, outside of the trial`;
  const isCut = span.from > whole.from || (to !== null && span.to < whole.to);
  const also = [gloss(window), isCut ? "cut to the trial" : null].filter((words) => words !== null);
  return `${range(span.from, to === null ? Infinity : span.to)} from trial start${also.length > 0 ? ` (${also.join(", ")})` : ""}`;
}

/** A window and what is subtracted, in words and numbers. */
export function windowsWords({ window, baseline }: Windows, paradigm: Paradigm | null): string {
  const words = windowWords(window, paradigm);
  return baseline ? `${words}; minus the mean of ${windowWords(baseline, paradigm)}` : words;
}
