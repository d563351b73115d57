import { beforeAll, describe, expect, it } from "vitest";
import { describeSubject } from "../../engine/subject";
import { computeQueued, scenario, specOfRun, type Scenario } from "../../worker/testing/scenario";
import { makeLab, type LabFixture } from "../access/testing/lab-fixture";
import { recordAnimals } from "../access/testing/recorded-animals";
import { viewComparison } from "../comparisons/service";
import { closeDb, db } from "../db";
import { Problem } from "../errors";
import * as runs from "../runs/service";
import * as experiments from "./service";

let s: Scenario;
let there: LabFixture;
let named = 0;
const here = () => ({ id: s.grant.labId, unique: (name: string) => `${name} ${(named += 1)}` });
beforeAll(async () => {
  s = await scenario("yoked");
  there = await makeLab("elsewhere");
  return closeDb;
});

const subjects = [0, 1, 2].map((index) => describeSubject(index));
const animals = { "mouse 1": "cCouc.cc", "mouse 2": "coC" };

describe("subjects that meet what animals met", () => {
  it("are planned, one animal each and again the first, with as many trials as it had", async () => {
    const { versionId } = await recordAnimals(here(), animals, "stimLick+");
    const yoke = { datasetVersionId: versionId, group: "stimLick+" };
    const wanted = s.wanted({ arms: ["control", "stimLick+"], subjects, trials: undefined, yoke });
    const { yokedTo, runs: count } = await experiments.planExperiment(s.grant, wanted);
    expect(count).toBe(6);
    expect(yokedTo).toMatchObject({ group: "stimLick+", dataset: { number: 1 } });
    const one = {
      animal: "mouse 1",
      sessions: 2,
      trials: 7,
      cued: 5,
      uncued: 1,
      omission: 1,
      stimulated: 1,
      of: 7,
    };
    const two = {
      animal: "mouse 2",
      sessions: 1,
      trials: 3,
      cued: 2,
      uncued: 0,
      omission: 1,
      stimulated: 1,
      of: 3,
    };
    expect(yokedTo!.animals).toMatchObject([one, two, one]);
    const few = await experiments.planExperiment(s.grant, { ...wanted, trials: 4 });
    expect(few.yokedTo!.animals.map(({ trials, of }) => [trials, of])).toEqual([
      [4, 7],
      [3, 3],
      [4, 7],
    ]);
  });

  it("are computed trial by trial, and their arms meet the same", async () => {
    const { versionId, contentHash } = await recordAnimals(here(), animals);
    const yoke = { datasetVersionId: versionId, group: "control" };
    const wanted = s.wanted({
      ...{ name: "met", arms: ["control", "stimLick+"], subjects: subjects.slice(0, 2) },
      ...{ trials: undefined, yoke },
    });
    const { id } = await experiments.launchExperiment(s.grant, wanted);
    await computeQueued(s.grant);
    const { cells, counts, yokedTo, paradigm, refused } = await experiments.getExperiment(s.grant, id);
    expect(counts.done).toBe(4);
    expect(refused).toEqual([]);
    expect(paradigm.trials).toBe(7);
    expect(yokedTo!.animals.map(({ animal }) => animal)).toEqual(["mouse 1", "mouse 2"]);
    for (const { id: run, arm, subjectKey, trials } of cells) {
      const [met, animal] = subjectKey.endsWith("r201") ? ["cCouccc", "mouse 1"] : ["coC", "mouse 2"];
      const { history } = await specOfRun(run);
      expect(history!.source).toBe(`dataset version ${contentHash}, animal ${animal}`);
      expect(trials).toBe(met.length);
      const { stimulated, training } = await runs.getFigures(s.grant, run);
      expect(stimulated).toEqual([...met].map((letter) => arm === "stimLick+" && /[A-Z]/.test(letter)));
      // a response to reward where one came with a cue, and only there
      expect(training.rewardResponse.map((value) => value !== null)).toEqual(
        [...met].map((letter) => letter.toLowerCase() === "c"),
      );
      const detail = await runs.getRun(s.grant, run);
      expect(detail.history).toEqual({ source: history!.source, stimulated: true });
      expect(detail.command).toContain("--history-json");
    }
    // one history per animal, whatever the number of its runs
    expect(
      await db().history.count({ where: { labId: s.grant.labId, source: { contains: contentHash } } }),
    ).toBe(2);
  });

  it("stand in a comparison with gaps where an animal had fewer trials, and say whom they follow", async () => {
    const { versionId } = await recordAnimals(here(), { a: "c".repeat(30), b: "c".repeat(10) });
    const yoke = { datasetVersionId: versionId, group: "control" };
    const wanted = s.wanted({ name: "gaps", subjects: subjects.slice(0, 2), trials: undefined, yoke });
    const { id } = await experiments.launchExperiment(s.grant, wanted);
    await computeQueued(s.grant);
    const [model] = wanted.modelVersionIds;
    const view = await viewComparison(s.grant, {
      groups: [{ kind: "simulation", experiment: id, model, arm: "control" }],
      block: 20,
      trials: { from: 1, to: 40 },
    });
    const panel = view.panels.find(({ key }) => key.startsWith("curve:prepLick"))!;
    expect(panel.blocks).toEqual([
      { from: 1, to: 20 },
      { from: 21, to: 30 },
    ]);
    expect(panel.series[0].n).toEqual([2, 1]);
    expect(view.rows.find(({ measure }) => measure === "prepLick")).toMatchObject({
      n: 2,
      trials: { withValue: 40, of: 40 },
    });
    expect(view.groups[0].remarks.join(" ")).toContain("10 to 30 trials");
  });

  it("are recomputed from the same history", async () => {
    const { versionId } = await recordAnimals(here(), { a: "cocu" });
    const wanted = s.wanted({
      name: "again",
      trials: undefined,
      yoke: { datasetVersionId: versionId, group: "control" },
    });
    const { id } = await experiments.launchExperiment(s.grant, wanted);
    await computeQueued(s.grant);
    const [{ id: run }] = (await experiments.getExperiment(s.grant, id)).cells;
    await runs.recomputeRun(s.grant, { run, traceBinMs: 10 });
    await computeQueued(s.grant);
    expect((await runs.getRun(s.grant, run)).recomputations).toMatchObject([{ equal: true }]);
  });

  it("are refused where the recording does not say what its animals met, or has no such group", async () => {
    const { versionId } = await recordAnimals(here(), { a: "ccxxc" });
    const plan = (group: string, datasetVersionId = versionId) =>
      experiments.planExperiment(s.grant, s.wanted({ yoke: { datasetVersionId, group } }));
    await expect(plan("control")).rejects.toThrow(
      'Of a, 2 of 5 trials are of a type "something else", which says neither cued, uncued nor omitted.',
    );
    await expect(plan("others")).rejects.toThrow('has no trials of a group "others"');
    await expect(plan("control")).rejects.toThrow(Problem);
    const { versionId: theirs } = await recordAnimals(there, { a: "c" });
    await expect(plan("control", theirs)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
