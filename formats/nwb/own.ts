import type { Dataset, File, Group } from "h5wasm/node";
import { type RecordedTrial, type RecordingPart, simulatedFormat } from "../../contracts/recording";
import { isDataset, isGroup } from "../hdf5/kinds";
import { allNumbers, isNumericDataset, numbersIn, shapeOf, textsIn } from "../hdf5/values";
import { blockSamples } from "../limits";
import { quoted, Refusal } from "../refusal";
import { ownHeader, ownHeaderPath, type OwnHeader } from "./own-header";

/** An NWB file that Phasic wrote (formats/write/nwb.ts): its header names what NWB has no words for. */

const longestHeader = 4 * 1024 * 1024;

/** What Phasic wrote of the session; null in a file that Phasic did not write. Throws Refusal when it is damaged. */
export function ownHeaderOf(root: File): OwnHeader | null {
  const dataset = datasetAt(root, ownHeaderPath);
  if (!dataset) return null;
  const damaged = () =>
    new Refusal(
      `The file was written by Phasic, but ${quoted(ownHeaderPath)} is damaged`,
      "export the recording again",
    );
  const text = textsIn(dataset)?.[0];
  if (text === undefined || text.length > longestHeader) throw damaged();
  try {
    return ownHeader.parse(JSON.parse(text));
  } catch {
    throw damaged();
  }
}

function objectAt(root: File, path: string): Dataset | Group | null {
  let at: Dataset | Group = root;
  for (const name of path.split("/").filter(Boolean)) {
    if (!("keys" in at) || !at.keys().includes(name)) return null;
    const next = at.get(name);
    if (!isDataset(next) && !isGroup(next)) return null;
    at = next;
  }
  return at;
}

function datasetAt(root: File, path: string): Dataset | null {
  const found = objectAt(root, path);
  return isDataset(found) ? found : null;
}

/** A column itself, or the numbers of a series. */
function dataOf(object: Dataset | Group): Dataset {
  const data = isDataset(object) ? object : object.get("data");
  if (isDataset(data)) return data;
  throw new Refusal(`${quoted(object.path)} holds no numbers`, "export the recording again");
}

export function* ownParts(root: File, header: OwnHeader, fileBytes: number): Generator<RecordingPart> {
  const { source, study, subject, session, timing, remarks } = header;
  const place = { subject: subject.id, session: session.index };
  const object = (path: string): Dataset | Group => {
    const found = objectAt(root, path);
    if (!found)
      throw new Refusal(`The file lacks ${quoted(path)}, which its header names`, "export it again");
    return found;
  };
  const column = (path: string) => allNumbers(dataOf(object(path)), fileBytes);
  yield {
    ...{ kind: "source", format: header.recorded ? source.format : simulatedFormat, title: source.title },
    ...{ licence: source.licence, citation: source.citation },
    ...(source.doi === null ? {} : { doi: source.doi }),
    ...(source.origin === null ? {} : { origin: source.origin }),
  };
  yield { kind: "study", ...study };
  yield { kind: "subjects", subjects: [subject] };
  yield { kind: "sessions", sessions: [{ subject: subject.id, ...session }] };
  if (timing) yield { kind: "timing", ...timing };
  const trials = trialsOf(root, fileBytes);
  if (trials.length > 0) yield { kind: "trials", ...place, trials };
  const indexes = trials.map(({ index }) => index);
  if (header.measures.length > 0)
    yield { kind: "measures", measures: header.measures.map(({ path: _, ...measure }) => measure) };
  for (const { id: measure, path } of header.measures)
    yield { kind: "values", ...place, measure, trials: indexes, values: column(path) };
  for (const { type, meaning, path, values, durations, byTrial } of header.events) {
    const times = column(path);
    yield {
      ...{ kind: "events", ...place, type, meaning, times },
      trials: byTrial ? trialsIn(indexes, column(`${path}_index`), times.length, path) : null,
      values: values === null ? null : column(values),
      durations: durations === null ? null : column(durations),
    };
  }
  if (header.signals.length > 0)
    yield { kind: "signals", signals: header.signals.map(({ path: _, missing: __, ...signal }) => signal) };
  for (const signal of header.signals)
    yield* samplesOf(signal, object(signal.path), place, indexes, fileBytes);
  if (remarks.length > 0) yield { kind: "remarks", remarks };
}

