import { expect, test } from "vitest";
import { blockMeans, prepareRunSeries } from "./prepare";

const input = {
  name: "prepLick",
  title: "Preparatory lick rate",
  unit: "Hz",
  definition: "the second before reward",
  series: [{ label: "licks", values: [1, 3, null, 5, null, null] }],
  block: 2,
  zeroLine: false,
  role: "error" as const,
  zoom: null,
};

test("a gap does not count, and a block of gaps is a gap", () => {
  expect(blockMeans([1, 3, null, 5, null, null], 2)).toEqual([2, 5, null]);
});

test("points stand in the middle of their trials and say which those are", () => {
  const figure = prepareRunSeries(input);
  expect(figure.facets[0].x).toEqual([1.5, 3.5, 5.5]);
  expect(figure.sayX(1.5)).toBe("trials 1–2");
  expect(figure.note).toBe("each point the mean of 2 trials of this run");
});

test("probes keep the trial after which they were taken", () => {
  const figure = prepareRunSeries({
    ...input,
    block: 1,
    trials: [1, 5, 10],
    series: [{ label: "a", values: [1, 2, 3] }],
  });
  expect(figure.facets[0].x).toEqual([1, 5, 10]);
  expect(figure.sayX(5)).toBe("trial 5");
});

test("nothing measured says so", () => {
  expect(prepareRunSeries({ ...input, series: [{ label: "a", values: [null] }] }).empty).toBe(
    "This run has no value here yet.",
  );
});
