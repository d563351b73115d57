import { expect, test } from "vitest";
import { collect, fixture } from "../testing/collect";

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
