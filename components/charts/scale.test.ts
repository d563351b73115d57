import fc from "fast-check";
import { expect, test } from "vitest";
import { project, spanAxis, ticksWithin, tickStep, valueAxis } from "./scale";

test("steps are 1, 2, 2.5 or 5 times a power of ten", () => {
  expect(tickStep(800, 4)).toBe(200);
  expect(tickStep(10, 4)).toBe(2.5);
  expect(tickStep(0.3, 4)).toBeCloseTo(0.1);
});

test("ticks carry no dust of binary fractions", () => {
  expect(ticksWithin(0, 0.3, 0.1)).toEqual([0, 0.1, 0.2, 0.3]);
  expect(ticksWithin(-0.2, 0.2, 0.1)).toEqual([-0.2, -0.1, 0, 0.1, 0.2]);
});

test("an axis of rates starts at zero; one far above zero is broken and says so", () => {
  expect(valueAxis([1, 4], { zero: false })).toMatchObject({ domain: [0, 4], broken: false });
  expect(valueAxis([310, 395], { zero: false })).toMatchObject({ domain: [300, 400], broken: true });
  expect(valueAxis([310, 395], { zero: true })).toMatchObject({ domain: [0, 400], broken: false });
});

test("no value, no axis; one value, an axis around it", () => {
  expect(valueAxis([null, NaN], { zero: true })).toBeNull();
  expect(valueAxis([0], { zero: true })?.domain).toEqual([0, 1]);
  expect(valueAxis([-3], { zero: false })?.domain[1]).toBe(0);
});

test("every axis holds all its values between its first and last tick", () => {
  const value = fc.integer({ min: -1e9, max: 1e9 }).map((whole) => whole / 1e4);
  const values = fc.array(value, { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(values, fc.boolean(), (list, zero) => {
      const axis = valueAxis(list, { zero })!;
      const slack = 1e-6 * (axis.domain[1] - axis.domain[0]);
      expect(axis.domain[0]).toBeLessThanOrEqual(Math.min(...list) + slack);
      expect(axis.domain[1]).toBeGreaterThanOrEqual(Math.max(...list) - slack);
      expect(axis.domain[0]).toBeLessThan(axis.domain[1]);
      expect(axis.broken).toBe(axis.domain[0] > 0);
      expect(axis.ticks.length).toBeLessThan(14);
    }),
  );
});

test("a span of nothing still has a width", () => {
  expect(spanAxis(5, 5, 4).domain).toEqual([4.5, 5.5]);
});

test("projects a domain onto a range, upside down too", () => {
  expect(project(5, [0, 10], [0, 100])).toBe(50);
  expect(project(10, [0, 10], [100, 0])).toBe(0);
});
