import type { Group } from "h5wasm/node";
import type { RecordingPart } from "@/contracts/recording";
import { Refusal, quoted } from "../refusal";
import { attributeIn } from "../hdf5/attributes";
import { datasetIn, type Node } from "../hdf5/walk";
import { allNumbers, isNumericDataset, textsIn } from "../hdf5/values";
import { meaningOf } from "../meaning";
import type { Reading } from "../reader";
import { columnsOf } from "./columns";

interface Place {
  readonly subject: string;
  readonly session: number;
}
interface Timed {
  readonly times: Float64Array;
  readonly values?: Float64Array | null;
  readonly durations?: Float64Array | null;
}

/** What it means is told or asked once it is known what there is. */
type Unnamed = Omit<Extract<RecordingPart, { kind: "events" }>, "meaning">;

const part = (place: Place, type: string, { times, values, durations }: Timed): Unnamed => ({
  ...{ kind: "events", ...place, type: type.slice(0, 200) || "event", trials: null },
  ...{ times: times.slice(), values: values?.slice() ?? null, durations: durations?.slice() ?? null },
});

/** One part per label; `labels` has one for each time. */
function* byLabel(place: Place, labels: readonly string[], timed: Timed): Generator<Unnamed> {
  const pick = (numbers: Float64Array | null | undefined, rows: number[]) =>
    numbers ? Float64Array.from(rows, (row) => numbers[row]) : null;
  const rows = new Map<string, number[]>();
  for (const [row, label] of labels.entries()) rows.set(label, [...(rows.get(label) ?? []), row]);
  for (const [label, own] of rows)
    yield part(place, label, {
      times: pick(timed.times, own)!,
      values: pick(timed.values, own),
      durations: pick(timed.durations, own),
    });
}

function numbersOf(node: Node, name: string, fileBytes: number): Float64Array | null {
  const dataset = datasetIn(node.object as Group, name);
  return dataset && isNumericDataset(dataset) ? allNumbers(dataset, fileBytes) : null;
}

function sameLength(node: Node, times: ArrayLike<unknown>, others: ArrayLike<unknown>): void {
  if (times.length !== others.length)
    throw new Refusal(
      `${quoted(node.path)} has ${times.length} times for ${others.length} values`,
      "write it again",
    );
}

type ReadEvents = (node: Node, place: Place, fileBytes: number) => Iterable<Unnamed>;

/** ndx-events up to 0.2: times, and for each a number that stands for a label. */
function* labelled(node: Node, place: Place, fileBytes: number): Generator<Unnamed> {
  const times = numbersOf(node, "timestamps", fileBytes) ?? new Float64Array(0);
  const data = datasetIn(node.object as Group, "data");
  if (!data) return yield part(place, node.name, { times });
  const codes = allNumbers(data, fileBytes);
  sameLength(node, times, codes);
  const value: unknown =
    attributeIn(data, "labels") ?? textsIn(datasetIn(node.object as Group, "data__labels"));
  const labels = Array.isArray(value) ? value.map(String) : [];
  yield* byLabel(
    place,
    [...codes].map((code) => labels[code] || `${node.name} ${code}`),
    { times },
  );
}

const labelColumns = ["event_type", "ttl_type", "event_name", "event", "label", "type", "cue"];

/** A table of ndx-events from 0.3 on (EventsTable, TtlsTable), or of intervals: epochs and the like. */
function* tabled(node: Node, place: Place, fileBytes: number): Generator<Unnamed> {
  const { numbers, texts } = columnsOf(node.object as Group, fileBytes);
  const times = numbers.get("timestamp") ?? numbers.get("start_time");
  if (!times) return;
  const ends = numbers.get("stop_time");
  const durations = numbers.get("duration") ?? ends?.map((end, row) => end - times[row]) ?? null;
  const label =
    labelColumns.find((name) => texts.has(name)) ??
    [...texts.keys()].find((name) => !/description|note|comment/i.test(name));
  const value = numbers.get("value") ?? null;
  const timed = { times, durations, values: value };
  if (label) yield* byLabel(place, texts.get(label)!, timed);
  else yield part(place, node.name, timed);
}

/** ndx-events up to 0.2, AnnotatedEventsTable: one row per type, with a list of times. */
function* annotated(node: Node, place: Place, fileBytes: number): Generator<Unnamed> {
  const times = numbersOf(node, "event_times", fileBytes);
  const ends = numbersOf(node, "event_times_index", fileBytes);
  if (!times || !ends) return;
  const labels = textsIn(datasetIn(node.object as Group, "label")) ?? [];
  for (let row = 0, from = 0; row < ends.length; from = ends[row++])
    yield part(place, labels[row] ?? `${node.name} ${row + 1}`, { times: times.slice(from, ends[row]) });
}

/** IntervalSeries: 1 where an interval begins and -1 where it ends. */
function* intervals(node: Node, place: Place, fileBytes: number): Generator<Unnamed> {
  const [times, marks] = [numbersOf(node, "timestamps", fileBytes), numbersOf(node, "data", fileBytes)];
  if (!times || !marks) return;
  sameLength(node, times, marks);
  const [starts, durations]: number[][] = [[], []];
  for (let at = 0; at < times.length; at++)
    if (marks[at] > 0) {
      starts.push(times[at]);
      durations.push(marks[at + 1] < 0 ? times[at + 1] - times[at] : NaN);
    }
  yield part(place, node.name, { times: Float64Array.from(starts), durations: Float64Array.from(durations) });
}

function* annotations(node: Node, place: Place, fileBytes: number): Generator<Unnamed> {
  const times = numbersOf(node, "timestamps", fileBytes);
  const labels = textsIn(datasetIn(node.object as Group, "data"));
  if (!times || !labels) return;
  sameLength(node, times, labels);
  yield* byLabel(place, labels, { times });
}

const readers: Readonly<Record<string, ReadEvents>> = {
  Events: labelled,
  TTLs: labelled,
  LabeledEvents: labelled,
  EventsTable: tabled,
  TtlsTable: tabled,
  TimeIntervals: tabled,
  AnnotatedEventsTable: annotated,
  IntervalSeries: intervals,
  AnnotationSeries: annotations,
};

/** A series of BehavioralEvents is events, each with a value; the trials table is none. */
const readerOf = ({ type, path, object }: Node): ReadEvents | null => {
  if (path === "/intervals/trials") return null;
  if (type === "TimeSeries" && "keys" in object && behavioural(path))
    return function* (node, place, fileBytes) {
      const times = numbersOf(node, "timestamps", fileBytes);
      const values = numbersOf(node, "data", fileBytes);
      if (times)
        yield part(place, node.name, { times, values: values?.length === times.length ? values : null });
    };
  return Object.hasOwn(readers, type) ? readers[type] : null;
};
const behavioural = (path: string) => /\/BehavioralEvents\/[^/]+$/.test(path);

export const isEvents = (node: Node): boolean => readerOf(node) !== null;
export function* eventParts(node: Node, place: Place, { file, notes }: Reading): Generator<RecordingPart> {
  for (const events of readerOf(node)?.(node, place, file.size) ?? [])
    yield { ...events, meaning: meaningOf(notes, events.type, node.name) };
}
