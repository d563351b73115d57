import { randomBytes } from "node:crypto";
import * as fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { build } from "../lib/build.mjs";
import { freePort } from "../lib/ports.mjs";
import { wait } from "../lib/processes.mjs";
import { Trouble } from "../lib/report.mjs";
import { bin, run } from "../lib/run.mjs";
import { Service } from "../lib/service.mjs";
import { startTemporaryDatabase } from "../lib/temporary-database.mjs";

async function untilAnswering(url, web) {
  for (let i = 0; i < 600; i++) {
    const answer = await fetch(url, { redirect: "manual" }).catch(() => undefined);
    if (answer) return;
    await wait(100);
  }
  throw new Trouble("The web server under test does not answer.", undefined, web.tail(40));
}

/**
 * The production build with a worker, the demonstration and a database of its own, as a person would have it after
 * `npm start`, for as long as `work` takes.
 */
export async function withPhasic(work) {
  const folder = await build();
  const logs = fs.mkdtempSync(path.join(os.tmpdir(), "phasic-logs-"));
  const database = await startTemporaryDatabase();
  const services = [];
  try {
    const port = await freePort(32_000 + (process.pid % 500));
    const address = `http://127.0.0.1:${port}`;
    const env = {
      NODE_ENV: "production",
      PHASIC_BUILD: folder,
      DATABASE_URL: database.template,
      NEXTAUTH_URL: address,
      NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
      PHASIC_HOST: "127.0.0.1",
      PHASIC_PORT: String(port),
      PHASIC_DEMO: "1",
      PHASIC_DEMO_PASSWORD: randomBytes(12).toString("hex"),
      PHASIC_SIGNUP: "open",
    };
    const web = new Service("web server", [bin.next, "start", "-H", "127.0.0.1", "-p", String(port)], {
      ...{ env, logs, grace: 2000 },
    });
    const worker = new Service("worker", ["--import", "tsx", "worker/main.ts"], { env, logs, grace: 5000 });
    services.push(web, worker);
    web.start();
    await untilAnswering(address, web);
    worker.start();
    await run(["--import", "tsx", "prisma/seed/main.ts"], { env, what: "Preparing the demonstration" });
    const { NODE_ENV: _, ...shared } = env;
    const counts = await work({ ...shared, PHASIC_E2E_URL: address });
    if (counts.failed > 0)
      for (const service of services)
        console.log(`\nThe end of the ${service.name}'s log:\n${service.tail(40)}`);
    return counts;
  } finally {
    await Promise.all(services.map((service) => service.stop()));
    await database.stop();
    fs.rmSync(logs, { recursive: true, force: true });
  }
}
