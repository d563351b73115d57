import { expect, test } from "vitest";
import { encodeGroups } from "../encoding";
import { prepareLearningCurve } from "../learning-curve/prepare";
import { fixtureGroups, fixtureTraces, fixtureCurve, twoModels } from "../testing/comparison-fixture";
import { prepareTrace } from "../trace/prepare";
import { layoutLines, locate } from "./layout";
import { sayReading } from "./reading";
import { lineCsvHead, lineCsvRows } from "./csv-rows";

const groups = fixtureGroups();
const look = {
  groups,
  encodings: encodeGroups(groups),
  hidden: new Set<string>(),
  band: "sem" as const,
  individuals: false,
  zoom: null,
  facetBy: "arm" as const,
};
const curve = prepareLearningCurve(
  fixtureCurve(groups, { key: "k", title: "Licks", unit: "Hz", scale: 3 }),
  look,
);
const trace = prepareTrace(fixtureTraces(groups), look);

test("labels stand at line ends where there is room, else a legend says it", () => {
  expect(layoutLines(curve, 1000)).toMatchObject({ columns: 3, legend: [] });
  expect(layoutLines(curve, 1000).gutter).toBeGreaterThan(0);
  expect(layoutLines(curve, 390).gutter).toBe(0);
  expect(layoutLines(curve, 390).legend).toHaveLength(2);
});

test("narrow figures break into fewer columns; a two-way grid keeps its columns", () => {
  expect(layoutLines(curve, 390).columns).toBe(2);
  expect(layoutLines(curve, 200).columns).toBe(1);
  expect(layoutLines(trace, 358).columns).toBe(3);
});

test.each([260, 358, 432, 889, 1600])("at %i px all plots are inside and none overlaps", (width) => {
  for (const figure of [curve, trace]) {
    const { facets, height } = layoutLines(figure, width);
    for (const { plot } of facets) {
      expect(plot.x).toBeGreaterThan(0);
      expect(plot.x + plot.width).toBeLessThanOrEqual(width);
      expect(plot.y + plot.height).toBeLessThan(height);
    }
    for (const [index, { plot }] of facets.entries())
      for (const { plot: other } of facets.slice(index + 1))
        expect(plot.x + plot.width <= other.x || plot.y + plot.height <= other.y).toBe(true);
  }
});

test("a point in a plot is a place on the axis, a point outside is none", () => {
  const layout = layoutLines(curve, 1000);
  const { plot } = layout.facets[1];
  expect(locate(curve, layout, plot.x + plot.width / 2, plot.y + 5)).toEqual({
    facet: 1,
    x: expect.closeTo(400),
  });
  expect(locate(curve, layout, 1, 1)).toBeNull();
});

test("a reading says place, group, value and band", () => {
  const said = sayReading(curve, 50.5, "sem");
  expect(said).toMatch(/^trials 1–100; ACTR as rate v1 · Control: [−\d.]+ Hz, SEM [−\d.]+ to [−\d.]+; /);
  expect(sayReading(trace, 1605, "sem")).toContain("more in the table");
});

test("the CSV holds exactly what is drawn", () => {
  const rows = lineCsvRows(curve);
  expect(rows).toHaveLength(6 * 8);
  expect(rows.every((row) => row.length === lineCsvHead.length)).toBe(true);
  const value = lineCsvHead.indexOf("value");
  expect(rows[0][value]).toBe(curve.facets[0].lines[0].points[0]);
  const zoomed = prepareLearningCurve(
    fixtureCurve(fixtureGroups(twoModels), { key: "k", title: "Licks", unit: "Hz", scale: 3 }),
    { ...look, zoom: { from: 0, to: 200 } },
  );
  expect(lineCsvRows(zoomed)).toHaveLength(6 * 2);
});
