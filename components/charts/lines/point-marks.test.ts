import { expect, test } from "vitest";
import { encodeGroups } from "../encoding";
import { fixtureGroups } from "../testing/comparison-fixture";
import { lineMarks } from "./point-marks";

const [encoding] = encodeGroups(fixtureGroups()).values();
const plot = { x: 10, width: 200 };
const draw = (points: (number | null)[], marked = (_: number) => true) =>
  lineMarks({ encoding, points, marked }, [0, 10, 110, 210, 220], (value) => 100 - value, plot);

test("a line has one marker per marked point within the plot, and none at a gap", () => {
  const markers = (path: string) => path.split("M").length - 1;
  expect(markers(draw([1, 2, 3, 4, 5]))).toBe(3);
  expect(markers(draw([1, 2, null, 4, 5]))).toBe(2);
  expect(markers(draw([1, 2, 3, 4, 5], (index) => index === 2))).toBe(1);
  expect(draw([null, null, null, null, null])).toBe("");
});
