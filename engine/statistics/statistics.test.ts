import fc from "fast-check";
import { describe as suite, expect, it } from "vitest";
import { describeCurves } from "./curves";
import { describe } from "./describe";
import { cohenDav } from "./effect-size";
import { generatorFromState } from "./generator";
import { intervalMethod, meanInterval } from "./mean-interval";
import { normalCdf, normalInverse } from "./normal";
import { orderStatistic, quantile } from "./order-statistic";
import { signFlipName, signFlipP } from "./sign-flip";
import fixtures from "./testing/fixtures.json";

const gap = (value: number | null) => value ?? NaN;
const near = (actual: number, expected: number, relative = 1e-13) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(relative * Math.max(Math.abs(expected), 1));

suite("statistics agree with exact fractions", () => {
  it.each(fixtures.describe)("mean, sd and sem of $values", ({ values, n, mean, sd, sem }) => {
    const found = describe(values.map(gap));
    expect(found.n).toBe(n);
    near(found.mean, mean);
    if (sd === null) expect([found.sd, found.sem]).toEqual([NaN, NaN]);
    else {
      near(found.sd, sd);
      near(found.sem, gap(sem));
    }
  });

  it("random bits", () => {
    const { bits } = generatorFromState([1, 2, 3, 4]);
    expect(fixtures.bits.map(bits)).toEqual(fixtures.bits);
    // the first outputs that the authors' C code gives for this state
    expect(fixtures.bits.slice(0, 4)).toEqual([11520, 0, 5927040, 70819200]);
  });

  it.each(fixtures.bca)("BCa interval of $values", ({ values, interval }) => {
    const { low, high } = meanInterval(values);
    near(low, interval[0], 1e-9);
    near(high, interval[1], 1e-9);
  });

  it.each(fixtures.abc)("analytic bootstrap interval of $values", ({ values, interval }) => {
    const { low, high } = meanInterval(values, "analytic");
    near(low, interval[0]);
    near(high, interval[1]);
    // the limit of what resampling gives: within a few hundredths of its width
    const resampled = meanInterval(values);
    const width = resampled.high - resampled.low;
    expect(Math.abs(low - resampled.low)).toBeLessThan(0.05 * width);
    expect(Math.abs(high - resampled.high)).toBeLessThan(0.05 * width);
  });

  it("Student interval below ten subjects, with tabled quantiles", () => {
    // t(0.975, 7) = 2.364624 and t(0.975, 1) = 12.706205: any printed table
    const eight = [1, 2, 3, 4, 5, 6, 7, 8];
    near(meanInterval(eight).high - 4.5, 2.364624251592784 * describe(eight).sem, 1e-12);
    near(meanInterval([0, 2]).low, 1 - 12.706204736432095, 1e-9);
  });

  it.each(fixtures.signFlip)("sign-flip test of $values", ({ values, p }) => {
    expect(signFlipP(values)).toBe(p);
  });

  it("effect size of pairs", () => near(cohenDav(fixtures.dAv.a, fixtures.dAv.b), fixtures.dAv.value));

  it("normal distribution", () => {
    for (const [z, p] of fixtures.normalCdf) expect(Math.abs(normalCdf(z) - p)).toBeLessThan(2e-15);
    near(normalInverse(0.975), 1.959963984540054, 1e-14);
  });
});

suite("what has no spread shows none", () => {
  it("gives no band to one subject, and nothing to none", () => {
    expect(meanInterval([3])).toEqual({ low: NaN, high: NaN });
    expect(describe([NaN, NaN])).toEqual({ n: 0, mean: NaN, sd: NaN, sem: NaN });
    expect(intervalMethod(1)).toContain("no interval");
    expect(signFlipP([3])).toBeNaN();
    expect(cohenDav([1, 1], [2, 2])).toBeNaN();
  });

  it("gives equal values an interval of no width", () => {
    const equal = new Array(12).fill(0.1);
    expect(meanInterval(equal)).toEqual({ low: 0.1, high: 0.1 });
    expect(meanInterval(equal, "analytic")).toEqual({ low: 0.1, high: 0.1 });
  });

  it("says how each N is treated", () => {
    expect(intervalMethod(9)).toContain("Student t, 8 degrees of freedom");
    expect(intervalMethod(10)).toContain("BCa bootstrap");
    expect(intervalMethod(10, "analytic")).toContain("ABC");
    expect([signFlipName(12), signFlipName(13)]).toEqual([
      "sign-flip test, exact, two-sided",
      "sign-flip test, 10000 random patterns, two-sided",
    ]);
  });
});

