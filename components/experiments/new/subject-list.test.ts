import { expect, it } from "vitest";
import { merged, nextSubjects, referenceSubjects } from "./subject-list";

it("goes on where the reference list ends", () => {
  const six = referenceSubjects(6);
  expect(six.map(({ population, rank }) => [population, rank])).toEqual([
    [1, 201],
    [1, 130],
    [1, 98],
    [1, 119],
    [1, 141],
    [1, 195],
  ]);
  expect(nextSubjects(six, 2).map(({ population, rank }) => [population, rank])).toEqual([
    [2, 201],
    [2, 130],
  ]);
});

it("fills gaps first and never repeats a network", () => {
  const six = referenceSubjects(6);
  const gap = six.filter(({ rank }) => rank !== 98);
  expect(nextSubjects(gap, 1)[0].rank).toBe(98);
  expect(merged(six, six)).toEqual(six);
  expect(merged(six, [{ ...six[0], tauTrans: 2 }])[0].tauTrans).toBe(2);
});
