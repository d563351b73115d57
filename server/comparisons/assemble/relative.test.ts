import { describe, expect, it } from "vitest";
import { comparisonView as contract } from "../../../contracts/comparison";
import { trialTypes } from "../../../engine/paradigms/paradigm";
import { tablesOf } from "../export/export";
import { columnKey, type RecordedSubject, type RecordingGroup } from "./group";
import { relativeUnit } from "./relative";
import { simulatedGroup } from "./testing/simulated";
import { comparisonView } from "./view";

const trials = 60;
const common = { theory: "td", preset: "acting", trials, subjects: 3, repetitions: 2 };
const { group: control, records } = simulatedGroup({ ...common, arm: "control" });
const { group: stimulated } = simulatedGroup({ ...common, arm: "stimLick+", control });
const signal = {
  ...{ name: "NAc", region: "", sensor: "", unit: "z", processing: "", alignment: "reward" },
  ...{ samplingRateHz: 100, t0Seconds: -3, samples: 701 },
};
const column = (value: (trial: number) => number) =>
  Float64Array.from({ length: trials }, (_, i) => value(i));
const animal = (
  name: string,
  reward: (trial: number) => number,
  isStimulated: (trial: number) => boolean = () => false,
): RecordedSubject => ({
  ...{ name, trials, excluded: 0, means: new Map<string, Float64Array>() },
  types: new Uint8Array(trials).fill(trialTypes.indexOf("cued")),
  stimulated: Uint8Array.from({ length: trials }, (_, i) => +isStimulated(i)),
  columns: new Map([
    [columnKey("rewardResponse", "NAc"), column(reward)],
    [columnKey("cueResponse", "NAc"), column((trial) => trial / 10)],
  ]),
});
const wobble = (trial: number) => 0.1 * Math.sin(trial);
const mice: RecordingGroup = {
  ...{ kind: "recording", key: "recording:d:control", label: "Mice v1", task: "Trace conditioning" },
  ...{ ref: { kind: "recording", dataset: "d", group: "control" }, replicate: "mice", problem: null },
  ...{ remarks: [], signals: [signal], timing: { cueSeconds: -1.5, rewardSeconds: 0 }, reasons: new Map() },
  subjects: [
    animal("m1", (trial) => 2 + wobble(trial)),
    // its stimulated trials, ten times as large, are no control
    animal(
      "m2",
      (trial) => (trial % 2 ? 40 : 4) + wobble(trial),
      (trial) => trial % 2 === 1,
    ),
    animal("m3", (trial) => Math.sin(trial / 7)),
    animal(
      "m4",
      () => 3,
      () => true,
    ),
  ],
};
const query = { block: 20 as const, trials: { from: 1, to: trials }, relative: true as const };
const view = comparisonView([control, stimulated, mice], query);
const mean = (values: Iterable<number>) => {
  const given = [...values].filter((value) => !Number.isNaN(value));
  return given.reduce((sum, value) => sum + value, 0) / given.length;
};

