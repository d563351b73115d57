import { describe, expect, it } from "vitest";
import { trialTypes } from "../../../engine/paradigms/paradigm";
import { comparisonView as contract } from "../../../contracts/comparison";
import { exportOf, tablesOf } from "../export/export";
import { columnKey, type RecordingGroup } from "./group";
import { simulatedGroup } from "./testing/simulated";
import { comparisonView } from "./view";

const code = (...types: (typeof trialTypes)[number][]) =>
  Uint8Array.from(types, (type) => trialTypes.indexOf(type));
const signal = {
  ...{ name: "NAc", region: "NAc core", sensor: "dLight", unit: "dF/F", processing: "", alignment: "reward" },
  ...{ samplingRateHz: 100, t0Seconds: -3, samples: 701 },
};
const animal = (
  name: string,
  licks: number[],
  response: number[],
  types = code("cued", "cued", "uncued", "cued"),
) => ({
  ...{ name, trials: types.length, excluded: 0, means: new Map<string, Float64Array>(), types },
  stimulated: new Uint8Array(types.length),
  columns: new Map([
    [columnKey("prepLick", null), Float64Array.from(licks)],
    [columnKey("cueResponse", "NAc"), Float64Array.from(response)],
  ]),
});
const recording = (group = "control", task = "Trace conditioning"): RecordingGroup => ({
  ...{ kind: "recording", key: `recording:d:${group}`, label: `Mice v1 · ${group}`, task, replicate: "mice" },
  ref: { kind: "recording", dataset: "d", group },
  ...{ problem: null, remarks: [], signals: [signal], timing: { cueSeconds: -1.5, rewardSeconds: 0 } },
  reasons: new Map([[columnKey("latency", null), "No reward time is known."]]),
  // an uncued trial has no preparatory licking; the last trial of m2 is excluded, and so counts nowhere
  subjects: [
    animal("m1", [2, 4, 100, NaN], [1, 3, NaN, 5]),
    animal("m2", [1, 1, NaN, 50], [2, 2, NaN, 7], Uint8Array.from([...code("cued", "cued", "uncued"), 255])),
  ],
});
const { group: control } = simulatedGroup({
  ...{ theory: "td", preset: "acting", trials: 40, subjects: 2, repetitions: 1, arm: "control" },
});
const query = { block: 20 as const, trials: { from: 1, to: 4 } };
const view = (one: RecordingGroup) => comparisonView([control, one], query);
const curve = (one: RecordingGroup, start: string) =>
  view(one).panels.find(
    ({ key, series }) => key.startsWith(start) && series.some(({ group }) => group === one.key),
  )!;

describe("a recording beside a simulation", () => {
  it("shares the axis and panel of a measure where task and times are the same", () => {
    const panel = curve(recording(), "curve:prepLick");
    expect(panel.series.map(({ group }) => group)).toEqual([control.key, "recording:d:control"]);
    const [, { n, mean, individuals }] = panel.series;
    // the animal is the replicate: 3 and 1 Hz, over 2 and 2 trials that have a value
    expect([n[0], mean[0]]).toEqual([2, 2]);
    expect(individuals.map(({ subject, values }) => [subject, values[0]])).toEqual([
      ["m1", 3],
      ["m2", 1],
    ]);
    expect([n[1], mean[1]]).toEqual([0, null]);
  });

  it.each([
    ["another task", recording("control", "Random rewards")],
    ["another interval", { ...recording(), timing: { cueSeconds: -1, rewardSeconds: 0 } }],
    ["times that nobody knows", { ...recording(), timing: null }],
  ])("shares no axis in %s", (_, own) => {
    const panel = curve(own, "curve:prepLick");
    expect(panel.series.map(({ group }) => group)).toEqual(["recording:d:control"]);
    expect(panel.axis.key).not.toBe(curve(recording(), "curve:prepLick").axis.key);
  });

  it("keeps the unit of its signal: responses stand in panels of their own", () => {
    const panel = curve(recording(), "curve:cueResponse");
    expect(panel).toMatchObject({ unit: "dF/F", title: "Cue response: NAc, NAc core, dLight" });
    expect(panel.series.map(({ group }) => group)).toEqual(["recording:d:control"]);
    expect(panel.series[0].mean[0]).toBe(2.5);
    const shared = view(recording()).panels.filter(({ key }) => key.startsWith("curve:cueResponse@"));
    expect(shared.every(({ series }) => series.every(({ group }) => group === control.key))).toBe(true);
  });

  it("has rows of the table, and a reason where it has no number", () => {
    const rows = view(recording()).rows.filter(({ group }) => group === "recording:d:control");
    const of = (measure: string) => rows.find((row) => row.measure === measure)!;
    expect(of("prepLick")).toMatchObject({ n: 2, mean: 2, unit: "Hz", trials: { withValue: 4, of: 5 } });
    expect(of("cueResponse:NAc, NAc core, dLight")).toMatchObject({ n: 2, mean: 2.5, unit: "dF/F" });
    expect(of("latency").reason).toBe("No reward time is known.");
    expect(of("policy").reason).toContain("a recording has none");
  });

  it("changes no number of a simulation", () => {
    const alone = comparisonView([control], query);
    const beside = view(recording());
    const ofControl = (rows: typeof alone.rows) => rows.filter(({ group }) => group === control.key);
    expect(ofControl(beside.rows)).toEqual(ofControl(alone.rows));
  });

  it("stands beside the arm that its group is named after", () => {
    expect(view(recording("stimLick+")).groups[1].arm).toEqual({ key: "stimLick+", title: "stimLick+" });
    expect(view(recording("wild type")).groups[1].arm).toBeNull();
    expect(() => contract.parse(view(recording()))).not.toThrow();
  });

  it("exports each animal's value, from which its rows can be computed again", async () => {
    const { files } = await exportOf(tablesOf([control, recording()], query, null)!, "csv");
    const values = files.find(({ name }) => name === "values.csv")!.text!.split("\r\n");
    expect(values).toContain("g2,m1,,window,,prepLick,Hz,1,4,,,3,2,3");
    expect(
      values.filter((line) => line.startsWith("g2,m2,,curve,") && line.includes("cueResponse")),
    ).not.toEqual([]);
  });
});
