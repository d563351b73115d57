import { expect, test, vi } from "vitest";
import { collect, fixture, refusalOf } from "../testing/collect";

vi.setConfig({ testTimeout: 60_000 });

const wave = (index: number) => Math.round(1000 * Math.sin(index / 7)) / 1000;

test("fibres, events, trials, a laser, and a link that leads in a circle", async () => {
  const { subjects, sessions, trials, signals, samples, events, all } = await collect(
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
});

test("a file with nothing usable says what it holds", async () => {
  expect(await refusalOf(fixture("nwb_2.2_no_photometry.nwb"))).toBe(
    'Refusal: The NWB 2.5.0 file of subject "RAT123" holds no signal, event or trial, only Subject: write the photometry ' +
      "as FiberPhotometryResponseSeries or TimeSeries, and the trials as a trials table.",
  );
});
