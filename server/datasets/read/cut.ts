import type { SampleBlock } from "./session";

/** Seconds from an event; both ends are included. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

export interface Cuts {
  readonly samplingRateHz: number;
  /** Time of the first sample of a row from its event. */
  readonly t0Seconds: number;
  readonly samplesPerRow: number;
  /** Row by row, one per event; NaN where the signal has no sample. */
  readonly samples: Float32Array;
}

/**
 * Cuts a continuous signal around events: each row holds the samples nearest to evenly spaced times from its event, at most
 * half a sample away. Holds the rows and one block.
 *
 * @param clock sampling rate in Hz, and the time of the first sample in seconds: null where samples have timestamps.
 * @param times of the events in seconds on the session's clock.
 */
export async function cutAround(
  blocks: AsyncIterable<SampleBlock>,
  clock: { readonly samplingRateHz: number; readonly t0Seconds: number | null },
  times: ArrayLike<number>,
  window: Window,
): Promise<Cuts> {
  const { samplingRateHz: rate, t0Seconds } = clock;
  const begin = Math.ceil(window.from * rate - 1e-9);
  const width = Math.max(0, Math.floor(window.to * rate + 1e-9) - begin + 1);
  const samples = new Float32Array(times.length * width).fill(NaN);
  const sorted = Array.from(times, (time, row) => ({ time, row })).sort((a, b) => a.time - b.time);
  for await (const { first, samples: block, timestamps } of blocks) {
    const timeOf = (at: number) => (timestamps ? timestamps[at] : (t0Seconds ?? 0) + (first + at) / rate);
    const [start, end] = [timeOf(0), timeOf(block.length - 1)];
    for (const { time, row } of sorted) {
      if (time + window.to < start - 1 / rate) continue;
      if (time + window.from > end + 1 / rate) break;
      const from = timestamps
        ? lowerBound(timestamps, time + window.from - 1 / rate)
        : nearest(time + window.from, start, rate);
      for (let at = Math.max(0, from); at < block.length; at += 1) {
        const column = Math.round((timeOf(at) - time) * rate) - begin;
        if (column >= width) break;
        if (column >= 0) samples[row * width + column] = block[at];
      }
    }
  }
  return { samplingRateHz: rate, t0Seconds: begin / rate, samplesPerRow: width, samples };
}

const nearest = (time: number, start: number, rate: number) => Math.floor((time - start) * rate) - 1;

function lowerBound(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
