import { expect, test } from "vitest";
import { formatNumber, formatTick } from "./number-format";

test.each([
  [null, "–"],
  [NaN, "–"],
  [0, "0"],
  [1.2345, "1.23"],
  [-1.2345, "−1.23"],
  [12.345, "12.3"],
  [1234.5, "1235"],
  [0.01234, "0.012"],
  [0.0000123, "1.23e−5".replace("−", "-")],
  [-0.00001, "−1.00e-5"],
])("%s reads %s", (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

test("ticks have the digits of their step", () => {
  expect(formatTick(0.5, 0.25)).toBe("0.50");
  expect(formatTick(200, 200)).toBe("200");
  expect(formatTick(-2, 1)).toBe("−2");
});
