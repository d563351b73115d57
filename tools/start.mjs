#!/usr/bin/env node
// Runs before node_modules exists: nothing but Node's own modules may be imported at the top, here or in tools/lib.
import { demonstrationEmail } from "./lib/demonstration.mjs";
import { completeEnvironment } from "./lib/environment.mjs";
import { checkNode, install } from "./lib/install.mjs";
import { wait } from "./lib/processes.mjs";
import { isFree } from "./lib/ports.mjs";
import { printTrouble, say, step } from "./lib/report.mjs";
import { endCommands, run } from "./lib/run.mjs";
import { Service } from "./lib/service.mjs";
import { leavePlace, note, takePlace } from "./lib/session.mjs";
import { stopSignal } from "./lib/stop-signal.mjs";
import { startWeb } from "./lib/web.mjs";

const dev = process.argv.includes("--dev");
const tsx = ["--import", "tsx"];
const { stop, hurry, stopped } = stopSignal();
stop.addEventListener("abort", endCommands);

let placed = false;
let database;
let services = [];

/** PostgreSQL runs apart from us; when somebody kills it, bring it back. */
async function watchDatabase() {
  while (!stop.aborted) {
    await Promise.race([wait(2000), stopped]);
    if (stop.aborted || database.pid) continue;
    say("PostgreSQL ended unexpectedly; starting it again.");
    try {
      const url = await database.revive();
      if (url !== database.url)
        await Promise.all(services.map((service) => service.restart({ DATABASE_URL: url })));
      say("PostgreSQL is back.");
    } catch (error) {
      printTrouble(error);
    }
  }
}

async function prepare() {
  const begun = performance.now();
  checkNode();
  await takePlace();
  placed = true;
  await install();
  stop.throwIfAborted();

  const { embedded, demo, loopback, env: wanted } = await completeEnvironment();
  const stand = { NEXTAUTH_URL: "http://127.0.0.1", DATABASE_URL: "postgresql://127.0.0.1/phasic" };
  await run([...tsx, "tools/settings.ts", "check"], {
    env: {
      ...wanted,
      ...(process.env.NEXTAUTH_URL ? {} : stand),
      DATABASE_URL: wanted.DATABASE_URL ?? stand.DATABASE_URL,
    },
    what: "Reading the settings",
    todo: "All settings are described in docs/settings.md.",
  });
  stop.throwIfAborted();

  await isFree(0, wanted.PHASIC_HOST); // a host that is not ours is better named now than after the build

  // these load packages, which exist from here on
  const { generateClient, migrate } = await import("./lib/schema.mjs");
  await generateClient();
  stop.throwIfAborted();
  if (embedded)
    await step("Starting PostgreSQL", async () => {
      const { acquireDatabase } = await import("./database.mjs");
      database = await acquireDatabase({ contributor: dev });
      return `${database.adopted ? "already running" : "running"} on port ${database.port}`;
    });
  wanted.DATABASE_URL ??= database.url;
  stop.throwIfAborted();
  await migrate(wanted.DATABASE_URL);
  stop.throwIfAborted();
  const { build } = await import("./lib/build.mjs");
  const folder = dev ? undefined : await build();
  stop.throwIfAborted();

  const options = { inherit: dev, onChange: () => note(address, services) };
  let address, env;
  await step("Starting the web server", async () => {
    ({ env } = await startWeb({
      env: {
        ...wanted,
        NODE_ENV: dev ? "development" : "production",
        ...(folder && { PHASIC_BUILD: folder }),
      },
      ...{ ...options, dev, stop, onService: (web) => (services = [web]) },
    }));
    address = env.NEXTAUTH_URL;
  });
  stop.throwIfAborted();
  const worker = new Service("worker", [...tsx, "worker/main.ts"], { ...options, env, grace: 10_000 });
  services.push(worker);
  if (demo)
    await step("Preparing the demonstration", async () => {
      await run([...tsx, "prisma/seed/main.ts"], { env, what: "Preparing the demonstration" });
    }).catch((error) => stop.aborted || printTrouble(error));
  stop.throwIfAborted();
  // only now: it takes every core as soon as there are runs
  worker.start();
  if (database) void watchDatabase();

  console.log(`
  Phasic is ready after ${((performance.now() - begun) / 1000).toFixed(1)} s

    Address         ${address}
    Demonstration   ${demo ? `${demonstrationEmail}   password   ${env.PHASIC_DEMO_PASSWORD}` : "off (docs/settings.md)"}
    Stop            Ctrl-C
    Logs            ${dev ? "this terminal" : ".phasic/logs/"}
${loopback ? "" : "\n  It can be reached from other machines. Settings: docs/settings.md\n"}`);
}

async function end() {
  const busy = services.length > 0 || database;
  if (busy) say("Stopping …");
  const graceOf = (service) => (hurry.aborted ? 0 : service.grace);
  hurry.addEventListener("abort", () => services.forEach((service) => service.stop(0)));
  await Promise.all(services.map((service) => service.stop(graceOf(service))));
  await database?.release();
  leavePlace();
  if (busy) say("Stopped. Your data is kept.");
}

try {
  await prepare();
  await stopped;
} catch (error) {
  if (!stop.aborted) {
    printTrouble(error);
    process.exitCode = 1;
  }
} finally {
  if (placed) await end();
  process.exit();
}
