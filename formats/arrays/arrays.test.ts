import { expect, test, vi } from "vitest";
import { confirmed } from "../fuzz/confirm";
import { asked, collect, fixture } from "../testing/collect";
import { folderOfTest } from "../testing/written";
import { MatWriter } from "../testing/write-mat";

vi.setConfig({ testTimeout: 60_000 });

const { written } = folderOfTest();
const count = (length: number) => Array.from({ length }, (_, index) => index);
const wave = (index: number) => Math.round(1000 * Math.sin(index / 7)) / 1000;

/** What is read once a person agrees with every guess, but for these answers. */
const mapped = async (file: string, given = {}) => collect(file, await confirmed(file, given));

test("a struct array of sessions, with cells of licks and lists shorter than the trials, as Octave writes it", async () => {
  const file = fixture("octave_sessions.mat");
  const { reason, questions, contents } = await asked(file);
  expect(reason).toBe(
    "NeedsMapping: The MATLAB file holds sess (struct 1x3 with mouse, date, group, dff, trialType, licks, rt), fs (double 1x1): " +
      "say which of these are signals, times and trials.",
  );
  expect(contents.map(({ path, type, dims, first }) => [path, type, dims!.join("x"), first[0]])).toEqual([
    ...[
      ["sess", "struct", "1x3", undefined],
      ["sess.mouse", "char", "1x2", "m1"],
      ["sess.date", "char", "1x10", "2024-05-01"],
    ],
    ...[
      ["sess.group", "cell", "1x1", "control"],
      ["sess.dff", "single", "6x20", "1"],
      ["sess.trialType", "double", "6x1", "0"],
    ],
    ...[
      ["sess.licks", "cell", "6x1", "0.1"],
      ["sess.rt", "double", "1x5", "1"],
      ["fs", "double", "1x1", "10"],
    ],
  ]);
  const guesses = Object.fromEntries([...questions].map(([field, { value }]) => [field, value]));
  expect(guesses).toMatchObject({
    ...{ "variables.records": "sess", "variables.recordIs": "session", "variables.signals": ["sess.dff"] },
    ...{
      "variables.events": ["sess.licks"],
      "variables.measures": ["sess.rt"],
      "variables.samplingRate": "fs",
    },
    ...{
      "variables.roles.subject": "sess.mouse",
      "variables.roles.type": "sess.trialType",
      "signals.dff.orientation": "trials x samples",
    },
  });
  const { subjects, sessions, trials, signals, samples, events, all, remarks } = await mapped(file, {
    ...{
      "trials.type": { 0: "cued", 1: "uncued" },
      "signals.alignment": "reward",
      "signals.alignmentSample": 11,
    },
  });
  expect(subjects.map(({ id, group }) => [id, group])).toEqual([
    ["m1", "control"],
    ["m2", "control"],
  ]);
  expect(sessions.map(({ subject, index, date }) => [subject, index, date])).toEqual([
    ["m1", 1, "2024-05-01"],
    ["m1", 2, "2024-05-02"],
    ["m2", 1, "2024-05-03"],
  ]);
  expect(trials.map(({ type }) => type).slice(0, 2)).toEqual(["cued", "uncued"]);
  expect(signals).toMatchObject([
    { id: "dff", samplingRateHz: 10, t0Seconds: -1, samplesPerTrial: 20, alignment: "reward" },
  ]);
  expect([...samples("dff")[2].samples]).toEqual(
    count(120).map((k) => Math.fround(Math.fround(wave(k)) + 3)),
  );
  expect(events("licks")[0]).toMatchObject({ meaning: "lick", trials: [1, 2, 2, 4, 5, 5] });
  expect([...events("licks")[0].times]).toEqual([0.1, 0.1, 0.2, 0.1, 0.1, 0.2]);
  expect(all("values").map(({ trials: own, values }) => [own.length, values[4]])).toEqual([
    [5, 5],
    [5, 10],
    [5, 15],
  ]);
  expect(remarks).toContain("sess.rt covers 5 of 6 trials; it was aligned to the first 5.");
});

