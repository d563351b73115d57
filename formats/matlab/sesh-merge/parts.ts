import type { RecordedTrial, RecordingPart } from "@/contracts/recording";
import type { TimingPart } from "../../timing";
import { hasCue, isOmission } from "../../trial-types";
import { perTrial, samplesPerTrial, summaries } from "./fields";
import type { Layout } from "./layout";
import type { Matrix, SeshRecord } from "./record";

export interface Session {
  readonly index: number;
  readonly name: string;
  /** Rows of the record that are its trials, in order. */
  readonly rows: readonly number[];
}

export function sessionsOf({ vectors, trials }: SeshRecord): Session[] {
  const ids = vectors.get("seshID")?.numbers;
  const rows = new Map<number, number[]>();
  for (let row = 0; row < trials; row++) {
    const id = ids?.[row] ?? 1;
    if (!rows.has(id)) rows.set(id, []);
    rows.get(id)!.push(row);
  }
  return [...rows].map(([id, own], position) => ({ index: position + 1, name: String(id), rows: own }));
}

const numberAt = (record: SeshRecord, field: string, row: number): number | null => {
  const value = record.vectors.get(field)?.numbers[row];
  return value === undefined || Number.isNaN(value) ? null : value;
};

function trialOf(record: SeshRecord, { types }: Layout, row: number, index: number): RecordedTrial {
  const code = numberAt(record, "trialID", row);
  const type = code === null ? null : (types[code]?.slice(0, 200) ?? `code ${code}`);
  const stimulation = numberAt(record, "stimState", row);
  return {
    ...{ index, start: null, type, cue: type !== null && hasCue(type) ? "cue" : null },
    ...{ rewardMagnitude: null, omitted: type === null ? null : isOmission(type) },
    ...{ stimulated: stimulation === null ? null : stimulation !== 0, dose: null },
    ...{ itiSeconds: numberAt(record, "iti", row), excluded: false, alignedAt: null },
  };
}

/** The chosen rows of a matrix that lies column by column, row by row. */
function rowsOf(
  { numbers, rows }: Matrix<Float32Array>,
  chosen: readonly number[],
): Float32Array<ArrayBuffer> {
  const out = new Float32Array(chosen.length * samplesPerTrial);
  for (let sample = 0; sample < samplesPerTrial; sample++)
    for (let at = 0; at < chosen.length; at++)
      out[at * samplesPerTrial + sample] = numbers[sample * rows + chosen[at]];
  return out;
}

/** Licks are the samples of the raster that are not 0; several in one sample are one event of that value. */
function licksOf(
  raster: Matrix<Float32Array>,
  { samplingRateHz, t0Seconds }: Layout,
  chosen: readonly number[],
) {
  const all = rowsOf(raster, chosen);
  const [trials, times, values]: number[][] = [[], [], []];
  for (let at = 0; at < all.length; at++)
    if (all[at] !== 0 && !Number.isNaN(all[at])) {
      trials.push(Math.floor(at / samplesPerTrial) + 1);
      // divided once, so that the time of a sample is the double nearest to it
      times.push(((at % samplesPerTrial) + t0Seconds * samplingRateHz) / samplingRateHz);
      values.push(all[at]);
    }
  return { trials, times: Float64Array.from(times), values: Float64Array.from(values), durations: null };
}

function momentsOf(trials: readonly RecordedTrial[], seconds: number) {
  const times = new Float64Array(trials.length).fill(seconds);
  return { trials: trials.map(({ index }) => index), times, values: null, durations: null };
}

interface SessionOf {
  readonly subject: string;
  readonly session: Session;
  readonly layout: Layout;
  readonly timing: TimingPart;
}

/** Everything of one session of one record, in the order in which parts may refer to one another. */
export function* sessionParts(
  record: SeshRecord,
  { subject, session, layout, timing }: SessionOf,
): Generator<RecordingPart> {
  const place = { subject, session: session.index };
  const trials = session.rows.map((row, position) => trialOf(record, layout, row, position + 1));
  const indexes = trials.map(({ index }) => index);
  yield { kind: "trials", ...place, trials };

  const cued = trials.filter(({ cue }) => cue !== null);
  const rewarded = trials.filter(({ omitted }) => omitted === false);
  if (cued.length > 0 && timing.cueSeconds !== null)
    yield { kind: "events", ...place, type: "cue", meaning: "cue", ...momentsOf(cued, timing.cueSeconds) };
  if (rewarded.length > 0 && timing.rewardSeconds !== null)
    yield {
      kind: "events",
      ...place,
      type: "reward",
      meaning: "reward",
      ...momentsOf(rewarded, timing.rewardSeconds),
    };
  const raster = record.matrices.get("lick");
  if (raster && raster.rows > 0)
    yield {
      kind: "events",
      ...place,
      type: "lick",
      meaning: "lick",
      ...licksOf(raster, layout, session.rows),
    };

  for (const [signal, matrix] of record.matrices)
    if (signal !== "lick" && matrix.rows > 0)
      yield {
        ...{ kind: "samples", ...place, signal, trials: indexes, first: 0 },
        ...{ samples: rowsOf(matrix, session.rows), timestamps: null },
      };

  for (const { id, field, column } of [...perTrial, ...summaries]) {
    const vector = record.vectors.get(field);
    if (!vector || vector.numbers.length < (column + 1) * vector.rows) continue;
    const covered = session.rows.flatMap((row, position) =>
      row < vector.rows ? [{ row, index: position + 1 }] : [],
    );
    if (covered.length > 0)
      yield {
        ...{ kind: "values", ...place, measure: id, trials: covered.map(({ index }) => index) },
        values: Float64Array.from(covered, ({ row }) => vector.numbers[column * vector.rows + row]),
      };
  }
}