function trialsOf(root: File, fileBytes: number): RecordedTrial[] {
  const table = "/intervals/trials";
  const id = datasetAt(root, `${table}/id`);
  if (!id) return [];
  const indexes = allNumbers(id, fileBytes);
  const numbers = (name: string) => {
    const dataset = datasetAt(root, `${table}/${name}`);
    const values = dataset && isNumericDataset(dataset) ? allNumbers(dataset, fileBytes) : null;
    return (row: number) => {
      const value = values?.[row] ?? NaN;
      return Number.isNaN(value) ? null : value;
    };
  };
  const texts = (name: string) => {
    const values = textsIn(datasetAt(root, `${table}/${name}`));
    return (row: number) => values?.[row] || null;
  };
  const truths = (name: string) => {
    const values = numbers(name);
    return (row: number) => {
      const value = values(row);
      return value === null ? null : value !== 0;
    };
  };
  const [start, dose, iti, aligned] = ["start_time", "dose", "iti", "aligned_at"].map(numbers);
  const [type, cue] = ["trial_type", "cue"].map(texts);
  const [omitted, stimulated, excluded] = ["omitted", "stimulated", "excluded"].map(truths);
  const reward = numbers("reward");
  return Array.from(indexes, (index, row) => ({
    ...{ index, start: start(row), type: type(row), cue: cue(row), rewardMagnitude: reward(row) },
    ...{ omitted: omitted(row), stimulated: stimulated(row), dose: dose(row), itiSeconds: iti(row) },
    ...{ excluded: excluded(row) ?? false, alignedAt: aligned(row) },
  }));
}

/** The trial of each event, from where each trial's list ends. */
function trialsIn(indexes: readonly number[], ends: Float64Array, events: number, path: string): number[] {
  const trials: number[] = [];
  for (const [row, index] of indexes.entries()) {
    if (!(ends[row] >= trials.length && ends[row] <= events))
      throw new Refusal(`The lists of ${quoted(path)} do not end where they should`, "export it again");
    while (trials.length < ends[row]) trials.push(index);
  }
  return trials;
}

type Place = { readonly subject: string; readonly session: number };

function* samplesOf(
  { id: signal, samplesPerTrial, missing }: OwnHeader["signals"][number],
  object: Dataset | Group,
  place: Place,
  indexes: readonly number[],
  fileBytes: number,
): Generator<RecordingPart> {
  const data = dataOf(object);
  const [rows, width = 1] = shapeOf(data, fileBytes);
  const floats = (from: number, to: number) =>
    Float32Array.from(numbersIn(data, from, to) as ArrayLike<number>);
  if (samplesPerTrial === null) {
    const own = isDataset(object) ? null : object.get("timestamps");
    const timestamps = isDataset(own) ? allNumbers(own, fileBytes) : null;
    for (let first = 0; first < rows; first += blockSamples) {
      const to = Math.min(rows, first + blockSamples);
      yield {
        ...{ kind: "samples", ...place, signal, trials: null, first, samples: floats(first, to) },
        timestamps: timestamps?.slice(first, to) ?? null,
      };
    }
    return;
  }
  if (width !== samplesPerTrial || rows !== indexes.length)
    throw new Refusal(
      `${quoted(signal)} is ${rows} x ${width}, not ${indexes.length} x ${samplesPerTrial}`,
      "export it again",
    );
  const without = new Set(missing);
  const perBlock = Math.max(1, Math.floor(blockSamples / width));
  for (let from = 0; from < rows; from += perBlock) {
    const to = Math.min(rows, from + perBlock);
    const all = floats(from, to);
    const has = indexes.slice(from, to).flatMap((index, row) => (without.has(index) ? [] : [{ index, row }]));
    const samples = new Float32Array(has.length * width);
    has.forEach(({ row }, at) => samples.set(all.subarray(row * width, (row + 1) * width), at * width));
    if (has.length > 0)
      yield {
        ...{ kind: "samples", ...place, signal, trials: has.map(({ index }) => index), first: 0, samples },
        timestamps: null,
      };
  }
}
