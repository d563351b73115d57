import { beforeAll, describe, expect, it } from "vitest";
import {
  comparisonListInput,
  comparisonState,
  type ComparisonQuery,
  type ComparisonView,
  type GroupRef,
} from "../../contracts/comparison";
import { encodeRunRecord } from "../../contracts/run-result";
import { rewardResponse } from "../../engine/measures/response";
import type { Paradigm } from "../../engine/paradigms/paradigm";
import { traceConditioning } from "../../engine/paradigms/trace-conditioning";
import type { RunRecord } from "../../engine/run-record";
import { describeSubject } from "../../engine/subject";
import { theoryNamed } from "../../engine/theories/registry";
import { makeParadigm } from "../access/rows/paradigms";
import { type LabFixture, makeLab } from "../access/testing/lab-fixture";
import { db } from "../db";
import { launchExperiment } from "../experiments/service";
import { createModel } from "../models/service";
import { simulate } from "./assemble/testing/simulated";
import { runSpec } from "../runs/service";
import { putInTrash } from "../trash/service";
import { numbersOf } from "./numbers";
import * as comparisons from "./service";

const trials = 60;
const arms = ["control", "stimLick+"];
const subjects = [0, 1, 2].map((index) => describeSubject(index));

let lab: LabFixture;
let experiment: string;
let model: string;
let paradigm: Paradigm;
const records = new Map<string, RunRecord>();
let query: ComparisonQuery;
let refs: GroupRef[];

/** What a worker writes at the end of a run. */
async function finish(runId: string, record: RunRecord, hash: string): Promise<void> {
  const { summary, ...parts } = encodeRunRecord(record);
  const { id } = await db().runResult.create({ data: { ...parts, summary, hash } });
  await db().run.update({
    where: { id: runId },
    data: { status: "done", resultId: id, trialsDone: record.trials, finishedAt: new Date() },
  });
}

const launch = (grant: LabFixture["grant"], paradigmVersionId: string, name: string) =>
  launchExperiment(grant, {
    ...{ name, notes: "", paradigmVersionId, trials, arms, subjects, repetitions: 1, seed: 1 },
    modelVersionIds: [model],
  });

beforeAll(async () => {
  lab = await makeLab("comparing");
  const { declaration } = theoryNamed("td");
  const preset = declaration.presets.find(({ key }) => key === "acting")!;
  const { latest } = await createModel(lab.grant, {
    ...{ name: "TD", theory: "td", role: preset.role, preset: preset.key, notes: "" },
    parameters: { ...preset.values },
  });
  model = latest.id;
  const made = await makeParadigm(lab);
  paradigm = { ...traceConditioning, trials };
  await launch(lab.grant, made.latest.id, "first");
  experiment = (await launch(lab.grant, made.latest.id, "second")).id;
  const runs = await db().run.findMany({ where: { labId: lab.id } });
  for (const { id, arm, subject, subjectKey, repetition, seed } of runs) {
    const spec = runSpec({
      model: { theory: "td", role: preset.role, parameters: preset.values },
      ...{ paradigm, trials, arm, repetition, seed },
      subject: subject as unknown as (typeof subjects)[number],
    });
    const record = simulate(spec);
    records.set(`${arm} ${subjectKey}`, record);
    // the last subject of the stimulated arm never ends well
    if (arm === "stimLick+" && subjectKey === "p1 r98")
      await db().run.update({ where: { id }, data: { status: "failed", error: "out of memory" } });
    else await finish(id, record, id);
  }
  refs = arms.map((arm) => ({ kind: "simulation", experiment, model, arm }));
  query = { groups: refs, block: 20, trials: { from: 1, to: trials } };
}, 120_000);

