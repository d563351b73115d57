import type { RecordedTrial } from "../../../../contracts/recording";

/** Sums over trials of one type, so that a mean needs no samples; gaps and excluded trials are left out. */
export interface Sums {
  readonly type: string;
  trials: number;
  readonly sums: Float64Array;
  readonly counts: Int32Array;
}

type Kind = Pick<RecordedTrial, "type" | "excluded">;

/** Adds rows of `width` samples to the sums of their trials' types. A trial that nobody described has no type. */
export function addRows(
  to: Map<string, Sums>,
  trials: readonly number[],
  samples: Float32Array,
  kindOf: (trial: number) => Kind | undefined,
): void {
  const width = trials.length === 0 ? 0 : samples.length / trials.length;
  for (const [row, trial] of trials.entries()) {
    const kind = kindOf(trial);
    if (kind?.excluded) continue;
    const type = kind?.type ?? "";
    let own = to.get(type);
    if (!own) {
      own = { type, trials: 0, sums: new Float64Array(width), counts: new Int32Array(width) };
      to.set(type, own);
    }
    own.trials += 1;
    const { sums, counts } = own;
    const from = row * width;
    for (let at = 0; at < width; at += 1) {
      const value = samples[from + at];
      if (value !== value) continue; // NaN, a gap
      sums[at] += value;
      counts[at] += 1;
    }
  }
}
