import { beforeEach, describe, expect, it } from "vitest";
import { scenario, simulateHere } from "../../worker/testing/scenario";
import { db } from "../db";
import { getExperiment, launchExperiment } from "../experiments/service";
import { cancelRun } from "../runs/service";
import * as workers from "./service";

let run: string;
let count = 0;
const row = () => db().run.findUniqueOrThrow({ where: { id: run } });
const lapse = () =>
  db().run.update({ where: { id: run }, data: { leaseUntil: new Date(Date.now() - 1000) } });
const claim = async (worker: string) => {
  const claimed = await workers.claimRun(worker, run);
  if (!claimed) throw new Error("nothing was claimed");
  return claimed;
};
const reached = { trialsDone: 4, cpuMs: 9, bytes: new Uint8Array([1, 2, 3]) };

beforeEach(async () => {
  const s = await scenario("leased");
  count += 1;
  const { id } = await launchExperiment(s.grant, s.wanted({ name: `leased ${count}`, seed: count }));
  run = (await getExperiment(s.grant, id)).cells[0].id;
});

describe("a lease", () => {
  it("is one worker's at a time", async () => {
    await claim("a");
    expect(await workers.claimRun("b", run)).toBeNull();
  });

  it("is prolonged while it holds, and not after", async () => {
    const { lease } = await claim("a");
    expect(await workers.renewLeases("a", [lease.token])).toEqual([
      { token: lease.token, cancelRequested: false },
    ]);
    await lapse();
    expect(await workers.renewLeases("a", [lease.token])).toEqual([]);
  });

  it("that is over refuses every write, also when nobody has taken the run yet", async () => {
    const { lease, spec } = await claim("a");
    const parts = simulateHere(spec);
    await lapse();
    const before = await row();
    expect(await workers.saveProgress(lease, { trialsDone: 3, cpuMs: 1 })).toBe("lost");
    expect(await workers.saveCheckpoint(lease, reached)).toBe("lost");
    expect(await workers.finishRun(lease, { parts, cpuMs: 1 })).toBe(false);
    expect(await workers.failRun(lease, { reason: "no", cpuMs: 1 })).toBe(false);
    expect(await workers.giveUpRun(lease, null)).toBe(false);
    expect(await row()).toEqual(before);
  });

  it("that another worker took lets only that one write the result, once", async () => {
    const paused = await claim("a");
    await lapse();
    expect(await workers.sweep()).toBeGreaterThan(0);
    const next = await claim("b");
    const parts = simulateHere(next.spec);
    const results = await db().runResult.count();
    expect(await workers.finishRun(paused.lease, { parts, cpuMs: 1 })).toBe(false);
    expect(await workers.finishRun(next.lease, { parts, cpuMs: 1 })).toBe(true);
    expect(await workers.finishRun(next.lease, { parts, cpuMs: 1 })).toBe(false);
    expect(await db().runResult.count()).toBe(results + 1);
    expect(await row()).toMatchObject({ status: "done", attempts: 2, trialsDone: 10, checkpoint: null });
  });

  it("hands its checkpoint to the next worker", async () => {
    const { lease } = await claim("a");
    expect(await workers.saveCheckpoint(lease, reached)).toBe("go on");
    await lapse();
    await workers.sweep();
    const next = await claim("b");
    expect([...next.checkpoint!]).toEqual([1, 2, 3]);
    expect(next.cpuMs).toBe(9);
  });

  it("given up puts the run back into the queue, with a job", async () => {
    const { lease } = await claim("a");
    await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    expect(await workers.giveUpRun(lease, reached)).toBe(true);
    expect(await row()).toMatchObject({ status: "queued", checkpointTrial: 4, leaseToken: null });
    expect(await db().$queryRaw`SELECT key FROM graphile_worker.jobs`).toEqual([{ key: `run:${run}` }]);
  });

  it("of a cancelled run says so at the next write, and ends as cancelled", async () => {
    const s = await scenario("leased");
    const { lease } = await claim("a");
    expect(await cancelRun(s.grant, run)).toMatchObject({ status: "running" });
    expect(await workers.saveProgress(lease, { trialsDone: 3, cpuMs: 1 })).toBe("cancel");
    await workers.giveUpRun(lease, null);
    expect(await row()).toMatchObject({ status: "cancelled", cancelRequested: false });
  });

  it("lost five times between two checkpoints ends the run: it may be what kills its workers", async () => {
    for (let loss = 1; loss <= 5; loss += 1) {
      await claim(`worker ${loss}`);
      await lapse();
      await workers.sweep();
    }
    expect(await row()).toMatchObject({ status: "failed", error: expect.stringContaining("5 workers") });
  });
});

describe("the queue", () => {
  it("gets runs back that lost their job", async () => {
    await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    await workers.doChores();
    const jobs = await db().$queryRaw<{ key: string }[]>`SELECT key FROM graphile_worker.jobs`;
    expect(jobs.map(({ key }) => key)).toContain(`run:${run}`);
  });

  it("does not start a run of an engine that the database has overtaken", async () => {
    const twin = await row();
    await db().run.update({ where: { id: run }, data: { engineVersion: "older" } });
    await db().run.create({
      data: { ...twin, id: "twin", subject: { ...(twin.subject as object) }, leaseUntil: null },
    });
    expect(await workers.claimRun("a", run)).toBeNull();
    expect(await row()).toMatchObject({ status: "failed", error: expect.stringContaining("updated") });
  });

  it("computes a waiting run on the engine that is here, from its first trial", async () => {
    await db().run.update({
      where: { id: run },
      data: { engineVersion: "older", checkpoint: new Uint8Array([1]), checkpointTrial: 5 },
    });
    const { checkpoint } = await claim("a");
    expect(checkpoint).toBeNull();
    expect((await row()).engineVersion).not.toBe("older");
  });
});
