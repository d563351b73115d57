import { z } from "zod";
import type { RunRecord, Trace, TrainingTrace } from "../engine/run-record";
import type { TrialType } from "../engine/paradigms/paradigm";
import { type Column, type ColumnBlock, packColumns, unpackColumns } from "./columns";

/**
 * What a run gave, as the parts of a RunResult row. T training trials, P probe blocks, B bins, H hundreds of trials:
 *
 * | part        | column                      | type, length       | content |
 * |-------------|-----------------------------|--------------------|---------|
 * | training    | measure or signal key       | f64, T             | row i is training trial i + 1; NaN is a gap |
 * |             | `type`                      | u8, T              | place in `trialTypes` (engine/paradigms/paradigm.ts) |
 * | probes      | `trial`                     | i32, P             | the training trial that each probe block follows |
 * |             | measure key                 | f64, P             | NaN is a gap |
 * | licks       | `times`, `offsets`          | i16, n; i32, T + 1 | ms from trial start; trial i has times[offsets[i] .. offsets[i + 1]) |
 * |             | `stimulated`                | u8, T              | 1 where stimulated |
 * | traces      | `<signal>:<type>`           | f32, P x B         | row-major bin means, for instance `dopamine:cued` |
 * | blockTraces | `blocks`                    | i32, H             | probe blocks averaged; the one after trial 1 never is |
 * |             | `<signal>:<type>`           | f32, H x B         | row h: mean over the blocks after trials 100 h + 1 to 100 h + 100 |
 * | trainingTraces | `<signal>:<type>`        | f32, R x B         | row r: mean over trials 10 r + 1 to 10 r + 10 of the type |
 * |             | `<signal>:<type>:trials`    | i32, R             | trials that each row averages |
 */
export interface RunResultParts {
  readonly training: Uint8Array<ArrayBuffer>;
  readonly probes: Uint8Array<ArrayBuffer>;
  readonly licks: Uint8Array<ArrayBuffer>;
  readonly traces: Uint8Array<ArrayBuffer>;
  readonly blockTraces: Uint8Array<ArrayBuffer>;
  readonly trainingTraces: Uint8Array<ArrayBuffer>;
  readonly traceBinMs: number;
  readonly summary: RunSummary;
}

/** What a result's SHA-256 is over, in this order: equal bits, equal hash. Block traces follow from traces. */
export const hashedParts = ({ training, probes, licks, traces, trainingTraces }: RunResultParts) => [
  training,
  probes,
  licks,
  traces,
  trainingTraces,
];

/** Trials per entry of a summary and per row of block traces. */
export const summaryBlock = 100;
/** The few numbers that lists show: mean per hundred training trials, null where there is none. */
export const runSummary = z.object({ prepLick: z.array(z.number().nullable()) });
export type RunSummary = z.infer<typeof runSummary>;

/**
 * Mean preparatory lick rate (Hz) over subjects, per hundred trials; null where no subject has a value. Repetitions of a
 * subject are averaged first.
 */
export function meanOfSummaries(
  runs: readonly { readonly subject: string; readonly summary: unknown }[],
): (number | null)[] {
  const bySubject = new Map<string, (number | null)[][]>();
  for (const { subject, summary } of runs) {
    const curves = bySubject.get(subject) ?? [];
    bySubject.set(subject, [...curves, runSummary.parse(summary).prepLick]);
  }
  return meanOfCurves([...bySubject.values()].map(meanOfCurves));
}

const meanOfCurves = (curves: readonly (readonly (number | null)[])[]): (number | null)[] =>
  Array.from({ length: Math.max(0, ...curves.map(({ length }) => length)) }, (_, block) => {
    const values = curves.flatMap((curve) => curve[block] ?? []);
    return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
  });

export const traceColumn = (signal: string, type: TrialType) => `${signal}:${type}`;

/** @returns parts of which equal records give equal bytes. */
export function encodeRunRecord(record: RunRecord): RunResultParts {
  const traceColumns: Record<string, Column> = {};
  const blockColumns: Record<string, Column> = { blocks: blockCounts(record.probeTrials, record.trials) };
  for (const trace of record.traces) {
    const name = traceColumn(trace.signal, trace.type);
    traceColumns[name] = trace.values;
    blockColumns[name] = blockMeans(trace, record.probeTrials, record.trials);
  }
  return {
    training: packColumns({ type: record.types, ...record.training }),
    probes: packColumns({ trial: record.probeTrials, ...record.probes }),
    licks: packColumns({ ...record.licks, stimulated: record.stimulated }),
    traces: packColumns(traceColumns),
    blockTraces: packColumns(blockColumns),
    trainingTraces: packColumns(
      Object.fromEntries(
        record.trainingTraces.flatMap(({ signal, type, counts, values }) => [
          [traceColumn(signal, type), values],
          [`${traceColumn(signal, type)}:trials`, counts],
        ]),
      ),
    ),
    traceBinMs: record.traces[0]?.binMs ?? 0,
    summary: { prepLick: hundreds(record.training.prepLick, record.trials) },
  };
}

