/** Millisecond signals of training trials, averaged as they come: bins of time, blocks of ten trials, one set per type. */
import type { Reader, Writer } from "./bytes";
import type { SignalDeclaration } from "./declaration";
import { binMeans } from "./bin-means";
import { type TrialType, trialTypes } from "./paradigms/paradigm";
import { type TrainingTrace, trainingTraceBlock } from "./run-record";

export interface TrainingTraces {
  add(trial: number, type: TrialType, traces: Readonly<Record<string, Float64Array>>): void;
  /** Rows of the trials done. */
  record(trials: number): TrainingTrace[];
  save(into: Writer): void;
  restore(from: Reader): void;
}

interface Sums {
  readonly counts: Int32Array;
  /** In double precision, so that a resumed run adds up to the same bits. */
  readonly sums: Float64Array;
}

const rowsOf = (trials: number) => Math.ceil(trials / trainingTraceBlock);

/** @param binMs 0 keeps nothing. Only signals that a theory declares for training trials, and types that occur, take room. */
export function createTrainingTraces(
  signals: readonly SignalDeclaration[],
  { trials, trialMs }: { readonly trials: number; readonly trialMs: number },
  binMs: number,
): TrainingTraces {
  const kept = binMs > 0 ? signals.filter(({ onTraining }) => onTraining !== undefined) : [];
  const bins = binMs > 0 ? Math.ceil(trialMs / binMs) : 0;
  const places = kept.flatMap((signal) => trialTypes.map((type) => ({ signal, type })));
  const all = new Map<string, Sums>();
  const key = (signal: string, type: TrialType) => `${signal}:${type}`;
  const scratch = new Float64Array(bins);
  const sumsOf = (name: string): Sums => {
    const found = all.get(name) ?? {
      counts: new Int32Array(rowsOf(trials)),
      sums: new Float64Array(rowsOf(trials) * bins),
    };
    all.set(name, found);
    return found;
  };
  return {
    add(trial, type, traces) {
      const row = rowsOf(trial) - 1;
      for (const { key: signal } of kept) {
        const samples = traces[signal];
        if (!samples) continue;
        const { counts, sums } = sumsOf(key(signal, type));
        binMeans(samples, binMs, scratch);
        counts[row] += 1;
        for (let bin = 0; bin < bins; bin += 1) sums[row * bins + bin] += scratch[bin];
      }
    },
    record: (done) =>
      places.flatMap(({ signal, type }) => {
        const found = all.get(key(signal.key, type));
        if (!found) return [];
        const rows = rowsOf(done);
        const counts = found.counts.slice(0, rows);
        const values = Float32Array.from(
          found.sums.subarray(0, rows * bins),
          (sum, i) => sum / counts[Math.floor(i / bins)],
        );
        return [{ signal: signal.key, unit: signal.unit, type, binMs, bins, counts, values }];
      }),
    save(into) {
      for (const { signal, type } of places) {
        const found = all.get(key(signal.key, type));
        into.integers(found?.counts ?? new Int32Array(0));
        into.numbers(found?.sums ?? new Float64Array(0));
      }
    },
    restore(from) {
      for (const { signal, type } of places) {
        const [counts, sums] = [from.integers(), from.numbers()];
        if (counts.length === 0) continue;
        const own = sumsOf(key(signal.key, type));
        own.counts.set(counts);
        own.sums.set(sums);
      }
    },
  };
}
