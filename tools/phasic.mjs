#!/usr/bin/env node
// `npm run phasic`: the command line. Simulations need nothing; `account` is given this clone's database and settings.
import { spawn } from "node:child_process";
import { printTrouble } from "./lib/report.mjs";
import { quiet } from "./lib/run.mjs";

const words = process.argv.slice(2);
process.on("SIGINT", () => {}); // the command gets it too, and then we still have to let go of the database

async function settings() {
  if (words[0] !== "account") return { env: {}, release: undefined };
  const { completeEnvironment } = await import("./lib/environment.mjs");
  const { runningAddress } = await import("./lib/session.mjs");
  const { env } = await completeEnvironment();
  let release;
  if (!env.DATABASE_URL) {
    const { acquireDatabase } = await import("./database.mjs");
    const database = await acquireDatabase();
    ({ release } = database);
    env.DATABASE_URL = database.url;
  }
  env.NEXTAUTH_URL =
    process.env.NEXTAUTH_URL || runningAddress() || `http://${env.PHASIC_HOST}:${env.PHASIC_PORT}`;
  return { env, release };
}

try {
  const { env, release } = await settings();
  const child = spawn(process.execPath, ["--import", "tsx", "cli/main.ts", ...words], {
    stdio: "inherit",
    env: { ...process.env, ...quiet, ...env },
  });
  process.exitCode = await new Promise((done) => child.once("exit", (code) => done(code ?? 1)));
  await release?.();
} catch (error) {
  printTrouble(error);
  process.exitCode = 1;
}
