/**
 * Kills workers with SIGKILL in mid-run ten times and pauses them for 30 s three times, on a database of its own, and
 * compares every result with an undisturbed run of the same spec. Takes some minutes: `tsx bench/kill-worker.ts`.
 */
import { setTimeout as after } from "node:timers/promises";
import { startTemporaryDatabase } from "../tools/lib/temporary-database.mjs";

const kills = 10;
const pauses = 3;
const pauseMs = 30_000;
const trials = 1600;
/** A busy machine may take this long for one run. */
const slow = 1_800_000;

const postgres = await startTemporaryDatabase();
process.env.DATABASE_URL = postgres.template;
process.env.NEXTAUTH_SECRET = "x".repeat(32);
process.env.NEXTAUTH_URL = "http://127.0.0.1";
process.env.PHASIC_LOG_LEVEL = "error";

// These read the environment.
const { closeDb, db } = await import("../server/db");
const { getExperiment, launchExperiment } = await import("../server/experiments/service");
const { resultHash } = await import("../server/workers/service");
const { scenario, simulateHere, specOfRun } = await import("../worker/testing/scenario");
const { until } = await import("../worker/testing/until");
const { startWorker } = await import("../worker/testing/worker-process");

let passed = 0;
let failed = 0;
function check(what: string, holds: boolean) {
  if (holds) passed += 1;
  else failed += 1;
  console.log(`${holds ? "ok    " : "FAILED"} ${what}`);
}

const s = await scenario("killed", "actr", "lick-gated");
let seed = 0;
async function launch(length = trials): Promise<string> {
  seed += 1;
  const wanted = s.wanted({ name: `run ${seed}`, seed, trials: length, arms: ["stimLick-"] });
  const { id } = await launchExperiment(s.grant, wanted);
  return (await getExperiment(s.grant, id)).cells[0].id;
}
const row = (id: string) => db().run.findUniqueOrThrow({ where: { id }, include: { result: true } });
const isDone = async (id: string) => (await row(id)).status === "done";
const halfway = (id: string, worker: string, beyond: number) =>
  until(
    "a worker in mid-run",
    async () => {
      const { workerId, trialsDone } = await row(id);
      return workerId === worker && trialsDone > beyond;
    },
    slow,
  );
/** Seconds from `begun` until another worker has the run. */
async function takeover(id: string, from: string, begun = performance.now()): Promise<number> {
  await until(
    "a takeover",
    async () => {
      const { workerId, status } = await row(id);
      return status === "done" || (workerId !== null && workerId !== from);
    },
    60_000,
  );
  return (performance.now() - begun) / 1000;
}

const disturbed: string[] = [];

console.log(`SIGKILL, ${kills} times, in runs of ${trials} trials`);
{
  let run = await launch();
  disturbed.push(run);
  let worker = await startWorker();
  let standby = await startWorker();
  const holder = async () => {
    const { workerId } = await row(run);
    return workerId === worker.id ? worker : workerId === standby.id ? standby : null;
  };
  for (let kill = 1; kill <= kills; kill += 1) {
    if ((await row(run)).trialsDone > 0.7 * trials) {
      await until("a run to end", () => isDone(run), slow);
      run = await launch();
      disturbed.push(run);
    }
    const begun = (await row(run)).checkpointTrial;
    const victim = await until("a worker at the run", holder);
    await halfway(run, victim.id, begun + 20 * kill);
    const { trialsDone } = await row(run);
    await victim.end("SIGKILL");
    const seconds = await takeover(run, victim.id);
    check(`kill ${kill} at trial ${trialsDone}: taken over after ${seconds.toFixed(1)} s`, seconds < 15);
    const fresh = await startWorker();
    if (victim === worker) worker = fresh;
    else standby = fresh;
  }
  await until("the last run to end", () => isDone(run), slow);
  await Promise.all([worker.end(), standby.end()]);
}

console.log(`SIGSTOP for ${pauseMs / 1000} s, ${pauses} times`);
for (let pause = 1; pause <= pauses; pause += 1) {
  const run = await launch();
  disturbed.push(run);
  const sleeper = await startWorker();
  await halfway(run, sleeper.id, 0);
  const other = await startWorker();
  const { trialsDone } = await row(run);
  sleeper.signal("SIGSTOP");
  const stoppedAt = performance.now();
  const seconds = await takeover(run, sleeper.id, stoppedAt);
  check(`pause ${pause} at trial ${trialsDone}: taken over after ${seconds.toFixed(1)} s`, seconds < 15);
  await after(pauseMs - (performance.now() - stoppedAt));
  sleeper.signal("SIGCONT");
  await until("the run to end", () => isDone(run), slow);
  await other.end();
  const next = await launch(100);
  disturbed.push(next);
  await until("the sleeper to work on", () => isDone(next), slow);
  const { attempts, log } = await row(run);
  check(
    `pause ${pause}: the sleeper wrote nothing and works on`,
    attempts === 2 && !log.includes("Given back") && (await row(next)).log.includes(sleeper.id),
  );
  await sleeper.end();
}

console.log("Against undisturbed runs");
const memo = new Map();
for (const id of disturbed) {
  const { result, attempts } = await row(id);
  const same = result?.hash === resultHash(simulateHere(await specOfRun(id), 10, memo));
  const written = await db().runResult.count({ where: { hash: result?.hash ?? "" } });
  check(`run ${id}, ${attempts} attempts: the same bits, written ${written} time(s)`, same && written === 1);
}
check("no result without a run", (await db().runResult.count()) === disturbed.length);

await closeDb();
await postgres.stop();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
