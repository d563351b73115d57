#!/usr/bin/env node
// `npm run prisma -- migrate dev --name …`: Prisma's command line on DATABASE_URL or on this clone's own database.
import { spawn } from "node:child_process";
import { acquireDatabase } from "./database.mjs";
import { root } from "./lib/paths.mjs";
import { printTrouble } from "./lib/report.mjs";
import { bin, quiet } from "./lib/run.mjs";

process.on("SIGINT", () => {}); // Prisma gets it too, and then we still have to let go of the database

try {
  const database = process.env.DATABASE_URL ? undefined : await acquireDatabase({ contributor: true });
  const child = spawn(process.execPath, [bin.prisma, ...process.argv.slice(2)], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...quiet, DATABASE_URL: process.env.DATABASE_URL || database.url },
  });
  process.exitCode = await new Promise((done) => child.once("exit", (code) => done(code ?? 1)));
  await database?.release();
} catch (error) {
  printTrouble(error);
  process.exitCode = 1;
}