test("continuous lists with a clock in milliseconds, and licks as sample numbers from 1 or 0", async () => {
  const file = fixture("octave_continuous.mat");
  const { questions } = await asked(file);
  expect(questions.get("events.lickSamples.unit")).toMatchObject({ value: "samples", cannotBeKnown: true });
  const given = { "events.lickSamples.samplingRateHz": 20 };
  const { subjects, signals, samples, events, trials, all } = await mapped(file, given);
  expect(subjects[0].id).toBe("M7");
  expect(signals).toMatchObject([
    { id: "f465", samplingRateHz: 20, t0Seconds: 0, samplesPerTrial: null, alignment: "session start" },
    { id: "f405" },
  ]);
  expect([...samples("f405")[0].samples]).toEqual(count(400).map((k) => Math.fround(wave(k) / 2)));
  expect([...events("lickSamples")[0].times]).toEqual([0, 1.45, 1.5, 12.45]);
  expect(trials.map(({ alignedAt }) => alignedAt)).toEqual([3.5, 9.5, 15.5]);
  expect(all("timing")[0]).toMatchObject({ alignment: "rewardOn", cueSeconds: -1.5, rewardSeconds: 0 });
  const fromZero = await mapped(file, {
    ...given,
    "events.lickSamples.indexBase": 0,
    "alignment.event": "cueOn",
  });
  expect([...fromZero.events("lickSamples")[0].times]).toEqual([0.05, 1.5, 1.55, 12.5]);
  expect(fromZero.all("timing")[0]).toMatchObject({ alignment: "cueOn", cueSeconds: 0, rewardSeconds: 1.5 });
});

test("a struct array of trials, and a sparse raster", async () => {
  const file = fixture("octave_trials.mat");
  const { samples, trials, events } = await mapped(file, {
    "signals.samplingRateHz": 10,
    "signals.t0Seconds": -1,
  });
  expect(trials.map(({ type }) => type)).toEqual(["1", "0", "1", "0"]);
  expect([...samples("dff")[0].samples].slice(30, 60)).toEqual(
    count(30).map((k) => Math.fround(wave(k + 2))),
  );
  expect(events("lickTimes")[0].trials).toEqual([1, 2, 2, 3, 3, 3, 4, 4, 4, 4]);
  const raster = await mapped(file, {
    ...{
      "variables.records": null,
      "variables.signals": [],
      "variables.rasters": ["raster"],
      "variables.events": [],
    },
    ...{ "events.raster.meaning": "lick", "signals.samplingRateHz": 10, "signals.t0Seconds": -1 },
  });
  const [licks] = raster.events("raster");
  const marked = count(120).filter((k) => wave(k) > 0.9);
  expect(licks.trials).toEqual(marked.map((k) => 1 + Math.floor(k / 20)));
  expect([...licks.times]).toEqual(marked.map((k) => ((k % 20) - 10) / 10));
});

test("version 7.3: a struct array of mice, compressed, with cells and text", async () => {
  const { subjects, samples, events, trials } = await mapped(fixture("arrays_7_3.mat"), {
    "signals.t0Seconds": 0,
  });
  expect(subjects.map(({ id }) => id)).toEqual(["M1", "M2"]);
  expect(trials.map(({ type }) => type)).toEqual(["0", "1", "0", "1", "0", "0", "1", "0", "1", "0"]);
  // column by column in the file, trial by trial here
  const second = count(5).flatMap((trial) => count(8).map((k) => Math.fround(wave(5 * k + trial) + 1)));
  expect([...samples("dff")[1].samples]).toEqual(second);
  expect(events("licks").map(({ trials: own, times }) => [own, [...times]])).toEqual([
    [
      [2, 3, 3, 5],
      [0, 0, 0.1, 0],
    ],
    [
      [2, 3, 3, 5],
      [1, 1, 1.1, 1],
    ],
  ]);
});

test("rows and columns are what is answered, in a list per trial, a matrix lying across, and channels", async () => {
  const writer = new MatWriter();
  const across = writer.array({ kind: "single", dims: [30, 4], numbers: count(120) }, "dff");
  const codes = writer.array({ kind: "double", dims: [1, 4], numbers: [1, 2, 1, 2] }, "trialType");
  const sessions = writer.array({ kind: "double", dims: [4, 1], numbers: [7, 7, 9, 9] }, "session");
  const file = written("across.mat", writer.file(writer.compressed(across), codes, sessions));
  const { sessions: found, samples } = await mapped(file);
  expect(found.map(({ index, name }) => [index, name])).toEqual([
    [7, "7"],
    [9, "9"],
  ]);
  expect([...samples("dff")[1].samples]).toEqual(count(60).map((k) => k + 60));
  const channels = await mapped(file, {
    "signals.dff.orientation": "samples x channels",
    "signals.dff.samplingRateHz": 10,
  });
  expect(channels.signals.map(({ id }) => id)).toEqual(["dff.1", "dff.2", "dff.3", "dff.4"]);
  expect([...channels.samples("dff.2")[0].samples]).toEqual(count(30).map((k) => k + 30));
});

