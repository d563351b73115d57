import { expect, test } from "vitest";
import { encodeGroups } from "../encoding";
import { fixtureGroups, fixtureRecording, fixtureTraces } from "../testing/comparison-fixture";
import { prepareTrace, traceFigures } from "./prepare";

const simulated = fixtureGroups();
const recording = fixtureRecording();
const groups = [...simulated, recording.group];
const look = {
  groups,
  encodings: encodeGroups(groups),
  hidden: new Set<string>(),
  band: "sem" as const,
  individuals: true,
  zoom: null,
};
const traces = fixtureTraces(simulated);

test("signals of other alignment never share a figure", () => {
  expect(traceFigures([...traces, recording.panel]).map((panels) => panels.length)).toEqual([9, 1]);
});

test("trial types are rows, periods are columns, in the order of the panels", () => {
  const figure = prepareTrace(traces, look);
  expect(figure.columns).toBe(3);
  expect(figure.fixedColumns).toBe(true);
  expect(figure.facets.slice(0, 3).map(({ title }) => title)).toEqual([
    "Early, trials 1–100",
    "Middle, trials 351–450",
    "Late, trials 701–800",
  ]);
  expect(figure.facets.map(({ rowTitle }) => rowTitle).filter(Boolean)).toEqual([
    "Cued",
    "Uncued",
    "Omitted",
  ]);
  expect(figure.xAxis.domain).toEqual([0, 3000]);
  expect(figure.title).toBe("Dopamine, mean trace");
});

test("each type of trial has its own events", () => {
  const { facets } = prepareTrace(traces, look);
  expect([0, 3, 6].map((index) => facets[index].events.map(({ label }) => label))).toEqual([
    ["cue", "reward"],
    ["reward"],
    ["cue", "no reward"],
  ]);
});

test("periods of other length stand in columns of their own: nothing is dropped", () => {
  const short = traces.map((panel) => ({ ...panel, key: `${panel.key} short`, window: "trials 1 to 50" }));
  const { facets, columns } = prepareTrace([...traces, ...short], look);
  expect(columns).toBe(6);
  expect(facets.flatMap(({ lines }) => lines)).toHaveLength(2 * 9 * 6);
});

test("many groups are explained by models and arms, few by name", () => {
  expect(prepareTrace(traces, look).legend.map(({ text }) => text)).toEqual([
    "ACTR as rate v1",
    "ACTR as error v1",
    "Control",
    "stimLick-",
    "stimLick+",
  ]);
  expect(prepareTrace([recording.panel], look).legend).toHaveLength(1);
});

test("a recording keeps its own axis, title and animals", () => {
  const figure = prepareTrace([recording.panel], look);
  expect(figure.title).toBe("dLight (nucleus accumbens), random rewards");
  expect(figure.note).toBe("mean, band SEM over 8 mice; thin lines: individuals");
  expect(figure.facets[0].lines[0].individuals).toHaveLength(8);
});