const sample = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 2, maxLength: 24 });

it("differences too small to be squared still end in an interval", () => {
  const { low, high } = meanInterval([...new Array(11).fill(0), 5e-324]);
  expect(low).toBeGreaterThanOrEqual(0);
  expect(high).toBeLessThanOrEqual(5e-324);
});

suite("properties", () => {
  it("the order of subjects changes nothing, not a bit", () => {
    fc.assert(
      fc.property(sample, fc.nat(), (values, seed) => {
        const shuffled = values
          .map((value, i) => ({ value, key: Math.imul(seed + i, 0x9e3779b1) }))
          .sort((a, b) => a.key - b.key)
          .map(({ value }) => value);
        expect(describe(shuffled)).toEqual(describe(values));
        expect(meanInterval(shuffled)).toEqual(meanInterval(values));
        expect(signFlipP(shuffled)).toEqual(signFlipP(values));
      }),
      { numRuns: 50 },
    );
  });

  it("gaps lower N and nothing else", () => {
    fc.assert(
      fc.property(sample, (values) => {
        expect(describe([NaN, ...values, NaN])).toEqual(describe(values));
        expect(meanInterval([NaN, ...values])).toEqual(meanInterval(values));
      }),
      { numRuns: 30 },
    );
  });

  it("the interval holds the mean and lies within the values when bootstrapped", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 10, maxLength: 20 }), (values) => {
        const { low, high } = meanInterval(values);
        const { mean } = describe(values);
        expect(low).toBeLessThanOrEqual(mean + 1e-9);
        expect(high).toBeGreaterThanOrEqual(mean - 1e-9);
        expect(low).toBeGreaterThanOrEqual(Math.min(...values));
        expect(high).toBeLessThanOrEqual(Math.max(...values));
      }),
      { numRuns: 30 },
    );
  });

  it("rounding does not decide whether resampled means of counts are equal: tenths give a tenth of the interval", () => {
    const counts = [0, 1, 1, 2, 3, 3, 3, 4, 7, 9];
    const whole = meanInterval(counts);
    for (const divisor of [3, 10, 20, 70]) {
      const { low, high } = meanInterval(counts.map((count) => count / divisor));
      near(low * divisor, whole.low, 1e-9);
      near(high * divisor, whole.high, 1e-9);
    }
  });

  it("order statistics are those of a sorted array", () => {
    fc.assert(
      fc.property(sample, fc.double({ min: 0, max: 1, noNaN: true }), (values, p) => {
        const sorted = Float64Array.from(values).sort();
        sorted.forEach((value, k) => expect(orderStatistic(Float64Array.from(values), k)).toBe(value));
        const q = quantile(Float64Array.from(values), p);
        expect(q).toBeGreaterThanOrEqual(sorted[0]);
        expect(q).toBeLessThanOrEqual(sorted[sorted.length - 1]);
      }),
    );
  });
});

suite("curves over subjects", () => {
  it("have the statistics of each point, with what ends early as gaps", () => {
    const { n, mean, sem, low, method } = describeCurves(
      [
        [1, 2, 3],
        [3, 4],
        [NaN, 6],
      ],
      3,
    );
    expect([...n]).toEqual([2, 3, 1]);
    expect([...mean]).toEqual([2, 4, 3]);
    expect(sem[1]).toBe(describe([2, 4, 6]).sem);
    expect(low[2]).toBeNaN();
    expect(method).toContain("N 1: no interval");
    expect(method).toContain("N 3: 95 % interval: Student t, 2 degrees of freedom");
  });
});
