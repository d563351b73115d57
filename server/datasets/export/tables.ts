import { type Cell, column, type Column, type Table } from "../../../formats/write/tidy";
import type { Reader } from "../../access/grant";
import { samplesOf, sessionData, type SampleBlock, type SessionData } from "../read/session";
import type { Exported, ExportedSession } from "./sessions";

const subject = column("subject", "text", "", "as in the source file: the replicate");
const session = column("session", "integer", "", "unique in its subject; sessions are in this order");
const trial = column("trial", "integer", "", "unique in its session; trials are in this order");

/** The tidy tables of a dataset, each read from the database as it is written. */
export function tablesOf(grant: Reader, exported: Exported, withSamples: boolean): Table[] {
  const { version, sessions, signals } = exported;
  const measures = measureColumns(version.measures);
  return [
    subjectsTable(sessions),
    sessionsTable(sessions),
    signalsTable(signals),
    {
      name: "trials",
      columns: [...trialColumns, ...measures.map(({ column: one }) => one)],
      rows: () => perSession(grant, exported, (data, own) => trialRows(data, own, measures)),
    },
    { name: "events", columns: eventColumns, rows: () => perSession(grant, exported, eventRows) },
    ...(withSamples
      ? [{ name: "samples", columns: sampleColumns, rows: () => sampleRows(grant, exported) }]
      : []),
  ];
}

const subjectsTable = (sessions: readonly ExportedSession[]): Table => ({
  name: "subjects",
  columns: [
    subject,
    column("group", "text", "", "empty where the source names none"),
    column("sex", "text", "", "as in the source"),
    column("genotype", "text", "", "as in the source"),
  ],
  rows: () => [
    [...new Map(sessions.map((one) => [one.subject, one])).values()].map((one) => [
      ...[one.subject, one.group, one.sex, one.genotype],
    ]),
  ],
});

const sessionsTable = (sessions: readonly ExportedSession[]): Table => ({
  name: "sessions",
  columns: [
    subject,
    session,
    column("name", "text", "", "as in the source"),
    column("date", "text", "", "ISO 8601, as precise as the source says it"),
  ],
  rows: () => [sessions.map(({ subject: who, index, name, date }) => [who, index, name, date])],
});

const signalsTable = (signals: Exported["signals"]): Table => ({
  name: "signals",
  columns: [
    column("signal", "text", "", "name, as in samples"),
    column("region", "text", "", "where it was recorded"),
    column("sensor", "text", "", "what it was recorded with"),
    column("channel", "text", "", "as in the source"),
    column("unit", "text", "", "unit of value in samples"),
    column("sampling_rate", "number", "Hz", "empty where samples have times of their own"),
    column(
      "first_sample",
      "number",
      "s",
      "time of the first sample from the alignment event or session start",
    ),
    column("samples_per_trial", "integer", "samples", "empty in a continuous signal"),
    column("alignment", "text", "", "the event at time 0"),
    column("processing", "text", "", "what was done to the numbers before"),
  ],
  rows: () => [
    signals.map((one) => [
      ...[one.name, one.region, one.sensor, one.channel, one.unit, one.samplingRateHz, one.t0Seconds],
      ...[one.samplesPerTrial, one.alignment, one.processing],
    ]),
  ],
});

const trialColumns: readonly Column[] = [
  subject,
  session,
  trial,
  column("start", "number", "s", "start of the trial on the session's clock"),
  column("aligned_at", "number", "s", "alignment event of the trial on the session's clock"),
  column("type", "text", "", "type of trial, as in the source"),
  column("cue", "text", "", "which cue"),
  column("reward", "number", "as in the source", "magnitude of the reward"),
  column("omitted", "boolean", "", "whether the reward was left out"),
  column("stimulated", "boolean", "", "whether dopamine was stimulated"),
  column("dose", "number", "as in the source", "dose of the stimulation"),
  column("iti", "number", "s", "interval between trials"),
  column("excluded", "boolean", "", "whether analyses leave the trial out"),
];

interface MeasureColumn {
  readonly measure: string;
  readonly column: Column;
}

