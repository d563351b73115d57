import { describe as suite, expect, it } from "vitest";
import { describeCurves } from "./curves";
import { generatorFromState } from "./generator";
import { normalInverse } from "./normal";
import { isApartFromZero, referenceInterval, referenceOf, withReferenceErrors } from "./reference";

const near = (actual: number, expected: number) => expect(Math.abs(actual - expected)).toBeLessThan(1e-12);

suite("a subject's reference", () => {
  // numpy 2.4.6 and scipy 1.17.1: mean, the jackknife's error over tens, stats.t.ppf(0.975, 2)
  const values = [
    ...[1.2, 0.8, 1.1, 0.9, 1.3, 0.7, 1.0, 1.4, 0.6, 1.05],
    ...[2.0, 1.5, 1.7, 1.9, 1.6, 1.8, 2.2, 1.4, 1.55, 1.85],
    ...[0.9, 1.1, 1.3, 1.2, 0.8],
  ];
  it("has the mean of its values and the error of its tens", () => {
    const reference = referenceOf(values);
    expect([reference.n, reference.tens]).toEqual([25, 3]);
    near(reference.mean, 1.3139999999999998);
    near(reference.se, 0.29547178219598913);
    near(referenceInterval(reference).low, 0.04268752977048873);
    near(referenceInterval(reference).high, 2.585312470229511);
    expect(isApartFromZero(reference)).toBe(true);
  });

  it("counts tens from the first trial on, wherever the window begins", () => {
    // the same values as trials 4–28: tens of 7, 10 and 8
    near(referenceOf(values, 4).se, 0.1746891962653652);
    // means over ten that were kept for each of their trials stay whole; scipy's stats.sem of [4, 1, 3, 2, 6]
    const kept = [4, 1, 3, 2, 6].flatMap((mean) => Array.from({ length: 10 }, () => mean));
    near(referenceOf(kept).se, 0.8602325267042626);
    expect(referenceOf(kept.slice(5), 6)).toMatchObject({ tens: 5, n: 45 });
    expect(referenceOf(kept.slice(5), 6).se).toBeGreaterThan(1.2 * referenceOf(kept.slice(5)).se);
  });

  it("has no small error because a ten has few values", () => {
    // two tens, of ten values and of one: the one value must not vanish from the error
    const [most, one] = [Array.from({ length: 10 }, () => 1), 3];
    near(referenceOf([...most, one]).se, Math.sqrt(0.5 * ((3 - 13 / 11) ** 2 + (1 - 13 / 11) ** 2)));
    expect(isApartFromZero(referenceOf([...most, one]))).toBe(false);
  });

  it("leaves gaps out, and is no denominator where its error is unknown or reaches over 0", () => {
    expect(referenceOf([NaN, ...values, NaN], 30)).toEqual(referenceOf(values));
    expect(isApartFromZero(referenceOf(values.slice(0, 10)))).toBe(false);
    expect(isApartFromZero(referenceOf([]))).toBe(false);
    expect(isApartFromZero(referenceOf(values.map((value) => value - 1.3)))).toBe(false);
    expect(isApartFromZero(referenceOf(values.map((value) => -value)))).toBe(true);
  });
});

suite("a mean ratio", () => {
  const ratios = [0.8, 1.1, 1.4, 0.9];
  const errors = [0.1, 0.05, 0.2, 0.12];

  it("carries the errors of its denominators: scipy again, se and interval over subjects joined with them", () => {
    const { n, sem, low, high, method } = describeCurves(
      ratios.map((ratio) => [ratio]),
      1,
      "resampled",
      errors,
    );
    expect(n[0]).toBe(4);
    near(sem[0], 0.1540066962829863);
    near(low[0], 0.5598819584252601);
    near(high[0], 1.5401180415747397);
    expect(method).toContain("delta method");
  });

  it("is the plain interval where denominators have no error, and skips gaps", () => {
    const plain = describeCurves([[0.8], [1.1], [NaN], [1.4]], 1);
    const none = describeCurves([[0.8], [1.1], [NaN], [1.4]], 1, "resampled", [0, 0, 5, 0]);
    near(none.low[0], plain.low[0]);
    near(none.high[0], plain.high[0]);
    const alone = { mean: 1, sem: NaN, low: NaN, high: NaN };
    expect(withReferenceErrors([1], [0.1], alone)).toEqual({ sem: NaN, low: NaN, high: NaN });
  });

  it.each([
    [6, 0.1],
    [6, 0.2],
    [12, 0.15],
  ])("covers the true mean ratio at least as often as it says: %s subjects, error %s", (subjects, error) => {
    const { bits } = generatorFromState([1, 2, 3, subjects]);
    const gauss = () => normalInverse((bits() + 0.5) / 2 ** 32);
    const repeats = 1500;
    let covered = 0;
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      const found = Array.from({ length: subjects }, () => {
        const reference = 2 + 0.4 * gauss();
        const response = reference * (0.6 + 0.15 * gauss());
        const measured = reference + error * 2 * gauss();
        return { ratio: response / measured, error: (error * 2) / Math.abs(measured) };
      });
      const { low, high } = describeCurves(
        found.map(({ ratio }) => [ratio]),
        1,
        "analytic",
        found.map((one) => one.error),
      );
      if (low[0] <= 0.6 && high[0] >= 0.6) covered += 1;
    }
    expect(covered / repeats).toBeGreaterThan(0.94);
    // conservative, not useless
    expect(covered / repeats).toBeLessThan(0.995);
  });
});
