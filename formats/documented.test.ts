import { File, ready } from "h5wasm/node";
import { copyFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { confirmed } from "./fuzz/confirm";
import { limitsFor } from "./limits";
import { asked, collect, fixture, refusalOf } from "./testing/collect";
import { MatWriter } from "./testing/write-mat";
import { folderOfTest } from "./testing/written";

/** What docs/formats.md says and no other test holds. */

vi.setConfig({ testTimeout: 60_000 });

const { at, written } = folderOfTest();
const lines = (...rows: string[]) => rows.join("\n") + "\n";
const count = (length: number) => Array.from({ length }, (_, index) => index);
const writer = new MatWriter();
const mapped = async (file: string, given = {}) => collect(file, await confirmed(file, given));

test.each([
  ["photometry.nwb", "recording.mat"],
  ["photometry.nwb", "recording.h5"],
  ["seshMerge_small_v7.mat", "recording.csv"],
  ["seshMerge_small_v7.mat", "recording.ppd"],
  ["continuous.ppd", "recording.txt"],
  ["wide_semicolon_decimal_comma.csv", "recording.mat"],
  ["event_log.csv", "recording.nwb"],
])("%s is the same recording when it is called %s", async (name, other) => {
  copyFileSync(fixture(name), at(other));
  const [own, renamed] = [await collect(fixture(name)), await collect(at(other))];
  const numbers = ({ all }: typeof own) =>
    all("samples")
      .map(({ samples }) => [...samples])
      .concat(all("events").map(({ times }) => [...times]));
  expect(renamed.all("source")[0].format).toBe(own.all("source")[0].format);
  expect(numbers(renamed)).toEqual(numbers(own));
});

test("a process may take 1 GiB and 10 s, above 64 MB 120 s; 256 MB and 20 times the file's size may be unpacked", () => {
  const MB = 1024 * 1024;
  expect(limitsFor(64 * MB)).toMatchObject({ residentBytes: 1024 * MB, seconds: 10 });
  expect(limitsFor(64 * MB + 1)).toEqual({
    ...{ residentBytes: 1024 * MB, seconds: 120, unpackedBytes: 256 * MB + 20 * (64 * MB + 1) },
  });
});

const wide = (...cells: string[]) =>
  lines("subject,trial,type,x1,x2,x3,x4,x5", ...cells.map((row, at) => `m,${at + 1},${at % 2},${row}`));

test("what nothing in a file could tell asks to be confirmed by itself", async () => {
  const open = async (file: string) =>
    [...(await asked(file)).questions.values()]
      .filter(({ cannotBeKnown }) => cannotBeKnown)
      .map(({ field }) => field);
  expect(await open(written("wide.csv", wide("1,2,3,4,5", "1,2,3,4,5")))).toEqual(
    expect.arrayContaining(["trials.type", "signals.x.alignment", "study.task"]),
  );
  const clock = await open(written("clock.csv", lines("time,f", ...count(30).map((k) => `${k * 0.1},${k}`))));
  expect(clock).toContain("time.unit");
  expect(await open(fixture("photometry.nwb"))).toEqual(
    expect.arrayContaining(["alignment.event", "baseline.fromSeconds", "baseline.toSeconds"]),
  );
});

test("not known is an answer to a sampling rate and to the time of a cue", async () => {
  const file = written("unknown.csv", wide("1,2,3,4,5", "1,2,3,4,5"));
  const { signals, all } = await mapped(file, {
    ...{ "signals.x.samplingRateHz": null, "timing.cueSeconds": null, "timing.rewardSeconds": null },
  });
  expect(signals[0].samplingRateHz).toBeNull();
  expect(all("timing")[0]).toMatchObject({ cueSeconds: null, rewardSeconds: null });
});

test("an empty cell, NaN, NA, N/A, null and infinities are gaps, never 0; in tables of trials they are counted", async () => {
  const file = written("gaps.csv", wide(",NaN,NA,N/A,null", "inf,-Infinity,0,1,2"));
  const { all, remarks } = await mapped(file);
  expect([...all("samples")[0].samples]).toEqual([...Array(7).fill(NaN), 0, 1, 2]);
  expect(remarks.join(" ")).toMatch(/5 samples of x are empty or not a number/);
  expect(remarks.join(" ")).toMatch(/2 samples of x are infinite/);
});

test.each([
  ["bars", "subject|trial|x1|x2|x3|x4|x5\nm|1|1|2|3|4|5\nm|2|1|2|3|4|5\n"],
  [
    "a title, and empty lines anywhere",
    "Experiment 7\n\nsubject,trial,x1,x2,x3,x4,x5\n\nm,1,1,2,3,4,5\n\n\nm,2,1,2,3,4,5\n\n",
  ],
  ["comments of MATLAB", "% made by hand\nsubject,trial,x1,x2,x3,x4,x5\nm,1,1,2,3,4,5\nm,2,1,2,3,4,5\n"],
])("%s", async (_, content) => {
  const { trials, samples } = await collect(written("written.csv", content));
  expect(trials).toHaveLength(2);
  expect([...samples("x")[0].samples]).toEqual([1, 2, 3, 4, 5, 1, 2, 3, 4, 5]);
});

test.each([
  ["time_us", 1e6],
  ["time_min", 1 / 60],
  ["time_s", 1],
])("a clock in the unit that its column names, %s", async (name, perSecond) => {
  const rows = count(40).map((k) => `${(k * perSecond) / 20},${k}`);
  const { signals } = await collect(written(`${name}.csv`, lines(`${name},f`, ...rows)));
  expect(signals[0].samplingRateHz).toBeCloseTo(20, 6);
});

test("a column of times alone is events that are called as the file is", async () => {
  for (const [name, header] of [
    ["licks.csv", "time_s"],
    ["Lick.csv", "timestamps"],
  ]) {
    const { all } = await mapped(written(name, lines(header, "0.5", "1.25", "7")));
    expect(all("events").map(({ type, meaning, times }) => [type, meaning, [...times]])).toEqual([
      [name.slice(0, -4), "lick", [0.5, 1.25, 7]],
    ]);
  }
});

test("a plain HDF5 file is arrays to be mapped, row by row as HDF5 lays them", async () => {
  await ready;
  const file = new File(at("plain.h5"), "w");
  file.create_dataset({ name: "dff", data: Float32Array.from(count(60)), shape: [6, 10] });
  file.create_dataset({ name: "trialType", data: Float64Array.from([0, 1, 0, 1, 0, 1]) });
  file.close();
  expect((await asked(at("plain.h5"))).reason).toMatch(/^NeedsMapping: The HDF5 file holds /);
  const { trials, samples } = await mapped(at("plain.h5"), { "signals.dff.orientation": "trials x samples" });
  expect(trials).toHaveLength(6);
  expect([...samples("dff")[0].samples]).toEqual(count(60));
});

test("times of events may be a row per trial, filled up with gaps", async () => {
  const dff = writer.array({ kind: "single", dims: [4, 30], numbers: count(120) }, "dff");
  // column by column: trial 1 has 0.5 and 1, trial 2 none, trial 3 has 2, trial 4 has 1
  const times = [0.5, NaN, 2, 1, 1, NaN, NaN, NaN];
  const licks = writer.array({ kind: "double", dims: [4, 2], numbers: times }, "lickTimes");
  const { events } = await mapped(written("rows.mat", writer.file(dff, licks)), {
    ...{ "variables.signals": ["dff"], "variables.events": ["lickTimes"], "variables.rasters": [] },
    ...{
      "signals.dff.orientation": "trials x samples",
      "signals.samplingRateHz": 10,
      "signals.t0Seconds": 0,
    },
    "events.lickTimes.unit": "s",
  });
  expect(events("lickTimes").map(({ trials, times: own }) => [trials, [...own]])).toEqual([
    [
      [1, 1, 3, 4],
      [0.5, 1, 2, 1],
    ],
  ]);
});

test("MATLAB's level 4 and arrays of three dimensions are not read, and said so", async () => {
  const level4 = Buffer.alloc(20 + 4 + 8);
  [0, 1, 1, 0, 4].forEach((value, index) => level4.writeInt32LE(value, 4 * index));
  level4.write("dff\0", 20, "latin1");
  expect(await refusalOf(written("old.mat", level4))).toBe(
    "Refusal: This is a MATLAB file of level 4 (-v4): save it with -v7 and try again.",
  );
  const cube = writer.array({ kind: "single", dims: [4, 5, 3], numbers: count(60) }, "dff");
  const file = written("cube.mat", writer.file(cube));
  expect(await refusalOf(file)).toBe(
    "Refusal: The MATLAB file holds nothing that could be a signal, a time or a trial, only dff (single 4x5x3): save the " +
      "arrays of the recording themselves, in at most two dimensions.",
  );
});

const session = (rewards: readonly number[]) =>
  lines(
    "time_s,event",
    ...rewards.flatMap((reward, trial) => [`${10 * trial + 5},cue`, `${10 * trial + reward},reward`]),
  );

test("when reward comes is taken from its events where all trials agree to 20 ms, and else not known", async () => {
  const timing = async (name: string, rewards: readonly number[]) =>
    (await mapped(written(name, session(rewards)), { "alignment.event": "cue" })).all("timing")[0];
  expect(await timing("agree.csv", [6.5, 6.51, 6.5, 6.495])).toMatchObject({
    cueSeconds: 0,
    cut: { from: -2, to: 4 },
  });
  expect((await timing("agree.csv", [6.5, 6.51, 6.5, 6.495])).rewardSeconds).toBeCloseTo(1.5, 2);
  expect((await timing("differ.csv", [6.5, 7, 6.5, 8])).rewardSeconds).toBeNull();
});

test("trials of a continuous recording may be cut around their own start", async () => {
  const { trials } = await mapped(fixture("photometry.nwb"), { "alignment.event": "trial start" });
  expect(trials.map(({ start, alignedAt }) => [start, alignedAt])).toEqual([
    [0, 0],
    [4, 4],
    [8, 8],
  ]);
});