/** Measures that came with the source are columns of trials, under names that no other column has. */
function measureColumns(measures: Exported["version"]["measures"]): MeasureColumn[] {
  const taken = new Set(trialColumns.map(({ name }) => name));
  return measures.map(({ name, unit, window, processing }) => {
    let free = name;
    for (let copy = 2; taken.has(free); copy += 1) free = `${name}_${copy}`;
    taken.add(free);
    const when = window ? `${window.from} to ${window.to} s from ${window.event}` : "window not known";
    const meaning = [`${name}, as it came with the source`, when, processing].filter(Boolean).join("; ");
    return { measure: name, column: column(free, "number", unit, meaning) };
  });
}

function trialRows(
  data: SessionData,
  { subject: who, index }: ExportedSession,
  measures: readonly MeasureColumn[],
) {
  const values = new Map(
    data.values.map(({ measure, trials, values: own }) => [
      measure,
      new Map(trials.map((one, at) => [one, own[at]])),
    ]),
  );
  return data.trials.map((one): Cell[] => [
    ...[who, index, one.index, one.start, one.alignedAt, one.type, one.cue, one.rewardMagnitude],
    ...[one.omitted, one.stimulated, one.dose, one.itiSeconds, one.excluded],
    ...measures.map(({ measure }) => values.get(measure)?.get(one.index) ?? null),
  ]);
}

const eventColumns: readonly Column[] = [
  subject,
  session,
  column(
    "trial",
    "integer",
    "",
    "the trial from whose alignment event the time counts; empty: session's clock",
  ),
  column("type", "text", "", "as in the source"),
  column("meaning", "text", "", "lick, cue, reward, stimulation or other"),
  column("time", "number", "s", "from the trial's alignment event, or on the session's clock"),
  column("value", "number", "as in the source", "value of the event"),
  column("duration", "number", "s", "duration of the event"),
];
const eventRows = (data: SessionData, { subject: who, index }: ExportedSession): Cell[][] =>
  data.events.flatMap(({ type, meaning, trials, times, values, durations }) =>
    Array.from(times, (time, at): Cell[] => [
      ...[who, index, trials?.[at] ?? null, type, meaning, time],
      ...[values?.[at] ?? null, durations?.[at] ?? null],
    ]),
  );

async function* perSession(
  grant: Reader,
  { version, sessions }: Exported,
  rowsOf: (data: SessionData, session: ExportedSession) => Cell[][],
) {
  for (const one of sessions) {
    const { subject: who, index } = one;
    const data = await sessionData(grant, { versionId: version.id, subject: who, session: index });
    if (data) yield rowsOf(data, one);
  }
}

const sampleColumns: readonly Column[] = [
  subject,
  session,
  column("signal", "text", "", "see signals"),
  column("trial", "integer", "", "empty in a continuous signal"),
  column("sample", "integer", "", "from 0: position in the trial, or in the continuous signal"),
  column("time", "number", "s", "from the alignment event, or on the session's clock; empty: not known"),
  column("value", "single", "see signals", "empty: a gap"),
];

async function* sampleRows(grant: Reader, { version, sessions, signals }: Exported) {
  for (const { subject: who, index, signals: own } of sessions) {
    const data = await sessionData(grant, { versionId: version.id, subject: who, session: index });
    if (!data) continue;
    for (const signal of signals.filter(({ name }) => own.includes(name)))
      for await (const block of samplesOf(grant, data.id, signal.name))
        yield blockRows([who, index, signal.name], block, signal);
  }
}

function blockRows(
  place: readonly Cell[],
  { trials, first, samples, timestamps }: SampleBlock,
  { samplesPerTrial, samplingRateHz: rate, t0Seconds: t0 }: Exported["signals"][number],
): Cell[][] {
  const width = samplesPerTrial ?? samples.length;
  const clock = rate !== null && t0 !== null ? (at: number) => t0 + at / rate : () => null;
  return Array.from(samples, (value, i): Cell[] => {
    const at = trials ? i % width : first + i;
    return [...place, trials?.[Math.floor(i / width)] ?? null, at, timestamps?.[i] ?? clock(at), value];
  });
}
