/**
 * Recording is not simulating: a recorder is handed in. This one keeps what a run page and a comparison need: measures
 * and trial signals as columns, lick times, and millisecond signals of the probe runs and of training as means over bins.
 */
import { binMeans } from "./bin-means";
import { createReader, createWriter } from "./bytes";
import type { TheoryDeclaration } from "./declaration";
import type { ProbeMeasure } from "./measures/measure";
import { measures, trialMeasures } from "./measures/registry";
import { timingOf } from "./measures/simulated";
import type { Trial } from "./measures/trial";
import { type Paradigm, type TrialType, trialTypes } from "./paradigms/paradigm";
import { probeTrials } from "./paradigms/probe-trials";
import type { Columns, RunRecord, Trace } from "./run-record";
import type { ProbeResponse } from "./theories/theory";
import { createTrainingTraces, type TrainingTraces } from "./training-traces";

export interface TrainingRow {
  readonly trial: number;
  readonly type: TrialType;
  /** null where the theory does not act. */
  readonly licks: readonly number[] | null;
  readonly stimulated: boolean;
  readonly signals: Readonly<Record<string, number>>;
  /** Millisecond signals that this trial has, by declared key. */
  readonly traces: Readonly<Record<string, Float64Array>>;
}

export interface ProbeRow {
  readonly trial: number;
  readonly responses: readonly ProbeResponse[];
}

/** What `advance` reports to. Rows come in order; arrays inside them may be reused after the call. */
export interface Recorder {
  training(row: TrainingRow): void;
  probes(row: ProbeRow): void;
}

export interface RecorderOptions {
  /** Width of the bins of millisecond traces; 0 keeps no traces. Default 10 ms. */
  readonly traceBinMs?: number;
}

export interface RunRecorder extends Recorder {
  record(): RunRecord;
  /** Everything recorded so far, for `resumeRecorder`: goes beside the checkpoint of the state. */
  save(): Uint8Array;
}

export function createRecorder(
  paradigm: Paradigm,
  theory: TheoryDeclaration,
  options: RecorderOptions = {},
): RunRecorder {
  return recorderOf(emptyBook(paradigm, theory, options.traceBinMs ?? 10), paradigm);
}

/** The recorder that `save` saved; paradigm, theory and options as when it was created. Throws RangeError if incomplete. */
export function resumeRecorder(
  paradigm: Paradigm,
  theory: TheoryDeclaration,
  options: RecorderOptions,
  bytes: Uint8Array,
): RunRecorder {
  const book = emptyBook(paradigm, theory, options.traceBinMs ?? 10);
  const reader = createReader(bytes);
  book.trials = reader.number();
  book.blocks = reader.number();
  for (const key of Object.keys(book.training)) book.training[key].set(reader.numbers());
  for (const key of Object.keys(book.probes)) book.probes[key].set(reader.numbers());
  for (const trace of book.traces) trace.values.set(reader.floats());
  book.licks = Array.from(reader.integers());
  book.offsets.set(reader.integers());
  book.stimulated.set(reader.integers());
  book.types.set(reader.integers());
  book.trainingTraces.restore(reader);
  reader.end();
  return recorderOf(book, paradigm);
}

interface Book {
  trials: number;
  blocks: number;
  readonly training: Record<string, Float64Array>;
  readonly probes: Record<string, Float64Array>;
  licks: number[];
  readonly offsets: Int32Array;
  readonly stimulated: Uint8Array;
  readonly types: Uint8Array;
  readonly traces: readonly Trace[];
  readonly trainingTraces: TrainingTraces;
}

function emptyBook(paradigm: Paradigm, theory: TheoryDeclaration, binMs: number): Book {
  const blocks = probeTrials(paradigm).length;
  const columns = (keys: readonly string[], rows: number) =>
    Object.fromEntries(keys.map((key) => [key, new Float64Array(rows).fill(NaN)]));
  const perTrial = theory.signals.filter(({ per }) => per === "trial").map(({ key }) => key);
  const perMs = binMs > 0 ? theory.signals.filter(({ per }) => per === "millisecond") : [];
  const bins = binMs > 0 ? Math.ceil(paradigm.trialMs / binMs) : 0;
  return {
    trials: 0,
    blocks: 0,
    training: columns([...trainingMeasuresOf(theory).map(({ key }) => key), ...perTrial], paradigm.trials),
    probes: columns(
      probeMeasuresOf(theory).map(({ key }) => key),
      blocks,
    ),
    licks: [],
    offsets: new Int32Array(paradigm.trials + 1),
    stimulated: new Uint8Array(paradigm.trials),
    types: new Uint8Array(paradigm.trials),
    trainingTraces: createTrainingTraces(theory.signals, paradigm, binMs),
    traces: perMs.flatMap(({ key, unit }) =>
      paradigm.probes.types.map((type) => ({
        signal: key,
        type,
        unit,
        binMs,
        bins,
        values: new Float32Array(blocks * bins).fill(NaN),
      })),
    ),
  };
}

