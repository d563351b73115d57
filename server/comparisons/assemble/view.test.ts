import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { comparisonView as contract, type ComparisonPanel } from "../../../contracts/comparison";
import type { RunRecord } from "../../../engine/run-record";
import type { Group, RecordingGroup, SimulationGroup } from "./group";
import { createMemory, type Remember } from "./remember";
import { simulatedGroup } from "./testing/simulated";
import { traceIndividualsOf } from "./trace-individuals";
import { comparisonView } from "./view";

const trials = 120;
const common = { theory: "td", preset: "acting", trials, subjects: 3, repetitions: 2 };
const query = { block: 50 as const, trials: { from: 11, to: 90 } };

let control: SimulationGroup;
let arm: SimulationGroup;
let records: Map<string, RunRecord>;
let armRecords: Map<string, RunRecord>;
beforeAll(() => {
  const made = simulatedGroup({ ...common, arm: "control" });
  const other = simulatedGroup({ ...common, arm: "stimLick+", control: made.group });
  [control, records, arm, armRecords] = [made.group, made.records, other.group, other.records];
}, 120_000);

const recording: RecordingGroup = {
  ...{ kind: "recording", key: "recording:d:", label: "mice", task: "Random rewards", replicate: "mice" },
  ref: { kind: "recording", dataset: "d", group: "" },
  ...{ problem: null, timing: null, reasons: new Map() },
  signals: [
    {
      ...{ name: "Dopamine", region: "NAc", sensor: "", unit: "dF/F", processing: "" },
      ...{ samplingRateHz: 25, t0Seconds: -0.04, alignment: "lick", samples: 3 },
    },
  ],
  subjects: [
    {
      ...{
        name: "m1",
        trials: 9,
        excluded: 0,
        types: new Uint8Array(9),
        stimulated: new Uint8Array(9),
        columns: new Map(),
      },
      means: new Map([["Dopamine", Float64Array.from([1, 2, NaN])]]),
    },
    {
      ...{
        name: "m2",
        trials: 2,
        excluded: 1,
        types: new Uint8Array(3),
        stimulated: new Uint8Array(3),
        columns: new Map(),
      },
      means: new Map([["Dopamine", Float64Array.from([3, 6, 5])]]),
    },
  ],
  remarks: ["time 0 is assumed"],
};

const view = (groups: readonly Group[]) => comparisonView(groups, query);
const panelOf = (groups: readonly Group[], start: string): ComparisonPanel =>
  view(groups).panels.find(({ key }) => key.startsWith(start))!;
const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const inBlock = (column: Float64Array, from: number, to: number) =>
  average([...column.slice(from - 1, to)].filter((value) => !Number.isNaN(value)));
const near = (found: number | null, expected: number) => expect(found).toBeCloseTo(expected, 12);

describe("a learning curve", () => {
  it("is the mean of trials per run, of repetitions per subject, then of subjects", () => {
    const { series, x, blocks } = panelOf([control], "curve:prepLick");
    expect(blocks).toEqual([
      { from: 1, to: 50 },
      { from: 51, to: 100 },
      { from: 101, to: 120 },
    ]);
    expect(x).toEqual([25.5, 75.5, 110.5]);
    blocks!.forEach(({ from, to }, i) => {
      const perSubject = control.subjects.map((subject) =>
        average([0, 1].map((r) => inBlock(records.get(`${subject} ${r}`)!.training.prepLick, from, to))),
      );
      const mean = average(perSubject);
      const sd = Math.sqrt(perSubject.reduce((sum, v) => sum + (v - mean) ** 2, 0) / 2);
      near(series[0].mean[i], mean);
      near(series[0].sd[i], sd);
      near(series[0].sem[i], sd / Math.sqrt(3));
      // t(0.975, 2) = 4.302653: any printed table
      near(series[0].high[i], mean + (4.302652729749464 * sd) / Math.sqrt(3));
      expect(series[0].n[i]).toBe(3);
    });
  });

  it("leaves gaps where a subject had fewer trials, and counts only those that had them", () => {
    const few = 60;
    const runs = control.runs.map((run) => {
      if (run.subject !== control.subjects[0]) return run;
      const own = run.numbers!;
      const columns = Object.entries(own.training).map(([key, column]) => [key, column.slice(0, few)]);
      const training = Object.fromEntries(columns) as typeof own.training;
      const types = own.types!.slice(0, few);
      return { ...run, trials: few, numbers: { ...own, resultId: `short ${own.resultId}`, training, types } };
    });
    const { series } = panelOf([{ ...control, runs }], "curve:prepLick");
    const { series: whole } = panelOf([control], "curve:prepLick");
    expect(series[0].n).toEqual([3, 3, 2]);
    expect(series[0].mean[0]).toBe(whole[0].mean[0]);
    const others = control.subjects.slice(1).map((subject) => {
      const { individuals } = whole[0];
      return individuals.find((one) => one.subject === subject)!.values[2]!;
    });
    near(series[0].mean[2], average(others));
    expect(
      series[0].individuals.find(({ subject }) => subject === control.subjects[0])!.values[2] ?? null,
    ).toBe(null);
  });

  it("takes probes from the probe blocks of its trials, without the one after trial 1", () => {
    const { series } = panelOf([control], "curve:cueDA");
    const perSubject = control.subjects.map((subject) =>
      average(
        [0, 1].map((r) => {
          const { probeTrials, probes } = records.get(`${subject} ${r}`)!;
          return average([...probes.cueDA].filter((_, i) => probeTrials[i] > 1 && probeTrials[i] <= 50));
        }),
      ),
    );
    near(series[0].mean[0], average(perSubject));
  });

  it("says why a group has no number", () => {
    const { notApplicable } = panelOf([control, recording], "curve:policy");
    expect(notApplicable.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('has no signal "policy"'),
      expect.stringContaining("a recording has none"),
    ]);
  });
});