describe("a comparison from the database", () => {
  it("has the engine's numbers, shared runs counted once, and pairs that say what is missing", async () => {
    expect(await db().run.count({ where: { labId: lab.id } })).toBe(6);
    const { groups, panels, rows } = await comparisons.viewComparison(lab.grant, query);
    expect(groups.map(({ n, label }) => [n, label])).toEqual([
      [3, "TD v1 · Control"],
      [2, "TD v1 · stimLick+"],
    ]);
    expect(groups[1].missing).toEqual([{ subject: "p1 r98", reason: "failed: out of memory" }]);
    const mean = (key: string) => {
      const values = [...records.get(key)!.training.prepLick.slice(20, 40)];
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    };
    const curve = panels.find(({ key }) => key.startsWith("curve:prepLick"))!;
    const expected = ["p1 r201", "p1 r130", "p1 r98"].map((subject) => mean(`control ${subject}`));
    expect(curve.series[0].individuals.map(({ values }) => values[1])).toEqual(expected);
    const { difference } = rows.find(
      ({ measure, group }) => measure === "prepLick" && group === groups[1].key,
    )!;
    expect(difference).toMatchObject({ control: groups[0].key, pairs: 2, of: 3 });
    expect(difference!.missing).toEqual([{ subject: "p1 r98", reason: "stimLick+: failed: out of memory" }]);
  });

  it("pairs with the control arm also when that is not asked for", async () => {
    const both = await comparisons.viewComparison(lab.grant, query);
    const alone = await comparisons.viewComparison(lab.grant, { ...query, groups: [refs[1]] });
    expect(alone.rows).toEqual(both.rows.filter(({ group }) => group === both.groups[1].key));
  });

  it("does not take a recomputation for another subject or repetition", async () => {
    const before = await comparisons.viewComparison(lab.grant, query);
    const { id: _, ...run } = await db().run.findFirstOrThrow({ where: { labId: lab.id, status: "done" } });
    const again = await db().run.create({
      data: { ...run, subject: run.subject as object, checkpoint: null, recomputation: 1 },
    });
    await db().experimentRun.create({
      data: { experimentId: experiment, runId: again.id, modelVersionId: model, position: 99 },
    });
    expect(await comparisons.viewComparison(lab.grant, query)).toEqual(before);
  });

  it("answers not-found for a model, arm or recording that is not there", async () => {
    const [ref] = refs as Extract<GroupRef, { kind: "simulation" }>[];
    for (const wrong of [
      { ...ref, model: "none" },
      { ...ref, arm: "none" },
      { ...ref, experiment: "none" },
      { kind: "recording" as const, dataset: "none", group: "" },
    ])
      await expect(comparisons.viewComparison(lab.grant, { ...query, groups: [wrong] })).rejects.toThrow(
        "There is no",
      );
  });

  it("shows a group twice asked for once", async () => {
    const { groups } = await comparisons.viewComparison(lab.grant, { ...query, groups: [refs[0], refs[0]] });
    expect(groups).toHaveLength(1);
  });

  it("exports what it shows", async () => {
    const { files } = await comparisons.exportComparison(lab.grant, { ...query, panel: null, format: "csv" });
    expect(files.map(({ name }) => name)).toEqual([
      ...["groups.csv", "values.csv", "aggregates.csv", "missing.csv", "dictionary.csv"],
    ]);
    expect(files[3].text).toContain("out of memory");
    await expect(
      comparisons.exportComparison(lab.grant, { ...query, panel: "none", format: "csv" }),
    ).rejects.toThrow();
  });
});

describe("a saved comparison", () => {
  it("comes back as it was, is changed by whoever saw its newest state, and can be removed", async () => {
    const state = comparisonState.parse({ groups: refs, band: "ci", hidden: [1] });
    const saved = await comparisons.saveComparison(lab.grant, { name: "Mine", notes: "", state });
    expect(await comparisons.getComparison(lab.grant, saved.id)).toEqual(saved);
    expect(saved.state).toEqual(state);

    const { id, updatedAt } = saved;
    const change = { id, updatedAt, name: "Ours", notes: "both", state };
    const changed = await comparisons.updateComparison(lab.grant, change);
    expect(changed).toMatchObject({ name: "Ours", notes: "both" });
    await expect(comparisons.updateComparison(lab.grant, { ...change, name: "Theirs" })).rejects.toThrow(
      'Somebody changed "Ours"',
    );
    expect((await comparisons.getComparison(lab.grant, id)).name).toBe("Ours");

    const first = await comparisons.saveComparison(lab.grant, {
      name: "Tab",
      notes: "",
      state,
      position: -1,
    });
    const { rows } = await comparisons.listComparisons(
      lab.grant,
      comparisonListInput.parse({ lab: lab.slug }),
    );
    expect(rows.map(({ name }) => name)).toEqual(["Tab", "Ours"]);
    await putInTrash(lab.grant, { kind: "comparison", id: first.id });
    const after = await comparisons.listComparisons(lab.grant, comparisonListInput.parse({ lab: lab.slug }));
    expect(after.rows.map(({ name }) => name)).toEqual(["Ours"]);
  });

  it("holds only groups of its own lab", async () => {
    const other = await makeLab("others");
    const state = comparisonState.parse({ groups: refs });
    await expect(comparisons.saveComparison(other.grant, { name: "x", notes: "", state })).rejects.toThrow(
      "There is no experiment",
    );
  });
});

