import { expect, it } from "vitest";
import { matches } from "./matches";

it("wants every word somewhere, whatever the case, and ignores what is missing", () => {
  expect(matches("rate ACTR", ["actr as Rate", null])).toBe(true);
  expect(matches("rate td", ["actr as rate", undefined])).toBe(false);
  expect(matches("  ", ["anything"])).toBe(true);
});