describe("responses relative to each subject's own control", () => {
  const panel = view.panels.find(({ key }) => key.startsWith("curve:cueResponse:NAc"))!;

  it("put models and recordings on one axis, and say in unit and words what was done", () => {
    expect(contract.parse(view)).toEqual(view);
    expect(panel.series.map(({ group }) => group)).toEqual([control.key, stimulated.key, mice.key]);
    expect(panel.unit).toBe(relativeUnit);
    expect(panel.title).toContain("relative to control");
    expect(panel.window).toContain("divided by its own mean response to cued rewards in control trials 1–60");
    for (const { intervalMethod } of panel.series) expect(intervalMethod).toContain("own reference");
  });

  it("divide an animal by its own trials without stimulation", () => {
    const [m1, m2] = panel.series[2].individuals;
    const cue = mean(Array.from({ length: 20 }, (_, i) => i / 10));
    const reference = (base: number, counts: (trial: number) => boolean) =>
      mean(Array.from({ length: trials }, (_, i) => (counts(i) ? base + wobble(i) : NaN)));
    expect(m1.values[0]).toBeCloseTo(cue / reference(2, () => true), 12);
    expect(m2.values[0]).toBeCloseTo(cue / reference(4, (trial) => trial % 2 === 0), 12);
  });

  it("divide a simulated subject by itself in the control arm, in every arm", () => {
    const [subject] = stimulated.subjects;
    const reward = (arm: typeof records, repetition: number) =>
      arm.get(`${subject} ${repetition}`)!.training.rewardResponse;
    const reference = mean([0, 1].map((repetition) => mean(reward(records, repetition))));
    const own = comparisonView([stimulated], { ...query, relative: undefined });
    const at = (of: typeof view) =>
      of.panels
        .find(({ key }) => key.startsWith("curve:rewardResponse@"))!
        .series.find(({ group }) => group === stimulated.key)!.individuals[0].values[2]!;
    expect(at(view)).toBeCloseTo(at(own) / reference, 10);
    const whole = view.rows.find(
      ({ group, measure }) => group === control.key && measure === "rewardResponse",
    )!;
    expect(whole.mean).toBeCloseTo(1, 10);
    expect(whole.unit).toBe(relativeUnit);
    expect(whole.se).toBeGreaterThan(0); // of the denominators: the ratios themselves are all 1
  });

  it("name who cannot be divided, with the reason, in the figure and in what is taken away", () => {
    expect(panel.series[2].n).toEqual([2, 2, 2]);
    const [words] = panel.remarks!;
    expect(words).toMatch(/^Cannot be normalised in Mice v1: m3 \(.*cannot be told from 0\), m4 \(/);
    const missing = tablesOf([control, mice], query, null)!.find(({ name }) => name === "missing")!;
    const [rows] = [...(missing.rows() as Iterable<unknown[][]>)];
    expect(rows.flatMap(([, , subject]) => subject ?? [])).toEqual(["m3", "m4"]);
    // the second signal has no value at all: in no row and no panel, but named
    const silent = { ...mice, signals: [...mice.signals, { ...signal, name: "VTA" }] };
    const told = tablesOf([control, silent], query, null)!.find(({ name }) => name === "missing")!;
    expect([...(told.rows() as Iterable<unknown[][]>)][0]).toContainEqual([
      ...["g2", "level", null],
      expect.stringMatching(/^Cue response, relative to control: VTA: No response can be normalised/),
    ]);
  });

  it("export the values behind every point, of models beside a recorded signal too", () => {
    const tables = tablesOf([control, stimulated, mice], query, null)!;
    const read = (wanted: string) => {
      const { columns, rows } = tables.find(({ name }) => name === wanted)!;
      const [cells] = [...(rows() as Iterable<(string | number | null)[][]>)];
      return cells.map((row) => Object.fromEntries(columns.map(({ name }, i) => [name, row[i]])));
    };
    const placeOf = (row: Record<string, unknown>) =>
      ["group", "kind", "panel", "measure", "unit", "from", "to"].map((name) => row[name]).join("|");
    const subjects = new Map<string, Set<unknown>>();
    for (const row of read("values"))
      if (row.value !== null && !Number.isNaN(row.value))
        subjects.set(placeOf(row), (subjects.get(placeOf(row)) ?? new Set()).add(row.subject));
    const levels = read("aggregates").filter(({ statistic }) => statistic === "level");
    expect(levels.filter(({ measure }) => measure === "cueResponse:NAc")).not.toEqual([]);
    for (const row of levels) expect(subjects.get(placeOf(row))?.size ?? 0, placeOf(row)).toBe(row.n);
  });

  it("wait for a subject's control, and do not name whoever has no run at all", () => {
    const without = (group: typeof control, ...gone: number[]) => ({
      ...group,
      runs: group.runs.filter(({ subject }) => !gone.some((place) => subject === group.subjects[place])),
    });
    const early = { ...without(stimulated, 2), control: without(control, 1, 2) };
    const curve = comparisonView([early], query).panels.find(({ key }) =>
      key.startsWith("curve:rewardResponse@"),
    )!;
    expect(curve.series[0].n[0]).toBe(1);
    expect(curve.remarks).toEqual([
      `Cannot be normalised in ${stimulated.label}: ${control.subjects[1]} (its control run is not done).`,
    ]);
  });

  it("leave every other measure, and every group without the wish, as they were", () => {
    const before = comparisonView([control, stimulated, mice], { ...query, relative: undefined });
    const others = (of: typeof view) =>
      of.panels.filter(({ measure }) => !/Response/.test(measure)).map(({ remarks: _, ...rest }) => rest);
    expect(others(view)).toEqual(others(before));
    expect(before.panels.find(({ key }) => key.startsWith("curve:cueResponse:NAc"))!.unit).toBe("z");
  });
});
