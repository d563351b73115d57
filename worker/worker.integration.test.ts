import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { engineVersion } from "../engine/engine-version.generated";
import { traceConditioning } from "../engine/paradigms/trace-conditioning";
import { describeSubject } from "../engine/subject";
import { theoryNamed } from "../engine/theories/registry";
import { closeDb, db } from "../server/db";
import { cancelExperiment, getExperiment, launchExperiment } from "../server/experiments/service";
import { getRun, retryRun, runSpec } from "../server/runs/service";
import { resultHash } from "../server/workers/service";
import { scenario, type Scenario, simulateHere } from "./testing/scenario";
import { until } from "./testing/until";
import { startWorker, type WorkerProcess } from "./testing/worker-process";

let s: Scenario;
const processes: WorkerProcess[] = [];
const start = async (env?: Record<string, string>) => {
  const worker = await startWorker(env);
  processes.push(worker);
  return worker;
};
beforeAll(async () => {
  s = await scenario("worked");
  return closeDb;
});
afterEach(async () => {
  await Promise.all(processes.splice(0).map((worker) => worker.end("SIGKILL")));
  // what a test left behind must not keep the next one's worker busy
  await db().run.updateMany({
    where: { status: { in: ["queued", "running"] } },
    data: { status: "cancelled" },
  });
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
});

let seed = 0;
const launch = async (trials: number) => {
  seed += 1;
  const { id } = await launchExperiment(s.grant, s.wanted({ name: `seed ${seed}`, seed, trials }));
  const [cell] = (await getExperiment(s.grant, id)).cells;
  return { experiment: id, run: cell.id, seed };
};
const row = (id: string) => db().run.findUniqueOrThrow({ where: { id }, include: { result: true } });
const reaches = (id: string, status: string) =>
  until(`run to be ${status}`, async () => ((await row(id)).status === status ? row(id) : null));
const undisturbed = (seed: number, trials: number) => {
  const { role, values } = theoryNamed("td").declaration.presets.find(({ key }) => key === "acting")!;
  const model = { theory: "td", role, parameters: values };
  const rest = { arm: "control", subject: describeSubject(0), repetition: 0, seed };
  return resultHash(simulateHere(runSpec({ model, paradigm: traceConditioning, trials, ...rest })));
};
const long = 5000;

describe("a worker", { timeout: 300_000 }, () => {
  it("computes what is launched, to the bits of a run without a server", async () => {
    await start();
    const { run, seed } = await launch(40);
    const done = await reaches(run, "done");
    expect(done).toMatchObject({ trialsDone: 40, attempts: 1, engineVersion });
    expect(done.cpuMs).toBeGreaterThan(0);
    expect(done.result!.hash).toBe(undisturbed(seed, 40));
  });

  it("killed in mid-run is replaced within 15 s; the run goes on from its checkpoint to the same bits", async () => {
    const workers = [await start(), await start()];
    const { run, seed } = await launch(long);
    const first = await until("a checkpoint", async () => {
      const { checkpointTrial, workerId } = await row(run);
      return checkpointTrial > 0 && workers.find(({ id }) => id === workerId);
    });
    const second = workers.find((worker) => worker !== first)!;
    await first.end("SIGKILL");
    const killed = performance.now();
    await until("the takeover", async () => (await row(run)).workerId === second.id);
    expect(performance.now() - killed).toBeLessThan(15_000);
    const { attempts, log, result } = await reaches(run, "done");
    expect(attempts).toBe(2);
    expect(log).toMatch(/The worker was lost; queued\.\n.*Attempt 2 on worker \S+, from trial (?!1\.)\d+\./);
    expect(result!.hash).toBe(undisturbed(seed, long));
    expect(await db().runResult.count({ where: { hash: result!.hash } })).toBe(1);
  });

  it("asked to stop gives its runs back at once, with where they are", async () => {
    const worker = await start();
    const { run } = await launch(long);
    await until("progress", async () => (await row(run)).trialsDone > 0);
    const { code, ms } = await worker.end("SIGTERM");
    expect(code).toBe(0);
    expect(ms).toBeLessThan(10_000);
    const left = await row(run);
    expect(left).toMatchObject({ status: "queued", leaseToken: null });
    expect(left.checkpointTrial).toBeGreaterThan(0);
    expect(await db().worker.count({ where: { id: worker.id } })).toBe(0);
    await cancelExperiment(s.grant, (await getRun(s.grant, run)).experiments[0].id);
  });

  it("stops a run that is cancelled, and computes it when it is retried", async () => {
    await start();
    const { run, experiment } = await launch(long);
    await until("progress", async () => (await row(run)).trialsDone > 0);
    await cancelExperiment(s.grant, experiment);
    await reaches(run, "cancelled");
    await retryRun(s.grant, run);
    await reaches(run, "done");
  });

  it("ends a run beyond its limit with that reason, and keeps the log", async () => {
    await start({ PHASIC_RUN_CPU_SECONDS: "1" });
    const { run } = await launch(long);
    const { error, log } = await reaches(run, "failed");
    expect(error).toBe("Processor time limit: the run used more than 1 s (PHASIC_RUN_CPU_SECONDS).");
    expect(log).toContain(error);
  });
});
