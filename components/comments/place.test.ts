import { expect, it } from "vitest";
import { placeOf, roundOn } from "./place";

const say = (x: number) => `at ${x}`;

it("rounds to what an axis can tell apart", () => {
  expect(roundOn([0, 800], 301.4999)).toBe(301);
  expect(roundOn([-2, 2], 0.123456)).toBe(0.12);
  expect(roundOn([0, 0.02], 0.0123456)).toBe(0.0123);
});

it("says a point as its figure does, and a window by its axis", () => {
  const trials = { key: "t", title: "Training trial, trace conditioning", unit: "trial" };
  const time = { key: "s", title: "Time from lick", unit: "s" };
  expect(placeOf({ axis: trials, domain: [0, 800], say }, { from: 350.5, to: 350.5 }).said).toBe("at 350.5");
  expect(placeOf({ axis: trials, domain: [0, 800], say }, { from: 300.7, to: 400.2 })).toMatchObject({
    ...{ from: 301, to: 400, said: "training trials 301–400" },
  });
  expect(placeOf({ axis: time, domain: [-1, 3], say }, { from: 0.2, to: 0.5 }).said).toBe(
    "time from lick 0.2–0.5 s",
  );
});
