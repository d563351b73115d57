/**
 * `npx tsx bench/full-size-import.ts`: makes a file of the shape and size of the published seshMerge.mat and takes it the way
 * of anybody's file: production build, upload in chunks over HTTP, a look at it, import by a worker of one thread, and the
 * dataset's page. Prints what each step cost in each process; the database's own processes are not counted.
 */
import { randomBytes } from "node:crypto";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, openAsBlob, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { createTRPCClient, httpLink } from "@trpc/client";
import superjson from "superjson";
import { sendFile, type Sendable, type Wire } from "../components/datasets/import/send-file";
import { chunkHashHeader } from "../contracts/upload";
import type { AppRouter } from "../server/root";
import { build } from "../tools/lib/build.mjs";
import { startTemporaryDatabase } from "../tools/lib/temporary-database.mjs";
import { generate, records } from "./full-size/generate";
import { type Cost, watchProcesses } from "./full-size/processes";

const port = 32_600;
const address = `http://127.0.0.1:${port}`;
const patienceMs = 600_000;

const folder = mkdtempSync(path.join(tmpdir(), "phasic-full-size-"));
const file = path.join(folder, "seshMerge.mat");
const database = await startTemporaryDatabase();
Object.assign(process.env, {
  ...{
    DATABASE_URL: database.template,
    NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
    NEXTAUTH_URL: address,
  },
  ...{ PHASIC_WORKER_THREADS: "1", PHASIC_LOG_LEVEL: "error" },
});
const own: ChildProcess[] = [];
const total = { cpu: 0, resident: 0 };
function start(...args: string[]): number {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  own.push(child);
  return child.pid!;
}

try {
  await generate(file);
  const { size } = statSync(file);
  console.log(`${(size / 1e6).toFixed(1)} MB, ${records} records`);

  process.env.PHASIC_BUILD = await build();
  const web = start("node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1", "-p", String(port));
  const worker = start("--import", "tsx", "worker/main.ts");
  await until("the pages", () =>
    fetch(`${address}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
  const cookie = await member();
  const client = createTRPCClient<AppRouter>({
    links: [
      httpLink({ url: `${address}/api/trpc`, transformer: superjson, headers: { cookie, origin: address } }),
    ],
  });
  const lab = "full-size";
  const { db } = await import("../server/db");
  await until("the worker", () => db().worker.findFirst({ where: { pid: worker } }));
  await client.datasets.list.query({ lab });

  const measure = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const watch = watchProcesses({ web, worker }, ["worker"]);
    const slowest = watchAnswers();
    const begun = performance.now();
    const result = await work();
    const seconds = (performance.now() - begun) / 1000;
    report(what, seconds, watch.stop(), slowest());
    return result;
  };

  const { id: uploadId } = await measure("upload", async () =>
    sendFile(
      Object.assign(await openAsBlob(file), { name: "seshMerge.mat" }) as Sendable,
      wireOf(client, lab, cookie),
      { begun: () => {}, progress: () => {} },
      new AbortController().signal,
    ),
  );
  const groups = { "subjects.group": Object.fromEntries([["record 1", "control"]]) };
  const inspected = await measure("look", () =>
    until("what the file would become", async () => {
      const found = await client.datasets.inspect.query({ lab, uploadId, answers: groups });
      return found.state === "pending" ? null : found;
    }),
  );
  if (inspected.state !== "done") throw new Error("the look failed");
  const { outcome, counts, previews } = inspected.inspection;
  console.log(JSON.stringify({ outcome, ...counts, previews: previews.length }));

  const { datasetId } = await measure("import", async () => {
    const version = await client.datasets.import.mutate({
      ...{ lab, uploadId, datasetId: null, name: "seshMerge", licence: "CC-BY-4.0", citation: "made" },
      answers: groups,
    });
    return until("the import", async () => {
      const { latest } = await client.datasets.get.query({ lab, datasetId: version.datasetId });
      if (latest.status === "refused") throw new Error(latest.problem ?? "refused");
      return latest.status === "imported" ? latest : null;
    });
  });
  await measure("page", () => client.datasets.get.query({ lab, datasetId }));
  console.log(
    `in all: ${total.cpu.toFixed(1)} s of CPU; the largest process held ${total.resident.toFixed(0)} MB`,
  );
  const { closeDb } = await import("../server/db");
  await closeDb();
} finally {
  for (const child of own) {
    child.kill("SIGTERM");
    if (child.exitCode === null) await once(child, "exit");
  }
  await database.stop();
  rmSync(folder, { recursive: true });
}

/** Somebody with a lab of their own, signed in: the Cookie header of their browser. */
async function member(): Promise<string> {
  const { cookieOf, makeLab } = await import("../server/access/testing/lab-fixture");
  const { installQueue } = await import("../server/jobs/install");
  await installQueue();
  return cookieOf((await makeLab("full-size")).members.editor);
}

function wireOf(client: ReturnType<typeof createTRPCClient<AppRouter>>, lab: string, cookie: string): Wire {
  return {
    begin: (about) => client.uploads.begin.mutate({ lab, ...about }),
    finish: (uploadId) => client.uploads.finish.mutate({ lab, uploadId }),
    remove: (uploadId) => client.uploads.remove.mutate({ lab, uploadId }),
    async put(upload, { index, bytes, sha256 }) {
      const { ok, status } = await fetch(`${address}/api/lab/${lab}/uploads/${upload}/${index}`, {
        ...{ method: "PUT", body: bytes },
        headers: { cookie, origin: address, [chunkHashHeader]: sha256 },
      });
      if (!ok) throw new Error(`the server answered ${status}`);
    },
    wait: (seconds) => after(1000 * seconds),
  };
}

/** The slowest answer of the web server to a small question, in ms: whether something blocks it. */
function watchAnswers(): () => number {
  let [slowest, open] = [0, true];
  void (async () => {
    while (open) {
      const begun = performance.now();
      await fetch(`${address}/api/health`).catch(() => {});
      slowest = Math.max(slowest, performance.now() - begun);
      await after(50);
    }
  })();
  return () => {
    open = false;
    return slowest;
  };
}

async function until<T>(what: string, look: () => Promise<T | null | undefined | false>): Promise<T> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const found = await look().catch((error: unknown) => {
      // a connection that was kept alive may be closed just as it is used again
      if (/fetch failed/.test(String(error))) return null;
      throw error;
    });
    if (found) return found;
    if (performance.now() > deadline) throw new Error(`Waited ${patienceMs / 1000} s for ${what}.`);
    await after(250);
  }
}

function report(what: string, seconds: number, costs: Readonly<Record<string, Cost>>, slowest: number): void {
  const words = Object.entries(costs).map(([name, { cpu, resident }]) => {
    total.cpu += cpu;
    total.resident = Math.max(total.resident, resident);
    return `${name} ${cpu.toFixed(1)} s CPU, ${resident.toFixed(0)} MB`;
  });
  console.log(
    `${what.padEnd(8)}${seconds.toFixed(1).padStart(7)} s; ${words.join("; ")}; slowest answer ${slowest.toFixed(0)} ms`,
  );
}