describe("the difference from control", () => {
  it("is paired within a subject, over repetitions that both arms have", () => {
    const { series } = panelOf([arm], "difference:prepLick");
    const perSubject = arm.subjects.map((subject) =>
      average(
        [0, 1].map(
          (r) =>
            inBlock(armRecords.get(`${subject} ${r}`)!.training.prepLick, 1, 50) -
            inBlock(records.get(`${subject} ${r}`)!.training.prepLick, 1, 50),
        ),
      ),
    );
    near(series[0].mean[0], average(perSubject));
    expect(series[0].pairs).toEqual({ complete: 3, of: 3, missing: [] });
  });

  it("is fetched from a control arm that is not shown, and refuses the control itself", () => {
    const { notApplicable } = panelOf([control, arm], "difference:prepLick");
    expect(notApplicable).toEqual([{ group: control.key, reason: "This is the control." }]);
  });

  it("leaves out a repetition that only one arm has, and names pairs that are missing", () => {
    const [first, second] = arm.subjects;
    const runs = control.runs.map((run) =>
      run.subject === first
        ? { ...run, status: "failed" as const, error: "out of memory", numbers: null }
        : run.subject === second && run.repetition === 1
          ? { ...run, status: "running" as const, trialsDone: 7, numbers: null }
          : run,
    );
    const { series } = panelOf([{ ...arm, control: { ...control, runs } }], "difference:prepLick");
    expect(series[0].pairs).toEqual({
      complete: 2,
      of: 3,
      missing: [{ subject: first, reason: "Control: failed: out of memory" }],
    });
    const single = series[0].individuals.find(({ subject }) => subject === second)!;
    const of = (from: Map<string, RunRecord>) => inBlock(from.get(`${second} 0`)!.training.prepLick, 1, 50);
    near(single.values[0], of(armRecords) - of(records));
  });
});

describe("N", () => {
  it("counts a subject from its first repetition on and says so", () => {
    const runs = control.runs.filter(
      ({ subject, repetition }) => subject === control.subjects[0] && !repetition,
    );
    const { groups, rows } = view([{ ...control, runs }]);
    expect(groups[0]).toMatchObject({ n: 1, replicate: "agents", runs: { expected: 6, done: 1 } });
    expect(groups[0].remarks.join(" ")).toContain("1 of 3 subjects rest on fewer repetitions");
    expect(groups[0].missing).toHaveLength(2);
    const row = rows.find(({ measure }) => measure === "prepLick")!;
    expect(row).toMatchObject({ n: 1, sd: null, se: null, low: null, high: null });
    expect(row.trials).toEqual({ withValue: 80, of: 80 });
  });

  it("is not changed by repetitions that repeat the same numbers", () => {
    const once = {
      ...control,
      repetitions: 1,
      runs: control.runs.filter(({ repetition }) => repetition === 0),
    };
    const thrice = {
      ...once,
      repetitions: 3,
      runs: [0, 1, 2].flatMap((repetition) => once.runs.map((run) => ({ ...run, repetition }))),
    };
    const [a, b] = [panelOf([once], "curve:prepLick"), panelOf([thrice], "curve:prepLick")];
    expect(b.series[0].n).toEqual(a.series[0].n);
    b.series[0].mean.forEach((mean, i) => near(mean, a.series[0].mean[i]!));
  });

  it("counts a run once in each of two experiments that share it", () => {
    const key = "simulation:other";
    const { groups } = view([control, { ...control, key, ref: { ...control.ref, experiment: "other" } }]);
    expect(groups.map(({ n }) => n)).toEqual([3, 3]);
  });

  it("tells trials without a value from trials with one", () => {
    const row = view([control]).rows.find(({ measure }) => measure === "latency")!;
    const values = [...records.values()].flatMap(({ training }) => [...training.latency.slice(10, 90)]);
    expect(row.trials).toEqual({
      withValue: values.filter((value) => !Number.isNaN(value)).length,
      of: 6 * 80,
    });
  });
});

