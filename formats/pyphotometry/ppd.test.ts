import { expect, test } from "vitest";
import { collect, fixture } from "../testing/collect";
import { folderOfTest } from "../testing/written";

const { written } = folderOfTest();

const volts = (value: number, scale: number) => Math.fround(value * scale);

test("two signals continuously, with rises of a digital input", async () => {
  const { subjects, sessions, signals, samples, events } = await collect(fixture("continuous.ppd"));
  expect([subjects[0].id, sessions[0].date]).toEqual(["m7", "2024-05-06T07:08:09"]);
  expect(signals.map(({ samplingRateHz, unit }) => [samplingRateHz, unit])).toEqual([
    [130, "V"],
    [130, "V"],
  ]);
  const [first, second] = ["analog 1", "analog 2"].map((signal) => samples(signal)[0].samples);
  expect([...first]).toEqual(Array.from({ length: 300 }, (_, at) => volts(1000 + at, 0.0001)));
  expect([...second]).toEqual(Array.from({ length: 300 }, (_, at) => volts(2000 + at, 0.0002)));
  expect([...events("digital 1")[0].times]).toEqual([100 / 130, 200 / 130]);
  expect(events("digital 1")[0].durations?.[0]).toBeCloseTo(5 / 130, 12);
});

test("pulsed, from version 1.1 on: LED on minus baseline, in the order that is answered", async () => {
  const { samples, assumed } = await collect(fixture("pulsed.ppd"));
  expect(assumed[0]).toMatchObject({ field: "pulsed.order", value: "LED on first" });
  expect([...samples("analog 2")[0].samples]).toEqual(
    Array.from({ length: 300 }, (_, at) => volts(1800 + at, 0.0002)),
  );
  const other = await collect(fixture("pulsed.ppd"), { "pulsed.order": "baseline first" });
  expect(other.samples("analog 2")[0].samples[0]).toBe(volts(-1800, 0.0002));
});

test("digital inputs mean what is answered, and trials are cut around one of them", async () => {
  const { events, trials, all } = await collect(fixture("continuous.ppd"), {
    ...{ "events.digital 1.meaning": "reward", "alignment.event": "digital 1", "alignment.fromSeconds": -1 },
  });
  expect(events("digital 1")[0].meaning).toBe("reward");
  expect(trials.map(({ alignedAt }) => alignedAt)).toEqual([100 / 130, 200 / 130]);
  expect(all("timing")[0]).toMatchObject({
    alignment: "digital 1",
    rewardSeconds: 0,
    cut: { from: -1, to: 4 },
  });
});

test("version 0: two signals that the header does not count", async () => {
  const json = Buffer.from(
    '{"subject_ID": "m1", "date_time": "2019-01-01T10:00:00", "mode": "2 colour time div.", "sampling_rate": 130, ' +
      '"volts_per_division": [0.0001, 0.0002], "LED_current": [10, 10]}',
  );
  const bytes = Buffer.alloc(2 + json.length + 8);
  bytes.writeUInt16LE(json.length);
  json.copy(bytes, 2);
  for (const [at, value] of [10, 20, 30, 40].entries())
    bytes.writeUInt16LE(value << 1, 2 + json.length + 2 * at);
  const { samples } = await collect(written("old.ppd", bytes));
  expect([...samples("analog 2")[0].samples]).toEqual([volts(20, 0.0002), volts(40, 0.0002)]);
});
