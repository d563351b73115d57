import { readFile, rm, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Group } from "h5wasm/node";
import type { DerivedMeasure, EventMeaning, RecordedSignal, RecordedTrial } from "../../contracts/recording";
import { type OwnHeader, ownHeaderPath } from "../nwb/own-header";
import { nameIn, NwbFile } from "./nwb-file";

/** One session of one subject: what an NWB file holds. Times in seconds, a gap is NaN or null, as in contracts/recording.ts. */
export interface SessionToWrite extends Pick<
  OwnHeader,
  "source" | "study" | "recorded" | "simulation" | "subject" | "session" | "timing" | "remarks"
> {
  /** Unique among all files. */
  readonly identifier: string;
  /** ISO 8601: when what is exported came to be. */
  readonly made: string;
  readonly keywords: readonly string[];
  readonly trials: readonly RecordedTrial[];
  readonly measures: readonly (DerivedMeasure & {
    readonly trials: readonly number[];
    readonly values: ArrayLike<number>;
  })[];
  readonly events: readonly {
    readonly type: string;
    readonly meaning: EventMeaning;
    readonly trials: readonly number[] | null;
    readonly times: ArrayLike<number>;
    readonly values: ArrayLike<number> | null;
    readonly durations: ArrayLike<number> | null;
  }[];
  readonly signals: readonly (RecordedSignal & {
    /** One per row of `samples`; null in a continuous signal. */
    readonly trials: readonly number[] | null;
    readonly samples: Float32Array;
    readonly timestamps: Float64Array | null;
  })[];
}

/** NWB demands a start of the session; where nobody knows it, the description says so. */
const unknownDate = "1900-01-01T00:00:00+00:00";
const nwbVersion = "2.7.0";

