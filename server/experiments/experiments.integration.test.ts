import { beforeAll, describe, expect, it } from "vitest";
import { experimentListInput } from "../../contracts/experiment";
import { describeSubject } from "../../engine/subject";
import { computeQueued, scenario, type Scenario } from "../../worker/testing/scenario";
import { closeDb, db } from "../db";
import { Problem } from "../errors";
import * as runs from "../runs/service";
import * as experiments from "./service";

let s: Scenario;
beforeAll(async () => {
  s = await scenario("planned");
  return closeDb;
});

const statuses = async (id: string) =>
  (await experiments.getExperiment(s.grant, id)).cells.map(({ status }) => status);
const jobs = () => db().$queryRaw<{ key: string }[]>`SELECT key FROM graphile_worker.jobs ORDER BY key`;

describe("an experiment", () => {
  it("is planned, launched, computed and read", async () => {
    const wanted = s.wanted({ name: "first", arms: ["control", "stimLick-"], repetitions: 2 });
    expect(await experiments.planExperiment(s.grant, wanted)).toMatchObject({
      runs: 4,
      reused: 0,
      refused: [],
    });
    const { id, queued } = await experiments.launchExperiment(s.grant, wanted);
    expect(queued).toBe(4);
    expect(await jobs()).toHaveLength(4);
    await computeQueued(s.grant);

    const { cells, counts, etaSeconds } = await experiments.getExperiment(s.grant, id);
    expect(counts).toEqual({ queued: 0, running: 0, done: 4, failed: 0, cancelled: 0 });
    expect(etaSeconds).toBeNull();
    const figures = await runs.getFigures(s.grant, cells[0].id);
    expect(figures.training.prepLick).toHaveLength(10);
    expect(figures.probeTrials).toEqual([1, 5, 10]);
    expect(figures.traces[0].rows).toHaveLength(3);
    const {
      rows: [summary],
    } = await experiments.listExperiments(s.grant, experimentListInput.parse({ lab: "planned" }));
    expect(summary).toMatchObject({ name: "first", subjects: 1, sparkline: [expect.any(Number)] });
  });

  it("computes nothing twice: the same spec is linked, whatever state it is in", async () => {
    const wanted = s.wanted({ name: "again", arms: ["control", "stimLick-", "stimLick+"], repetitions: 2 });
    expect(await experiments.planExperiment(s.grant, wanted)).toMatchObject({ runs: 6, reused: 4 });
    const { id, queued, reused } = await experiments.launchExperiment(s.grant, wanted);
    expect({ queued, reused }).toEqual({ queued: 2, reused: 4 });
    expect((await statuses(id)).sort()).toEqual(["done", "done", "done", "done", "queued", "queued"]);
    expect(await db().run.count({ where: { labId: s.grant.labId } })).toBe(6);
    const other = await experiments.launchExperiment(s.grant, { ...wanted, name: "once more" });
    expect(other).toMatchObject({ queued: 0, reused: 6 });
  });

  it("launches two of the same at once without a clash", async () => {
    const wanted = s.wanted({ name: "racing", seed: 77, repetitions: 20 });
    const [a, b] = await Promise.all([
      experiments.launchExperiment(s.grant, wanted),
      experiments.launchExperiment(s.grant, wanted),
    ]);
    expect(a.queued + b.queued).toBe(20);
    expect(await db().run.count({ where: { labId: s.grant.labId, seed: 77 } })).toBe(20);
  });

  it("stops runs that no other experiment wants, and starts them again", async () => {
    const wanted = s.wanted({ name: "stopped", seed: 78 });
    const first = await experiments.launchExperiment(s.grant, wanted);
    const second = await experiments.launchExperiment(s.grant, { ...wanted, name: "sharing" });
    expect(await experiments.cancelExperiment(s.grant, first.id)).toEqual({ cancelled: 0, kept: 1 });
    expect(await statuses(second.id)).toEqual(["queued"]);
    expect(await experiments.cancelExperiment(s.grant, second.id)).toEqual({ cancelled: 1, kept: 0 });
    expect(await statuses(first.id)).toEqual(["cancelled"]);
    expect(await experiments.retryExperiment(s.grant, first.id)).toEqual({ retried: 1 });
    expect(await statuses(second.id)).toEqual(["queued"]);
  });

  it("reports what a theory refuses, and launches the rest", async () => {
    const asError = await scenario("planned", "actr", "lick-gated-error");
    const [modelVersionId] = asError.wanted().modelVersionIds;
    const wanted = s.wanted({
      name: "refusing",
      seed: 79,
      arms: ["control", "knockout"],
      modelVersionIds: [...s.wanted().modelVersionIds, modelVersionId],
    });
    const plan = await experiments.planExperiment(s.grant, wanted);
    expect(plan.refused.length).toBeGreaterThan(0);
    expect(plan.runs + plan.refused.length).toBe(4);
    const { id } = await experiments.launchExperiment(s.grant, wanted);
    const { refused, cells } = await experiments.getExperiment(s.grant, id);
    expect(refused).toEqual(plan.refused);
    expect(cells).toHaveLength(plan.runs);
  });

  it("says how large a grid may be", async () => {
    const subjects = Array.from({ length: 200 }, (_, index) => describeSubject(index));
    const wanted = s.wanted({ subjects, repetitions: 20, arms: ["control", "stimLick-", "stimLick+"] });
    await expect(experiments.planExperiment(s.grant, wanted)).rejects.toThrow(Problem);
    await expect(experiments.planExperiment(s.grant, wanted)).rejects.toThrow("12,000 runs");
  });

  it("launches thousands of runs in one go", async () => {
    const subjects = Array.from({ length: 100 }, (_, index) => describeSubject(index));
    const wanted = s.wanted({
      name: "large",
      seed: 80,
      subjects,
      repetitions: 20,
      arms: ["control", "stimLick-"],
    });
    expect(await experiments.launchExperiment(s.grant, wanted)).toMatchObject({ queued: 4000, reused: 0 });
  });

  it("lets labs take turns: whoever launches thousands keeps nobody else waiting, and not without end", async () => {
    const waiting = await db().run.aggregate({
      where: { labId: s.grant.labId, status: "queued" },
      ...{ _min: { priority: true }, _max: { priority: true }, _count: true },
    });
    expect(waiting).toMatchObject({ _min: { priority: 0 }, _count: expect.any(Number) });
    expect(waiting._max.priority).toBeGreaterThan(50);
    const other = await scenario("patient");
    const { id } = await experiments.launchExperiment(other.grant, other.wanted());
    const run = { experiments: { some: { experimentId: id } } };
    expect(await db().run.findFirst({ where: run, select: { priority: true } })).toEqual({ priority: 0 });
    await expect(runs.turnsOf(s.grant, 50_000 - waiting._count + 1)).rejects.toMatchObject({
      details: { code: "refused" },
    });
    await runs.turnsOf(s.grant, 50_000 - waiting._count);
  });
});