const trainingMeasuresOf = ({ signals }: TheoryDeclaration) =>
  trialMeasures.filter(
    ({ reads }) =>
      reads === "licks" || signals.some(({ key, onTraining }) => key === reads && onTraining !== undefined),
  );
const probeMeasures = measures.filter((measure): measure is ProbeMeasure => measure.source === "probe");
const probeMeasuresOf = ({ signals }: TheoryDeclaration) =>
  probeMeasures.filter(({ reads }) => reads === "licks" || signals.some(({ key }) => key === reads));

function recorderOf(book: Book, paradigm: Paradigm): RunRecorder {
  return {
    training(trainingRow) {
      const { trial, type, licks, stimulated, signals, traces } = trainingRow;
      const row = trial - 1;
      book.trials = trial;
      const seen = trialOf(trainingRow, paradigm);
      for (const measure of trialMeasures) {
        const column = book.training[measure.key];
        if (column) column[row] = measure.compute(seen);
      }
      book.types[row] = trialTypes.indexOf(type);
      book.trainingTraces.add(trial, type, traces);
      for (const key of Object.keys(signals)) book.training[key][row] = signals[key];
      for (const lick of licks ?? []) book.licks.push(lick);
      book.offsets[trial] = book.licks.length;
      book.stimulated[row] = stimulated ? 1 : 0;
    },
    probes({ responses }) {
      const row = book.blocks;
      book.blocks += 1;
      for (const measure of probeMeasures) {
        const response = responses.find(({ type }) => type === measure.types[0]);
        const column = book.probes[measure.key];
        if (response && column) column[row] = measure.compute(response, paradigm);
      }
      for (const trace of book.traces) {
        const samples = responses.find(({ type }) => type === trace.type)?.traces[trace.signal];
        if (samples)
          binMeans(samples, trace.binMs, trace.values.subarray(row * trace.bins, (row + 1) * trace.bins));
      }
    },
    record: () => recordOf(book, paradigm),
    save: () => bytesOf(book),
  };
}

/** A training trial as measures see it: step t of a millisecond signal belongs to time t. */
function trialOf({ type, licks, traces }: TrainingRow, paradigm: Paradigm): Trial {
  const samples = traces.dopamine;
  return {
    type,
    timing: timingOf(paradigm, type),
    licks,
    signal: samples ? { t0: 1, dt: 1, samples } : null,
    observed: { from: 0, to: paradigm.trialMs },
  };
}

function recordOf(book: Book, paradigm: Paradigm): RunRecord {
  const cut = (columns: Record<string, Float64Array>, rows: number): Columns =>
    Object.fromEntries(Object.entries(columns).map(([key, values]) => [key, values.slice(0, rows)]));
  return {
    trials: book.trials,
    training: cut(book.training, book.trials),
    probeTrials: probeTrials(paradigm, book.trials),
    probes: cut(book.probes, book.blocks),
    licks: { times: Int16Array.from(book.licks), offsets: book.offsets.slice(0, book.trials + 1) },
    stimulated: book.stimulated.slice(0, book.trials),
    types: book.types.slice(0, book.trials),
    traces: book.traces.map((trace) => ({
      ...trace,
      values: trace.values.slice(0, book.blocks * trace.bins),
    })),
    trainingTraces: book.trainingTraces.record(book.trials),
  };
}

function bytesOf(book: Book): Uint8Array {
  const writer = createWriter();
  writer.number(book.trials);
  writer.number(book.blocks);
  for (const values of Object.values(book.training)) writer.numbers(values.subarray(0, book.trials));
  for (const values of Object.values(book.probes)) writer.numbers(values.subarray(0, book.blocks));
  for (const { values, bins } of book.traces) writer.floats(values.subarray(0, book.blocks * bins));
  writer.integers(Int32Array.from(book.licks));
  writer.integers(book.offsets.subarray(0, book.trials + 1));
  writer.integers(Int32Array.from(book.stimulated.subarray(0, book.trials)));
  writer.integers(Int32Array.from(book.types.subarray(0, book.trials)));
  book.trainingTraces.save(writer);
  return writer.bytes();
}