/** @returns the bytes of an NWB 2.7 file that formats/nwb reads back to equal values. */
export async function nwbOf(session: SessionToWrite): Promise<Uint8Array> {
  const { default: hdf5, ready } = await import("h5wasm/node");
  await ready;
  const folder = await mkdtemp(path.join(tmpdir(), "phasic-nwb-"));
  try {
    const name = path.join(folder, "session.nwb");
    const root = new hdf5.File(name, "w");
    try {
      write(new NwbFile(root, session.identifier), session);
    } finally {
      root.close();
    }
    return await readFile(name);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function write(file: NwbFile, session: SessionToWrite): void {
  const { root } = file;
  file.typed(root, "core", "NWBFile");
  file.attributes(root, { nwb_version: nwbVersion });
  for (const name of ["acquisition", "analysis", "processing", "stimulus/presentation", "stimulus/templates"])
    file.folder(name);
  const start = startOf(session.session.date);
  file.text(root, "identifier", session.identifier);
  file.text(root, "session_description", descriptionOf(session));
  file.text(root, "session_start_time", start);
  file.text(root, "timestamps_reference_time", start);
  file.texts(root, "file_create_date", [session.made]);
  writeGeneral(file, session);
  const trials = writeTrials(file, session);
  const header: OwnHeader = {
    ...{ format: "phasic-recording", version: 1, source: session.source, study: session.study },
    ...{ recorded: session.recorded, simulation: session.simulation },
    ...{ subject: session.subject, session: session.session },
    ...{ timing: session.timing, remarks: session.remarks },
    signals: session.signals.map((signal) => trials.signals.get(signal) ?? writeSeries(file, signal)),
    measures: trials.measures,
    events: session.events.map((events) => trials.events.get(events) ?? writeEvents(file, events)),
  };
  const scratch = file.folder("scratch");
  const own = file.text(scratch, ownHeaderPath.slice("/scratch/".length), JSON.stringify(header));
  file.attributes(own, {
    ...{ namespace: "core", neurodata_type: "ScratchData" },
    notes: "What Phasic knows of this session beside what NWB has words for, as JSON.",
  });
}

const startOf = (date: string | null): string => {
  const time = date === null ? NaN : Date.parse(date);
  if (Number.isNaN(time)) return unknownDate;
  return /[zZ]|[+-]\d\d:\d\d$/.test(date!) ? date! : new Date(time).toISOString().replace("Z", "+00:00");
};

function descriptionOf({ source, study, recorded, session, subject }: SessionToWrite): string {
  return [
    recorded ? "" : "SIMULATED: made by a computer, not recorded from an animal.",
    source.title,
    study.task ? `Task: ${study.task}.` : "",
    subject.group ? `Group: ${subject.group}.` : "",
    startOf(session.date) === unknownDate
      ? `The date of the session is not known; ${unknownDate.slice(0, 4)} stands in for it.`
      : "",
  ]
    .filter(Boolean)
    .join(" ");
}

function writeGeneral(file: NwbFile, session: SessionToWrite): void {
  const general = file.folder("general");
  const { source, subject, recorded } = session;
  const publications = [source.citation, source.doi && `doi:${source.doi}`].filter((text) => text !== null);
  if (publications.length > 0) file.texts(general, "related_publications", publications);
  if (session.keywords.length > 0) file.texts(general, "keywords", session.keywords);
  const notes = [
    source.licence && `Licence: ${source.licence}.`,
    source.origin && `Source: ${source.origin}.`,
  ];
  const text = [...notes, ...session.remarks].filter(Boolean).join(" ");
  if (text) file.text(general, "notes", text);
  if (session.simulation) {
    const script = file.text(general, "source_script", session.simulation.command);
    file.attributes(script, { file_name: "command.sh" });
  }
  const group = file.group(general, "subject", "Subject");
  file.text(group, "subject_id", subject.id);
  if (subject.sex !== null) file.text(group, "sex", subject.sex);
  if (subject.genotype !== null) file.text(group, "genotype", subject.genotype);
  const about = [
    recorded ? "" : "Simulated: an initial network or agent, no animal.",
    subject.group ? `Group: ${subject.group}.` : "",
  ].filter(Boolean);
  if (about.length > 0) file.text(group, "description", about.join(" "));
}

type Signal = SessionToWrite["signals"][number];
type Events = SessionToWrite["events"][number];
interface WrittenTrials {
  readonly signals: ReadonlyMap<Signal, OwnHeader["signals"][number]>;
  readonly events: ReadonlyMap<Events, OwnHeader["events"][number]>;
  readonly measures: OwnHeader["measures"];
}

const gap = (value: number | null) => value ?? NaN;
const truth = (value: boolean | null) => (value === null ? NaN : Number(value));

/** Fields of trials, numbers per trial, signals cut into trials, and events timed from a trial's alignment event. */
function writeTrials(file: NwbFile, session: SessionToWrite): WrittenTrials {
  const { trials } = session;
  if (trials.length === 0) return { signals: new Map(), events: new Map(), measures: [] };
  const rowOf = new Map(trials.map(({ index }, row) => [index, row]));
  const table = file.intervals(
    file.folder("intervals"),
    "trials",
    "Trials. 1 is yes and 0 no; NaN and empty text are not known.",
    trials.map(({ index }) => index),
  );
  const numbers = (name: string, of: (trial: RecordedTrial) => number | null, description: string) =>
    table.numbers(
      name,
      Float64Array.from(trials, (trial) => gap(of(trial))),
      description,
    );
  const texts = (name: string, of: (trial: RecordedTrial) => string | null, description: string) =>
    table.texts(
      name,
      trials.map((trial) => of(trial) ?? ""),
      description,
    );
  numbers("start_time", ({ start }) => start, "Start of the trial (s); NaN where it is not known");
  numbers("stop_time", () => null, "Not known");
  texts("trial_type", ({ type }) => type, "Type of trial");
  texts("cue", ({ cue }) => cue, "Which cue");
  numbers("reward", ({ rewardMagnitude }) => rewardMagnitude, "Magnitude of the reward");
  numbers("omitted", ({ omitted }) => truth(omitted), "Whether the reward was left out");
  numbers("stimulated", ({ stimulated }) => truth(stimulated), "Whether dopamine was stimulated");
  numbers("dose", ({ dose }) => dose, "Dose of the stimulation");
  numbers("iti", ({ itiSeconds }) => itiSeconds, "Interval before the next trial (s)");
  numbers("excluded", ({ excluded }) => truth(excluded), "Whether analyses leave the trial out");
  numbers(
    "aligned_at",
    ({ alignedAt }) => alignedAt,
    "Alignment event of the trial on the session's clock (s)",
  );

  const measures = session.measures.map(({ trials: own, values, ...measure }) => {
    const column = new Float64Array(trials.length).fill(NaN);
    own.forEach((index, at) => (column[rowOf.get(index)!] = values[at]));
    const window = measure.window
      ? `${measure.window.from} to ${measure.window.to} s from ${measure.window.event}`
      : "";
    const words = [measure.unit, window, measure.processing].filter(Boolean).join("; ");
    return { ...measure, path: table.numbers(measure.id, column, words) };
  });
  const signals = new Map<Signal, OwnHeader["signals"][number]>();
  for (const signal of session.signals) {
    const { trials: own, samples, timestamps: _, ...declared } = signal;
    const width = signal.samplesPerTrial;
    if (own === null || width === null) continue;
    const all = new Float32Array(trials.length * width).fill(NaN);
    own.forEach((index, at) =>
      all.set(samples.subarray(at * width, (at + 1) * width), rowOf.get(index)! * width),
    );
    const has = new Set(own);
    const missing = trials.map(({ index }) => index).filter((index) => !has.has(index));
    const when = `${declared.samplingRateHz ?? "?"} Hz, first sample ${declared.t0Seconds ?? "?"} s from ${declared.alignment}`;
    const words = [declared.unit, when, declared.region, declared.sensor, declared.processing]
      .filter(Boolean)
      .join("; ");
    const at = table.numbers(declared.id, all, words, [trials.length, width]);
    signals.set(signal, { ...declared, path: at, missing });
  }
  const events = new Map<Events, OwnHeader["events"][number]>();
  for (const one of session.events) {
    if (one.trials === null) continue;
    const order = one.trials
      .map((index, at) => ({ at, row: rowOf.get(index)! }))
      .sort((a, b) => a.row - b.row || a.at - b.at);
    const ends = new Int32Array(trials.length);
    for (const { row } of order) ends[row] += 1;
    for (let row = 1; row < ends.length; row += 1) ends[row] += ends[row - 1];
    const list = (name: string, from: ArrayLike<number>, words: string) =>
      table.lists(
        name,
        Float64Array.from(order, ({ at }) => from[at]),
        ends,
        words,
      );
    events.set(one, {
      ...{ type: one.type, meaning: one.meaning, byTrial: true },
      path: list(one.type, one.times, "Times of events in each trial (s from its alignment event)"),
      values: one.values && list(`${one.type}_values`, one.values, "Values of the events"),
      durations: one.durations && list(`${one.type}_durations`, one.durations, "Durations (s)"),
    });
  }
  table.close();
  return { signals, events, measures };
}

const namesIn = (group: Group) => new Set(group.keys());

/** A continuous signal, or one of rows for which the file has no trials. */
function writeSeries(file: NwbFile, signal: Signal): OwnHeader["signals"][number] {
  const { trials: _, samples, timestamps, ...declared } = signal;
  const acquisition = file.folder("acquisition");
  const name = nameIn(namesIn(acquisition), declared.id);
  const words = [declared.region, declared.sensor, declared.processing].filter(Boolean).join("; ");
  const series = file.group(acquisition, name, "TimeSeries", {
    description: words || "no description",
    comments: "no comments",
  });
  const data = file.numbers(series, "data", samples);
  file.attributes(data, { conversion: 1, resolution: -1, offset: 0, unit: declared.unit });
  if (timestamps) {
    const times = file.numbers(series, "timestamps", timestamps);
    times.create_attribute("interval", 1, [], "<i");
    file.attributes(times, { unit: "seconds" });
  } else {
    const start = file.numbers(series, "starting_time", Float64Array.of(declared.t0Seconds ?? 0), []);
    file.attributes(start, { rate: declared.samplingRateHz ?? 1, unit: "seconds" });
  }
  return { ...declared, path: series.path, missing: [] };
}

/** Events on the session's clock. */
function writeEvents(file: NwbFile, events: Events): OwnHeader["events"][number] {
  const intervals = file.folder("intervals");
  const { times, durations } = events;
  const table = file.intervals(
    intervals,
    nameIn(new Set([...namesIn(intervals), "trials"]), events.type),
    `Events: ${events.type}. An event without a duration stops when it starts.`,
    Array.from(times, (_, row) => row),
  );
  const stop = Float64Array.from(times, (time, row) => time + (durations?.[row] || 0));
  const header = {
    ...{ type: events.type, meaning: events.meaning, byTrial: false },
    path: table.numbers("start_time", Float64Array.from(times), "Time of the event (s)"),
    durations: null as string | null,
    values: null as string | null,
  };
  table.numbers("stop_time", stop, "End of the event (s)");
  if (durations)
    header.durations = table.numbers(
      "duration",
      Float64Array.from(durations),
      "Duration (s); NaN: not known",
    );
  if (events.values)
    header.values = table.numbers("value", Float64Array.from(events.values), "Value of the event");
  table.close();
  return header;
}
