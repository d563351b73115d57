import { randomBytes } from "node:crypto";
import { EventEmitter } from "node:events";
import { hostname } from "node:os";
import { Logger, run, type WorkerEvents } from "graphile-worker";
import { forgetDeleted } from "../server/comments/service";
import { closeDb } from "../server/db";
import { finishOpenings, publishDemonstration } from "../server/demonstration/service";
import { env } from "../server/env";
import { tellEndedExperiments } from "../server/experiments/service";
import { installQueue } from "../server/jobs/install";
import { removeOldArchives } from "../server/lab-archives/service";
import { log } from "../server/log";
import { beat, doChores, leave, renewEveryMs, sweep } from "../server/workers/service";
import { brief } from "./brief";
import { createHeldRuns } from "./held-runs";
import { repeat } from "./repeat";
import { createSimulationPool } from "./simulation/pool";
import { clearTemporaryFolders } from "./temp-folder";
import { errands, readings, tasks, timetable } from "./tasks";

/**
 * A worker process. This thread talks to the database and beats; simulations run in threads of their own, so that
 * computing never starves the heartbeat.
 */
const exitWithinMs = 3000;
const choresEveryMs = 10_000;
const errandsAtOnce = 2;
const readingsAtOnce = 2;
const { DATABASE_URL, PHASIC_WORKER_THREADS: threads, PHASIC_RUN_CPU_SECONDS, PHASIC_RUN_MEMORY_MB } = env();

const id = `${hostname()}-${process.pid}-${randomBytes(3).toString("hex")}`;
const logger = log().child({ worker: id });
const pool = createSimulationPool(PHASIC_RUN_MEMORY_MB);
const held = createHeldRuns(id);
const limits = { cpuSeconds: PHASIC_RUN_CPU_SECONDS, memoryMb: PHASIC_RUN_MEMORY_MB };

const identity = { id, hostname: hostname(), pid: process.pid, threads, queueIds: [] as string[] };
const events = new EventEmitter() as WorkerEvents;
events.on("pool:create", ({ workerPool }) => identity.queueIds.push(workerPool.id));

await installQueue();
await clearTemporaryFolders();
await beat(identity);
const shared = {
  connectionString: DATABASE_URL,
  pollInterval: 1000,
  parsedCronItems: [],
  noHandleSignals: true,
  logger: new Logger(() => (level, message) => logger.debug({ level }, message)),
  events,
};
const runners = [
  await run({ ...shared, concurrency: threads, taskList: tasks({ id, pool, held, limits, log: logger }) }),
  await run({ ...shared, concurrency: errandsAtOnce, taskList: errands(), parsedCronItems: timetable }),
  await run({ ...shared, concurrency: readingsAtOnce, taskList: readings() }),
];
logger.info({ threads }, "worker ready");

const pulse = repeat(
  async () => {
    await held.renew();
    await beat(identity);
    const taken = await sweep();
    if (taken > 0) logger.warn({ taken }, "took over runs of a lost worker");
  },
  renewEveryMs,
  (error) => logger.warn({ reason: brief(error) }, "heartbeat failed; trying again"),
);

const chores = repeat(
  async () => {
    await doChores();
    await forgetDeleted();
    await finishOpenings();
    await publishDemonstration();
    await tellEndedExperiments();
    await removeOldArchives();
  },
  choresEveryMs,
  (error) => logger.warn({ reason: brief(error) }, "chores failed; trying again"),
);

let leaving = false;
async function stopGracefully(signal: string) {
  if (leaving) return;
  leaving = true;
  logger.info({ signal }, "giving runs back to the queue");
  setTimeout(() => process.exit(0), exitWithinMs).unref();
  const drained = Promise.all(runners.map((runner) => runner.stop()));
  held.releaseAll();
  await drained;
  await Promise.all([pulse.stop(), chores.stop()]);
  await leave(id);
  await pool.close();
  await closeDb();
  process.exit(0);
}
process.on("SIGTERM", stopGracefully);
process.on("SIGINT", stopGracefully);

for (const { promise } of runners)
  promise.catch((error: unknown) => {
    logger.fatal({ err: error }, "the queue stopped");
    process.exit(1);
  });
