/** exp, log and tanh within 2 ulp of values computed in integer arithmetic, and exact where they have to be. */
import { describe, expect, it } from "vitest";
import { KeyedStream } from "../noise/keyed";
import { exp } from "./exp";
import { gaussian } from "./gaussian";
import { log } from "./log";
import { normals } from "./normal";
import { fixed, preciseExp, preciseLog, preciseTanh, ulps } from "./precise";
import { tanh } from "./tanh";

const draws = new KeyedStream([2023]);
const between = (low: number, high: number) => low + (high - low) * draws.next();
const many = (count: number, draw: () => number) => Array.from({ length: count }, draw);
const worst = (values: readonly number[], error: (x: number) => number) => Math.max(...values.map(error));

describe("exp", () => {
  it("is within 1 ulp", () => {
    const values = [
      ...many(400, () => between(-60, 60)),
      ...many(400, () => between(-1, 1)),
      1e-10,
      -1e-10,
      0.5,
    ];
    expect(worst(values, (x) => ulps(exp(x), preciseExp(fixed(x))))).toBeLessThanOrEqual(1);
  });
  it("is right at the ends", () => {
    expect([exp(0), exp(-0), exp(1000), exp(-1000), exp(Infinity), exp(-Infinity), exp(NaN)]).toEqual([
      1,
      1,
      Infinity,
      0,
      Infinity,
      0,
      NaN,
    ]);
    expect(exp(709.78)).toBeCloseTo(1.7928227943945155e308, -295);
    expect(exp(-745)).toBe(5e-324);
  });
});

describe("log", () => {
  it("is within 1 ulp", () => {
    const values = [
      ...many(300, () => between(0, 1)),
      ...many(300, () => between(0.9, 1.1)),
      1e-30,
      1e30,
      2,
      3,
    ];
    const error = (x: number) => ulps(log(x), preciseLog(fixed(x), log(x)));
    expect(worst(values, error)).toBeLessThanOrEqual(1);
  });
  it("is right at the ends", () => {
    expect([log(1), log(0), log(-1), log(Infinity), log(NaN)]).toEqual([0, -Infinity, NaN, Infinity, NaN]);
    expect(log(5e-324)).toBeCloseTo(-744.4400719213812, 10);
  });
});

describe("tanh", () => {
  const error = (x: number) => ulps(tanh(x), preciseTanh(fixed(x)));
  it("is within 2 ulp", () => {
    const values = [
      ...many(2000, () => between(-3, 3)),
      ...many(500, () => between(-20, 20)),
      ...many(500, () => between(0, 0.4)),
    ];
    expect(worst(values, error)).toBeLessThanOrEqual(2);
  });
  it("is within 2 ulp where the reduction changes over", () => {
    const edges = [0.5, 1.5, 2.5, 3.5, 4.5].map((k) => (k * 0.6931471805599453) / 2);
    const values = edges.flatMap((edge) => many(300, () => edge * between(0.9999, 1.0001)));
    expect(worst(values, error)).toBeLessThanOrEqual(2);
  });
  it("keeps small numbers, signs and infinities", () => {
    expect([tanh(1e-12), tanh(-1e-12), tanh(30), tanh(-Infinity), tanh(NaN)]).toEqual([
      1e-12,
      -1e-12,
      1,
      -1,
      NaN,
    ]);
    expect([Object.is(tanh(0), 0), Object.is(tanh(-0), -0)]).toEqual([true, true]);
  });
});

describe("gaussian", () => {
  it("has a trapezoid integral of 1 and, as published, sqrt(2) times the spread", () => {
    const values = gaussian(440, 20, 800, "published");
    expect(values.reduce((sum, value) => sum + value, 0) - 0.5 * (values[0] + values[799])).toBeCloseTo(
      1,
      12,
    );
    const variance = values.reduce((sum, value, i) => sum + value * (i + 1 - 440) * (i + 1 - 440), 0);
    expect(Math.sqrt(variance)).toBeCloseTo(20 * Math.SQRT2, 6);
  });
});

describe("normal draws", () => {
  it("have the moments of a standard normal", () => {
    const draw = normals(new KeyedStream([7]));
    const values = many(40000, draw);
    const moment = (power: number) => values.reduce((sum, z) => sum + z ** power, 0) / values.length;
    expect(Math.abs(moment(1))).toBeLessThan(0.02);
    expect(Math.abs(moment(2) - 1)).toBeLessThan(0.03);
    expect(Math.abs(moment(3))).toBeLessThan(0.06);
    expect(Math.abs(moment(4) - 3)).toBeLessThan(0.15);
  });
});
