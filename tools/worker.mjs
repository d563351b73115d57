#!/usr/bin/env node
// `npm run worker`: one more worker, on this machine or, with DATABASE_URL, on any other.
import { completeEnvironment } from "./lib/environment.mjs";
import { checkNode, install } from "./lib/install.mjs";
import { printTrouble, say } from "./lib/report.mjs";
import { endCommands, run } from "./lib/run.mjs";
import { Service } from "./lib/service.mjs";
import { stopSignal } from "./lib/stop-signal.mjs";

const tsx = ["--import", "tsx"];
const { stop, hurry, stopped } = stopSignal();
stop.addEventListener("abort", endCommands);

let database;
let worker;

try {
  checkNode();
  await install();
  const { env } = await completeEnvironment();
  const { generateClient, migrate } = await import("./lib/schema.mjs");
  await generateClient();
  stop.throwIfAborted();
  if (!env.DATABASE_URL) {
    const { acquireDatabase } = await import("./database.mjs");
    database = await acquireDatabase();
    env.DATABASE_URL = database.url;
  }
  // a worker shows no pages, but shares the declaration of the settings with the server that does
  env.NEXTAUTH_URL = process.env.NEXTAUTH_URL || `http://${env.PHASIC_HOST}:${env.PHASIC_PORT}`;
  await run([...tsx, "tools/settings.ts", "check"], {
    env,
    what: "Reading the settings",
    todo: "All settings are described in docs/settings.md.",
  });
  stop.throwIfAborted();
  await migrate(env.DATABASE_URL);
  stop.throwIfAborted();
  worker = new Service("worker", [...tsx, "worker/main.ts"], {
    env: { ...env, NODE_ENV: process.env.NODE_ENV || "production" },
    grace: 10_000,
    inherit: true,
  });
  worker.start();
  say("A worker is running. Stop it with Ctrl-C.");
  await stopped;
} catch (error) {
  if (!stop.aborted) {
    printTrouble(error);
    process.exitCode = 1;
  }
} finally {
  hurry.addEventListener("abort", () => worker?.stop(0));
  await worker?.stop();
  await database?.release();
  process.exit();
}