/** Training columns by key, each of length T. Throws on bytes that are no column block. */
export function decodeTraining(bytes: Uint8Array): Record<string, Float64Array> {
  const { type: _, ...columns } = unpackColumns(bytes);
  return columns as Record<string, Float64Array>;
}

/** Type of each training trial, as its place in `trialTypes`; null where every trial is of the paradigm's one type. */
export const decodeTrialTypes = (bytes: Uint8Array): Uint8Array | null =>
  (unpackColumns(bytes).type as Uint8Array | undefined) ?? null;

export interface Probes {
  readonly trials: Int32Array;
  readonly columns: Readonly<Record<string, Float64Array>>;
}
export function decodeProbes(bytes: Uint8Array): Probes {
  const { trial, ...columns } = unpackColumns(bytes);
  return { trials: trial as Int32Array, columns: columns as Record<string, Float64Array> };
}

export interface Licks {
  readonly times: Int16Array;
  readonly offsets: Int32Array;
  readonly stimulated: Uint8Array;
}
export const decodeLicks = (bytes: Uint8Array) => unpackColumns(bytes) as unknown as Licks;

/** One millisecond signal as bin means: `rows` x `bins`, row-major. */
export interface StoredTrace {
  readonly signal: string;
  readonly type: TrialType;
  readonly rows: number;
  readonly bins: number;
  readonly values: Float32Array;
}
/** @param rows probe blocks P: the length of the probe columns. */
export const decodeTraces = (bytes: Uint8Array, rows: number) => storedTraces(unpackColumns(bytes), rows);

export interface BlockTraces {
  /** Probe blocks that each row averages. */
  readonly blocks: Int32Array;
  readonly traces: readonly StoredTrace[];
}
export function decodeBlockTraces(bytes: Uint8Array): BlockTraces {
  const { blocks, ...columns } = unpackColumns(bytes);
  return { blocks: blocks as Int32Array, traces: storedTraces(columns, blocks.length) };
}

/** What was kept of the millisecond signals of training trials. */
export function decodeTrainingTraces(bytes: Uint8Array, binMs: number): Omit<TrainingTrace, "unit">[] {
  const columns = unpackColumns(bytes);
  return Object.entries(columns).flatMap(([name, values]) => {
    const counts = columns[`${name}:trials`];
    if (!counts) return [];
    const [signal, type] = name.split(":") as [string, TrialType];
    const bins = counts.length > 0 ? values.length / counts.length : 0;
    return [{ signal, type, binMs, bins, counts: counts as Int32Array, values: values as Float32Array }];
  });
}

const storedTraces = (columns: ColumnBlock, rows: number): StoredTrace[] =>
  Object.entries(columns).map(([name, values]) => {
    const [signal, type] = name.split(":") as [string, TrialType];
    const bins = rows > 0 ? values.length / rows : 0;
    return { signal, type, rows, bins, values: values as Float32Array };
  });

const rowsOf = (trials: number) => Math.ceil(trials / summaryBlock);
const rowOf = (trial: number) => Math.floor((trial - 1) / summaryBlock);

function blockCounts(probeTrials: Int32Array, trials: number): Int32Array {
  const counts = new Int32Array(rowsOf(trials));
  for (const trial of probeTrials) if (trial > 1) counts[rowOf(trial)] += 1;
  return counts;
}

/** H x B; a hundred without a probe block is a gap. The block after trial 1 belongs to no hundred (reference). */
function blockMeans({ values, bins }: Trace, probeTrials: Int32Array, trials: number): Float32Array {
  const counts = blockCounts(probeTrials, trials);
  const sums = new Float64Array(counts.length * bins);
  probeTrials.forEach((trial, block) => {
    if (trial === 1) return;
    for (let bin = 0; bin < bins; bin += 1) sums[rowOf(trial) * bins + bin] += values[block * bins + bin];
  });
  return Float32Array.from(sums, (sum, i) =>
    counts[Math.floor(i / bins)] ? sum / counts[Math.floor(i / bins)] : NaN,
  );
}

function hundreds(column: Float64Array | undefined, trials: number): (number | null)[] {
  return Array.from({ length: column ? rowsOf(trials) : 0 }, (_, row) => {
    const values = column!
      .subarray(row * summaryBlock, (row + 1) * summaryBlock)
      .filter((value) => !Number.isNaN(value));
    return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
  });
}
