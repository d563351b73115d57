import { expect, test } from "vitest";
import { encodeGroups } from "../encoding";
import { fixtureDifference, fixtureGroups } from "../testing/comparison-fixture";
import { prepareDifference } from "./prepare";

const groups = fixtureGroups();
const look = {
  groups,
  encodings: encodeGroups(groups),
  hidden: new Set<string>(),
  band: "sem" as const,
  individuals: true,
  zoom: null,
  facetBy: "arm" as const,
};

test("the band is the interval whatever the page shows, and zero is on the axis", () => {
  const figure = prepareDifference(fixtureDifference(groups), look);
  const [line] = figure.facets[0].lines;
  expect(line.bands[3]).toEqual([line.series!.low[3], line.series!.high[3]]);
  expect(figure.zeroLine).toBe(true);
  expect(figure.yAxis.domain[0]).toBeLessThanOrEqual(0);
  expect(figure.yAxis.domain[1]).toBeGreaterThanOrEqual(0);
});

test("incomplete pairs are counted, with reasons; nobody asks why control has none", () => {
  const figure = prepareDifference(fixtureDifference(groups), look);
  expect(figure.remarks).toEqual([
    "ACTR as rate v1 · stimLick-: 4 of 6 pairs; missing: 1 failed: out of memory, 1 waiting",
  ]);
  expect(figure.note).toBe(
    "paired difference from control: mean, band 95 % CI (Student t) over complete pairs",
  );
});
