import type { Signal } from "./trial";
import { edgeMs, type Span } from "./window";

/** Samples of a span: the first, and the one after the last; equal where there is none. */
export function samplesIn({ t0, dt, samples }: Signal, { from, to }: Span): readonly [number, number] {
  const upTo = (ms: number) => Math.floor((ms + edgeMs - t0) / dt) + 1;
  const first = Math.max(0, upTo(from));
  const end = to === Infinity ? samples.length : Math.min(samples.length, upTo(to));
  return [first, Math.max(first, end)];
}

/** Mean of the samples of a span, gaps left out; NaN where it has none. */
export function meanIn(signal: Signal, span: Span): number {
  const [first, end] = samplesIn(signal, span);
  let sum = 0;
  let count = 0;
  for (let i = first; i < end; i += 1) {
    const value = signal.samples[i];
    if (Number.isNaN(value)) continue;
    sum += value;
    count += 1;
  }
  return count > 0 ? sum / count : NaN;
}
