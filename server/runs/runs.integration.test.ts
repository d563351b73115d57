import { exec } from "node:child_process";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { computeQueued, scenario, type Scenario } from "../../worker/testing/scenario";
import { closeDb } from "../db";
import { getExperiment, launchExperiment } from "../experiments/service";
import * as runs from "./service";

let s: Scenario;
let run: string;
beforeAll(async () => {
  s = await scenario("computed");
  const { id } = await launchExperiment(s.grant, s.wanted({ name: "one" }));
  run = (await getExperiment(s.grant, id)).cells[0].id;
  await computeQueued(s.grant);
  return closeDb;
});

describe("a run", () => {
  it("says everything that made it", async () => {
    const detail = await runs.getRun(s.grant, run);
    expect(detail).toMatchObject({
      status: "done",
      trials: 10,
      trialsDone: 10,
      subjectKey: "p1 r201",
      seed: 1,
    });
    expect(detail.resultHash).toMatch(/^[0-9a-f]{64}$/);
    expect(detail.log).toContain("Attempt 1");
    expect(detail.command).toContain("npm run phasic -- simulate --theory td");
  });

  it("is reproduced by its command, to the bit", async () => {
    const { command, resultHash } = await runs.getRun(s.grant, run);
    const shell = promisify(exec);
    const { stdout } = await shell(command.replace("--json run.json", "--threads 1"));
    expect(stdout).toContain(resultHash);
  });

  it("is recomputed to the same bits, and says so", async () => {
    await runs.recomputeRun(s.grant, { run, traceBinMs: 10 });
    expect((await runs.getRun(s.grant, run)).recomputations).toMatchObject([{ number: 1, equal: null }]);
    await computeQueued(s.grant);
    const { recomputations, resultHash } = await runs.getRun(s.grant, run);
    expect(recomputations).toMatchObject([{ equal: true, resultHash }]);
    expect(recomputations[0].compared).toContain("traces");
  });

  it("is recomputed with every millisecond", async () => {
    const { id } = await runs.recomputeRun(s.grant, { run, traceBinMs: 1 });
    await computeQueued(s.grant);
    const { recomputations } = await runs.getRun(s.grant, run);
    expect(recomputations[1]).toMatchObject({ traceBinMs: 1, equal: true });
    const figures = await runs.getFigures(s.grant, id);
    expect(figures.blockTraces.traces[0].rows[0]).toHaveLength(3000);
    expect(figures.traces[0]).toMatchObject({ binMs: 10 });
    expect(figures.traces[0].rows[0]).toHaveLength(300);
  });

  it("is listed with others, page by page", async () => {
    const wanted = s.wanted({ name: "listed", seed: 5, repetitions: 3 });
    const { id } = await launchExperiment(s.grant, wanted);
    const question = { experiment: id, text: "", where: {}, sort: "place" as const, limit: 2 };
    const first = await runs.listRuns(s.grant, question);
    expect(first).toMatchObject({ total: 3, choices: { status: [{ value: "queued", count: 3 }] } });
    expect(first.rows.map(({ repetition }) => repetition)).toEqual([0, 1]);
    const second = await runs.listRuns(s.grant, { ...question, cursor: first.nextCursor });
    expect(second).toMatchObject({ rows: [{ repetition: 2, status: "queued" }], nextCursor: null });
  });

  it("is cancelled while it waits, and retried", async () => {
    const launched = await launchExperiment(s.grant, s.wanted({ name: "waiting", seed: 6 }));
    const [{ id }] = (await getExperiment(s.grant, launched.id)).cells;
    expect(await runs.cancelRun(s.grant, id)).toEqual({ id, status: "cancelled" });
    await computeQueued(s.grant);
    expect(await runs.retryRun(s.grant, id)).toEqual({ id, status: "queued" });
    await computeQueued(s.grant);
    expect(await runs.getRun(s.grant, id)).toMatchObject({ status: "done" });
  });

  it("offers the next animals", async () => {
    const { nextSubjects } = await runs.offerAgain(s.grant, run);
    expect(nextSubjects).toMatchObject([{ population: 1, rank: 130 }]);
  });
});
