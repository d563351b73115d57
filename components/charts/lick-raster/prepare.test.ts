import { expect, test } from "vitest";
import { prepareLickRaster } from "./prepare";

const events = [{ at: 1600, label: "reward" }];

test("licks are seconds, trials run from the top, stimulated trials are counted", () => {
  const figure = prepareLickRaster({
    licks: [[700, 1700], [], [900]],
    stimulated: [false, true, false],
    trialMs: 3000,
    events,
  });
  expect(figure.rows).toEqual([[0.7, 1.7], [], [0.9]]);
  expect(figure.axes.x.domain).toEqual([0, 3]);
  expect(figure.axes.yTicks[0]).toEqual({ row: 0, text: "1" });
  expect(figure.note).toBe("3 licks in 3 training trials of one run; 1 stimulated trial marked at the right");
  expect(figure.say(0)).toBe("Trial 1: 2 licks, first at 0.70 s");
  expect(figure.say(1)).toBe("Trial 2: 0 licks, stimulated");
});

test("a run without trials says so", () => {
  expect(prepareLickRaster({ licks: [], stimulated: [], trialMs: 3000, events }).empty).not.toBeNull();
});
