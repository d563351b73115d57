import { inChoice } from "../inputs";
import type { Reading } from "../reader";
import { versionOf, type PpdHeader } from "./header";

/** Where in a frame of interleaved numbers the sample of a signal stands, and where its baseline, if it has one. */
export interface Channel {
  readonly sample: number;
  readonly baseline: number | null;
}

export interface Layout {
  /** Numbers per frame. */
  readonly width: number;
  readonly channels: readonly Channel[];
}

const looked = 4000;

/** Of each position in the frame, the mean over the first frames. */
function means(numbers: Uint16Array, width: number): number[] {
  const frames = Math.min(looked, Math.floor(numbers.length / width));
  return Array.from({ length: width }, (_, at) => {
    let sum = 0;
    for (let frame = 0; frame < frames; frame++) sum += numbers[frame * width + at] >> 1;
    return sum / Math.max(1, frames);
  });
}

/**
 * Signals are interleaved sample by sample. From version 1.1 on, pulsed modes interleave what was read with the LED on
 * and the baseline without it, which earlier versions subtracted on the board.
 */
export function layoutOf(header: PpdHeader, { notes }: Reading, numbers: Uint16Array): Layout {
  const count = header.n_analog_signals;
  const [major, minor] = versionOf(header);
  const separate = /pulsed/i.test(header.mode) && (major > 1 || (major === 1 && minor >= 1));
  if (!separate)
    return {
      width: count,
      channels: Array.from({ length: count }, (_, at) => ({ sample: at, baseline: null })),
    };
  const width = 2 * count;
  const level = means(numbers, width);
  const brighter = Array.from({ length: count }, (_, at) => Math.sign(level[2 * at] - level[2 * at + 1]));
  const guess = brighter.reduce((sum, sign) => sum + sign, 0) < 0 ? "baseline first" : "LED on first";
  const order = notes.ask({
    ...{ field: "pulsed.order", about: "signals", guess, cannotBeKnown: true },
    question:
      "Of each pair of readings in pulsed mode, which comes first: the one with the LED on, or the baseline?",
    input: inChoice({ "LED on first": "LED on first", "baseline first": "baseline first" }),
  });
  const first = order === "LED on first" ? 0 : 1;
  return {
    width,
    channels: Array.from({ length: count }, (_, at) => ({
      sample: 2 * at + first,
      baseline: 2 * at + 1 - first,
    })),
  };
}
