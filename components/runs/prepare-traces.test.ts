import { expect, it } from "vitest";
import { eventsOf } from "./events-of";
import { meanRow, prepareRunTraces } from "./prepare-traces";

const encoding = {
  kind: "simulation" as const,
  ink: { light: "#000", dark: "#fff" },
  marker: "circle" as const,
  dash: null,
};
const trace = (rows: (number | null)[][]) => ({
  signal: "dopamine",
  type: "cued",
  unit: "1",
  binMs: 10,
  rows,
});
const options = { title: "Dopamine", encoding, events: [{ at: 100, label: "cue" }] };

it("averages what is known, and leaves a gap where nothing is", () => {
  expect(
    meanRow([
      [1, null, null],
      [3, 4, null],
    ]),
  ).toEqual([2, 4, null]);
});

it("cuts training into three periods, each block in one", () => {
  const figure = prepareRunTraces([trace([[1], [2], [3], [4], [5], [6]])], {
    ...options,
    probeTrials: [1, 5, 10, 15, 20, 25],
  });
  expect(figure.facets.map(({ lines }) => lines[0].points)).toEqual([[1.5], [3.5], [5.5]]);
  expect(figure.facets[2].title).toBe("late, trials 20–25");
  expect(figure.facets[0].events).toEqual([{ at: 0.1, label: "cue" }]);
});

it("shows no cue on uncued trials, and says that the reward stays away on omissions", () => {
  const events = [
    { at: 100, label: "cue" },
    { at: 1600, label: "reward" },
  ];
  expect(eventsOf("uncued", events).map(({ label }) => label)).toEqual(["reward"]);
  expect(eventsOf("omission", events).map(({ label }) => label)).toEqual(["cue", "no reward"]);
  expect(eventsOf("cued", events)).toEqual(events);
});

it("says why it is empty", () => {
  expect(prepareRunTraces([], { ...options, probeTrials: [] }).empty).toMatch(/no probe block/);
});
