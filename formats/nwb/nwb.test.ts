import { expect, test, vi } from "vitest";
import { collect, fixture, refusalOf } from "../testing/collect";

vi.setConfig({ testTimeout: 60_000 });

const wave = (index: number) => Math.round(1000 * Math.sin(index / 7)) / 1000;

test("fibres, events, trials, a laser, and a link that leads in a circle", async () => {
  const { subjects, sessions, trials, signals, samples, events, all, assumed } = await collect(
    fixture("photometry.nwb"),
  );
  expect(subjects).toEqual([{ id: "M7", group: "", sex: "F", genotype: "DAT-Cre" }]);
  expect(sessions[0]).toMatchObject({ name: "made-1", date: "2024-05-06T07:08:09+00:00" });
  expect(trials.map(({ start, type, rewardMagnitude }) => [start, type, rewardMagnitude])).toEqual([
    [0, "cued", 5],
    [4, "uncued", null],
    [8, "cued", 5],
  ]);
  expect(all("values").map(({ measure, values }) => [measure, ...values])).toEqual([["stop_time", 3, 7, 10]]);
  expect(signals.map(({ id, region, sensor, unit }) => [id, region, sensor, unit])).toEqual([
    ["dff.1", "NAc", "dLight1.3b", "dF/F"],
    ["dff.2", "VTA", "dLight1.3b", "dF/F"],
    ["laser", "", "stimulation", "watts"],
  ]);
  expect(signals[0]).toMatchObject({ samplingRateHz: 20, t0Seconds: 2, samplesPerTrial: null });
  const second = Array.from({ length: 200 }, (_, at) => Math.fround(Math.fround(wave(2 * at + 1)) * 0.5));
  expect([...samples("dff.2")[0].samples]).toEqual(second);
  expect([...samples("laser")[0].timestamps!]).toEqual([1, 2, 2.5]);
  expect([...events("left")[0].times]).toEqual([1, 3]);
  expect([...events("right")[0].times]).toEqual([2]);
  expect(events("right")[0].meaning).toBe("lick");
  expect(events("laser")[0]).toMatchObject({ meaning: "stimulation", times: Float64Array.of(2) });
  expect(trials.map(({ stimulated, alignedAt }) => [stimulated, alignedAt])).toEqual([
    ...[
      [true, 0],
      [false, 4],
      [false, 8],
    ],
  ]);
  expect(assumed.map(({ field }) => field)).toContain("trials.stimulatedByLight");
});

test("types of events in a table of their own, fluorophores of fibres, times per trial", async () => {
  const { subjects, signals, samples, events, trials, all, remarks } = await collect(
    fixture("events_and_fibers.nwb"),
  );
  expect(subjects).toEqual([{ id: "R1", group: "", sex: null, genotype: "TH-Cre" }]);
  expect(all("study")[0].replicate).toBe("rats");
  expect(signals).toMatchObject([
    { id: "dff", region: "DMS", sensor: "GRAB-DA2m, tdTomato", t0Seconds: 0, samplesPerTrial: null },
  ]);
  expect(signals[0].samplingRateHz).toBeCloseTo(10, 9);
  expect([...samples("dff")[0].samples].slice(0, 3)).toEqual([wave(0), wave(1), wave(2)].map(Math.fround));
  expect(all("events").map(({ type, meaning, times }) => [type, meaning, [...times]])).toEqual([
    ...[
      ["cue", "cue", [4, 14]],
      ["reward", "reward", [5.5, 15.5]],
      ["lick", "lick", [5.7]],
    ],
    ...[
      ["rearing", "other", [1, 2]],
      ["grooming", "other", [9]],
    ],
  ]);
  expect([...events("cue")[0].durations!]).toEqual([0.5, 0.5]);
  expect(trials.map(({ start, alignedAt }) => [start, alignedAt])).toEqual([
    [3, 5.5],
    [13, 15.5],
  ]);
  expect(all("timing")[0]).toMatchObject({
    ...{ alignment: "reward", cueSeconds: -1.5, rewardSeconds: 0, cueDurationSeconds: 0.5 },
  });
  expect(remarks).toContain(
    'Column "reward_time" of the trials table was left out: the file has events called "reward".',
  );
});

test("the series and the event to cut around are what is answered", async () => {
  const { signals, all } = await collect(fixture("photometry.nwb"), {
    ...{ "nwb.series": ["/acquisition/dff"], "alignment.event": "left", "signals.dff.1.sensor": "GRAB-DA" },
  });
  expect(signals.map(({ id, sensor }) => [id, sensor])).toEqual([
    ["dff.1", "GRAB-DA"],
    ["dff.2", "dLight1.3b"],
  ]);
  expect(all("timing")[0].alignment).toBe("left");
});

test("a file with nothing usable says what it holds", async () => {
  expect(await refusalOf(fixture("nwb_2.2_no_photometry.nwb"))).toBe(
    'Refusal: The NWB 2.5.0 file of subject "RAT123" holds no signal, event or trial, only Subject: write the photometry ' +
      "as FiberPhotometryResponseSeries or TimeSeries, and the trials as a trials table.",
  );
});
