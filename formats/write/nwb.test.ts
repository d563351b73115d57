import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import type { RecordingPart } from "../../contracts/recording";
import { readRecording } from "../read";
import { nwbOf, type SessionToWrite } from "./nwb";

vi.setConfig({ testTimeout: 60_000 });
const folder = mkdtempSync(path.join(tmpdir(), "phasic-round-trip-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const trial = (index: number, more: object = {}) => ({
  ...{ index, start: index * 10.1, type: "cued", cue: null, rewardMagnitude: 3, omitted: false },
  ...{ stimulated: null, dose: null, itiSeconds: 0.1 + 0.2, excluded: false, alignedAt: null, ...more },
});
const signal = {
  ...{ region: "NAc core", sensor: "dLight1.3b", channel: "1", unit: "dF/F", samplingRateHz: 25 },
  ...{ t0Seconds: -0.08, samplesPerTrial: 3, alignment: "lick", processing: "z" },
};
const session: SessionToWrite = {
  identifier: "phasic:abc:m1:2",
  made: "2026-01-02T03:04:05.000Z",
  keywords: ["dopamine"],
  ...{ recorded: true, simulation: null },
  source: {
    ...{ format: "table of trials", title: "Random rewards", licence: "CC0-1.0", citation: "Jeong 2022" },
    ...{ doi: "10.1126/science.abq6740", origin: null },
  },
  study: { task: "random rewards", replicate: "mice" },
  subject: { id: "m1", group: "control", sex: "F", genotype: null },
  session: { index: 2, name: "day 2", date: "2022-05-06" },
  timing: {
    ...{ alignment: "lick", cueSeconds: null, rewardSeconds: 0.1, cueDurationSeconds: null },
    ...{ baseline: { from: -2, to: -1 }, cut: null },
  },
  trials: [
    trial(1),
    trial(2, { type: null, stimulated: true, excluded: true }),
    trial(5, { omitted: null, alignedAt: 7 }),
  ],
  measures: [
    { id: "iri", unit: "s", window: null, processing: "", trials: [1, 2, 5], values: [1 / 3, NaN, -1e-300] },
    {
      ...{
        id: "start_time",
        unit: "Hz",
        window: { from: -1, to: 0, event: "reward" },
        processing: "as in the file",
      },
      ...{ trials: [1, 2, 5], values: [1, 2, 3] },
    },
  ],
  events: [
    {
      ...{ type: "licks/left", meaning: "lick" as const, trials: [1, 1, 5], times: [-0.5, 0.25, 1 / 3] },
      ...{ values: null, durations: [0.01, NaN, 0.02] },
    },
    {
      ...{ type: "laser", meaning: "stimulation" as const, trials: null, times: [3.5, 9.25] },
      ...{ values: [5, 7], durations: [0.5, 1 / 3] },
    },
  ],
  signals: [
    {
      ...{ ...signal, id: "dopamine", trials: [1, 5], timestamps: null },
      samples: Float32Array.of(0.1, NaN, 0.3, -1e30, 2, 3),
    },
    {
      ...{
        ...signal,
        id: "running/speed",
        samplesPerTrial: null,
        t0Seconds: 2,
        trials: null,
        timestamps: null,
      },
      samples: Float32Array.from({ length: 300_000 }, (_, i) => Math.fround(i / 7)),
    },
    {
      ...{
        ...signal,
        id: "pupil",
        samplesPerTrial: null,
        samplingRateHz: null,
        t0Seconds: null,
        trials: null,
      },
      ...{ samples: Float32Array.of(1, 2, NaN), timestamps: Float64Array.of(0.1, 0.2, 0.7) },
    },
  ],
  remarks: ["1 value of bout_rate is infinite in the file: kept as gaps"],
};

async function readBack(bytes: Uint8Array): Promise<RecordingPart[]> {
  const name = path.join(folder, "session.nwb");
  writeFileSync(name, bytes);
  const parts: RecordingPart[] = [];
  for await (const part of readRecording(name)) parts.push(part);
  return parts;
}
const of = <Kind extends RecordingPart["kind"]>(parts: readonly RecordingPart[], kind: Kind) =>
  parts.filter((part): part is Extract<RecordingPart, { kind: Kind }> => part.kind === kind);

test("what is written as NWB reads back to equal values", async () => {
  const parts = await readBack(await nwbOf(session));
  const place = { subject: "m1", session: 2 };
  const { doi, origin: _, ...source } = session.source;
  expect(of(parts, "source")[0]).toMatchObject({ ...source, doi });
  expect(of(parts, "study")[0]).toMatchObject(session.study);
  expect(of(parts, "subjects")[0].subjects).toEqual([session.subject]);
  expect(of(parts, "sessions")[0].sessions).toEqual([{ subject: "m1", ...session.session }]);
  expect(of(parts, "timing")[0]).toEqual({ kind: "timing", ...session.timing });
  expect(of(parts, "trials")[0].trials).toEqual(session.trials);
  expect(of(parts, "measures")[0].measures).toEqual(
    session.measures.map(({ trials: _trials, values: _values, ...measure }) => measure),
  );
  expect(of(parts, "values").map(({ measure, values }) => [measure, ...values])).toEqual([
    ["iri", 1 / 3, NaN, -1e-300],
    ["start_time", 1, 2, 3],
  ]);
  const [licks, laser] = of(parts, "events");
  expect(licks).toMatchObject({
    ...place,
    type: "licks/left",
    meaning: "lick",
    trials: [1, 1, 5],
    values: null,
  });
  expect([...licks.times, ...licks.durations!]).toEqual([-0.5, 0.25, 1 / 3, 0.01, NaN, 0.02]);
  expect(laser).toMatchObject({ type: "laser", meaning: "stimulation", trials: null });
  expect([...laser.times, ...laser.values!, ...laser.durations!]).toEqual([3.5, 9.25, 5, 7, 0.5, 1 / 3]);
  expect(of(parts, "signals")[0].signals).toEqual(
    session.signals.map(
      ({ trials: _trials, samples: _samples, timestamps: _times, ...declared }) => declared,
    ),
  );
  const [dopamine, running, more, pupil] = of(parts, "samples");
  expect(dopamine).toMatchObject({ signal: "dopamine", trials: [1, 5] });
  expect(dopamine.samples).toEqual(session.signals[0].samples);
  expect([running.first, more.first]).toEqual([0, running.samples.length]);
  const joined = new Float32Array(session.signals[1].samples.length);
  for (const { first, samples } of [running, more]) joined.set(samples, first);
  expect(Buffer.from(joined.buffer).equals(Buffer.from(session.signals[1].samples.buffer))).toBe(true);
  expect(pupil.samples).toEqual(session.signals[2].samples);
  expect([...pupil.timestamps!]).toEqual([0.1, 0.2, 0.7]);
  expect(of(parts, "remarks")[0].remarks).toEqual(session.remarks);
});

test("a simulation says so, and a session without trials or date is a file all the same", async () => {
  const parts = await readBack(
    await nwbOf({
      ...session,
      ...{ recorded: false, trials: [], measures: [], events: [], timing: null, remarks: [] },
      ...{ signals: session.signals.slice(1), session: { index: 1, name: "1", date: null } },
    }),
  );
  expect(of(parts, "source")[0].format).toBe("simulation");
  expect(of(parts, "sessions")[0].sessions[0].date).toBeNull();
  expect(of(parts, "trials")).toEqual([]);
  expect(of(parts, "samples")).toHaveLength(3);
});
