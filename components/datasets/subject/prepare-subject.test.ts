import type { SubjectFigures } from "@/contracts/subject";
import { expect, it } from "vitest";
import { prepareSubjectMeasure, reasonsOf } from "./prepare-subject";

const session = (name: string, first: number, trials: number) => ({
  ...{ index: first, name, date: null, first, trials, excluded: 0, signals: [] },
});
const measure: SubjectFigures["measures"][number] = {
  ...{ key: "prepLick", signal: null, title: "Preparatory lick rate", unit: "Hz", words: "w", meaning: "m" },
  ...{ zeroLine: false, windows: null, n: [10, 2, 0], mean: [4, 5, null], sd: [2, 1, null] },
  ...{ trials: { withValue: 12, of: 14 }, reason: null },
};
const figures: SubjectFigures = {
  dataset: { id: "d", name: "Mice", version: 1, simulated: false },
  ...{ subject: "m1", group: "control", sex: null, genotype: null, signals: [], block: 10 },
  sessions: [session("1", 1, 12), session("probe day", 13, 2)],
  blocks: [
    { from: 1, to: 10 },
    { from: 11, to: 12 },
    { from: 13, to: 14 },
  ],
  measures: [measure],
};

it("marks where sessions begin, counts trials, and leaves a gap where no trial has a value", () => {
  const { facets, note, sayX } = prepareSubjectMeasure(figures, measure);
  const [{ x, lines, events }] = facets;
  expect(x).toEqual([5.5, 11.5, 13.5]);
  expect(events).toEqual([
    { at: 0.5, label: "session 1" },
    { at: 12.5, label: "probe day" },
  ]);
  expect(lines[0].points).toEqual([4, 5, null]);
  expect(lines[0].bands[0]).toEqual([4 - 2 / Math.sqrt(10), 4 + 2 / Math.sqrt(10)]);
  expect(lines[0].bands[2]).toBeNull();
  expect(note).toContain("12 of 14 have a value");
  expect(sayX(11.5)).toBe("trials 11–12");
});

it("says each reason once, with every measure that has it", () => {
  const reason = "There are no lick events.";
  expect(
    reasonsOf([
      measure,
      { ...measure, reason },
      { ...measure, signal: "DLS", title: "Cue response", reason },
    ]),
  ).toEqual([{ reason, titles: ["Preparatory lick rate", "Cue response (DLS)"] }]);
});