describe("what a reader must know", () => {
  const remarks = (group: SimulationGroup) => view([group]).groups[0].remarks.join(" ");

  it("names the preset, and every value that was changed since", () => {
    expect(remarks(control)).toContain('Preset "');
    expect(remarks(control)).not.toContain("Changed from");
    const [{ key, title, default: usual }] = control.theory.parameters;
    const changed = { ...control, parameters: { ...control.parameters, [key]: 0.123 } };
    expect(remarks(changed)).toContain(
      `Changed from the preset: ${title} 0.123 instead of ${control.preset!.values[key] ?? usual}.`,
    );
  });

  it("says that units which theories define for themselves cannot be compared in size", () => {
    const other = { ...control, key: "other", theory: { ...control.theory, key: "other" } };
    const source = (groups: readonly Group[]) => panelOf(groups, "trace:dopamine:cued:early").source;
    expect(source([control, other])).toContain("not sizes");
    expect(source([control])).not.toContain("not sizes");
  });

  it("says why an arm is not run at all", () => {
    const none = { ...arm, runs: [], refused: "The role has no rule for this arm." };
    const { groups, rows } = view([none]);
    expect(groups[0]).toMatchObject({ n: 0, runs: { expected: 0 } });
    expect(groups[0].remarks[0]).toBe("The role has no rule for this arm.");
    expect(new Set(rows.map(({ reason }) => reason))).toEqual(
      new Set(["The role has no rule for this arm."]),
    );
  });
});

describe("groups side by side", () => {
  it("change no other group's numbers by coming or going", () => {
    const [alone, beside] = [view([control]), view([arm, control, recording])];
    for (const panel of alone.panels) {
      const same = beside.panels.find(({ key }) => key === panel.key)!;
      expect(same.series.find(({ group }) => group === control.key)).toEqual(panel.series[0]);
    }
    expect(beside.rows.filter(({ group }) => group === control.key)).toEqual(alone.rows);
  });

  it("do not depend on the order in which runs finished, not by a bit", () => {
    const expected = view([arm]);
    fc.assert(
      fc.property(fc.shuffledSubarray([...arm.runs], { minLength: arm.runs.length }), (runs) => {
        expect(view([{ ...arm, runs }])).toEqual(expected);
      }),
      { numRuns: 5 },
    );
  });

  it("are counted again when a run of theirs is done, and only then", () => {
    const memory = createMemory(1000);
    let made = 0;
    const counting: Remember = (key, make) =>
      memory(key, () => {
        made += 1;
        return make();
      });
    const partly = { ...arm, runs: arm.runs.slice(1) };
    comparisonView([control, partly], query, counting);
    const first = made;
    expect(comparisonView([{ ...control }, { ...partly }], query, counting)).toEqual(view([control, partly]));
    expect(made).toBe(first);
    expect(comparisonView([control, arm], query, counting)).toEqual(view([control, arm]));
    expect(made).toBeGreaterThan(first);
    expect(made).toBeLessThan(2 * first);
  });

  it("share no x axis with a recording", () => {
    const { panels } = view([control, recording]);
    const keysOf = (key: string) =>
      new Set(
        panels.filter(({ series }) => series.some(({ group }) => group === key)).map(({ axis }) => axis.key),
      );
    const shared = [...keysOf(control.key)].filter((key) => keysOf(recording.key).has(key));
    expect(shared).toEqual([]);
  });

  it("hold what the contract says", () => {
    expect(() => contract.parse(view([control, arm, recording]))).not.toThrow();
  });
});

describe("mean traces", () => {
  it("average the probe blocks of a period per run, then repetitions, then subjects", () => {
    const panel = panelOf([control], "trace:dopamine:cued:early");
    expect(panel.facet).toEqual({ period: "early", type: "cued" });
    const perSubject = control.subjects.map((subject) =>
      average(
        [0, 1].map((r) => {
          const { traces, probeTrials } = records.get(`${subject} ${r}`)!;
          const { values, bins } = traces.find(
            ({ signal, type }) => signal === "dopamine" && type === "cued",
          )!;
          const rows = [...probeTrials.keys()].filter((i) => probeTrials[i] > 1 && probeTrials[i] <= 100);
          return average(rows.map((row) => values[row * bins + 20]));
        }),
      ),
    );
    // stored traces are single precision
    expect(panel.series[0].mean[20]).toBeCloseTo(average(perSubject), 5);
    expect(panel.x[20]).toBe(205);
    expect(panel.series[0].individuals).toEqual([]);
  });

  it("give their thin lines panel by panel", () => {
    const panel = panelOf([control], "trace:dopamine:cued:early");
    const [{ individuals }] = traceIndividualsOf([control], panel.key)!;
    expect(individuals).toHaveLength(3);
    near(panel.series[0].mean[20], average(individuals.map(({ values }) => values[20]!)));
    expect(traceIndividualsOf([control], "trace:nothing")).toBeNull();
  });

  it("stand in panels of their own for a recording, mean over mice", () => {
    const panel = panelOf([recording], "trace:Dopamine");
    expect(panel.axis).toEqual({ key: "Random rewards, time from lick", title: "Time from lick", unit: "s" });
    expect(panel.x).toEqual([-0.04, 0, 0.04]);
    expect(panel.series[0]).toMatchObject({ n: [2, 2, 1], mean: [2, 4, 5], sem: [1, 2, null] });
    expect(panel.events).toEqual([{ at: 0, label: "lick" }]);
  });
});
