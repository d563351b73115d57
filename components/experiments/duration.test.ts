import { expect, it } from "vitest";
import { duration } from "./duration";

it("says durations in the unit a person would", () => {
  expect([0.2, 40, 89.6, 120, 5399, 5400, 7800].map(duration)).toEqual([
    "under 1 s",
    "40 s",
    "90 s",
    "2 min",
    "1 h 30 min",
    "1 h 30 min",
    "2 h 10 min",
  ]);
});