test("what does not fit is said, and nothing is taken unasked", async () => {
  const writer = new MatWriter();
  const array = (name: string, dims: [number, number]) =>
    writer.array({ kind: "double", dims, numbers: count(dims[0] * dims[1]) }, name);
  const file = written("two.mat", writer.file(array("a", [6, 10]), array("b", [5, 10]), array("c", [9, 1])));
  const both = { "variables.signals": ["a", "b"], "variables.rasters": [], "variables.events": [] };
  const rows = { "signals.a.orientation": "trials x samples", "signals.b.orientation": "trials x samples" };
  expect((await asked(file, { ...both, ...rows })).reason).toMatch(
    /^Refusal: "b" has 5 trials where "a" has 6: /,
  );
  expect(
    (await asked(file, { ...both, "variables.signals": ["a"], "variables.roles.type": "c" })).reason,
  ).toMatch(/^Refusal: "c" has 9 values for 6 trials: /);
  expect((await asked(file, { "variables.signals": ["nothing"] })).reason).toMatch(
    /^NeedsMapping: What was answered to variables.signals/,
  );
  expect((await asked(file, { "variables.signals": [], "variables.events": [] })).reason).toMatch(
    /^NeedsMapping: Nothing of the MATLAB file/,
  );
  const silent = written(
    "nan.mat",
    writer.file(writer.array({ kind: "single", dims: [6, 10], numbers: Array(60).fill(NaN) }, "dff")),
  );
  expect((await asked(silent, await confirmed(silent))).reason).toBe(
    "Refusal: dff holds no number, only gaps: check the export of the signals.",
  );
});

test("cells with a trace for each trial are signals, empty ones gaps; the list of times tells rows from columns", async () => {
  const mat = new MatWriter();
  const list = (...numbers: number[]) => ({ kind: "double" as const, dims: [1, numbers.length], numbers });
  const trace = (trial: number) => list(...count(12).map((at) => trial * 100 + at));
  const time = mat.array(list(...count(12).map((at) => at / 10 - 0.5)), "time");
  const file = written("cells.mat", mat.file(mat.cells("traces", [trace(1), list(), trace(3)]), time));
  expect((await asked(file)).questions.get("variables.signals")).toMatchObject({ value: ["traces"] });
  const { signals, samples, trials } = await mapped(file);
  expect(signals).toMatchObject([{ id: "traces", samplesPerTrial: 12, t0Seconds: -0.5 }]);
  expect(trials).toHaveLength(3);
  const own = samples("traces")[0].samples;
  expect([own[0], own[11], own[12], own[24]]).toEqual([100, 111, NaN, 300]);

  const uneven = written("uneven.mat", mat.file(mat.cells("traces", [trace(1), list(1, 2)])));
  await expect(mapped(uneven)).rejects.toThrow(
    /The cells of "traces" hold 2 to 12 numbers, and trials of one/,
  );

  const rows = { kind: "double" as const, dims: [4, 12], numbers: count(48) };
  const matrix = written("matrix.mat", mat.file(mat.array(rows, "dff"), time));
  expect((await asked(matrix)).questions.get("signals.dff.orientation")).toMatchObject({
    value: "trials x samples",
  });
});

test("of complex numbers the real part is taken, and that is said", async () => {
  const mat = new MatWriter();
  const real = count(60);
  const file = written(
    "complex.mat",
    mat.file(
      mat.complex(
        "spec",
        [6, 10],
        real,
        real.map(() => 7),
      ),
    ),
  );
  expect((await asked(file)).reason).toContain("spec (complex double 6x10)");
  const { samples, remarks } = await mapped(file);
  expect([...samples("spec")[0].samples.subarray(0, 3)]).toEqual([0, 6, 12]);
  expect(remarks.join(" ")).toContain("Of the complex numbers of spec the real part was taken.");
});