describe("windows that somebody chose", () => {
  const rate = { window: { event: "reward" as const, from: -500, to: 0 }, baseline: null };
  const response = (from: number) => ({
    window: { event: "reward" as const, from, to: from + 400 },
    baseline: { event: "cue" as const, from: -100, to: 0 },
  });
  const valuesOf = (view: ComparisonView, measure: string) =>
    view.panels
      .find(({ key }) => key.startsWith(`curve:${measure}@`))!
      .series[0].individuals.map(({ values }) => values[1]);

  it("count the licks of every trial again, in panels, rows, differences and exports", async () => {
    const own = { ...query, windows: { prepLick: rate } };
    const view = await comparisons.viewComparison(lab.grant, own);
    const expected = ["p1 r201", "p1 r130", "p1 r98"].map((subject) => {
      const { times, offsets } = records.get(`control ${subject}`)!.licks;
      const licks = [...times.subarray(offsets[20], offsets[40])].filter((t) => t > 1100 && t <= 1600);
      return licks.length / 20 / 0.5;
    });
    valuesOf(view, "prepLick").forEach((value, i) => expect(value).toBeCloseTo(expected[i], 12));
    const shown = view.rows.find(({ measure }) => measure === "prepLick")!;
    expect(shown.window).toContain("1100 < t <= 1600 ms from trial start");
    expect(shown.window).toContain("window chosen here");
    // other measures, and the same question without windows, are as they were
    const before = await comparisons.viewComparison(lab.grant, query);
    expect(valuesOf(view, "latency")).toEqual(valuesOf(before, "latency"));
    expect(valuesOf(view, "prepLick")).not.toEqual(valuesOf(before, "prepLick"));
    const { files } = await comparisons.exportComparison(lab.grant, { ...own, panel: null, format: "csv" });
    expect(files.find(({ name }) => name === "aggregates.csv")!.text).toContain("1100 < t <= 1600 ms");
  });

  it("read dopamine from its bins, and say where a window would cut one", async () => {
    const view = await comparisons.viewComparison(lab.grant, {
      ...{ ...query, windows: { rewardResponse: response(50) } },
    });
    const before = await comparisons.viewComparison(lab.grant, query);
    const same = await comparisons.viewComparison(lab.grant, {
      ...{ ...query, windows: { rewardResponse: rewardResponse.windows } },
    });
    expect(valuesOf(view, "rewardResponse")).not.toEqual(valuesOf(before, "rewardResponse"));
    valuesOf(same, "rewardResponse").forEach((value, i) =>
      expect(value).toBeCloseTo(valuesOf(before, "rewardResponse")[i]!, 5),
    );
    const cutting = await comparisons.viewComparison(lab.grant, {
      ...{ ...query, windows: { rewardResponse: response(55) } },
    });
    const panel = cutting.panels.find(({ key }) => key.startsWith("curve:rewardResponse@"))!;
    expect(panel.series).toEqual([]);
    expect(panel.notApplicable[0].reason).toContain("would cut one: it has an edge 1655 ms from trial start");
  });
});

it("of more runs than fit into memory is refused before any is read", async () => {
  const many = Array.from({ length: 20_001 }, (_, index) => `result-${index}`);
  await expect(numbersOf(lab.grant, many)).rejects.toMatchObject({ details: { code: "too-large" } });
  expect((await numbersOf(lab.grant, many.slice(0, 500))).size).toBe(0);
});
