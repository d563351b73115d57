import { expect, test } from "vitest";
import { bandAt, bandWords } from "./band";
import { fixtureSeries } from "./testing/comparison-fixture";

const series = fixtureSeries("g", [1, null], 6, 0.2, 3);

test("edges are mean ± SEM or SD, or the interval itself", () => {
  const mean = series.mean[0]!;
  expect(bandAt(series, "sem", 0)).toEqual([mean - series.sem[0]!, mean + series.sem[0]!]);
  expect(bandAt(series, "sd", 0)).toEqual([mean - series.sd[0]!, mean + series.sd[0]!]);
  expect(bandAt(series, "ci", 0)).toEqual([series.low[0], series.high[0]]);
});

test("a gap has no band", () => {
  expect(bandAt(series, "sem", 1)).toBeNull();
  expect(bandAt(series, "ci", 1)).toBeNull();
});

test("words name the interval's method once", () => {
  expect(bandWords("sem", [series])).toBe("mean, band SEM");
  expect(bandWords("ci", [series, series])).toBe("mean, band 95 % CI (Student t)");
});

test("one subject has no band, and the words claim none", () => {
  const alone = { ...series, n: series.n.map(() => 1) };
  expect(bandWords("sem", [alone, alone])).toBe("no band (one subject has no spread): mean");
  expect(bandWords("sem", [alone, series])).toBe("mean, band SEM");
});
